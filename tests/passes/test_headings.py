"""Headings: subtitles, depth, numbers."""

from dataclasses import replace

from pipeline.model.document import Note, Role
from pipeline.passes.headings import repair_headings
from tests.passes.documents import book, chapter, para


def test_lone_heading_under_a_heading_is_its_subtitle_and_told() -> None:
    inner = replace(chapter(para("Text."), heading="MOSES"), level=2)
    document, notices = repair_headings(book(replace(chapter(heading="Shmos"), sections=(inner,))), "")
    found = document.body[0]
    assert (found.heading.title, found.heading.subtitle) == ("Shmos", inner.heading.sentence)
    assert (found.blocks, found.sections) == (inner.blocks, ())
    assert [notice.code for notice in notices] == ["S-026"]


def test_numbers_get_the_word_of_the_sidecar_and_keep_the_print() -> None:
    numbers = tuple(replace(chapter(para("Text."), heading=n), level=2) for n in ("12", "XIV.", "I saw"))
    document, _ = repair_headings(book(replace(chapter(heading="Column"), sections=numbers)), "Announcement")
    assert [(s.heading.sentence.text, s.heading.title) for s in document.body[0].sections] == [
        ("12", "Announcement 12"),
        ("XIV.", "Announcement XIV"),
        ("I saw", "I saw"),
    ]


def test_number_without_a_word_of_its_own_is_a_section() -> None:
    document, _ = repair_headings(book(chapter(para("Text."), heading="3")), "")
    assert document.body[0].heading.label == "Section 3"


def test_number_with_a_comma_is_labelled_and_a_year_is_not() -> None:
    document, _ = repair_headings(book(*(chapter(heading=n) for n in ("6,507", "5782", "1948"))), "Letter")
    assert [s.heading.label for s in document.body] == ["Letter 6,507", "", ""]


def test_levels_are_depths_whatever_is_printed() -> None:
    deep = replace(chapter(para("Text."), heading="Deep"), level=5)
    other = replace(chapter(para("Text."), heading="Other"), level=5)
    top = replace(chapter(heading="Top"), level=3, sections=(deep, other))
    document, _ = repair_headings(book(top), "")
    found = document.body[0]
    assert (found.level, found.role) == (1, Role.CHAPTER)
    assert [(inner.level, inner.role) for inner in found.sections] == [(2, Role.SECTION)] * 2


def test_notes_of_a_heading_that_becomes_a_subtitle_stay() -> None:
    note = Note(id="a", mark="a", blocks=(para("Sifrei."),))
    inner = replace(chapter(para("Text."), heading="MOSES"), level=2, notes=(note,))
    document, _ = repair_headings(book(replace(chapter(heading="Shmos"), sections=(inner,))), "")
    assert document.body[0].notes == (note,)
