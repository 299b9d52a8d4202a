"""The headline of a text without headings, and headings printed twice."""

from dataclasses import replace

import pytest

from pipeline.model.document import Block, Document, Heading, Sentence
from pipeline.model.metadata import Metadata
from pipeline.passes.headlines import find_headlines
from tests.passes.documents import blocks_of, book, chapter, lines, para

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


def title_of(*blocks: Block) -> tuple[str, str]:
    heading = Heading(sentence=Sentence(inlines=()), supplied=True)
    found = find_headlines(book(replace(chapter(*blocks, PROSE), heading=heading)))[0].body[0]
    return found.heading.title, found.heading.subtitle.text if found.heading.subtitle else ""


def test_title_may_stand_below_an_invocation_an_occasion_or_quiet_words() -> None:
    assert title_of(para("ב״ה"), para("THE SHUT GATE")) == ("THE SHUT GATE", "")
    assert title_of(para('B"H'), para("The Shut Gate")) == ("The Shut Gate", "")
    assert title_of(para("Spoken at Leeds in 1949"), para("The Shut Gate")) == ("The Shut Gate", "")
    assert title_of(para("A weekly word"), para("THE SHUT GATE"))[0] == "THE SHUT GATE"
    document = find_headlines(untitled("ב״ה", "THE SHUT GATE"))[0]
    assert blocks_of(document) == (para("ב״ה"), PROSE)


def test_line_under_a_title_that_is_no_sentence_is_its_subtitle() -> None:
    assert title_of(para("THE SHUT GATE"), para("On a Word of the Sages")) == (
        "THE SHUT GATE",
        "On a Word of the Sages",
    )
    assert title_of(lines("The Shut Gate", "On a Word of the Sages")) == (
        "The Shut Gate",
        "On a Word of the Sages",
    )
    assert title_of(para("THE SHUT GATE"), para("Leeds Press"), lines("Leeds", "1949")) == (
        "THE SHUT GATE",
        "",
    )
    assert title_of(para("THE SHUT GATE"), para("“Open unto us the gate”"))[1] == ""
    assert title_of(para("THE SHUT GATE"), para("Tales retold by"), para("Rivka Blum"))[1] == ""


def test_head_of_a_letter_is_no_title() -> None:
    assert title_of(para("BROOKLYN, NEW YORK"), para("Greetings and blessings!")) == ("", "")
    assert title_of(para("Leeds, England"), para("To the Committee"), para("Room 4")) == ("", "")
    assert title_of(lines('B"H, 3 Elul, 5709', "Brooklyn, N.Y."), para("Greetings!")) == ("", "")


def test_lines_of_an_address_stay_together_when_they_hold_no_title() -> None:
    address = lines("12 Bridge Street,", "Leeds.")
    assert blocks_of(find_headlines(book(chapter(address, PROSE)))[0]) == (address, PROSE)
