"""A long text into volumes.

In: the blocks of a text, the most pages of a volume. Out: the blocks of each volume. Law: a volume ends before a
heading where one is near, else between two blocks, and never between a heading and its text.
"""

from collections.abc import Sequence

from pipeline.braille.paginate import fill_pages
from pipeline.braille.styles import SHAPES, BrailleBlock, Style
from pipeline.model.braille import PageGeometry

_NEAR = 3
"""A heading is near when it stands in the last third of the pages a volume may have."""
_BEST_FIRST = (Style.HEADING, Style.HEADING_CELL_5, Style.HEADING_CELL_7)


def split_blocks(
    blocks: Sequence[BrailleBlock], geometry: PageGeometry, *, head: str, most_pages: int
) -> tuple[tuple[BrailleBlock, ...], ...]:
    """Give runs of blocks of at most so many pages each; one run when `most_pages` is 0 or enough."""
    if not most_pages:
        return (tuple(blocks),)
    places = fill_pages(blocks, geometry, running_head=head).places
    runs: list[tuple[BrailleBlock, ...]] = []
    begin = 0
    while begin < len(blocks):
        end = _end(blocks, places, begin, most_pages)
        runs.append(tuple(blocks[begin:end]))
        begin = end
    return tuple(runs) or ((),)


def _end(blocks: Sequence[BrailleBlock], places: Sequence[int], begin: int, most_pages: int) -> int:
    """Find the block before which a volume that begins with `begin` ends."""
    # What begins on the first page after the limit can end on it, so the limit is one page less.
    last = places[begin] + most_pages - 1
    if places[-1] < last:
        return len(blocks)
    fitting = [at for at in range(begin + 1, len(blocks)) if places[at] <= last and _may_begin(blocks, at)]
    near = [at for at in fitting if (places[at] - places[begin]) * _NEAR >= most_pages * (_NEAR - 1)]
    for style in _BEST_FIRST:
        heads = [
            at for at in near if blocks[at].style is style and not SHAPES[blocks[at - 1].style].with_next
        ]
        if heads:
            return heads[-1]
    if fitting:
        return fitting[-1]
    return next((at for at in range(begin + 1, len(blocks)) if _may_begin(blocks, at)), len(blocks))


def _may_begin(blocks: Sequence[BrailleBlock], at: int) -> bool:
    return not SHAPES[blocks[at - 1].style].with_next
