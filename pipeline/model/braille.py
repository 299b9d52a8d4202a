"""Braille as people handle it: lines, pages, volumes. Cells are U+2800..U+28FF until a writer maps them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGeometry:
    """The size of a braille page."""

    cells_per_line: int = 40
    lines_per_page: int = 25

    def __post_init__(self) -> None:
        """Refuse a page on which running head, text and page number have no room."""
        if self.cells_per_line < 20 or self.lines_per_page < 5:
            raise ValueError("a braille page needs at least 20 cells and 5 lines")


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a translator made of one block."""

    cells: str
    input_positions: tuple[int, ...]
    """For each cell, the offset of the character it stands for."""
    unknown: tuple[int, ...] = ()
    """Offsets of characters for which the braille code has no cells: they are not in `cells`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrailleLine:
    """One line, without blank cells at its end."""

    cells: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BraillePage:
    """One page, at most as many lines as the geometry allows."""

    lines: tuple[BrailleLine, ...]
    number: str
    """The braille page number in print: t1, p2, 7."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """Pages that are bound together."""

    pages: tuple[BraillePage, ...]
    geometry: PageGeometry
