"""Say what paragraphs do in their section: abstract, source line, signature, copyright.

In: whole paragraphs. Out: paragraphs with roles. Law: a role is given by where a paragraph stands and how it looks,
and takes nothing away from it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice

from pipeline.model.document import Block, Document, Paragraph, ParagraphRole, Role, Section
from pipeline.model.walk import map_sections
from pipeline.passes.blocks import block_inlines, block_text, is_italic

_COPYRIGHT = re.compile(r"\s*(copyright\b|©|\(c\) ?\d{4}|all rights reserved)", re.IGNORECASE)
_SOURCE = re.compile(
    r"\(?\s*(based|from|adapted|excerpt(ed)?|taken|translated|reprinted|free(ly)? translat\w+|source)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:;,…\"”)\]]\s*$")
_SIGNATURE_WORDS = 8
_SOURCE_WORDS = 40


def give_roles(document: Document) -> Document:
    """Give the paragraphs of chapters and sections their roles."""
    return map_sections(document, _with_roles)


def _with_roles(section: Section) -> Section:
    if section.role not in (Role.CHAPTER, Role.SECTION):
        return section
    blocks = list(section.blocks)
    for role, fits in _RULES:
        for index, block in enumerate(blocks):
            if isinstance(block, Paragraph) and block.role is ParagraphRole.BODY and fits(blocks, index):
                blocks[index] = replace(block, role=role)
    return replace(section, blocks=tuple(blocks))


def _is_copyright(blocks: Sequence[Block], index: int) -> bool:
    return bool(_COPYRIGHT.match(block_text(blocks[index])))


def _is_abstract(blocks: Sequence[Block], index: int) -> bool:
    """The first paragraph, all in italics, with text after it."""
    if index:
        return False
    text_follows = any(isinstance(block, Paragraph) and _is_body(block) for block in blocks[1:])
    is_bracketed = block_text(blocks[index]).strip().startswith("(")
    return text_follows and not is_bracketed and is_italic(block_inlines(blocks[index]))


def _is_body(block: Paragraph) -> bool:
    return block.role is ParagraphRole.BODY and not is_italic(block_inlines(block))


def _is_source_line(blocks: Sequence[Block], index: int) -> bool:
    """The last paragraph of the text, in brackets or italics, saying where it was taken from."""
    text = block_text(blocks[index]).strip()
    is_set_apart = (text.startswith("(") and text.endswith(")")) or is_italic(block_inlines(blocks[index]))
    return is_set_apart and bool(_SOURCE.match(text)) and _nothing_follows(blocks, index, _SOURCE_WORDS)


def _is_signature(blocks: Sequence[Block], index: int) -> bool:
    """A few words without a full stop at the very end of the text."""
    text = block_text(blocks[index])
    return index > 0 and not _ENDED.search(text) and _nothing_follows(blocks, index, _SIGNATURE_WORDS)


def _nothing_follows(blocks: Sequence[Block], index: int, most_words: int) -> bool:
    if len(block_text(blocks[index]).split()) > most_words:
        return False
    return all(
        isinstance(block, Paragraph) and _is_closed(block) for block in islice(blocks, index + 1, None)
    )


def _is_closed(block: Paragraph) -> bool:
    return block.role is not ParagraphRole.BODY


_RULES: tuple[tuple[ParagraphRole, Callable[[Sequence[Block], int], bool]], ...] = (
    (ParagraphRole.COPYRIGHT, _is_copyright),
    (ParagraphRole.SOURCE_LINE, _is_source_line),
    (ParagraphRole.SIGNATURE, _is_signature),
    (ParagraphRole.ABSTRACT, _is_abstract),
)
"""In this order: what a signature is depends on the copyright line below it."""
