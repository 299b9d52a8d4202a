"""Blocks kept from one run to the next: of a book in which one paragraph changed, one is transcribed.

In: what an earlier run kept. Out: what to keep. Laws: a block that was kept is given for the very same draft and code
only, wherever it stands now; what this run did not ask for is kept no longer. Whoever stores this takes care that
library, tables and program are those that made it.
"""

import json
import re
import zlib
from dataclasses import fields
from hashlib import blake2b
from operator import attrgetter

from pipeline.braille.cells import BLANK
from pipeline.braille.outline import Draft
from pipeline.braille.styles import BrailleBlock
from pipeline.model.braille import Decision, NoteLink, ProofLine
from pipeline.model.source import Notice, SourcePos, Weight

_QUICKLY = 1
_MOST_BYTES = 1 << 28
"""Of all blocks of a text, unpacked: no book comes near it."""
_KEY_BYTES = 16
_FACTS = attrgetter(*(field.name for field in fields(Draft) if field.name != "pos"))
_OTHER = re.compile(r"[^\u2800-\u28ff]")
"""What is no cell."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class KeptBlocks:
    """The blocks of earlier runs, and those of this one."""

    def __init__(self, kept: bytes | None = None) -> None:
        """Take what `written` gave in an earlier run; None or anything unreadable is nothing."""
        self._known = _parse(kept) if kept else {}
        self._used: set[bytes] = set()
        # Packed as it comes: a book's blocks are not held twice.
        self._packer = zlib.compressobj(_QUICKLY)
        self._packed: list[bytes] = []

    def find(self, key: bytes, draft: Draft) -> BrailleBlock | None:
        """Give the block that was made of a draft, where the draft stands now."""
        line = self._known.get(key)
        if line is None:
            return None
        try:
            block = _read(line, draft)
        except (ValueError, TypeError, AttributeError, RecursionError):
            return None
        self._keep(key, line)
        return block

    def keep(self, key: bytes, block: BrailleBlock) -> None:
        """Keep what was made."""
        self._keep(key, _written(block))

    def written(self) -> bytes:
        """Give all that was asked for, in the order in which it was."""
        return b"".join((*self._packed, self._packer.copy().flush()))

    def _keep(self, key: bytes, line: bytes) -> None:
        if key not in self._used:
            self._used.add(key)
            self._packed.append(self._packer.compress(key + line + b"\n"))


def key_of(draft: Draft, ground: str) -> bytes:
    """Name what a block depends on: its draft, but for the place, and the code that it is put into."""
    facts = f"{ground}\n{_FACTS(draft)!r}"
    return blake2b(facts.encode(), digest_size=_KEY_BYTES).hexdigest().encode()


def _parse(kept: bytes) -> dict[bytes, bytes]:
    packed = zlib.decompressobj()
    try:
        lines = packed.decompress(kept, _MOST_BYTES).split(b"\n")
    except zlib.error:
        return {}
    if not packed.eof:  # cut short, or swollen
        return {}
    return {line[: 2 * _KEY_BYTES]: line[2 * _KEY_BYTES :] for line in lines}


def _written(block: BrailleBlock) -> bytes:
    facts = (
        block.lines,
        block.printed or block.added,
        block.entry,
        block.rows,
        [line.printed for line in block.proof],
        [(decision.printed, decision.cells, decision.usual, decision.rule) for decision in block.decisions],
        [_notice_facts(notice) for notice in block.notices],
        [_notice_facts(notice) for notice in block.misread],
        [(link.cells, link.note, link.id) for link in block.links],
    )
    return _ENCODER.encode(facts).encode("utf-8", "surrogatepass")


def _read(line: bytes, draft: Draft) -> BrailleBlock:
    text = line.decode("utf-8", "surrogatepass")
    lines, words, entry, rows, prints, decisions, notices, misread, links = json.loads(text)
    if any(_OTHER.search(cells) for cells in (*lines, *rows)):
        raise ValueError("not cells alone")
    return BrailleBlock(
        style=draft.style,
        lines=tuple(lines),
        printed="" if draft.ours else words,
        added=words if draft.ours else "",
        indent=draft.indent,
        hang=draft.hang,
        displayed=draft.displayed,
        closes=draft.closes,
        entry=entry,
        level=draft.level,
        pos=draft.pos,
        rows=tuple(rows),
        proof=tuple(
            ProofLine(cells=row.strip(BLANK), printed=printed)
            for row, printed in zip(rows, prints, strict=False)
        ),
        decisions=tuple(
            Decision(printed=printed, cells=cells, usual=usual, rule=rule)
            for printed, cells, usual, rule in decisions
        ),
        notices=tuple(_notice(*facts, pos=draft.pos) for facts in notices),
        misread=tuple(_notice(*facts, pos=draft.pos) for facts in misread),
        links=tuple(NoteLink(cells=cells, note=note, id=id) for cells, note, id in links),
        note=draft.note,
    )


def _notice_facts(notice: Notice) -> tuple[str, str, int, str]:
    return notice.code, notice.message, notice.weight, notice.fragment


def _notice(code: str, message: str, weight: int, fragment: str, *, pos: SourcePos | None) -> Notice:
    return Notice(code=code, message=message, weight=Weight(weight), pos=pos, fragment=fragment)
