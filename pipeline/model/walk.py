"""Ways through a Document in reading order, and ways to change every sentence or block of it.

Reading order (one order for ear, finger and eye): heading, subtitle, blocks, then the section's notes, then the
sections inside it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipeline.model.document import (
    Block,
    Document,
    Figure,
    LineGroup,
    ListBlock,
    PageBreak,
    Paragraph,
    Quotation,
    Section,
    Sentence,
    Table,
    ThematicBreak,
    Verse,
    every_section,
)
from pipeline.model.inline import CONTAINERS, Inline


def block_sentences(block: Block) -> Iterator[Sentence]:
    """Yield the sentences of a block, those of blocks inside it included."""
    match block:
        case Paragraph() | LineGroup():
            yield from block.sentences
        case Quotation():
            yield from sentences_of(block.blocks)
        case Verse():
            for stanza in block.stanzas:
                yield from stanza
        case ListBlock():
            for item in block.items:
                yield from sentences_of(item)
        case Table():
            for row in block.rows:
                for cell in row:
                    yield from sentences_of(cell)
        case Figure():
            yield from sentences_of(block.caption)
        case ThematicBreak() | PageBreak():
            return


def sentences_of(blocks: Sequence[Block]) -> Iterator[Sentence]:
    """Yield the sentences of blocks."""
    for block in blocks:
        yield from block_sentences(block)


def section_sentences(section: Section) -> Iterator[Sentence]:
    """Yield the sentences of one section in reading order, without those of the sections inside it."""
    yield section.heading.sentence
    if section.heading.subtitle:
        yield section.heading.subtitle
    yield from sentences_of(section.blocks)
    for note in section.notes:
        yield from sentences_of(note.blocks)


def every_sentence(document: Document) -> Iterator[Sentence]:
    """Yield all sentences of a document in reading order."""
    for section in every_section(document):
        yield from section_sentences(section)


def every_inline(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Yield each inline before its children."""
    for inline in inlines:
        yield inline
        if isinstance(inline, CONTAINERS):
            yield from every_inline(inline.children)


def map_block_sentences(block: Block, change: Callable[[Sentence], tuple[Sentence, ...]]) -> Block:
    """Give a block in which each sentence is replaced by what `change` makes of it (one or more)."""

    def changed(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
        return tuple(new for sentence in sentences for new in change(sentence))

    def inside(blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(map_block_sentences(inner, change) for inner in blocks)

    match block:
        case Paragraph() | LineGroup():
            return replace(block, sentences=changed(block.sentences))
        case Quotation():
            return replace(block, blocks=inside(block.blocks))
        case Verse():
            return replace(block, stanzas=tuple(changed(stanza) for stanza in block.stanzas))
        case ListBlock():
            return replace(block, items=tuple(inside(item) for item in block.items))
        case Table():
            return replace(block, rows=tuple(tuple(inside(cell) for cell in row) for row in block.rows))
        case Figure():
            return replace(block, caption=inside(block.caption))
        case ThematicBreak() | PageBreak():
            return block


def map_sections(document: Document, change: Callable[[Section], Section]) -> Document:
    """Give a document in which each section, its inner sections first, is what `change` makes of it."""

    def deep(section: Section) -> Section:
        return change(replace(section, sections=tuple(deep(inner) for inner in section.sections)))

    return replace(
        document,
        front=tuple(deep(section) for section in document.front),
        body=tuple(deep(section) for section in document.body),
        back=tuple(deep(section) for section in document.back),
    )


def map_sentences(document: Document, change: Callable[[Sentence], Sentence]) -> Document:
    """Give a document in which each sentence is what `change` makes of it: headings, blocks and notes."""

    def one(sentence: Sentence) -> tuple[Sentence, ...]:
        return (change(sentence),)

    def in_section(section: Section) -> Section:
        heading = section.heading
        subtitle = change(heading.subtitle) if heading.subtitle else None
        return replace(
            section,
            heading=replace(heading, sentence=change(heading.sentence), subtitle=subtitle),
            blocks=tuple(map_block_sentences(block, one) for block in section.blocks),
            notes=tuple(
                replace(note, blocks=tuple(map_block_sentences(block, one) for block in note.blocks))
                for note in section.notes
            ),
        )

    return map_sections(document, in_section)
