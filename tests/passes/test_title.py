"""Titles: whose word counts, and that none is invented."""

from dataclasses import replace

from pipeline.model.document import Document, Heading, LineGroup, Role, Section, Sentence
from pipeline.model.metadata import Metadata
from pipeline.passes.title import supply_titles
from tests.builders import BR, hebrew, sentence, strong
from tests.passes.documents import book, chapter, para

UNTITLED = Heading(sentence=Sentence(inlines=()), supplied=True)


def untitled() -> Document:
    return book(replace(chapter(para("Text.")), heading=UNTITLED))


def supplied(words: str, role: Role) -> Section:
    heading = Heading(sentence=sentence(words), supplied=True)
    return replace(chapter(para("Text.")), heading=heading, role=role)


def test_sidecar_title_stands_over_a_text_without_one() -> None:
    told = Metadata(title="Cities of Refuge", title_supplied=True)
    document, notices = supply_titles(replace(untitled(), metadata=told))
    assert (document.metadata, notices) == (told, ())
    assert document.body[0].heading == Heading(sentence=sentence("Cities of Refuge"), supplied=True)


def test_without_any_title_the_file_name_stands_in_and_a_person_is_told() -> None:
    document, notices = supply_titles(untitled())
    assert document.metadata == Metadata(title="essay", title_supplied=True)
    assert [(notice.code, notice.fragment) for notice in notices] == [("S-020", "essay")]


def test_title_page_says_the_title() -> None:
    page = replace(chapter(heading="A Book"), role=Role.TITLEPAGE)
    document = Document(metadata=Metadata(), front=(page,), body=(chapter(para("Text.")),))
    assert supply_titles(document)[0].metadata.title == "A Book"


def test_only_heading_says_the_title() -> None:
    assert supply_titles(book(chapter(para("Text."), heading="Essay")))[0].metadata.title == "Essay"


def test_supplied_headings_that_repeat_are_counted() -> None:
    memorials = (supplied("Dedication", Role.DEDICATION), supplied("Dedication", Role.DEDICATION))
    document, _ = supply_titles(replace(book(chapter(para("Text."))), back=memorials))
    assert [section.heading.title for section in document.back] == ["Dedication", "Dedication 2"]


def dedication(*lines) -> Section:
    return Section(
        id="",
        level=1,
        role=Role.DEDICATION,
        heading=Heading(sentence=sentence("Dedication"), supplied=True),
        blocks=(LineGroup(sentences=(sentence(*lines),)),),
    )


def titles(*sections: Section) -> list[str]:
    document, _ = supply_titles(Document(metadata=Metadata(title="T"), back=sections))
    return [section.heading.title for section in document.back]


FIRST = dedication(strong("IN MEMORY"), BR, strong("Leib"))


def test_a_second_dedication_is_named_after_whom_it_is_for():
    assert titles(FIRST, FIRST) == ["Dedication", "Dedication: Leib"]


def test_a_name_ends_before_hebrew_letters():
    second = dedication(strong("IN MEMORY"), BR, strong("Esther bas Reb Shmuel ", hebrew('ע"ה')))
    assert titles(FIRST, second)[1] == "Dedication: Esther bas Reb Shmuel"


def test_without_a_name_it_is_counted():
    assert titles(FIRST, dedication(strong("IN MEMORY")), dedication("plain")) == [
        "Dedication",
        "Dedication 2",
        "Dedication 3",
    ]


def test_a_printed_heading_stays_as_it_is():
    printed = replace(FIRST, heading=Heading(sentence=sentence("In Memory")))
    assert titles(FIRST, printed)[1] == "In Memory"
