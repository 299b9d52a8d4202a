"""The ledger of a text's words, and an edition held against it.

In: manifest.json, and the words of an edition. Out: the ledger, and the first section that differs. Law: every edition
holds the words of the source, one behind the other, also where no other edition stands beside it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from pipeline.model.source import Notice
from pipeline.verify.agreement import MANIFEST
from pipeline.verify.findings import finding
from pipeline.verify.words import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """The words of one top-level section in reading order."""

    section: str
    """Its heading."""
    words: int
    sha256: str


def ledger_row(section: str, words: Passage) -> LedgerRow:
    """Count and digest the words of a section."""
    digest = hashlib.sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()
    return LedgerRow(section=section, words=len(words), sha256=digest)


def read_ledger(manifest: bytes) -> tuple[LedgerRow, ...]:
    """Read the ledger of a manifest; empty when there is none that can be read."""
    try:
        rows = json.loads(manifest)["words"]
        ledger = tuple(
            LedgerRow(section=str(row["section"]), words=int(row["words"]), sha256=str(row["sha256"]))
            for row in rows
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return ()
    return ledger if all(row.words >= 0 for row in ledger) else ()


def check_ledger(manifest: bytes, editions: Mapping[str, Sequence[Passage]]) -> Iterator[Notice]:
    """Hold the words of every edition against the manifest's ledger; name where an edition first differs."""
    ledger = read_ledger(manifest)
    if editions and not ledger:
        yield finding("E-514", MANIFEST)
        return
    for path, passages in editions.items():
        yield from _compare(ledger, passages, path)


def _compare(ledger: Sequence[LedgerRow], edition: Sequence[Passage], path: str) -> Iterator[Notice]:
    words = tuple(chain(*edition))
    begin = 0
    for row in ledger:
        end = begin + row.words
        if ledger_row(row.section, words[begin:end]) != row:
            yield finding("E-513", path, 1, row.section)
            return
        begin = end
    if words[begin:]:
        yield finding("E-513", path, 1, " ".join(words[begin : begin + 8]))
