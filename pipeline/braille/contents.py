"""The contents of a volume.

In: blocks, and the number of the page on which each begins. Out: blocks of a contents list. Law: every heading of the
text is there, with the page on which it stands.
"""

from collections.abc import Iterator, Sequence

from pipeline.braille.cells import number_cells
from pipeline.braille.styles import BrailleBlock, Style

_INDENT = 2
"""Blank cells before an entry of the second level and below: a third step would leave no cells for runovers."""


def contents(blocks: Sequence[BrailleBlock], numbers: Sequence[str]) -> tuple[BrailleBlock, ...]:
    """Give the entries of headings; `numbers` has the braille page number in print for each block."""
    return tuple(_entries(blocks, numbers))


def _entries(blocks: Sequence[BrailleBlock], numbers: Sequence[str]) -> Iterator[BrailleBlock]:
    for block, number in zip(blocks, numbers, strict=True):
        if block.entry:
            yield BrailleBlock(
                style=Style.CONTENTS_ENTRY,
                lines=(block.entry,),
                tail=number_cells(number),
                indent=_INDENT if block.level > 1 else 0,
            )
