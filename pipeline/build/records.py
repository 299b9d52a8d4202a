"""What the ledger keeps of a step that made a blob: the blob's digest, and the counts that belong to it.

In: a key. Out: digest and counts, or None where nothing is on record, or anything that was not written here: then the
step is done again.
"""

import json
import re

from pipeline.model.ports import Ledger
from pipeline.store.blobs import Blobs

_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOST = 1 << 53
"""No count is larger: no book has so many samples or bytes."""


def record(ledger: Ledger, key: str, digest: str, *counts: int) -> None:
    """Put a blob on record."""
    ledger.record(key, json.dumps([digest, *counts], separators=(",", ":")))


def find(ledger: Ledger, key: str, *, counts: int) -> tuple[str, tuple[int, ...]] | None:
    """Give what is on record: a digest, and so many counts."""
    try:
        values = json.loads(ledger.find(key) or "null")
    except (ValueError, RecursionError):
        return None
    match values:
        case [str(digest), *numbers] if _DIGEST.fullmatch(digest) and len(numbers) == counts:
            if all(type(number) is int and 0 <= number < _MOST for number in numbers):
                return digest, tuple(numbers)
    return None


def find_sound(ledger: Ledger, blobs: Blobs, key: str) -> tuple[str, int] | None:
    """Give a blob and the one count beside it, if the blob is there and whole."""
    kept = find(ledger, key, counts=1)
    if kept is None or not blobs.is_sound(kept[0]):
        return None
    digest, (count,) = kept
    return digest, count
