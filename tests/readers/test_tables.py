"""Tables of data and tables that only set a page."""

import pytest

from pipeline.readers.markup import parse_html, parse_xml
from pipeline.readers.tables import cells_of, header_rows, is_layout, rows_of

DATA = "<tr><td>a</td><td>b</td></tr>"


def table(inside: str, dress: str = ""):
    return parse_html("p", f"<body><table {dress}>{inside}</table></body>").find("table")


@pytest.mark.parametrize(
    ("inside", "dress", "layout"),
    [
        (DATA, "", False),
        (DATA, "role=presentation", True),
        ("<tr><td>a</td></tr><tr><td>b</td></tr>", "", True),
        ("<tr><td>a</td></tr>" + DATA, "", False),
        ("", "", True),
        (f"<tr><td>a</td><td><table>{DATA}</table></td></tr>", "", True),
        (f"<tr><td>{'word ' * 25}</td><td>b</td></tr>", "", False),
        (f"<tr><td>{'word ' * 26}</td><td>b</td></tr>", "", True),
        ("<tr><td><p>a</p></td><td>b</td></tr>", "", False),
        ("<tr><td><p>a</p><p>c</p></td><td>b</td></tr>", "", True),
        ("<tr><td><h3>a</h3></td><td>b</td></tr>", "", True),
        ("<tr><td><ul><li>a</li></ul></td><td>b</td></tr>", "", True),
    ],
)
def test_layout_is_told_from_data(inside, dress, layout):
    assert is_layout(table(inside, dress)) is layout


def test_rows_are_those_of_the_table_itself():
    found = rows_of(table(f"<thead><tr><th>h</th></tr></thead><tr><td><table>{DATA}</table></td></tr>"))
    assert [row.words() for row in found] == ["h", "a b"]


@pytest.mark.parametrize(
    ("inside", "count"),
    [
        ("<tr><th>a</th><th>b</th></tr>" + DATA, 1),
        ("<tr><th>a</th></tr><tr><th>b</th></tr>" + DATA, 2),
        ("<tr><th>a</th><td>b</td></tr>", 0),
        ("<tr></tr><tr><th>a</th></tr>", 0),
        (DATA + "<tr><th>a</th></tr>", 0),
    ],
)
def test_head_rows_hold_only_head_cells(inside, count):
    assert header_rows(rows_of(table(inside))) == count


def test_words_loose_between_cells_and_rows_are_cells() -> None:
    page = b"<table><tbody>a<tr>b<td>c</td><td>d</td></tr></tbody></table>"
    root = parse_xml("p.xhtml", page.decode())
    assert [[cell.words() for cell in cells_of(row)] for row in rows_of(root)] == [["a"], ["b", "c", "d"]]
