"""What the formats ask of a Document in reading order: blocks, sentences, pages, languages.

In: sections and blocks. Out: the same nouns, in reading order. Law: claims are computed from the document.
"""

from collections.abc import Iterator, Sequence

from pipeline.model.document import (
    Block,
    Document,
    Figure,
    LineGroup,
    ListBlock,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quotation,
    Section,
    Sentence,
    Table,
    Verse,
    every_section,
)
from pipeline.model.inline import LanguageSpan, NoteRef
from pipeline.model.walk import block_sentences, every_inline, every_sentence

_RIGHT_TO_LEFT = frozenset({"he", "yi", "arc", "ar"})


def open_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield each block, then the blocks inside it."""
    for block in blocks:
        yield block
        match block:
            case Quotation():
                yield from open_blocks(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from open_blocks(item)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from open_blocks(cell)
            case Figure():
                yield from open_blocks(block.caption)
            case _:
                pass


def own_blocks(section: Section) -> Iterator[Block]:
    """Yield the blocks of a section and of its notes, opened, without those of the sections inside it."""
    yield from open_blocks(section.blocks)
    for note in section.notes:
        yield from open_blocks(note.blocks)


def every_block(document: Document) -> Iterator[Block]:
    """Yield all blocks of a document, opened."""
    for section in every_section(document):
        yield from own_blocks(section)


def leaves(blocks: Sequence[Block]) -> Iterator[Sentence | PageBreak]:
    """Yield what is read or passed on the way: sentences and page breaks, pull quotes left out."""
    for block in open_blocks(blocks):
        match block:
            case PageBreak():
                yield block
            case Figure():
                yield block.described
            case Paragraph(role=ParagraphRole.PULLQUOTE):
                pass
            case Paragraph() | LineGroup() | Verse():
                yield from block_sentences(block)
            case _:
                pass


def note_refs(sentence: Sentence) -> tuple[NoteRef, ...]:
    """Give the note references of a sentence."""
    return tuple(inline for inline in every_inline(sentence.inlines) if isinstance(inline, NoteRef))


def page_breaks(document: Document) -> tuple[PageBreak, ...]:
    """Give the print pages of a document, in order."""
    return tuple(block for block in every_block(document) if isinstance(block, PageBreak))


def languages(document: Document) -> tuple[str, ...]:
    """Give the document's language and then every other that occurs in its own script."""
    found = {block.language for block in every_block(document) if isinstance(block, Paragraph | LineGroup)}
    for sentence in every_sentence(document):
        found |= {
            inline.language for inline in every_inline(sentence.inlines) if isinstance(inline, LanguageSpan)
        }
    main = document.metadata.language
    return (main, *sorted(tag for tag in found if tag and tag != main and not tag.endswith("-Latn")))


def direction(language: str) -> str:
    """Give "rtl" for a language whose own script runs from right to left, or nothing."""
    primary, _, rest = language.partition("-")
    return "rtl" if primary in _RIGHT_TO_LEFT and rest != "Latn" else ""
