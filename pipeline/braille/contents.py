"""The contents of a volume.

In: blocks, and the number of the page on which each begins. Out: blocks of a contents list. Law: every heading of the
text is there, with the page on which it stands.
"""

from collections.abc import Iterator, Sequence

from pipeline.braille.cells import number_cells
from pipeline.braille.styles import BrailleBlock, Style

_INDENT = 2
"""Blank cells by which an entry stands further in than one of the level above."""
_DEEPEST = 3
"""Entries of lower levels stand where those of this one do: a fourth step would leave no cells for runovers."""


def contents(blocks: Sequence[BrailleBlock], numbers: Sequence[str]) -> tuple[BrailleBlock, ...]:
    """Give the entries of headings; `numbers` has the braille page number in print for each block."""
    deepest = max((_indent(block) for block in blocks if block.entry), default=0)
    return tuple(_entries(blocks, numbers, deepest))


def _indent(block: BrailleBlock) -> int:
    return _INDENT * (min(max(block.level, 1), _DEEPEST) - 1)


def _entries(blocks: Sequence[BrailleBlock], numbers: Sequence[str], deepest: int) -> Iterator[BrailleBlock]:
    for block, number in zip(blocks, numbers, strict=True):
        if block.entry:
            yield BrailleBlock(
                style=Style.CONTENTS_ENTRY,
                lines=(block.entry,),
                tail=number_cells(number),
                indent=_indent(block),
                hang=deepest - _indent(block),
            )
