"""Tie note references to their notes.

In: NoteRefs in the text, numbered lists among the blocks. Out: notes with their section. Law: numbers count within one
section only; a list is a group of notes when its numbers are referred to before it; what finds no partner is a notice,
never tied to a wrong one.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import Block, Document, ListBlock, Note, Section, Sentence, ThematicBreak
from pipeline.model.inline import CONTAINERS, Inline, NoteRef
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import every_inline, map_block_sentences, map_sections
from pipeline.passes.blocks import block_inlines, block_text

_TRANSLATOR = re.compile(r"\btranslator['’]s note\b|\bnote (?:by|of) the translator\b", re.IGNORECASE)


def tie_notes(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Take the notes out of the text and tie each reference to its note."""
    notices: list[Notice] = []

    def in_section(section: Section) -> Section:
        return _tied(section, notices)

    return map_sections(document, in_section), tuple(sorted(notices, key=_place))


def _place(notice: Notice) -> tuple[int, str]:
    return (notice.pos.line if notice.pos else 0, notice.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One printed note: its number and what stands beside it."""

    mark: str
    blocks: tuple[Block, ...]
    pos: SourcePos | None


def _tied(section: Section, notices: list[Notice]) -> Section:
    groups = _note_groups(section.blocks)
    found = [note for index in groups for note in _notes_in(section.blocks[index])]
    scope = section.id.removeprefix("sec-")
    marks = {note.mark for note in found}
    tie = _Tie(scope, marks)
    blocks = []
    for block in _without_groups(section.blocks, groups, notices):
        tied = map_block_sentences(block, tie.sentence)
        for mark in tie.take_unmatched():
            notices.append(_no_note(mark, block))
        blocks.append(tied)
    notes = _notes(found, scope, tie.given)
    notices += [_no_reference(note) for note in notes if not note.references]
    return replace(section, blocks=tuple(blocks), notes=notes)


def _note_groups(blocks: Sequence[Block]) -> tuple[int, ...]:
    """Find the numbered lists that are notes: the last of those that claim a number which was referred to before."""
    claimed: dict[str, int] = {}
    referred: set[str] = set()
    for index, block in enumerate(blocks):
        if isinstance(block, ListBlock) and block.ordered:
            numbers = [note.mark for note in _notes_in(block)]
            if referred.intersection(numbers):
                claimed.update(dict.fromkeys(numbers, index))
        else:
            referred |= {inline.mark for inline in _references(block)}
    return tuple(sorted(set(claimed.values())))


def _references(block: Block) -> list[NoteRef]:
    return [inline for inline in every_inline(block_inlines(block)) if isinstance(inline, NoteRef)]


def _notes_in(block: Block) -> list[_Found]:
    if not isinstance(block, ListBlock):
        return []
    return [
        _Found(mark=str(number), blocks=blocks, pos=blocks[0].pos if blocks else block.pos)
        for number, blocks in enumerate(block.items, block.start)
    ]


def _without_groups(blocks: Sequence[Block], groups: Sequence[int], notices: list[Notice]) -> list[Block]:
    """Leave out the groups of notes and the rules printed above them."""
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        if index in groups:
            continue
        if isinstance(block, ThematicBreak) and index + 1 in groups and not block.printed.strip("-_ "):
            message = "the rule above notes was left out: notes are set apart in every edition."
            notices.append(
                Notice(
                    code="S-023",
                    message=message,
                    weight=Weight.REMARK,
                    pos=block.pos,
                    fragment=block.printed,
                )
            )
            continue
        kept.append(block)
    return kept


class _Tie:
    """Ties the references of one section, in reading order."""

    def __init__(self, scope: str, marks: set[str]) -> None:
        self.scope = scope
        self.marks = marks
        self.given: dict[str, list[str]] = {mark: [] for mark in marks}
        self.seen: Counter[str] = Counter()
        self.unmatched: list[str] = []

    def sentence(self, sentence: Sentence) -> tuple[Sentence, ...]:
        return (replace(sentence, inlines=self._inlines(sentence.inlines)),)

    def take_unmatched(self) -> list[str]:
        """Give the marks without a note since the last call."""
        found, self.unmatched = self.unmatched, []
        return found

    def _inlines(self, inlines: Sequence[Inline]) -> tuple[Inline, ...]:
        return tuple(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Inline:
        if isinstance(inline, NoteRef):
            return self._reference(inline)
        if isinstance(inline, CONTAINERS):
            return replace(inline, children=self._inlines(inline.children))
        return inline

    def _reference(self, reference: NoteRef) -> NoteRef:
        mark = reference.mark
        self.seen[mark] += 1
        again = f"-{self.seen[mark]}" if self.seen[mark] > 1 else ""
        own = f"ref-{self.scope}-{_in_id(mark)}{again}"
        if mark not in self.marks:
            self.unmatched.append(mark)
            return replace(reference, id=own)
        self.given[mark].append(own)
        return replace(reference, id=own, note=_note_id(self.scope, mark))


def _in_id(mark: str) -> str:
    return mark if mark.isascii() and mark.isalnum() else "".join(f"u{ord(sign):x}" for sign in mark)


def _note_id(scope: str, mark: str) -> str:
    return f"fn-{scope}-{_in_id(mark)}"


def _notes(found: Sequence[_Found], scope: str, given: Mapping[str, Sequence[str]]) -> tuple[Note, ...]:
    """Make the notes; of two with one number the first has the references, the second is told to have none."""
    times: Counter[str] = Counter()
    notes = []
    for note in found:
        times[note.mark] += 1
        again = times[note.mark]
        words = " ".join(block_text(block) for block in note.blocks)
        notes.append(
            Note(
                id=_note_id(scope, note.mark) + (f"-{again}" if again > 1 else ""),
                mark=note.mark,
                blocks=note.blocks,
                references=tuple(given[note.mark]) if again == 1 else (),
                author="translator" if _TRANSLATOR.search(words) else "",
                pos=note.pos,
            )
        )
    return tuple(notes)


def _no_note(mark: str, block: Block) -> Notice:
    message = (
        f"note reference {mark} has no note in its section. Add a line “{mark}. ...” there, or take it out."
    )
    return Notice(
        code="N-001", message=message, weight=Weight.ERROR, pos=block.pos, fragment=_before(mark, block)
    )


def _before(mark: str, block: Block) -> str:
    """Give the words before a reference, so that a person finds it."""
    words = ""
    for inline in every_inline(block_inlines(block)):
        if isinstance(inline, NoteRef) and inline.mark == mark:
            return words[-40:].strip()
        words += getattr(inline, "text", "")
    return words[-40:].strip()


def _no_reference(note: Note) -> Notice:
    message = (
        f"note {note.mark} is not referred to in its section. Add <sup>{note.mark}</sup> where it belongs."
    )
    words = " ".join(block_text(block) for block in note.blocks)
    return Notice(code="N-002", message=message, pos=note.pos, fragment=words[:60])
