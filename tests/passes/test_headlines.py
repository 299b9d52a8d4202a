"""The headline of a text without headings, and headings printed twice."""

from dataclasses import replace

import pytest

from pipeline.model.document import Document, Heading, Sentence
from pipeline.model.metadata import Metadata
from pipeline.passes.headlines import find_headlines
from tests.passes.documents import blocks_of, book, chapter, para

PROSE = para("word " * 25)


def untitled(*first: str, title: str = "") -> Document:
    heading = Heading(sentence=Sentence(inlines=()), supplied=True)
    section = replace(chapter(*(para(words) for words in first), PROSE), heading=heading)
    return replace(book(section), metadata=Metadata(title=title))


@pytest.mark.parametrize(
    "line",
    [
        "Sanhedrin 97 – The Generation at the Time of the Mashiach",
        "THE CITIES OF REFUGE",
        "Whose Fault Is It?",
    ],
)
def test_first_line_with_capitals_above_prose_is_the_headline_and_told(line: str) -> None:
    document, notices = find_headlines(untitled(line, "By A. Writer"))
    assert (document.body[0].heading.title, document.body[0].heading.supplied) == (line, False)
    assert [(notice.code, notice.fragment) for notice in notices] == [("S-027", line)]


@pytest.mark.parametrize(
    "line",
    ["Dear Friends", "It was a dark night", "Refuge", "New York, 5751.", "Translated by A. Writer"],
)
def test_other_first_lines_stay_in_the_text(line: str) -> None:
    document = untitled(line)
    assert find_headlines(document) == (document, ())


def test_first_line_that_is_the_title_is_the_heading() -> None:
    document, notices = find_headlines(untitled("on exile.", title="On Exile"))
    assert (document.body[0].heading.title, notices) == ("on exile.", ())
    assert find_headlines(untitled("On Exile", title="Another"))[0].body[0].heading.supplied


def test_heading_printed_again_below_itself_is_left_out_and_told() -> None:
    document, notices = find_headlines(book(chapter(para("6,507."), PROSE, heading="6,507")))
    assert blocks_of(document) == (PROSE,)
    assert [(notice.code, notice.fragment) for notice in notices] == [("S-028", "6,507.")]


def test_heading_with_all_of_the_text_under_its_double_is_one() -> None:
    inner = chapter(PROSE, heading="THE TALMUD")
    document, notices = find_headlines(book(replace(chapter(heading="The Talmud"), sections=(inner,))))
    assert (document.body[0].blocks, document.body[0].sections) == ((PROSE,), ())
    assert [notice.fragment for notice in notices] == ["THE TALMUD"]
