"""Know separators for what they are.

In: paragraphs that hold only stars, dots, dashes or a row of one sign. Out: ThematicBreaks that keep what is printed.
"""

import re

from pipeline.model.document import Block, Document, Paragraph, Section, ThematicBreak
from pipeline.passes.blocks import block_text, map_blocks

_SEPARATOR = re.compile(r"(?:[*•·⁂~–—_-]\s*){1,9}|(?:([*~–—_=#+-])\s*)(?:\1\s*){2,}")


def mark_separators(document: Document) -> Document:
    """Turn each paragraph without a word that is made of separator signs into a ThematicBreak."""
    return map_blocks(document, _marked)


def _marked(_section: Section, block: Block) -> Block:
    if isinstance(block, Paragraph) and _SEPARATOR.fullmatch(block_text(block).strip()):
        return ThematicBreak(printed=" ".join(block_text(block).split()), pos=block.pos)
    return block
