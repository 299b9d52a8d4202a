"""Tie note references to their notes.

In: NoteRefs in the text, notes as the reader found them or as they are printed. Out: each note in the section that
refers to it, with ids of its own. Law: what finds no partner is a notice, never tied to a wrong one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import Block, Document, Note, Paragraph, Section, Sentence
from pipeline.model.inline import CONTAINERS, Inline, NoteRef
from pipeline.model.source import Notice
from pipeline.model.walk import map_block_sentences
from pipeline.passes.blocks import block_text
from pipeline.passes.note_search import NO_HEADING, Found, Reference, Search, remark
from pipeline.passes.printed_notes import is_rule, says_notes

_TRANSLATOR = re.compile(r"\btranslator['’]s note\b|\bnote (?:by|of) the translator\b", re.IGNORECASE)
_MOST_LEFT = 2
_MOST_LEFT_WORDS = 15
"""A copyright line may stand below the notes of a web page."""


def tie_notes(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Take the notes out of the text and tie each reference to its note."""
    search = Search(document)
    front, body, back = (
        _rebuilt(part, search, []) for part in (document.front, document.body, document.back)
    )
    tied = replace(document, front=front, body=body, back=back)
    return tied, tuple(sorted([*search.notices, *search.leftovers()], key=_place))


def _place(notice: Notice) -> tuple[str, int, str]:
    return (notice.pos.path if notice.pos else "", notice.pos.line if notice.pos else 0, notice.code)


def _rebuilt(sections: Sequence[Section], search: Search, above: list[Block]) -> tuple[Section, ...]:
    """Give the sections without the printed notes, with tied references and their own notes.

    `above` are the blocks before the first section: what stood round notes that are gone goes or stays with them.
    """
    rebuilt: list[Section] = []
    for section in sections:
        made = _section(section, search)
        left = _left_by_notes(made, search)
        if left is None:
            rebuilt.append(made)
            continue
        search.notices.append(remark(NO_HEADING, section.pos, section.heading.title))
        blocks = list(rebuilt[-1].blocks) if rebuilt else above
        rules = [block for block in (*blocks[-1:], *left) if is_rule(block)]
        for rule in rules:
            search.tell_rule(rule)
        blocks[-1:] = [block for block in (*blocks[-1:], *left) if not is_rule(block)]
        if rebuilt:
            rebuilt[-1] = replace(rebuilt[-1], blocks=tuple(blocks))
    return tuple(rebuilt)


def _left_by_notes(section: Section, search: Search) -> Sequence[Block] | None:
    """Give what is left of a section of notes when its notes are gone: nothing, or a line below them.

    None when it is no such section, or holds more than that.
    """
    if section.id not in search.in_notes or section.sections or section.notes:
        return None
    words = [block_text(block).split() for block in section.blocks]
    if any(words) and not search.given and not search.groups[section.id]:
        return None
    is_little = len(words) <= _MOST_LEFT and all(len(each) <= _MOST_LEFT_WORDS for each in words)
    return section.blocks if is_little else None


def _section(section: Section, search: Search) -> Section:
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
    above = list(blocks)
    inner = _rebuilt(section.sections, search, above)
    own = tuple(_note(note) for note in search.own.get(section.id, ()))
    return replace(section, heading=heading, blocks=tuple(above), sections=inner, notes=own)


def _without_heading_of_notes(blocks: tuple[Block, ...], search: Search) -> tuple[Block, ...]:
    """Leave out the word "Notes" at the end of a section when the reader has taken the notes from under it."""
    while (
        blocks and search.given and isinstance(blocks[-1], Paragraph) and says_notes(block_text(blocks[-1]))
    ):
        search.notices.append(remark(NO_HEADING, blocks[-1].pos, block_text(blocks[-1])))
        blocks = blocks[:-1]
    return blocks


class _Writer:
    """Puts ids and ties into the references of one section, in reading order."""

    def __init__(self, references: Sequence[Reference]) -> None:
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


def _note(found: Found) -> Note:
    words = " ".join(block_text(block) for block in found.blocks)
    return Note(
        id=found.id,
        mark=found.mark,
        blocks=found.blocks,
        references=tuple(reference.id for reference in found.references),
        author="translator" if _TRANSLATOR.search(words) else "",
        pos=found.pos,
    )
