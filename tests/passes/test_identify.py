"""Ids come from words."""

import re
from dataclasses import replace

from pipeline.model.walk import every_sentence
from pipeline.passes.identify import identify, name_sections
from tests.passes.documents import book, chapter, para, text_of


def test_correction_changes_no_id_but_its_own() -> None:
    before = [s.id for s in every_sentence(identify(text_of(para("One."), para("Two."), para("Three."))))]
    after = [s.id for s in every_sentence(identify(text_of(para("One."), para("2."), para("Three."))))]
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, True, False, True]


def test_equal_sentences_are_counted() -> None:
    ids = [s.id for s in every_sentence(identify(text_of(para("Amen."), para("Amen."))))][1:]
    assert ids[1] == f"{ids[0]}-2"


def test_white_space_and_mark_up_do_not_change_an_id() -> None:
    one, two = (identify(text_of(para(words))) for words in ("One two.", "One\ntwo. "))
    assert [s.id for s in every_sentence(one)] == [s.id for s in every_sentence(two)]


def test_sections_are_named_after_their_headings() -> None:
    inner = replace(chapter(heading="12"), level=2)
    document = name_sections(
        book(
            replace(chapter(heading="Moses's “Torah” — Émet!"), sections=(inner, inner)),
            chapter(heading="שמות"),
        )
    )
    first, second = document.body
    assert (first.id, [s.id for s in first.sections]) == ("sec-mosess-torah-emet", ["sec-12", "sec-12-2"])
    assert re.fullmatch("sec-[0-9a-f]{10}", second.id)


def test_name_that_looks_counted_does_not_clash() -> None:
    document = name_sections(book(*(chapter(heading=words) for words in ("a", "a 2", "a"))))
    assert [section.id for section in document.body] == ["sec-a", "sec-a-2", "sec-a-3"]
