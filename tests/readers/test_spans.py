"""Inlines as readers build them."""

import pytest

from pipeline.model.document import LineGroup, Paragraph
from pipeline.model.inline import NoteRef
from pipeline.model.source import SourcePos
from pipeline.readers.anchors import Anchors
from pipeline.readers.elements import InlineReader
from pipeline.readers.markdown import read_markdown
from pipeline.readers.markup import parse_html
from pipeline.readers.spans import (
    blocks_of_lines,
    has_words,
    lines_block,
    merge_texts,
    on_one_line,
    tidy,
    without_mark,
)
from tests.builders import BR, em, inlines, link, paragraph, ref, sentence, strong

POS = SourcePos(path="e.html", line=3)
LONG = "A line of more than ninety characters is a paragraph of its own, whatever stands before and after it."


def lines(*parts):
    return [
        (type(block), block.sentences[0].inlines, block.pos)
        for block in blocks_of_lines(inlines(*parts), POS)
    ]


def test_neighbouring_texts_become_one_and_empty_ones_vanish():
    assert merge_texts(inlines("a", "", "b", em("c"), "", "d")) == inlines("ab", em("c"), "d")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["  a \n\t b  "], ["a b"]),
        (["a ", em(" b "), " c"], ["a ", em("b "), "c"]),
        (["a", em(" ", strong(" ")), "b"], ["a", em(" "), "b"]),
        ([" ", em(" "), "a"], ["a"]),
        (["a ", BR, " b ", BR, " "], ["a", BR, "b"]),
        ([em("a ", BR)], [em("a")]),
        (["a", em(BR, " "), BR], ["a"]),
        (["\u00a0a\u00a0b\u00a0"], ["\u00a0a\u00a0b"]),
        (["a\u00a0\n b"], ["a b"]),
        ([ref("1"), "  "], [ref("1")]),
        (["a ", ref("1"), " b"], ["a ", ref("1"), "b"]),
        ([link("https://x.org", " a ")], [link("https://x.org", "a")]),
        ([BR, em(BR), "a", BR, "b"], ["a", BR, "b"]),
        ([BR], []),
        ([], []),
    ],
)
def test_white_space_is_that_of_print(written, read):
    assert tidy(inlines(*written)) == inlines(*read)


def test_words_are_letters_or_note_signs():
    assert [has_words(inlines(*parts)) for parts in (["a"], [" "], [ref("1")], [BR], [])] == [
        True,
        False,
        True,
        False,
        False,
    ]


def test_two_line_breaks_end_a_paragraph_and_one_keeps_lines():
    assert lines("a", BR, " ", BR, "b", BR, "c") == [
        (Paragraph, inlines("a"), POS),
        (LineGroup, inlines("b", BR, "c"), POS),
    ]
    assert lines("a", BR, em("b"), BR, "c") == [(LineGroup, inlines("a", BR, em("b"), BR, "c"), POS)]
    assert lines(" ", BR, BR, BR) == []
    assert lines("a", BR, BR, BR, BR, "b") == [(Paragraph, inlines("a"), POS), (Paragraph, inlines("b"), POS)]


def test_a_long_line_makes_paragraphs_of_all():
    assert lines(LONG, BR, "b") == [(Paragraph, inlines(LONG), POS), (Paragraph, inlines("b"), POS)]
    assert [kind for kind, _, _ in lines("x" * 90, BR, "b")] == [LineGroup]
    assert [kind for kind, _, _ in lines("x" * 91, BR, "b")] == [Paragraph, Paragraph]


def test_a_heading_is_one_line():
    assert on_one_line(inlines(" One", BR, em("two "))) == inlines("One ", em("two"))


def test_lines_wrapped_by_hand_become_a_paragraph_and_short_ones_stay():
    assert lines_block(["x" * 45, "y"], POS) == Paragraph(sentences=(sentence("x" * 45 + " y"),), pos=POS)
    assert lines_block(["x" * 44, "y"], POS) == LineGroup(sentences=(sentence("x" * 44, BR, "y"),), pos=POS)
    assert lines_block(["y"], POS) == Paragraph(sentences=(sentence("y"),), pos=POS)


@pytest.mark.parametrize(
    ("written", "mark", "read"),
    [
        ("1. Ibid.", "1", ["Ibid."]),
        ("[1] Ibid.", "1", ["Ibid."]),
        ("(1) Ibid.", "1", ["Ibid."]),
        ("1: Ibid.", "1", ["Ibid."]),
        ("12 Ibid.", "1", ["12 Ibid."]),
        ("1* Ibid.", "1", ["1* Ibid."]),
        ("1* Ibid.", "1*", ["Ibid."]),
        ("† Ibid.", "†", ["Ibid."]),
        ("Ibid. 1", "1", ["Ibid. 1"]),
    ],
)
def test_the_printed_number_of_a_note_is_no_word_of_it(written, mark, read):
    assert without_mark((paragraph(sentence(written)),), mark) == (paragraph(sentence(*read)),)


def test_a_paragraph_that_is_only_the_number_is_no_paragraph_of_the_note():
    more = paragraph(sentence("Ibid."))
    assert without_mark((paragraph(sentence("1.")), more), "1") == (more,)
    assert without_mark((), "1") == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3<sup>1</sup>/<sub>2</sub> years", ["3\u00a01/2 years"]),
        ("<sup>3</sup>⁄<sub>4</sub> of it", ["3⁄4 of it"]),
        ("165<sup>0</sup>/<sub>1</sub>, old style", ["1650/1, old style"]),
        ("word<sup>1</sup>/word", ["word", NoteRef(mark="1", note=""), "/word"]),
        ("the word<sup>2</sup> 3", ["the word", NoteRef(mark="2", note=""), " 3"]),
        ("y<sup>e</sup> H<sub>2</sub>O", ["ye H2O"]),
    ],
)
def test_raised_number_before_a_stroke_is_a_fraction_and_no_note(written, read):
    body = parse_html("e.html", f"<body>{written}</body>").find("body")
    assert InlineReader(Anchors()).inlines(body.children) == inlines(*read)
    block = read_markdown("e.md", written).sections[0].blocks[0]
    assert block.sentences[0].inlines == inlines(*read)
