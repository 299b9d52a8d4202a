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
from pipeline.passes.formulas import credit

_COPYRIGHT = re.compile(r"\s*(copyright\b|©|\(c\) ?\d{4}|all rights reserved)", re.IGNORECASE)
_SOURCE = re.compile(
    r"\(?\s*(based|from|adapted|excerpt(ed)?|taken|translated|reprinted|free(ly)? translat\w+|source)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:;,…\"”)\]]\s*$")
_POSTSCRIPT = re.compile(r"\s*P\. ?S\.")
_SIGNATURE_WORDS = 8
_SOURCE_WORDS = 40
_ABOVE_BYLINE = 2
"""Blocks that may stand between a heading and the byline: an introduction, a motto."""
_EPIGRAPH_WORDS = 90
_ATTRIBUTION = re.compile(r"\s*[\u2012-\u2015-]{1,3}\s?[A-Z\"“\u05d0-\u05ea].{1,100}", re.DOTALL)
"""A dash and who said it."""


def give_roles(document: Document) -> Document:
    """Give the paragraphs of chapters and sections their roles."""
    return map_sections(document, _with_roles)


def _with_roles(section: Section) -> Section:
    if section.role not in (Role.CHAPTER, Role.SECTION):
        return section
    blocks = list(section.blocks)
    for role, fits in _RULES:
        for index, block in enumerate(blocks):
            if _can_have(block, role) and fits(blocks, index):
                blocks[index] = replace(block, role=role)
    return replace(section, blocks=tuple(blocks))


def _can_have(block: Block, role: ParagraphRole) -> TypeGuard[Paragraph | LineGroup]:
    """Lines that are kept as lines may be a byline or an epigraph, nothing else."""
    kinds = (Paragraph, LineGroup) if role in _OPENING else Paragraph
    return isinstance(block, kinds) and block.role is ParagraphRole.BODY


def _opens(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether only bylines, epigraphs and pictures stand above a block, and text below it."""
    above = all(
        isinstance(block, Figure | PageBreak | Quotation | Verse) or getattr(block, "role", None) in _OPENING
        for block in islice(blocks, index)
    )
    return above and _text_follows(blocks, index)


def _text_follows(blocks: Sequence[Block], index: int) -> bool:
    below = (blocks[at] for at in range(index + 1, len(blocks)))
    return any(isinstance(block, Paragraph) and _is_body(block) for block in below)


def _is_byline(blocks: Sequence[Block], index: int) -> bool:
    """Lines that all credit somebody, under the heading or what introduces the text."""
    lines = block_lines(blocks[index])
    if not lines or not all(credit(line) for line in lines):
        return False
    above = (block for block in islice(blocks, index) if not isinstance(block, Figure | PageBreak))
    return sum(1 for _ in islice(above, _ABOVE_BYLINE + 1)) <= _ABOVE_BYLINE and _text_follows(blocks, index)


def _is_epigraph(blocks: Sequence[Block], index: int) -> bool:
    """Few words with a dash and a name under them, above the text; or that name."""
    if not _opens(blocks, index) or len(block_text(blocks[index]).split()) > _EPIGRAPH_WORDS:
        return False
    lines = block_lines(blocks[index])
    above = blocks[index - 1] if index else None
    is_under = isinstance(above, Quotation | Verse) or (
        getattr(above, "role", None) is ParagraphRole.EPIGRAPH and not _names_source(above)
    )
    if is_under and _ATTRIBUTION.fullmatch(block_text(blocks[index])):
        return True
    return _names_source(blocks[index]) or (
        len(lines) > 0
        and not credit(lines[0])
        and isinstance(blocks[index + 1], Paragraph | LineGroup)
        and bool(_ATTRIBUTION.fullmatch(block_text(blocks[index + 1])))
    )


def _names_source(block: Block | None) -> bool:
    """Tell whether the last of several lines says who said the others."""
    lines = block_lines(block) if block else []
    return len(lines) > 1 and bool(_ATTRIBUTION.fullmatch(lines[-1]))


def _is_copyright(blocks: Sequence[Block], index: int) -> bool:
    return bool(_COPYRIGHT.match(block_text(blocks[index])))


def _is_abstract(blocks: Sequence[Block], index: int) -> bool:
    """The first paragraph, all in italics, with text after it."""
    if index:
        return False
    is_bracketed = block_text(blocks[index]).strip().startswith("(")
    return _text_follows(blocks, 0) and not is_bracketed and is_italic(block_inlines(blocks[index]))


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
    is_bare = not _ENDED.search(text) and ":" not in text and " – " not in text
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
_RULES: tuple[tuple[ParagraphRole, Callable[[Sequence[Block], int], bool]], ...] = (
    (ParagraphRole.BYLINE, _is_byline),
    (ParagraphRole.EPIGRAPH, _is_epigraph),
    (ParagraphRole.COPYRIGHT, _is_copyright),
    (ParagraphRole.SOURCE_LINE, _is_source_line),
    (ParagraphRole.SIGNATURE, _is_signature),
    (ParagraphRole.ABSTRACT, _is_abstract),
)
"""In this order: what a signature is depends on the copyright line below it."""
