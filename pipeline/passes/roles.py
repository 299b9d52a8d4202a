"""Say what paragraphs do in their section: byline, epigraph, abstract, source line, signature, copyright.

In: whole paragraphs. Out: paragraphs with roles. Law: a role is given by where a paragraph stands and how it looks,
and takes nothing away from it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeGuard

from pipeline.model.document import (
    Block,
    Document,
    Figure,
    LineGroup,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quotation,
    Role,
    Section,
    Verse,
)
from pipeline.model.walk import map_sections
from pipeline.passes.blocks import block_inlines, block_lines, block_text, is_italic
from pipeline.passes.epigraphs import holds_source, is_source_of
from pipeline.passes.language import is_hebrew
from pipeline.passes.openings import credits_of, is_greeting, opens_credit

_COPYRIGHT = re.compile(r"\s*(copyright\b|©|\(c\) ?\d{4}|all rights reserved)", re.IGNORECASE)
_SOURCE = re.compile(
    r"\(?\s*(based|from|adapted|excerpt(ed)?|taken|translated|reprinted|free(ly)? translat\w+|source)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:;,…\"”)\]]\s*$")
_POSTSCRIPT = re.compile(r"\s*P\. ?S\.")
_THE_END = re.compile(r"\W*(?:the end|end of .*|finis)\W*", re.IGNORECASE)
_SIGNATURE_WORDS = 8
_SOURCE_WORDS = 40
_ABOVE_BYLINE = 2
"""Blocks that may stand between a heading and the byline: an introduction, a motto."""
_ABOVE_EPIGRAPH = 2
"""Short lines that may stand between a heading and a motto: a date, for whom it was said."""
_SHORT_WORDS = 12
_EPIGRAPH_WORDS = 90


def give_roles(document: Document) -> Document:
    """Give the paragraphs of chapters and sections their roles."""
    return map_sections(document, _with_roles)


def _with_roles(section: Section) -> Section:
    if section.role is Role.COPYRIGHT_PAGE:
        rules = tuple(rule for rule in _RULES if rule[0] is ParagraphRole.COPYRIGHT)
    elif section.role in (Role.CHAPTER, Role.SECTION):
        rules = _RULES
    else:
        return section
    blocks = list(section.blocks)
    below = section.sections[0].blocks if section.sections else ()
    for role, fits in rules:
        if role is ParagraphRole.EPIGRAPH:
            blocks = _with_mottos_open(blocks, below)
        stretch = [*blocks, *below] if role in _ABOVE_TEXT else blocks
        for index, block in enumerate(blocks):
            if _can_have(block, role) and fits(stretch, index):
                blocks[index] = stretch[index] = replace(block, role=role)
    return replace(section, blocks=tuple(blocks))


def _can_have(block: Block, role: ParagraphRole) -> TypeGuard[Paragraph | LineGroup]:
    """Lines that are kept as lines may be a byline or an epigraph, nothing else."""
    kinds = (Paragraph, LineGroup) if role in _OPENING else Paragraph
    return isinstance(block, kinds) and block.role is ParagraphRole.BODY


def _opens(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether only bylines, epigraphs, pictures and a few short lines stand above a block, and text below it."""
    others = (block for block in islice(blocks, index) if not _is_opening(block))
    above = list(islice(others, _ABOVE_EPIGRAPH + 1))
    return len(above) <= _ABOVE_EPIGRAPH and all(map(_is_short_line, above)) and _text_follows(blocks, index)


def _is_opening(block: Block) -> bool:
    return (
        isinstance(block, Figure | PageBreak | Quotation | Verse) or getattr(block, "role", None) in _OPENING
    )


def _is_short_line(block: Block) -> bool:
    text = block_text(block)
    is_line = isinstance(block, Paragraph) and not _ENDED.search(text)
    return is_line and len(text.split()) <= _SHORT_WORDS


def _text_follows(blocks: Sequence[Block], index: int) -> bool:
    below = (blocks[at] for at in range(index + 1, len(blocks)))
    return any(isinstance(block, Paragraph) and _is_body(block) for block in below)


def _is_byline(blocks: Sequence[Block], index: int) -> bool:
    """Lines that all credit somebody, under the heading or what introduces the text; "by" may stand above the name."""
    lines = block_lines(blocks[index])
    if opens_credit(blocks[index]) and index + 1 < len(blocks):
        lines += block_lines(blocks[index + 1])
    elif index and opens_credit(blocks[index - 1]):
        lines = block_lines(blocks[index - 1]) + lines
    if not credits_of(lines) or any(map(is_greeting, blocks[index + 1 : index + 3])):
        return False
    above = (block for block in islice(blocks, index) if not isinstance(block, Figure | PageBreak))
    return sum(1 for _ in islice(above, _ABOVE_BYLINE + 1)) <= _ABOVE_BYLINE and _text_follows(blocks, index)


def _is_epigraph(blocks: Sequence[Block], index: int) -> bool:
    """Few words with their source, above the text; or that source; or the Hebrew of such words above them."""
    block = blocks[index]
    if not _opens(blocks, index) or len(block_text(block).split()) > _EPIGRAPH_WORDS:
        return False
    above, below = blocks[index - 1] if index else None, blocks[index + 1]
    is_under = isinstance(above, Quotation | Verse) or getattr(above, "role", None) is ParagraphRole.EPIGRAPH
    if above and is_under and not holds_source(above) and is_source_of(block, above):
        return True
    if holds_source(block) or (is_hebrew(block) and holds_source(below)):
        return True
    return not credits_of(block_lines(block)[:1]) and is_source_of(below, block)


def _with_mottos_open(blocks: Sequence[Block], below: Sequence[Block]) -> list[Block]:
    """Make paragraphs of a displayed quotation above the text that names its source: they are the motto."""
    found: list[Block] = []
    stretch = (*blocks, *below)
    for index, block in enumerate(blocks):
        is_motto = isinstance(block, Quotation) and holds_source(block) and _opens(stretch, index)
        if isinstance(block, Quotation) and is_motto and len(block_text(block).split()) <= _EPIGRAPH_WORDS:
            found += [
                replace(inner, role=ParagraphRole.EPIGRAPH)
                if isinstance(inner, Paragraph | LineGroup)
                else inner
                for inner in block.blocks
            ]
        else:
            found.append(block)
    return found


def _is_copyright(blocks: Sequence[Block], index: int) -> bool:
    return bool(_COPYRIGHT.match(block_text(blocks[index])))


def _is_abstract(blocks: Sequence[Block], index: int) -> bool:
    """The first paragraph below byline and motto, all in italics, with text after it."""
    if not all(map(_is_opening, islice(blocks, index))):
        return False
    is_bracketed = block_text(blocks[index]).strip().startswith("(")
    return _text_follows(blocks, index) and not is_bracketed and is_italic(block_inlines(blocks[index]))


def _is_body(block: Paragraph) -> bool:
    return block.role is ParagraphRole.BODY and not is_italic(block_inlines(block))


def _is_source_line(blocks: Sequence[Block], index: int) -> bool:
    """The last paragraph of the text, in brackets or italics, saying where it was taken from."""
    text = block_text(blocks[index]).strip()
    is_set_apart = (text.startswith("(") and text.endswith(")")) or is_italic(block_inlines(blocks[index]))
    return is_set_apart and bool(_SOURCE.match(text)) and _nothing_follows(blocks, index, _SOURCE_WORDS)


def _is_signature(blocks: Sequence[Block], index: int) -> bool:
    """A few words without a full stop, without a label or a dash between them, at the very end of the text."""
    text = block_text(blocks[index])
    is_bare = not (_ENDED.search(text) or ":" in text or " – " in text or _THE_END.fullmatch(text))
    return index > 0 and is_bare and _nothing_follows(blocks, index, _SIGNATURE_WORDS)


def _nothing_follows(blocks: Sequence[Block], index: int, most_words: int) -> bool:
    if len(block_text(blocks[index]).split()) > most_words:
        return False
    return all(
        isinstance(block, Paragraph) and _is_closed(block) for block in islice(blocks, index + 1, None)
    )


def _is_closed(block: Paragraph) -> bool:
    return block.role is not ParagraphRole.BODY or bool(_POSTSCRIPT.match(block_text(block)))


_OPENING = (ParagraphRole.BYLINE, ParagraphRole.EPIGRAPH)
_ABOVE_TEXT = (*_OPENING, ParagraphRole.ABSTRACT)
"""They need text below them, if only in the first section inside theirs."""
_RULES: tuple[tuple[ParagraphRole, Callable[[Sequence[Block], int], bool]], ...] = (
    (ParagraphRole.BYLINE, _is_byline),
    (ParagraphRole.EPIGRAPH, _is_epigraph),
    (ParagraphRole.COPYRIGHT, _is_copyright),
    (ParagraphRole.SOURCE_LINE, _is_source_line),
    (ParagraphRole.SIGNATURE, _is_signature),
    (ParagraphRole.ABSTRACT, _is_abstract),
)
"""In this order: what a signature is depends on the copyright line below it."""
