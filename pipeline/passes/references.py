"""Know note references that are printed on the line: "realms,[252]", "our town*".

In: sentences. Out: the same with NoteRefs. Law: a number in brackets, a star or a dagger is a reference only when the
text prints notes in the same dress; a year in brackets stays a year.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from pipeline.model.document import Block, Document, LineGroup, Paragraph, Section, Sentence, every_section
from pipeline.model.inline import Inline, LineBreak, NoteRef
from pipeline.model.source import Notice
from pipeline.model.walk import every_inline, map_sections
from pipeline.model.weave import cut, cut_all
from pipeline.passes.blocks import block_inlines, block_text, map_blocks, place_of
from pipeline.passes.edits import merge_texts
from pipeline.passes.excerpt import words_around
from pipeline.passes.printed_notes import says_notes

_NOTE = re.compile(r"\s*\[(\d{1,4}\*{0,3})\]\s*\S")
_SIGN_NOTE = re.compile(r"\s*(\*{1,4}|[†‡§])\)? ?[^\W_]")
_NEXT_NOTE = re.compile(r"(?<=[.!?)\]”\"] )(?:\*{2,4}|[†‡§])\)? ?(?=[^\W_])")
_SIGN_REFERENCE = re.compile(r"(?<=[^\s*†‡§])(?:\*{1,4}|[†‡§])(?![\w*†‡§])")
_REFERENCE = re.compile(r"(?<=\S)(?P<space> ?)\[(?P<mark>\d{1,4}\*{0,3})\]")
_YEAR_DIGITS = 4
"""A number in brackets of so many digits is a year, not a note."""
_LOST = 2
"""Notes that may be lost behind the last that was found, where references stand after a space."""
_ROUND_NOTE = re.compile(r"\s*\((\d{1,3})\)\s+\S")
_ROUND_REFERENCE = re.compile(
    r"(?<=[^\W\d_][^\W\d_]|[^\W\d_][.,;:!?\"”’]|[.,;:!?][\"”’])\((?P<mark>\d{1,3})\)"
)
"""It touches its word or the stop after it; an item in the text, "(1) the first", stands after a space."""
_NOTE_LINE = re.compile(r"^(?:\[\d{1,4}\]|\(\d{1,3}\)) ?(?=\S)", re.MULTILINE)


def mark_references(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Turn bracketed numbers into note references when notes are printed so; tell what else may be one."""
    document = _with_round(map_sections(document, _with_lines))
    marks = {
        found[1]
        for section in every_section(document)
        for block in section.blocks
        if isinstance(block, Paragraph) and (found := _NOTE.match(block_text(block)))
    }
    for_all = {
        sign
        for section in every_section(document)
        if says_notes(section.heading.title)
        for sign in _signs(section)
    }
    document = map_sections(document, partial(_signed, for_all))
    if not marks:
        return document, ()
    numbers = [int(mark.rstrip("*")) for mark in marks]
    touching = range(min(numbers) - len(numbers), max(numbers) + len(numbers) + 1)
    stand_apart = _stand_apart(document, marks)
    apart = range(min(numbers), max(numbers) + _LOST + 1) if stand_apart else range(0)

    def in_block(_section: Section, block: Block) -> Block:
        if not isinstance(block, Paragraph | LineGroup):
            return block
        return replace(
            block, sentences=tuple(_marked(sentence, marks, touching, apart) for sentence in block.sentences)
        )

    marked = map_blocks(document, in_block)
    return marked, tuple(_left_in_text(marked)) if stand_apart else ()


def _left_in_text(document: Document) -> Iterator[Notice]:
    """Tell the numbers in brackets that no note is near to: nobody can say whether they refer to one."""
    for section in every_section(document):
        for block in section.blocks:
            for found in _REFERENCE.finditer(block_text(block)):
                if len(found["mark"].rstrip("*")) < _YEAR_DIGITS:
                    words = words_around(block_text(block), found.start(), found.end())
                    message = (
                        f"[{found['mark']}] may refer to a note, but none with a number near it is printed. Add the "
                        "note, or leave it as it stands."
                    )
                    yield Notice(
                        code="N-005", message=message, pos=place_of(block, found.start()), fragment=words
                    )


def _with_lines(section: Section) -> Section:
    """Part notes that stand on lines below each other, where each line begins with a number in brackets."""
    return replace(section, blocks=tuple(part for block in section.blocks for part in _lines_parted(block)))


def _lines_parted(block: Block) -> tuple[Block, ...]:
    if not isinstance(block, LineGroup):
        return (block,)
    begins = [found.start() for found in _NOTE_LINE.finditer(block_text(block))]
    if len(begins) < 2 or begins[0]:
        return (block,)
    parts = cut_all(block_inlines(block), begins[1:])
    return tuple(_noted(part, block, begin) for part, begin in zip(parts, begins, strict=True))


def _noted(inlines: Sequence[Inline], lines: LineGroup, begin: int) -> LineGroup | Paragraph:
    """Make a paragraph of the line of a note; a note of several lines keeps them."""
    if inlines and isinstance(inlines[-1], LineBreak):
        inlines = inlines[:-1]
    sentences, pos = (Sentence(inlines=tuple(inlines)),), place_of(lines, begin)
    if any(isinstance(inline, LineBreak) for inline in every_inline(inlines)):
        return LineGroup(sentences=sentences, pos=pos)
    return Paragraph(sentences=sentences, pos=pos)


def _with_round(document: Document) -> Document:
    """Turn numbers in round brackets that touch a word into references, where a paragraph begins with the same."""
    marks = {
        found[1]
        for section in every_section(document)
        for block in section.blocks
        if isinstance(block, Paragraph) and (found := _ROUND_NOTE.match(block_text(block)))
    }

    def in_block(_section: Section, block: Block) -> Block:
        if not isinstance(block, Paragraph | LineGroup):
            return block
        return replace(block, sentences=tuple(_rounded(sentence, marks) for sentence in block.sentences))

    return map_blocks(document, in_block) if marks else document


def _rounded(sentence: Sentence, marks: set[str]) -> Sentence:
    if "(" not in sentence.text:
        return sentence
    inlines: Sequence[Inline] = sentence.inlines
    for found in reversed(list(_ROUND_REFERENCE.finditer(sentence.text))):
        if found["mark"] in marks:
            before, rest = cut(inlines, found.start())
            after = cut(rest, found.end() - found.start())[1]
            inlines = (*before, NoteRef(mark=found["mark"], note=""), *after)
    return replace(sentence, inlines=tuple(inlines))


def _signs(section: Section) -> set[str]:
    """Give the signs that paragraphs begin with: * for the first note, ** for the second."""
    return {
        found[1]
        for block in section.blocks
        if isinstance(block, Paragraph) and (found := _SIGN_NOTE.match(block_text(block)))
    }


def _signed(for_all: set[str], section: Section) -> Section:
    """Mark the signs of one section that it, or the notes at the end, explain; a star in a heading is none."""
    section = replace(section, blocks=tuple(part for block in section.blocks for part in _parted(block)))
    signs = for_all | _signs(section)
    if not signs:
        return section
    blocks = tuple(
        replace(block, sentences=tuple(_with_signs(sentence, signs) for sentence in block.sentences))
        if isinstance(block, Paragraph | LineGroup)
        else block
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def _parted(block: Block) -> tuple[Block, ...]:
    """Part a note from the next, which stands on the line below it: "*) See 32a. **) See there."."""
    if not isinstance(block, Paragraph) or not _SIGN_NOTE.match(block_text(block)):
        return (block,)
    inlines = tuple(inline for sentence in block.sentences for inline in sentence.inlines)
    begins = [found.start() for found in _NEXT_NOTE.finditer(block_text(block))]
    if not begins:
        return (block,)
    return tuple(replace(block, sentences=(Sentence(inlines=part),)) for part in cut_all(inlines, begins))


def _with_signs(sentence: Sentence, signs: set[str]) -> Sentence:
    """A sign that touches the word before it and none after it; one at the beginning opens a note."""
    inlines: Sequence[Inline] = sentence.inlines
    for found in reversed(list(_SIGN_REFERENCE.finditer(sentence.text))):
        if found[0] in signs:
            before, rest = cut(inlines, found.start())
            inlines = (*before, NoteRef(mark=found[0], note=""), *cut(rest, len(found[0]))[1])
    return replace(sentence, inlines=merge_texts(inlines))


def _stand_apart(document: Document, marks: set[str]) -> bool:
    """Tell whether this text sets a space before its references: a word [1]."""
    return any(
        found["space"] and found["mark"] in marks
        for section in every_section(document)
        for block in section.blocks
        for found in _REFERENCE.finditer(block_text(block))
    )


def _marked(sentence: Sentence, marks: set[str], touching: range, apart: range) -> Sentence:
    """Mark the references of one sentence; those without a note must be in reach of the notes there are.

    `touching` is the reach of a number that touches its word, `apart` that of one after a space.
    """
    if "[" not in sentence.text:
        return sentence
    inlines: Sequence[Inline] = sentence.inlines
    for found in reversed(list(_REFERENCE.finditer(sentence.text))):
        mark = found["mark"]
        if mark in marks or int(mark.rstrip("*")) in (apart if found["space"] else touching):
            before, rest = cut(inlines, found.start())
            after = cut(rest, found.end() - found.start())[1]
            inlines = (*before, NoteRef(mark=mark, note=""), *after)
    return replace(sentence, inlines=merge_texts(inlines))
