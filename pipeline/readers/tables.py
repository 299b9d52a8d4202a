"""Tell tables of data from tables that only set a page.

In: a table element. Out: its rows, whether it is for layout, and columns in two scripts paired paragraph by paragraph.
"""

import re
from collections.abc import Sequence

from pipeline.readers.markup import Element

_HEBREW = re.compile(r"[\u05d0-\u05ea]")
_LETTER = re.compile(r"[^\W\d_]")
_CELL_WORDS = 25
"""A cell with more words than this is text, not data."""


def rows_of(table: Element) -> list[Element]:
    """Give the rows of a table, without those of tables inside it."""
    rows: list[Element] = []
    for child in table.children:
        if isinstance(child, Element) and child.tag == "tr":
            rows.append(child)
        elif isinstance(child, Element) and child.tag in ("tbody", "thead", "tfoot"):
            rows += rows_of(child)
        elif table.tag != "table" and (isinstance(child, Element) or child.strip()):
            row = Element("tr", {}, table.line, table)  # what should not stand there
            row.children = [child]
            rows.append(row)
    return rows


def cells_of(row: Element) -> list[Element]:
    """Give the cells of a row; words that stand loose between them are a cell, too."""
    cells: list[Element] = []
    for child in row.children:
        if isinstance(child, str) and child.strip():
            loose = Element("td", {}, row.line, row)
            loose.children = [child]
            cells.append(loose)
        elif isinstance(child, Element):
            cells.append(child)
    return cells


def header_rows(rows: Sequence[Element]) -> int:
    """Count the rows at the top that hold only header cells."""
    count = 0
    for row in rows:
        cells = cells_of(row)
        if not cells or any(cell.tag != "th" for cell in cells):
            break
        count += 1
    return count


def is_layout(table: Element) -> bool:
    """Tell whether a table only puts things beside each other: texts in two languages, a picture and its words."""
    rows = rows_of(table)
    cells = [cell for row in rows for cell in cells_of(row)]
    widest = max((len(cells_of(row)) for row in rows), default=0)
    return (
        table.get("role") == "presentation"
        or widest < 2
        or any(inner.tag == "table" for inner in table.elements() if inner is not table)
        or any(len(cell.words().split()) > _CELL_WORDS for cell in cells)
        or any(_holds_text(cell) for cell in cells)
    )


def _holds_text(cell: Element) -> bool:
    """Tell whether a cell is set like a page: several paragraphs, headings, lists."""
    inner = [element.tag for element in cell.elements() if element is not cell]
    return inner.count("p") > 1 or any(
        tag in inner for tag in ("h1", "h2", "h3", "h4", "ul", "ol", "blockquote")
    )


def paired(cells: Sequence[Element]) -> Element | None:
    """Give the paragraphs of two columns in turn when one is in Hebrew letters and each has its twin beside it.

    None when the cells are no such columns: then they are read one after the other.
    """
    if len(cells) != 2 or _is_hebrew(cells[0]) == _is_hebrew(cells[1]):
        return None
    columns = [
        [child for child in cell.children if isinstance(child, Element) or child.strip()] for cell in cells
    ]
    paragraphs = [
        [child for child in column if isinstance(child, Element) and child.tag == "p"] for column in columns
    ]
    if paragraphs != columns or len(columns[0]) != len(columns[1]) or len(columns[0]) < 2:
        return None
    in_turn = Element("div", {}, cells[0].line, cells[0].parent)
    in_turn.children = [part for pair in zip(*paragraphs, strict=True) for part in pair]
    return in_turn


def _is_hebrew(cell: Element) -> bool:
    words = cell.words()
    return 2 * len(_HEBREW.findall(words)) > len(_LETTER.findall(words))
