"""The rules of a BRF, each with the smallest file that breaks it."""

import pytest

from pipeline.verify.brf import check_brf
from tests.verify.editions import codes

GOOD = b"  ,HELLO\r\n\r\nWORLD #A\r\n\f,MORE\r\n\f"

FAULTS = [
    ("empty file", b"", {"E-401"}),
    ("small letter", b"hELLO\r\n\f", {"E-402"}),
    ("byte beyond ASCII", b"\xe2HELLO\r\n\f", {"E-402"}),
    ("tabulator", b"\tHELLO\r\n\f", {"E-402"}),
    ("line feed alone", b"HELLO\nWORLD\r\n\f", {"E-403"}),
    ("carriage return alone", b"HELLO\rWORLD\r\n\f", {"E-403"}),
    ("eleven cells", b"HELLO WORLD\r\n\f", {"E-404"}),
    ("four lines", b"A\r\nB\r\nC\r\nD\r\n\f", {"E-405"}),
    ("escape in digits", b"A \\X05D0\r\n\f", {"E-406"}),
    ("escape in letters", b"'\\XJEGJ'\r\n\f", {"E-406"}),
    ("no form feed at the end", b"A\r\n\fB\r\n", {"E-407"}),
    ("form feed inside a line", b"A\r\nB\fC\r\n\f", {"E-408"}),
    ("page without cells", b"A\r\n\f\r\n\f", {"E-409"}),
    ("blank at the end of a line", b"A \r\n\f", {"E-410"}),
]


@pytest.mark.parametrize(("content", "expected"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_planted_fault_is_named(content, expected):
    assert codes(check_brf(content, 10, 3)) == expected


def test_good_file_has_no_findings():
    assert check_brf(GOOD, 10, 3) == ()


def test_contraction_ou_before_x_is_no_escape():
    assert check_brf(b"R\\X BEF\r\n\fS\\XED\r\n\f", 10, 3) == ()


def test_finding_names_the_line_of_the_file():
    (finding,) = check_brf(b"A\r\n\fB \r\n\f", 10, 3, "book.brf")
    assert str(finding.pos) == "book.brf:2:1"


def test_lines_may_end_with_lf_where_the_press_says_so():
    assert check_brf(b"A\n\f", 10, 3, line_end="lf") == ()
    assert codes(check_brf(b"A\r\n\f", 10, 3, line_end="lf")) == {"E-403"}
