"""The ledger of a text's words, taken from the Document before any writer has seen it.

In: a Document. Out: for each top-level section, how many words it prints, and their digest. Law: everything that is
printed counts, in reading order: numbers of notes and lists and what a picture shows included, page numbers not.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

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
)
from pipeline.model.inline import CONTAINERS, Inline, LineBreak, NoteRef, Text
from pipeline.verify.word_ledger import LedgerRow, ledger_row
from pipeline.verify.words import words_in


def make_ledger(document: Document) -> tuple[LedgerRow, ...]:
    """Count and digest the words of every top-level section."""
    return tuple(
        ledger_row(section.heading.title, tuple(chain.from_iterable(map(words_in, _section(section)))))
        for section in document.sections
    )


def _section(section: Section) -> Iterator[str]:
    """Yield what a section prints, passage by passage."""
    yield _sentences([section.heading.sentence])
    if section.heading.subtitle:
        yield _sentences([section.heading.subtitle])
    yield from _blocks(section.blocks)
    for note in section.notes:
        yield note.mark
        yield from _blocks(note.blocks)
    for inner in section.sections:
        yield from _section(inner)


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | LineGroup():
            yield _sentences(block.sentences)
        case Quotation():
            yield from _blocks(block.blocks)
        case Verse():
            yield from (_sentences([line]) for stanza in block.stanzas for line in stanza)
        case ListBlock():
            for number, item in enumerate(block.items, block.start):
                yield str(number) if block.ordered else ""
                yield from _blocks(item)
        case Table():
            for row in block.rows:
                for cell in row:
                    yield from _blocks(cell)
        case Figure():
            yield block.alternative
            yield from _blocks(block.caption)
        case ThematicBreak() | PageBreak():
            return


def _sentences(sentences: Sequence[Sentence]) -> str:
    return "".join(_printed(inline) for sentence in sentences for inline in sentence.inlines)


def _printed(inline: Inline) -> str:
    """Give the characters of an inline; the sign of a note is no part of the word before it."""
    match inline:
        case Text():
            return inline.text
        case NoteRef():
            return f" {inline.mark} "
        case LineBreak():
            return "\n"
        case _ if isinstance(inline, CONTAINERS):
            return "".join(map(_printed, inline.children))
