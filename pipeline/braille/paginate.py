"""Blocks into pages.

In: BrailleBlocks in reading order. Out: BraillePages with running head and number. Law: a heading never ends a page, a
paragraph leaves no single line behind or ahead, and three blank cells stand before every page number.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.braille.cells import BLANK, CAPITALS, CAPITALS_END, LETTERS, number_cells
from pipeline.braille.layout import Widths, lay_out
from pipeline.braille.styles import CENTRED_MARGIN, NUMBER_MARGIN, SHAPES, BrailleBlock, Style
from pipeline.model.braille import BrailleLine, BraillePage, PageGeometry

_TOGETHER = 2
"""Lines of a paragraph that stay together at the foot and at the head of a page."""


def paginate(
    blocks: Sequence[BrailleBlock],
    geometry: PageGeometry,
    *,
    running_head: str = "",
    prefix: str = "",
    first: int = 1,
) -> tuple[BraillePage, ...]:
    """Give the pages of blocks that begin a page, numbered from `first`, with `prefix` before the number.

    `running_head` are cells; empty for pages without one.
    """
    return fill_pages(blocks, geometry, running_head=running_head, prefix=prefix, first=first).pages


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledPages:
    """Pages, and where each block begins."""

    pages: tuple[BraillePage, ...]
    places: tuple[int, ...]
    """For each block the index of the page on which it begins."""


def fill_pages(
    blocks: Sequence[BrailleBlock],
    geometry: PageGeometry,
    *,
    running_head: str = "",
    prefix: str = "",
    first: int = 1,
    print_page: str = "",
) -> FilledPages:
    """Do what `paginate` does, and tell on which page each block begins. `print_page`: the page of print that the
    blocks begin on, where the source has pages."""
    paged = bool(print_page) or any(block.style is Style.PAGE_CHANGE for block in blocks)
    # Print page numbers stand in the first line, so that line is kept free of text.
    filling = _Filling(
        geometry=geometry, headed=bool(running_head) or paged, prefix=prefix, first=first, print_pages=[]
    )
    if print_page:
        filling.print_pages.append((0, print_page))
    places: list[int] = []
    for place in range(len(blocks)):
        begun = len(filling.rows)
        filling.put(blocks, place)
        gone = next((row for row in range(begun, len(filling.rows)) if filling.rows[row]), begun)
        places.append(gone // filling.capacity)
    return FilledPages(pages=filling.pages(running_head), places=tuple(places))


def shorten_head(words: str, geometry: PageGeometry) -> str:
    """Give as many whole words of a title as fit in a running head."""
    return _shortened(words, geometry.cells_per_line - 2 * CENTRED_MARGIN)


def _shortened(words: str, room: int) -> str:
    """Take whole words; a passage of capitals that is cut off ends where the words do."""
    ending = ""
    while len(words) + len(ending) > room and BLANK in words:
        words = words.rpartition(BLANK)[0]
        ending = CAPITALS_END if words.rfind(CAPITALS) > words.rfind(CAPITALS_END) else ""
    return (words + ending)[:room]


def _first_line(head: str, print_page: str, geometry: PageGeometry) -> str:
    """Centre the running head, and put the print page number at the right, three blank cells between."""
    width = geometry.cells_per_line
    if head:
        words = shorten_head(head, geometry)
        if print_page:
            words = _shortened(words, width - 2 * (len(print_page) + NUMBER_MARGIN))
        head = BLANK * ((width - len(words)) // 2) + words
    return head.ljust(width - len(print_page), BLANK) + print_page if print_page else head


def gap(before: BrailleBlock, after: BrailleBlock) -> int:
    """Count the blank lines between two blocks."""
    if (before.style, after.style) == (Style.HEADING, Style.SUBTITLE):
        return 0
    if (before.style, after.style) == (Style.HEADING_CELL_5, Style.HEADING_CELL_5):
        return 0
    above = max(SHAPES[before.style].after, int(before.closes))
    below = max(SHAPES[after.style].before, int(after.displayed))
    return max(above, below)


@dataclass(slots=True, kw_only=True)
class _Filling:
    """Rows of text filled so far; a row's page and place follow from its index."""

    geometry: PageGeometry
    headed: bool
    prefix: str
    first: int
    print_pages: list[tuple[int, str]]
    """Row from which a page of print is transcribed, and the cells of its number."""
    rows: list[str] = field(default_factory=list)
    last: BrailleBlock | None = None

    @property
    def capacity(self) -> int:
        """Rows of text on a page."""
        return self.geometry.lines_per_page - int(self.headed)

    def put(self, blocks: Sequence[BrailleBlock], place: int) -> None:
        """Put a block on this page, or the next if it would begin badly here."""
        block = blocks[place]
        if self._begins_print_page(block):
            return
        blank = self._gap(block)
        used = len(self.rows) % self.capacity
        if block.style is Style.END and not 0 < used < self.capacity - blank:
            # An end line alone on a page says nothing: where the text fills the page, the page's end is the end.
            return
        lines = self._laid_out(block)
        if used and used + blank + self._least(blocks, place, len(lines)) > self.capacity:
            self._turn()
            if self._begins_print_page(block):
                return
            blank = self._gap(block)
        self.rows.extend([""] * blank)
        if block.style is Style.PAGE_CHANGE:
            self.print_pages.append((len(self.rows), block.lines[0]))
        self.rows.extend(lines if self._ends_above_number(lines) else self._lines(block))
        self.last = block

    def _begins_print_page(self, block: BrailleBlock) -> bool:
        """Note a page of print; where it begins with a braille page, the number above says so and no line is set."""
        if block.style is not Style.PAGE_CHANGE or len(self.rows) % self.capacity:
            return False
        self.print_pages.append((len(self.rows), block.lines[0]))
        return True

    def pages(self, head: str) -> tuple[BraillePage, ...]:
        """Cut the rows into pages, with head and number."""
        starts = range(0, len(self.rows), self.capacity)
        return tuple(
            self._page(
                self.rows[start : start + self.capacity],
                self._number(start),
                _first_line(head, self._print_page(start), self.geometry),
            )
            for start in starts
        )

    def _print_page(self, start: int) -> str:
        """Give the print page number of a braille page: as printed where it begins, with a letter where it goes on."""
        earlier = [begun for begun in self.print_pages if begun[0] <= start]
        if not earlier:
            return ""
        row, number = earlier[-1]
        return _continued(start // self.capacity - row // self.capacity) + number

    def _gap(self, block: BrailleBlock) -> int:
        if self.last is None or len(self.rows) % self.capacity == 0:
            return int(self.headed and SHAPES[block.style].heads)
        return gap(self.last, block)

    def _turn(self) -> None:
        self.rows.extend([""] * (-len(self.rows) % self.capacity))

    def _laid_out(self, block: BrailleBlock) -> tuple[str, ...]:
        """Give the lines of a block where none shares its row with a number."""
        return block.rows or lay_out(block, lambda _: self.geometry.cells_per_line)

    def _ends_above_number(self, lines: Sequence[str]) -> bool:
        return len(self.rows) % self.capacity + len(lines) < self.capacity

    def _least(self, blocks: Sequence[BrailleBlock], place: int, lines: int) -> int:
        """Count the rows a block of so many lines needs to begin here: a heading all of them, and the start of what
        follows."""
        block = blocks[place]
        shape = SHAPES[block.style]
        if shape.with_next and place + 1 < len(blocks):
            after = blocks[place + 1]
            least = self._least(blocks, place + 1, len(self._laid_out(after)))
            return min(lines + gap(block, after) + least, self.capacity)
        if shape.centred:
            return min(lines, self.capacity)
        return min(lines if lines < 2 * _TOGETHER else _TOGETHER, self.capacity)

    def _lines(self, block: BrailleBlock) -> list[str]:
        """Lay a block out from the next row on; when one line alone would pass to the next page, send two."""
        left = self.capacity - len(self.rows) % self.capacity
        room = left
        lines = lay_out(block, self._widths(room))
        while len(lines) - room == 1 and room > _TOGETHER:
            room -= 1
            lines = lay_out(block, self._widths(room))
        if len(lines) <= room:
            return list(lines)
        if len(lines) - room == 1 and left < self.capacity and len(lines) <= self.capacity:
            self._turn()
            return self._lines(block)
        return [*lines[:room], *[""] * (left - room), *lines[room:]]

    def _widths(self, room: int) -> Widths:
        """Give the width of each line of a block of which `room` lines stand on this page."""
        begin = len(self.rows)
        page_end = begin - begin % self.capacity + self.capacity

        def width(line: int) -> int:
            row = begin + line if line < room else page_end + line - room
            full = self.geometry.cells_per_line
            if row % self.capacity < self.capacity - 1:
                return full
            return full - NUMBER_MARGIN - len(number_cells(self._number(row)))

        return width

    def _number(self, row: int) -> str:
        return f"{self.prefix}{self.first + row // self.capacity}"

    def _page(self, rows: Sequence[str], number: str, head: str) -> BraillePage:
        filled = [*rows, *[""] * (self.capacity - len(rows))]
        cells = number_cells(number)
        filled[-1] = filled[-1].ljust(self.geometry.cells_per_line - len(cells), BLANK) + cells
        lines = [head, *filled] if self.headed else filled
        return BraillePage(lines=tuple(BrailleLine(cells=line) for line in lines), number=number)


def _continued(page: int) -> str:
    """Give the letter of a continuation page: a for the first; after z none, for nothing says what follows."""
    return LETTERS[page - 1] if 0 < page <= len(LETTERS) else ""
