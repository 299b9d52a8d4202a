"""Headings and the labels that navigation may give them."""

import pytest

from pipeline.verify.headings import check_headings, heading_of, is_label, words_of_heading
from pipeline.verify.markup import Element, Flaw, Markup, parse_markup


def page(body: str) -> Markup:
    markup = parse_markup("a.html", f"<body>{body}</body>".encode())
    assert not isinstance(markup, Flaw)
    return markup


def heading(text: str) -> Element:
    found = heading_of(page(text).root)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2><h1>e</h1>", []),
        ("<h2>a</h2>", ["E-111"]),
        ("<h1>a</h1><h3>b</h3><h4>c</h4>", ["E-111"]),
        ("<h1> </h1>", ["E-112"]),
    ],
)
def test_levels_go_down_one_by_one(body, expected):
    assert [finding.code for finding in check_headings(page(body))] == expected


def test_words_of_a_heading_have_no_note_signs():
    assert (
        words_of_heading(heading('<h2>The<br/><i>End</i><a class="noteref">1</a><sup>2</sup></h2>'))
        == "The End"
    )


@pytest.mark.parametrize(
    ("label", "fits"),
    [
        ("12", True),
        ("Announcement 12", True),
        ("Part 12", True),
        ("Announcement12", False),
        ("Thirteen", False),
    ],
)
def test_label_is_the_heading_or_ends_with_it(label, fits):
    assert is_label(label, heading('<h2 aria-label="Announcement 12">12</h2>')) is fits
