"""Cells of a block into lines.

In: cells, a shape, the width of each line. Out: lines without blanks at their ends. Law: a word is never divided;
a line ends at a blank or after a dash, and only what is longer than a whole line is cut, with the continuation sign.
"""

from collections.abc import Callable, Iterator

from pipeline.braille.cells import BLANK, DASH, GUIDE_DOT, LINE_CONTINUATION, PAGE_CHANGE
from pipeline.braille.styles import CENTRED_MARGIN, SHAPES, BrailleBlock, Style

_LEAST_GUIDE_DOTS = 2
_LEAST_GUIDE = _LEAST_GUIDE_DOTS + 2
Widths = Callable[[int], int]
"""Cells that line k of a block may fill: the last line of a page is shorter."""


def lay_out(block: BrailleBlock, widths: Widths) -> tuple[str, ...]:
    """Give the lines of a block."""
    made: list[str] = []
    for cells in block.lines:
        if block.style is Style.PAGE_CHANGE:
            made.append(cells.rjust(widths(len(made)), PAGE_CHANGE))
        elif block.style is Style.CONTENTS_ENTRY:
            made.extend(_contents_entry(cells, block, widths))
        elif SHAPES[block.style].centred:
            made.extend(_centred(cells, widths, len(made)))
        else:
            made.extend(_filled(cells, block, widths, len(made)))
    return tuple(made)


def _filled(cells: str, block: BrailleBlock, widths: Widths, begin: int) -> Iterator[str]:
    shape = SHAPES[block.style]
    rest, line = cells, begin
    while rest:
        indent = block.indent + (shape.first if line == begin else shape.runover + block.hang)
        taken, rest = _take(rest, widths(line) - indent)
        yield (BLANK * indent + taken).rstrip(BLANK)
        line += 1


def _contents_entry(cells: str, block: BrailleBlock, widths: Widths) -> Iterator[str]:
    """Fill an entry, then guide dots and the page number at the right (BANA Braille Formats, contents: a blank on each
    side of the guide dots, at least two of them)."""
    shape = SHAPES[block.style]
    rest, line = cells, 0
    while rest:
        indent = block.indent + (shape.first if line == 0 else shape.runover + block.hang)
        width = widths(line) - indent
        taken, rest = _take(rest, width - len(block.tail) - _LEAST_GUIDE)
        written = BLANK * indent + taken
        if not rest:
            guide = widths(line) - len(written) - len(block.tail) - 2
            written += BLANK + GUIDE_DOT * guide + BLANK + block.tail
        yield written
        line += 1


def _centred(cells: str, widths: Widths, begin: int) -> Iterator[str]:
    """Centre line by line, the lines of one heading of nearly equal length."""
    room = min(widths(begin), widths(begin + 1)) - 2 * CENTRED_MARGIN
    count = _line_count(cells, room)
    longest = min(room, max(map(len, cells.split(BLANK))))
    narrow = next(width for width in range(longest, room + 1) if _line_count(cells, width) <= count)
    rest, line = cells, begin
    while rest:
        taken, rest = _take(rest, narrow)
        yield BLANK * ((widths(line) - len(taken)) // 2) + taken
        line += 1


def _line_count(cells: str, width: int) -> int:
    count = 0
    while cells:
        _, cells = _take(cells, width)
        count += 1
    return count


def _take(cells: str, width: int) -> tuple[str, str]:
    """Take as much as fits in a width; also give the rest."""
    if len(cells) <= width:
        return cells, ""
    cut = max(_last_blank(cells, width), _last_dash(cells, width))
    if cut > 0:
        return cells[:cut].rstrip(BLANK), cells[cut:].lstrip(BLANK)
    keep = max(1, width - len(LINE_CONTINUATION))
    return cells[:keep] + LINE_CONTINUATION, cells[keep:]


def _last_blank(cells: str, width: int) -> int:
    return cells.rfind(BLANK, 0, width + 1)


def _last_dash(cells: str, width: int) -> int:
    """Find the place after the last dash that still fits; a dash without blanks stays with the word before it."""
    found = cells.rfind(DASH, 1, width)
    return found + len(DASH) if found >= 0 else -1
