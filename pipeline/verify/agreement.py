"""What the files of one publication say of each other: digests in the manifest, words from edition to edition.

In: every file of a publication's folder, and the words of each edition. Out: findings. Laws: a file is what the
manifest says it was when it was made; all editions of a text hold the same words in the same order.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from pipeline.model.source import Notice
from pipeline.verify.findings import finding
from pipeline.verify.words import Passage, compare_words

MANIFEST = "manifest.json"


def check_manifest(files: Mapping[str, bytes]) -> tuple[Notice, ...]:
    """Compare every file with the manifest beside it; nothing when there is no manifest."""
    if MANIFEST not in files:
        return ()
    digests = _digests(files[MANIFEST])
    if digests is None:
        return (finding("E-131", MANIFEST, 1, "it cannot be read"),)
    return tuple(_compare(files, digests))


def _compare(files: Mapping[str, bytes], digests: Mapping[str, str]) -> Iterator[Notice]:
    for path, digest in digests.items():
        if path not in files:
            yield finding("E-132", path, 1, path)
        elif hashlib.sha256(files[path]).hexdigest() != digest:
            yield finding("E-131", path, 1, path)
    for path in files:
        if path not in digests and path != MANIFEST:
            yield finding("E-133", path, 1, path)


def _digests(content: bytes) -> dict[str, str] | None:
    """Give path -> sha-256; None when this is no manifest."""
    try:
        rows = json.loads(content)["files"]
        return {row["path"]: row["sha256"] for row in rows}
    except (ValueError, KeyError, TypeError):
        return None


def check_archive(path: str, inside: Mapping[str, bytes], folder: Mapping[str, bytes]) -> tuple[Notice, ...]:
    """Compare the files of a zip with those of the folder that it was packed from."""
    names = sorted({*inside, *folder})
    return tuple(finding("E-134", path, 1, name) for name in names if inside.get(name) != folder.get(name))


def check_same_words(editions: Mapping[str, Sequence[Passage]]) -> tuple[Notice, ...]:
    """Compare the words of every edition with those of the first."""
    (_, first), *others = list(editions.items()) or [("", ())]
    return tuple(notice for path, passages in others for notice in _differences(first, passages, path))


def _differences(first: Sequence[Passage], other: Sequence[Passage], path: str) -> Iterator[Notice]:
    """Name words that are lost, added or moved; if there is none of these, the first word in another order."""
    ours, theirs = tuple(chain(*first)), tuple(chain(*other))
    if ours == theirs:
        return
    found = compare_words(first, other, path=path)
    yield from found
    if not found:
        place = next(i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b)
        yield finding("E-505", path, 1, " ".join(theirs[place : place + 8]))
