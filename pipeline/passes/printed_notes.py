"""Find notes as they are printed among the blocks of a section: numbered lists, and runs of numbered paragraphs.

In: the blocks of one section. Out: groups of notes with the blocks they take. Law: a group is taken for notes only when
its numbers were referred to before it, or a heading says that notes follow.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import Block, LineGroup, ListBlock, Paragraph, ThematicBreak
from pipeline.model.inline import NoteRef
from pipeline.model.source import SourcePos
from pipeline.model.walk import every_inline
from pipeline.model.weave import cut
from pipeline.passes.blocks import block_inlines, block_text

_DRESSES = (
    # What a note's number looks like, from the surest to the weakest.
    ("bracketed", re.compile(r"\s*\[(?P<mark>\d{1,4}\*{0,3})\]\s*")),
    ("named", re.compile(r"\s*\[?(?:foot)?note (?P<mark>\d{1,4})[:.]\s*", re.IGNORECASE)),
    ("round", re.compile(r"\s*\((?P<mark>\d{1,3}\*{0,3})\)\s+")),
    ("stopped", re.compile(r"\s*(?P<mark>\d{1,4}\*{0,3})[.)](?=\s)\s*")),
    ("sign", re.compile(r"\s*(?P<mark>\*{1,4}|[†‡§])\)?\s*(?=\w)")),
    ("bare", re.compile(r"\s*(?P<mark>\d{1,4}\*{1,3}|\d{1,4}(?=\s))\s*(?=\S)")),
)
_SURE = {"bracketed", "named", "raised", "round", "sign"}
_HEADING = re.compile(r"\W*(?:foot|end)?notes?(?: and references)?\W*", re.IGNORECASE)
_LONGEST_STEP = 20
"""A list of notes may skip numbers, but not as far as from a chapter to a year."""
_BARE_STEP = 3
_ENOUGH = 0.8
"""Share of a group's numbers that earlier sections must refer to when nothing else says that they are notes."""
_FURTHER = 2
"""Paragraphs that a note may have beyond its first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedNote:
    """One printed note: its number and what stands beside it."""

    mark: str
    blocks: tuple[Block, ...]
    pos: SourcePos | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteGroup:
    """Notes that stand together; the blocks begin..end are theirs."""

    notes: tuple[PrintedNote, ...]
    begin: int
    end: int
    is_sure: bool
    """A heading or the dress of the numbers says that these are notes."""
    heading: str = ""
    """The printed words above them: NOTES:"""

    @property
    def marks(self) -> tuple[str, ...]:
        """The numbers in print."""
        return tuple(note.mark for note in self.notes)


def order_of(mark: str) -> tuple[int, int]:
    """Give the place of a mark among others: 8, 8*, 9."""
    digits = re.match(r"\d+", mark)
    return (int(digits[0]) if digits else 0, mark.count("*") + ("†‡§".find(mark[-1:]) + 1 if mark else 0))


def says_notes(words: str) -> bool:
    """Tell whether a heading announces notes."""
    return bool(words.strip()) and bool(_HEADING.fullmatch(words))


def is_rule(block: Block) -> bool:
    """Tell whether a block is a rule, not a separator of stars."""
    return isinstance(block, ThematicBreak) and not block.printed.strip("-_ ")


def choose_groups(
    groups: Sequence[NoteGroup], blocks: Sequence[Block], earlier: set[str]
) -> tuple[NoteGroup, ...]:
    """Choose the groups that are notes: of those that claim a number, the last before it is referred to again.

    Where numbers begin anew on each page, each group that is surely one of notes answers the references before it.
    `earlier` are the marks that earlier sections refer to and that have no note yet.
    """
    claimed: dict[str, NoteGroup] = {}
    sealed: set[int] = set()
    referred: set[str] = set()
    again: set[str] = set()
    starts = {group.begin: group for group in groups}
    at = 0
    while at < len(blocks):
        group = starts.get(at)
        if group and _is_claim(group, referred, earlier):
            for mark in group.marks:
                begins_anew = group.is_sure and mark in again
                if mark not in claimed or id(claimed[mark]) not in sealed or begins_anew:
                    claimed[mark] = group
            again -= set(group.marks)
        end = group.end if group else at + 1
        marks = {mark for block in blocks[at:end] for mark in _referred_in(block)}
        referred |= marks
        if not group:
            sealed |= {id(claimed[mark]) for mark in marks if mark in claimed}
            again |= marks.intersection(claimed)
        at = end
    chosen = {id(group) for group in claimed.values()} | sealed
    return tuple(group for group in groups if id(group) in chosen)


def _referred_in(block: Block) -> set[str]:
    return {
        inline.mark
        for inline in every_inline(block_inlines(block))
        if isinstance(inline, NoteRef) and not inline.note
    }


def _is_claim(group: NoteGroup, referred: set[str], earlier: set[str]) -> bool:
    if referred.intersection(group.marks):
        return True
    far = earlier.intersection(group.marks)
    return bool(far) and (group.is_sure or (len(group.marks) > 2 and len(far) >= _ENOUGH * len(group.marks)))


def note_groups(blocks: Sequence[Block], *, under_heading: bool = False) -> tuple[NoteGroup, ...]:
    """Find what may be groups of notes; which of them are is for the references to say."""
    groups: list[NoteGroup] = []
    index = 0
    while index < len(blocks):
        announced = under_heading or _is_announced(blocks, index)
        group = _list_group(blocks, index, announced) or _run(blocks, index, announced)
        if group is None:
            index += 1
            continue
        groups.append(group)
        index = group.end
    return tuple(groups)


def _is_announced(blocks: Sequence[Block], index: int) -> bool:
    return (
        index > 0 and isinstance(blocks[index - 1], Paragraph) and says_notes(block_text(blocks[index - 1]))
    )


def _with_heading(blocks: Sequence[Block], index: int) -> tuple[int, str]:
    """Give where a group begins with the heading above it."""
    if _is_announced(blocks, index):
        return index - 1, " ".join(block_text(blocks[index - 1]).split())
    return index, ""


def _list_group(blocks: Sequence[Block], index: int, announced: bool) -> NoteGroup | None:
    block = blocks[index]
    if not isinstance(block, ListBlock) or not block.ordered:
        return None
    begin, heading = _with_heading(blocks, index)
    notes = tuple(
        PrintedNote(mark=str(number), blocks=item, pos=item[0].pos if item else block.pos)
        for number, item in enumerate(block.items, block.start)
    )
    return NoteGroup(notes=notes, begin=begin, end=index + 1, is_sure=announced, heading=heading)


def _run(blocks: Sequence[Block], index: int, announced: bool) -> NoteGroup | None:
    """Take paragraphs that begin with rising numbers; paragraphs between two of them belong to the one before."""
    first = _mark_of(blocks[index], None, announced=announced)
    if first is None:
        return None
    notes = [_note(blocks[index], first)]
    dresses = {first[1]}
    end = index + 1
    while found := _next(blocks, end, notes[-1].mark, announced=announced):
        at, mark, dress, begins = found
        notes[-1] = replace(notes[-1], blocks=(*notes[-1].blocks, *blocks[end:at]))
        notes.append(_note(blocks[at], (mark, dress, begins)))
        dresses.add(dress)
        end = at + 1
    if not announced and not dresses & _SURE and len(notes) < 2:
        return None
    begin, heading = _with_heading(blocks, index)
    is_sure = announced or bool(dresses & _SURE)
    return NoteGroup(notes=tuple(notes), begin=begin, end=end, is_sure=is_sure, heading=heading)


def _next(
    blocks: Sequence[Block], start: int, last: str, *, announced: bool
) -> tuple[int, str, str, int] | None:
    """Find the next note of a run."""
    for at in range(start, min(len(blocks), start + 1 + _FURTHER)):
        if not isinstance(blocks[at], Paragraph | LineGroup):
            return None
        found = _mark_of(blocks[at], last, announced=announced)
        if found:
            return at, *found
        if says_notes(block_text(blocks[at])) or any(
            isinstance(i, NoteRef) for i in every_inline(block_inlines(blocks[at]))
        ):
            return None
    return None


def _mark_of(block: Block, last: str | None, *, announced: bool) -> tuple[str, str, int] | None:
    """Give mark, dress and where the words begin, when a paragraph can be the next note after `last`."""
    if not isinstance(block, Paragraph | LineGroup):
        return None
    inlines = block_inlines(block)
    if inlines and isinstance(inlines[0], NoteRef) and not inlines[0].note:
        return (inlines[0].mark, "raised", 0) if _follows(inlines[0].mark, last, _LONGEST_STEP) else None
    text = block_text(block)
    for dress, pattern in _DRESSES:
        found = pattern.match(text)
        if not found:
            continue
        mark = found["mark"]
        if dress == "bare" and last is None and not announced:
            return None
        step = _BARE_STEP if dress == "bare" else _LONGEST_STEP
        return (mark, dress, found.end()) if _follows(mark, last, step) else None
    return None


def _follows(mark: str, last: str | None, longest_step: int) -> bool:
    if last is None:
        return True
    before, after = order_of(last), order_of(mark)
    return before < after and after[0] - before[0] <= longest_step


def _note(block: Block, found: tuple[str, str, int]) -> PrintedNote:
    """Take the number away from the words of a note."""
    mark, dress, begins = found
    assert isinstance(block, Paragraph | LineGroup)
    first = block.sentences[0]
    inlines = first.inlines[1:] if dress == "raised" else cut(first.inlines, begins)[1]
    words = replace(block, sentences=(replace(first, inlines=inlines), *block.sentences[1:]))
    return PrintedNote(mark=mark, blocks=(words,), pos=block.pos)
