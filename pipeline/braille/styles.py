"""The styles of blocks and the shape of each on the page.

In: nothing. Out: a table. Law: every measure of BANA Braille Formats that layout uses stands here, and only here.
"""

from dataclasses import dataclass
from enum import StrEnum, auto

from pipeline.model.braille import Decision, NoteLink, ProofLine
from pipeline.model.source import Notice, SourcePos


class Style(StrEnum):
    """What a block is on a braille page."""

    TITLE = auto()
    HEADING = auto()
    SUBTITLE = auto()
    HEADING_CELL_5 = auto()
    HEADING_CELL_7 = auto()
    PARAGRAPH = auto()
    ABSTRACT = auto()
    ATTRIBUTION = auto()
    LINES = auto()
    LIST_ENTRY = auto()
    VERSE = auto()
    SEPARATOR = auto()
    SEPARATION_LINE = auto()
    NOTE = auto()
    TRANSCRIBERS_NOTE = auto()
    PAGE_CHANGE = auto()
    CONTENTS_ENTRY = auto()
    END = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a style stands: cells left free, blank lines, what it keeps with."""

    first: int = 0
    """Blank cells before the first line (a paragraph "3-1" has 2)."""
    runover: int = 0
    """Blank cells before the lines after it."""
    centred: bool = False
    before: int = 0
    """Blank lines before it, unless it begins a page."""
    after: int = 0
    with_next: bool = False
    """It never ends a page: at least the first line of what follows stands on the same page."""
    heads: bool = False
    """A blank line before it stands even under the running head."""


_CENTRED_HEADING = Shape(centred=True, before=1, after=1, with_next=True, heads=True)
# BANA Braille Formats: centred, cell-5 and cell-7 headings; paragraphs 3-1; lists and notes 1-3; attributions 5-5;
# transcriber's notes 7-5.
SHAPES = {
    Style.TITLE: Shape(centred=True, before=1, after=1),
    Style.HEADING: _CENTRED_HEADING,
    Style.SUBTITLE: _CENTRED_HEADING,
    Style.HEADING_CELL_5: Shape(first=4, runover=4, before=1, with_next=True, heads=True),
    Style.HEADING_CELL_7: Shape(first=6, runover=6, before=1, with_next=True, heads=True),
    Style.PARAGRAPH: Shape(first=2),
    Style.ABSTRACT: Shape(first=2, after=1),
    Style.ATTRIBUTION: Shape(first=4, runover=4),
    Style.LINES: Shape(runover=2, before=1, after=1),
    Style.LIST_ENTRY: Shape(runover=2),
    Style.VERSE: Shape(runover=2, before=1, after=1),
    Style.SEPARATOR: Shape(centred=True, before=1, after=1, with_next=True),
    Style.SEPARATION_LINE: Shape(before=1, with_next=True),
    Style.NOTE: Shape(runover=2),
    Style.TRANSCRIBERS_NOTE: Shape(first=6, runover=4),
    Style.PAGE_CHANGE: Shape(with_next=True),
    # Those of lower levels begin two cells further in; `layout` sets guide dots and number.
    Style.CONTENTS_ENTRY: Shape(runover=2),
    Style.END: Shape(centred=True, before=1),
}
CENTRED_MARGIN = 3
"""Cells left free on each side of a centred line."""
NUMBER_MARGIN = 3
"""Blank cells before a braille page number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrailleBlock:
    """A block in braille, not yet cut into lines of the page."""

    style: Style
    lines: tuple[str, ...]
    """Cells. More than one only where print breaks lines; each begins anew at the first cell of the style."""
    printed: str = ""
    """The words of print in it, for comparison with the source; empty for what a transcriber adds."""
    added: str = ""
    """The words that a transcriber adds; empty for print."""
    indent: int = 0
    """Blank cells before all of it: displayed quotations, nested lists."""
    hang: int = 0
    """Blank cells by which its runovers stand further in: as far as those of the deepest entry of its list."""
    displayed: bool = False
    """First block of displayed matter: a blank line stands before it."""
    closes: bool = False
    """Last block of displayed matter: a blank line stands after it."""
    tail: str = ""
    """Contents only: the cells of the page number at the right."""
    entry: str = ""
    """Headings only: the cells by which the contents name them; empty: they are not in the contents."""
    level: int = 0
    """Headings only: the level of their section."""
    pos: SourcePos | None = None
    rows: tuple[str, ...] = ()
    """Its lines where none shares its row with a page number; empty: it is not laid out yet."""
    proof: tuple[ProofLine, ...] = ()
    """The same with the words of print, where that is wanted."""
    decisions: tuple[Decision, ...] = ()
    notices: tuple[Notice, ...] = ()
    misread: tuple[Notice, ...] = ()
    """Words that a machine reads otherwise."""
    links: tuple[NoteLink, ...] = ()
    """Its note references, in order."""
    note: str = ""
    """Id of the note that begins here."""
