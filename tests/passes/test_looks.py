"""Headings that are set as paragraphs."""

from dataclasses import replace

from pipeline.model.document import Block, Heading, ListBlock, Sentence
from pipeline.model.inline import Strong, Text
from pipeline.passes.looks import find_headings
from tests.passes.documents import book, chapter, para

PROSE = para("word " * 25)
SHORT = para("The soul has no teeth.")


def bold(words: str) -> Block:
    return para(Strong(children=(Text(text=words),)))


def headings(*blocks: Block, heading: str = "Heading") -> list[str]:
    found, _ = find_headings(book(chapter(*blocks, heading=heading)))
    return [section.heading.title for section in found.body[0].sections]


def test_few_words_are_enough_below_a_heading_where_another_stands_above_prose() -> None:
    assert headings(bold("The Body"), PROSE, bold("The Soul"), SHORT) == ["The Body", "The Soul"]
    assert headings(bold("The Body"), SHORT, bold("The Soul"), SHORT) == []
    assert headings(bold("The Body"), PROSE, bold("The Soul"), para("543-4055")) == []


def test_one_heading_in_capitals_is_enough_under_a_title_in_capitals() -> None:
    assert headings(PROSE, para("THE SOUL"), PROSE, heading="THE QUIET PARTNER") == ["THE SOUL"]
    assert headings(PROSE, para("THE SOUL"), PROSE, heading="The Quiet Partner") == []
    assert headings(PROSE, para("THE SOUL"), PROSE, heading="PREFACE") == []


def test_numbered_lines_above_words_of_their_own_are_headings() -> None:
    assert headings(para("1. The author"), PROSE, para("2. The reader"), SHORT) == [
        "1. The author",
        "2. The reader",
    ]
    assert headings(para("I. The author"), PROSE, para("II. The reader"), PROSE) == [
        "I. The author",
        "II. The reader",
    ]


def test_items_and_notes_with_numbers_are_no_headings() -> None:
    assert headings(para("1. A pound of flour"), para("2. A cup of oil"), PROSE) == []
    assert headings(para("2. The author"), PROSE, para("3. The reader"), PROSE) == []
    assert headings(para("1. Sanhedrin 97b."), PROSE, para("2. Ibid."), PROSE) == []
    assert headings(para("1. The author"), PROSE) == []


def test_bold_line_that_is_a_list_of_one_item_may_be_a_heading() -> None:
    one, two = (ListBlock(items=((bold(words),),)) for words in ("The Body", "The Soul"))
    assert headings(one, PROSE, two, PROSE) == ["The Body", "The Soul"]
    plain = ListBlock(items=((para("The Body"),),))
    assert headings(plain, PROSE, plain, PROSE) == []
    assert headings(replace(one, ordered=True), PROSE, replace(two, ordered=True), PROSE) == []


def test_invocation_is_no_heading() -> None:
    assert headings(bold('B"H'), PROSE, bold("The Soul"), PROSE) == []


def test_heading_in_bold_of_an_untitled_text_is_told() -> None:
    untitled = replace(chapter(PROSE, bold("A"), PROSE, bold("B"), PROSE), heading=_UNTITLED)
    assert [notice.code for notice in find_headings(book(untitled))[1]] == ["S-027", "S-027"]


_UNTITLED = Heading(sentence=Sentence(inlines=()), supplied=True)
