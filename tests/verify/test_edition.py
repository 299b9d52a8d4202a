"""Links inside an edition."""

import pytest

from pipeline.verify.edition import Target, check_links, open_edition, resolve


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("b.html#x", Target(path="text/b.html", fragment="x")),
        ("#x", Target(path="text/a.html", fragment="x")),
        ("../s%20t.css", Target(path="s t.css", fragment="")),
        ("https://example.org/#x", None),
        ("mailto:a@example.org", None),
    ],
)
def test_links_lead_from_the_file_they_stand_in(link, expected):
    assert resolve("text/a.html", link) == expected


def test_each_dead_link_is_named_once_with_its_line():
    edition, _ = open_edition({"a.html": b'<a id="x" href="#x">\n<b href="#y"/>\n<b src="c.png"/></a>'}, {})
    assert [str(finding.pos) + finding.code for finding in check_links(edition)] == [
        "a.html:2:1E-103",
        "a.html:3:1E-102",
    ]


def test_broken_markup_is_left_out_and_named():
    edition, findings = open_edition({"a.html": b"<p>", "b.txt": b"<p>"}, {})
    assert (dict(edition.documents), [finding.code for finding in findings]) == ({}, ["E-101"])


def test_block_inside_a_line_is_named():
    page = b'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>All <em><div>is</div></em> good.</p></body></html>'
    _, findings = open_edition({"a.html": page}, {})
    assert [(finding.code, finding.fragment) for finding in findings] == [("E-129", "div in em")]


def test_text_without_style_sheet_is_named():
    page = b'<html xmlns="http://www.w3.org/1999/xhtml"><head/><body><section><p>All.</p></section></body></html>'
    styled = page.replace(b"<head/>", b'<head><link rel="stylesheet" href="style.css"/></head>')
    assert [finding.code for finding in open_edition({"a.html": page}, {})[1]] == ["E-130"]
    assert open_edition({"a.html": styled}, {})[1] == ()
