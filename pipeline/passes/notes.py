"""Tie note references to their notes.

In: NoteRefs in the text, notes as the reader found them or as they are printed. Out: each note in the section that
refers to it, with ids of its own. Law: what the source itself ties is tied so; numbers tie only where they rise
together; what finds no partner is a notice, never tied to a wrong one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.model.document import (
    Block,
    Document,
    Note,
    Paragraph,
    Section,
    Sentence,
    ThematicBreak,
    every_section,
)
from pipeline.model.inline import CONTAINERS, Inline, NoteRef
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import every_inline, map_block_sentences
from pipeline.passes.blocks import block_inlines, block_text
from pipeline.passes.printed_notes import NoteGroup, choose_groups, is_rule, note_groups, says_notes
from pipeline.passes.rising import likely_places, misfits

_TRANSLATOR = re.compile(r"\btranslator['’]s note\b|\bnote (?:by|of) the translator\b", re.IGNORECASE)
_NO_HEADING = "the heading above notes was left out: notes are set apart in every edition."
_GOES_BACK = (
    "goes back where a higher number is expected, so it may stand for another note and is tied to none. Compare with "
    "the print."
)
_IN_SEVERAL = (
    "stands in several sections, and one note has that number, so it is tied to none. Compare with the print."
)


def tie_notes(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Take the notes out of the text and tie each reference to its note."""
    search = _Search(document)
    front, body, back = (_rebuilt(part, search) for part in (document.front, document.body, document.back))
    tied = replace(document, front=front, body=body, back=back)
    return tied, tuple(sorted([*search.notices, *search.leftovers()], key=_place))


def _place(notice: Notice) -> tuple[str, int, str]:
    return (notice.pos.path if notice.pos else "", notice.pos.line if notice.pos else 0, notice.code)


@dataclass(slots=True, kw_only=True)
class _Reference:
    """One reference in reading order."""

    printed: NoteRef
    section: str
    block: Block | None
    """Where it stands; None in a heading."""
    note: "_Found | None" = None
    why: str = ""
    """Why it is tied to nothing, when a note with its number exists."""
    likely: str = ""
    """The mark of the note that it may stand for, for a person to compare."""
    id: str = ""


@dataclass(slots=True, kw_only=True)
class _Found:
    """One note and what refers to it."""

    mark: str
    blocks: tuple[Block, ...]
    pos: SourcePos | None
    section: str
    """Id of the section it will stand in: the first that refers to it, else where it is printed."""
    references: list[_Reference] = field(default_factory=list)
    id: str = ""

    def refer(self, reference: _Reference) -> None:
        """Tie one more reference to the note."""
        if not self.references:
            self.section = reference.section
        reference.note = self
        self.references.append(reference)


class _Search:
    """One search through a document: finds references and notes, ties them, names them."""

    def __init__(self, document: Document) -> None:
        self.sections = tuple(every_section(document))
        self.notices: list[Notice] = []
        self.references: dict[str, list[_Reference]] = {}
        self.groups: dict[str, tuple[NoteGroup, ...]] = {}
        self.printed: dict[str, list[_Found]] = {}
        """Notes by the section that prints them, in its order: the reader's, then those of the groups."""
        self.given: dict[str, _Found] = {}
        """Notes that the source itself ties, by the reader's key."""
        self.own: dict[str, list[_Found]] = {}
        """Notes by the section they will stand in."""
        self.take_given()
        pending: list[_Reference] = []
        for section in self.sections:
            pending += self.in_section(section, pending)
        self.name()

    def take_given(self) -> None:
        """Take the notes that the reader has found by links."""
        for section in self.sections:
            found = [
                _Found(mark=note.mark, blocks=note.blocks, pos=note.pos, section=section.id)
                for note in section.notes
            ]
            self.printed[section.id] = found
            self.given |= {note.id: one for note, one in zip(section.notes, found, strict=True)}

    def in_section(self, section: Section, earlier: Sequence[_Reference]) -> list[_Reference]:
        """Tie what can be tied in one section; give the references that are left for later sections."""
        groups = note_groups(section.blocks, under_heading=says_notes(section.heading.title))
        chosen = choose_groups(
            groups, section.blocks, {one.printed.mark for one in earlier if one.note is None}
        )
        notes = [
            [
                _Found(mark=note.mark, blocks=note.blocks, pos=note.pos, section=section.id)
                for note in group.notes
            ]
            for group in chosen
        ]
        self.groups[section.id] = chosen
        self.printed[section.id] += [note for group in notes for note in group]
        references = list(_references(section, chosen, self.printed[section.id]))
        self.references[section.id] = references
        for reference in references:
            if given := self.given.get(reference.printed.note):
                given.refer(reference)
        _tie([note for group in notes for note in group], references)
        for group in notes:
            _tie_earlier(group, earlier)
        self.tell_headings(section)
        return [reference for reference in references if reference.note is None]

    def tell_headings(self, section: Section) -> None:
        """Tell the words and the rule above notes, which every edition sets anew."""
        for group in self.groups[section.id]:
            above = section.blocks[group.begin - 1] if group.begin else None
            if isinstance(above, ThematicBreak) and is_rule(above):
                message = "the rule above notes was left out: notes are set apart in every edition."
                self.notices.append(_remark(message, above.pos, above.printed))
            if group.heading:
                self.notices.append(_remark(_NO_HEADING, section.blocks[group.begin].pos, group.heading))

    def name(self) -> None:
        """Give ids: fn-<section>-<mark> and ref-<section>-<mark>."""
        given: Counter[str] = Counter()
        for found in self.printed.values():
            for note in found:
                note.id = _unique(f"fn-{_scope(note.section)}-{_in_id(note.mark)}", given)
                self.own.setdefault(note.section, []).append(note)
        for references in self.references.values():
            for reference in references:
                wish = f"ref-{_scope(reference.section)}-{_in_id(reference.printed.mark)}"
                reference.id = _unique(wish, given)

    def leftovers(self) -> list[Notice]:
        """Tell every reference without a note and every note without a reference."""
        lost = [
            _no_note(reference)
            for references in self.references.values()
            for reference in references
            if reference.note is None
        ]
        return lost + [
            _no_reference(note) for found in self.printed.values() for note in found if not note.references
        ]


def _unique(wish: str, given: Counter[str]) -> str:
    given[wish] += 1
    return wish if given[wish] == 1 else f"{wish}-{given[wish]}"


def _references(
    section: Section, groups: Sequence[NoteGroup], notes: Sequence[_Found]
) -> Iterator[_Reference]:
    """Give the references of a section in reading order: heading, blocks, then inside its notes."""
    heading = section.heading
    for sentence in (heading.sentence, *((heading.subtitle,) if heading.subtitle else ())):
        for inline in every_inline(sentence.inlines):
            if isinstance(inline, NoteRef):
                yield _Reference(printed=inline, section=section.id, block=None)
    taken = {at for group in groups for at in range(group.begin, group.end)}
    kept = [block for at, block in enumerate(section.blocks) if at not in taken]
    for block in (*kept, *(block for note in notes for block in note.blocks)):
        for inline in every_inline(block_inlines(block)):
            if isinstance(inline, NoteRef):
                yield _Reference(printed=inline, section=section.id, block=block)


def _tie(notes: Sequence[_Found], references: Sequence[_Reference]) -> None:
    """Tie the references whose numbers rise as the notes do; guess at the others, for a person to decide."""
    by_mark: dict[str, _Found] = {}
    for note in notes:
        by_mark.setdefault(note.mark, note)
    places = {mark: number for number, mark in enumerate(by_mark)}
    loose = [one for one in references if one.note is None and not one.printed.note]
    fitting = [index for index, one in enumerate(loose) if one.printed.mark in by_mark]
    back = misfits([places[loose[index].printed.mark] for index in fitting], len(places))
    odd = {fitting[number] for number in back} | (set(range(len(loose))) - set(fitting))
    likely = likely_places([places.get(one.printed.mark, -1) for one in loose], odd, len(places))
    for index, reference in enumerate(loose):
        if index not in odd:
            by_mark[reference.printed.mark].refer(reference)
            continue
        reference.why = _GOES_BACK if reference.printed.mark in by_mark else reference.why
        reference.likely = list(by_mark)[likely[index]] if index in likely else ""


def _tie_earlier(notes: Sequence[_Found], earlier: Sequence[_Reference]) -> None:
    """Tie notes that nothing in their own section refers to, unless two sections claim the same number."""
    free = {note.mark for note in notes if not note.references}
    wanted = [one for one in earlier if one.note is None and one.printed.mark in free]
    sections: dict[str, set[str]] = {}
    for reference in wanted:
        sections.setdefault(reference.printed.mark, set()).add(reference.section)
    for reference in wanted:
        if len(sections[reference.printed.mark]) > 1:
            reference.why = _IN_SEVERAL
    clear = [one for one in wanted if len(sections[one.printed.mark]) == 1]
    _tie([note for note in notes if not note.references], clear)


def _rebuilt(sections: Sequence[Section], search: _Search) -> tuple[Section, ...]:
    """Give the sections without the printed notes, with tied references and their own notes."""
    rebuilt = (_section(section, search) for section in sections)
    return tuple(section for section in rebuilt if section is not None)


def _section(section: Section, search: _Search) -> Section | None:
    writer = _Writer(search.references[section.id])
    heading = replace(section.heading, sentence=writer.sentence(section.heading.sentence)[0])
    if heading.subtitle:
        heading = replace(heading, subtitle=writer.sentence(heading.subtitle)[0])
    groups = search.groups[section.id]
    taken = {at for group in groups for at in range(group.begin, group.end)}
    taken |= {group.begin - 1 for group in groups if group.begin and is_rule(section.blocks[group.begin - 1])}
    blocks = tuple(
        map_block_sentences(block, writer.sentence)
        for at, block in enumerate(section.blocks)
        if at not in taken
    )
    blocks = _without_heading_of_notes(blocks, search)
    for note in search.printed[section.id]:
        note.blocks = tuple(map_block_sentences(block, writer.sentence) for block in note.blocks)
    inner = _rebuilt(section.sections, search)
    own = tuple(_note(note) for note in search.own.get(section.id, ()))
    words = "".join(block_text(block) for block in blocks).strip()
    if says_notes(section.heading.title) and not (words or inner or own):
        search.notices.append(_remark(_NO_HEADING, section.pos, section.heading.title))
        return None
    return replace(section, heading=heading, blocks=blocks, sections=inner, notes=own)


def _without_heading_of_notes(blocks: tuple[Block, ...], search: _Search) -> tuple[Block, ...]:
    """Leave out the word "Notes" at the end of a section when the reader has taken the notes from under it."""
    while (
        blocks and search.given and isinstance(blocks[-1], Paragraph) and says_notes(block_text(blocks[-1]))
    ):
        search.notices.append(_remark(_NO_HEADING, blocks[-1].pos, block_text(blocks[-1])))
        blocks = blocks[:-1]
    return blocks


class _Writer:
    """Puts ids and ties into the references of one section, in reading order."""

    def __init__(self, references: Sequence[_Reference]) -> None:
        self.references = iter(references)

    def sentence(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """Give a sentence with its references tied."""
        return (replace(sentence, inlines=self._inlines(sentence.inlines)),)

    def _inlines(self, inlines: Sequence[Inline]) -> tuple[Inline, ...]:
        return tuple(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Inline:
        if isinstance(inline, NoteRef):
            found = next(self.references)
            return replace(inline, id=found.id, note=found.note.id if found.note else "")
        if isinstance(inline, CONTAINERS):
            return replace(inline, children=self._inlines(inline.children))
        return inline


def _note(found: _Found) -> Note:
    words = " ".join(block_text(block) for block in found.blocks)
    return Note(
        id=found.id,
        mark=found.mark,
        blocks=found.blocks,
        references=tuple(reference.id for reference in found.references),
        author="translator" if _TRANSLATOR.search(words) else "",
        pos=found.pos,
    )


def _scope(section: str) -> str:
    return section.removeprefix("sec-")


def _in_id(mark: str) -> str:
    return (
        mark
        if mark.isascii() and mark.isalnum()
        else "".join(sign if sign.isascii() and sign.isalnum() else f"u{ord(sign):x}" for sign in mark)
    )


def _no_note(reference: _Reference) -> Notice:
    mark, block = reference.printed.mark, reference.block
    message = (
        f"note reference {mark} {reference.why}"
        if reference.why
        else f"note reference {mark} has no note in its section. Add a line “{mark}. ...” there, or take it out."
    )
    if reference.likely:
        message += f" By its place it may stand for note {reference.likely}, which nothing refers to."
    return Notice(
        code="N-003" if reference.why else "N-001",
        message=message,
        weight=Weight.ERROR,
        pos=block.pos if block else None,
        fragment=_before(reference.printed, block) if block else "",
    )


def _before(reference: NoteRef, block: Block) -> str:
    """Give the words before a reference, so that a person finds it."""
    words = ""
    for inline in every_inline(block_inlines(block)):
        if inline is reference:
            break
        words += getattr(inline, "text", "")
    return words[-40:].strip()


def _no_reference(note: _Found) -> Notice:
    message = (
        f"note {note.mark} is not referred to in its section. Add <sup>{note.mark}</sup> where it belongs."
    )
    words = " ".join(block_text(block) for block in note.blocks)
    return Notice(code="N-002", message=message, pos=note.pos, fragment=words[:60])


def _remark(message: str, pos: SourcePos | None, fragment: str) -> Notice:
    return Notice(code="S-023", message=message, weight=Weight.REMARK, pos=pos, fragment=fragment)
