"""Search a document for note references and notes, and tie them.

In: the sections with references and notes as printed. Out: a Search that knows which reference belongs to which note.
Law: what the source itself ties is tied so; numbers tie only where they rise together; what finds no partner is told,
never tied to a wrong one.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.model.document import Block, Document, Section, ThematicBreak, every_section
from pipeline.model.inline import NoteRef
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import every_inline
from pipeline.passes.blocks import block_inlines, block_text
from pipeline.passes.printed_notes import NoteGroup, choose_groups, is_rule, note_groups, says_notes
from pipeline.passes.rising import likely_places, misfits

NO_HEADING = "the heading above notes was left out: notes are set apart in every edition."
_NOTES_TO = re.compile(r"(?:foot|end)?notes (?:to|on|for) (?=\S)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_GOES_BACK = (
    "goes back where a higher number is expected, so it may stand for another note and is tied to none. Compare with "
    "the print."
)
_IN_SEVERAL = (
    "stands in several sections, and one note has that number, so it is tied to none. Compare with the print."
)


@dataclass(slots=True, kw_only=True)
class Reference:
    """One reference in reading order."""

    printed: NoteRef
    section: str
    block: Block | None
    """Where it stands; None in a heading."""
    at: int = -1
    """Index, in its section, of the block that it stands in or that holds its note."""
    note: "Found | None" = None
    why: str = ""
    """Why it is tied to nothing, when a note with its number exists."""
    likely: str = ""
    """The mark of the note that it may stand for, for a person to compare."""
    id: str = ""


@dataclass(slots=True, kw_only=True)
class Found:
    """One note and what refers to it."""

    mark: str
    blocks: tuple[Block, ...]
    pos: SourcePos | None
    section: str
    """Id of the section it will stand in: the first that refers to it, else where it is printed."""
    references: list[Reference] = field(default_factory=list)
    id: str = ""

    def refer(self, reference: Reference) -> None:
        """Tie one more reference to the note."""
        if not self.references:
            self.section = reference.section
        reference.note = self
        self.references.append(reference)


class Search:
    """One search through a document: finds references and notes, ties them, names them."""

    def __init__(self, document: Document) -> None:
        """Search the sections in reading order."""
        self.names: dict[str, frozenset[str]] = {}
        """Names by which notes may call a section: its heading, its number, and those of the sections round it."""
        self.in_notes: set[str] = set()
        """Sections of notes: those under the heading Notes, and those headed "Notes to Chapter 1"."""
        self.know(document.sections, frozenset(), in_notes=False)
        self.sections = tuple(every_section(document))
        self.notices: list[Notice] = []
        self.references: dict[str, list[Reference]] = {}
        self.groups: dict[str, tuple[NoteGroup, ...]] = {}
        self.printed: dict[str, list[Found]] = {}
        """Notes by the section that prints them, in its order: the reader's, then those of the groups."""
        self.given: dict[str, Found] = {}
        """Notes that the source itself ties, by the reader's key."""
        self.own: dict[str, list[Found]] = {}
        """Notes by the section they will stand in."""
        self.take_given()
        pending: list[Reference] = []
        for section in self.sections:
            pending += self.in_section(section, pending)
        self.name()

    def know(self, sections: Sequence[Section], above: frozenset[str], *, in_notes: bool) -> None:
        """Learn the names of sections, and which of them hold notes."""
        for section in sections:
            title = section.heading.title
            if in_notes or says_notes(title) or _NOTES_TO.match(title):
                self.in_notes.add(section.id)
            names = above | _names(section.heading.sentence.text) | _names(title)
            self.names[section.id] = names
            self.know(section.sections, names, in_notes=in_notes or says_notes(title))

    def of_chapter(self, section: Section, earlier: Sequence[Reference]) -> Sequence[Reference]:
        """Give the references that a section of notes is for: those of the chapter it is named after, else all."""
        own = _folded(_NOTES_TO.sub("", section.heading.title))
        named = [one for one in earlier if own in self.names[one.section]]
        return named or earlier

    def take_given(self) -> None:
        """Take the notes that the reader has found by links."""
        for section in self.sections:
            found = [
                Found(mark=note.mark, blocks=note.blocks, pos=note.pos, section=section.id)
                for note in section.notes
            ]
            self.printed[section.id] = found
            self.given |= {note.id: one for note, one in zip(section.notes, found, strict=True)}

    def in_section(self, section: Section, earlier: Sequence[Reference]) -> list[Reference]:
        """Tie what can be tied in one section; give the references that are left for later sections."""
        groups = note_groups(section.blocks, under_heading=section.id in self.in_notes)
        if section.id in self.in_notes:
            earlier = self.of_chapter(section, earlier)
        chosen = choose_groups(
            groups, section.blocks, {one.printed.mark for one in earlier if one.note is None}
        )
        notes = [
            [
                Found(mark=note.mark, blocks=note.blocks, pos=note.pos, section=section.id)
                for note in group.notes
            ]
            for group in chosen
        ]
        self.groups[section.id] = chosen
        self.printed[section.id] += [note for group in notes for note in group]
        references = list(_references(section, chosen, notes, self.printed[section.id]))
        self.references[section.id] = references
        for reference in references:
            if given := self.given.get(reference.printed.note):
                given.refer(reference)
        for run, begin, end in _runs(chosen):
            within = [one for one in references if begin <= one.at < end]
            _tie([note for number in run for note in notes[number]], within)
        for group in notes:
            _tie_earlier(group, earlier)
        self.tell_headings(section)
        # A star is answered where it stands, or under the name of its chapter: every section has its own.
        return [one for one in references if one.note is None and one.printed.mark[-1:].isalnum()]

    def tell_headings(self, section: Section) -> None:
        """Tell the words and the rule above notes, which every edition sets anew."""
        for group in self.groups[section.id]:
            above = section.blocks[group.begin - 1] if group.begin else None
            if above and is_rule(above):
                self.tell_rule(above)
            if group.heading:
                self.notices.append(remark(NO_HEADING, section.blocks[group.begin].pos, group.heading))

    def tell_rule(self, rule: Block) -> None:
        """Tell that the rule above notes is left out."""
        if isinstance(rule, ThematicBreak):
            message = "the rule above notes was left out: notes are set apart in every edition."
            self.notices.append(remark(message, rule.pos, rule.printed))

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


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _names(heading: str) -> frozenset[str]:
    """Give a heading and what stands before its stop: "I. The Door" is called I, too."""
    return frozenset({_folded(heading), _folded(re.split(r"[.:\u2012-\u2015]", heading)[0])} - {""})


def _unique(wish: str, given: Counter[str]) -> str:
    given[wish] += 1
    return wish if given[wish] == 1 else f"{wish}-{given[wish]}"


def _references(
    section: Section,
    groups: Sequence[NoteGroup],
    grouped: Sequence[Sequence[Found]],
    notes: Sequence[Found],
) -> Iterator[Reference]:
    """Give the references of a section in reading order: heading, blocks, then inside its notes."""
    heading = section.heading
    for sentence in (heading.sentence, *((heading.subtitle,) if heading.subtitle else ())):
        for inline in every_inline(sentence.inlines):
            if isinstance(inline, NoteRef):
                yield Reference(printed=inline, section=section.id, block=None)
    taken = {at for group in groups for at in range(group.begin, group.end)}
    begins = {id(note): group.begin for group, own in zip(groups, grouped, strict=True) for note in own}
    kept = [(at, block) for at, block in enumerate(section.blocks) if at not in taken]
    inside = [(begins.get(id(note), -1), block) for note in notes for block in note.blocks]
    for at, block in (*kept, *inside):
        for inline in every_inline(block_inlines(block)):
            if isinstance(inline, NoteRef):
                yield Reference(printed=inline, section=section.id, block=block, at=at)


def _runs(groups: Sequence[NoteGroup]) -> Iterator[tuple[Sequence[int], int, int]]:
    """Give groups whose numbers do not begin anew, with the blocks from..to whose references they answer.

    One run answers the whole section. Of several, each answers what stands between the last one and its own end.
    """
    runs: list[list[int]] = [[]]
    seen: set[str] = set()
    for number, group in enumerate(groups):
        if seen.intersection(group.marks):
            runs.append([])
            seen = set()
        runs[-1].append(number)
        seen.update(group.marks)
    if len(runs) == 1:
        yield runs[0], -1, sys.maxsize
        return
    begin = -1
    for run in runs:
        end = groups[run[-1]].end
        yield run, begin, end
        begin = end


def _tie(notes: Sequence[Found], references: Sequence[Reference]) -> None:
    """Tie the references whose numbers rise as the notes do; guess at the others, for a person to decide."""
    by_mark: dict[str, Found] = {}
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


def _tie_earlier(notes: Sequence[Found], earlier: Sequence[Reference]) -> None:
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


def _scope(section: str) -> str:
    return section.removeprefix("sec-")


def _in_id(mark: str) -> str:
    return (
        mark
        if mark.isascii() and mark.isalnum()
        else "".join(sign if sign.isascii() and sign.isalnum() else f"u{ord(sign):x}" for sign in mark)
    )


def _no_note(reference: Reference) -> Notice:
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


def _no_reference(note: Found) -> Notice:
    message = (
        f"note {note.mark} is not referred to in its section. Add <sup>{note.mark}</sup> where it belongs."
    )
    words = " ".join(block_text(block) for block in note.blocks)
    return Notice(code="N-002", message=message, pos=note.pos, fragment=words[:60])


def remark(message: str, pos: SourcePos | None, fragment: str) -> Notice:
    """Tell what was left out round notes."""
    return Notice(code="S-023", message=message, weight=Weight.REMARK, pos=pos, fragment=fragment)
