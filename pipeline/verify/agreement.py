"""What the files of one publication say of each other: digests in the manifest, words from edition to edition.

In: every file of a publication's folder, and the words of each edition. Out: findings. Laws: a file is what the
manifest says it was when it was made; all editions of a text hold the same words in the same order.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from pipeline.model.source import Notice
from pipeline.verify.findings import finding
from pipeline.verify.words import Passage, compare_words

_Value = TypeVar("_Value")

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file of an EPUB's archive."""

    path: str
    is_plain: bool
    """Neither compressed nor with an extra field in its header."""


def check_container(path: str, members: Sequence[Member]) -> Iterator[Notice]:
    """Check how an EPUB is packed (EPUB 3.3, "OCF ZIP container media type identification")."""
    if not members or members[0] != Member(path="mimetype", is_plain=True):
        yield finding("E-301", path, 1, members[0].path if members else "")
    counts = Counter(member.path for member in members)
    yield from (finding("E-303", path, 1, name) for name, count in counts.items() if count > 1)


def check_manifest(manifest: bytes, found: Mapping[str, str]) -> tuple[Notice, ...]:
    """Compare the manifest with the sha-256 of every file beside it, itself included."""
    stated = _digests(manifest)
    if stated is None:
        return (finding("E-131", MANIFEST, 1, "it cannot be read"),)
    return tuple(_compare(found, stated))


def _compare(found: Mapping[str, str], stated: Mapping[str, str]) -> Iterator[Notice]:
    for path, digest in stated.items():
        if path not in found:
            yield finding("E-132", path, 1, path)
        elif found[path] != digest:
            yield finding("E-131", path, 1, path)
    for path in found:
        if path not in stated and path != MANIFEST:
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


def usual(values: Iterable[_Value]) -> _Value:
    """Give what most of at least one edition say; of equally many what the first says."""
    return Counter(values).most_common(1)[0][0]


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
