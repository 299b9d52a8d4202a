"""Blocks as the passes look at them: their words, their lines, and a way to change each of them.

In: blocks and Documents. Out: strings and Documents. Law: reading order is never changed here.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.model.document import Block, Document, Figure, ListBlock, Quotation, Section, Table
from pipeline.model.inline import CONTAINERS, Emphasis, Inline, NoteRef, Strong, plain_text
from pipeline.model.source import SourcePos
from pipeline.model.walk import block_sentences, map_sections


def block_text(block: Block) -> str:
    """Give the words of a block, lines as lines."""
    return "".join(sentence.text for sentence in block_sentences(block))


def block_lines(block: Block) -> list[str]:
    """Give the lines of a block without the white space around them."""
    return [line.strip() for line in block_text(block).split("\n") if line.strip()]


def block_inlines(block: Block) -> tuple[Inline, ...]:
    """Give the inlines of all sentences of a block."""
    return tuple(inline for sentence in block_sentences(block) for inline in sentence.inlines)


def place_of(block: Block, offset: int = 0) -> SourcePos | None:
    """Give where a character of a block stands: each line that is kept as a line is one line of the source."""
    if block.pos is None:
        return None
    return replace(block.pos, line=block.pos.line + block_text(block)[:offset].count("\n"))


def is_italic(inlines: Sequence[Inline]) -> bool:
    """Tell whether all letters stand in italics."""
    return _is_all(Emphasis, inlines)


def is_bold(inlines: Sequence[Inline]) -> bool:
    """Tell whether all letters stand in bold."""
    return _is_all(Strong, inlines)


def _is_all(mark: type[Emphasis | Strong], inlines: Sequence[Inline]) -> bool:
    bare = [inline for inline in inlines if not isinstance(inline, mark | NoteRef)]
    return bool(plain_text(inlines).strip()) and all(
        _is_all(mark, inline.children)
        if isinstance(inline, CONTAINERS)
        else not plain_text((inline,)).strip()
        for inline in bare
    )


def map_blocks(document: Document, change: Callable[[Section, Block], Block]) -> Document:
    """Give a Document in which each block, inner blocks first, is what `change` makes of it; notes included."""

    def deep(section: Section, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(change(section, _inside(block, lambda inner: deep(section, inner))) for block in blocks)

    def in_section(section: Section) -> Section:
        notes = tuple(replace(note, blocks=deep(section, note.blocks)) for note in section.notes)
        return replace(section, blocks=deep(section, section.blocks), notes=notes)

    return map_sections(document, in_section)


def _inside(block: Block, change: Callable[[Sequence[Block]], tuple[Block, ...]]) -> Block:
    match block:
        case Quotation():
            return replace(block, blocks=change(block.blocks))
        case ListBlock():
            return replace(block, items=tuple(change(item) for item in block.items))
        case Table():
            return replace(block, rows=tuple(tuple(change(cell) for cell in row) for row in block.rows))
        case Figure():
            return replace(block, caption=change(block.caption))
        case _:
            return block
