"""What stands round the text."""

from dataclasses import replace

from pipeline.model.document import Heading, Note, Role, Sentence, ThematicBreak
from pipeline.passes.blocks import block_lines
from pipeline.passes.matter import part_matter
from tests.builders import link
from tests.passes.documents import book, chapter, lines, para

PROSE = para("word " * 50)
NOTE = Note(id="", mark="1", blocks=(para("First note."),))
OTHER_NOTE = Note(id="", mark="2", blocks=(para("Second note."),))


def roles(sections):
    return [(section.role, section.heading.title) for section in sections]


def test_pages_before_the_text_are_parted_by_their_formulas() -> None:
    title = chapter(
        lines("Essays on", "Redemption"),
        lines("THE PRESS", "1 STREET, BROOKLYN, NY 11213"),
        lines("IN LOVING MEMORY OF", "Reb Leib"),
        lines("Reprinted with permission by:", "The Center"),
        para("Printed in the U.S.A."),
        heading="A Book",
    )
    document, _ = part_matter(book(title, chapter(PROSE, heading="One")))
    assert roles(document.front) == [
        (Role.TITLEPAGE, "A Book"),
        (Role.IMPRINT, "Imprint"),
        (Role.DEDICATION, "Dedication"),
        (Role.COPYRIGHT_PAGE, "Permission"),
    ]
    assert roles(document.body) == [(Role.CHAPTER, "One")]


def test_second_title_page_goes_into_the_first_and_the_words_left_out_are_told() -> None:
    first = chapter(lines("Essays on", "Redemption"), heading="A Book")
    second = chapter(lines("Essays on", "Redemption"), lines("by", "A. Writer"), heading="A Book")
    document, notices = part_matter(book(first, second, chapter(PROSE, heading="One")))
    assert [block_lines(block) for block in document.front[0].blocks] == [
        ["Essays on", "Redemption"],
        ["by", "A. Writer"],
    ]
    assert [(notice.code, notice.fragment) for notice in notices] == [
        ("S-021", "A Book Essays on Redemption")
    ]


def test_notes_of_pages_before_the_text_are_kept() -> None:
    first = replace(chapter(lines("Essays on", "Redemption"), heading="A Book"), notes=(NOTE,))
    second = replace(chapter(lines("by", "A. Writer"), heading="A Book"), notes=(OTHER_NOTE,))
    document, _ = part_matter(book(first, second, chapter(PROSE, heading="One")))
    assert document.front[0].notes == (NOTE, OTHER_NOTE)


def test_memorials_after_the_text_are_set_apart_and_separators_told() -> None:
    text = chapter(
        PROSE,
        lines("IN MEMORY OF", "Reb Leib"),
        ThematicBreak(printed="*"),
        lines("DEDICATED BY HIS FRIEND", "Mr. Wolf"),
        lines("IN MEMORY OF", "Mrs. Leah"),
    )
    document, notices = part_matter(book(text))
    assert document.body[0].blocks == (PROSE,)
    assert [len(section.blocks) for section in document.back] == [2, 1]
    assert [notice.code for notice in notices] == ["S-022"]


def test_hebrew_notice_and_its_english_twin_are_one() -> None:
    mail = link("mailto:a@example.org", "a@example.org")
    text = chapter(PROSE, para("אימייל: ", mail), para("Write to ", mail), para("Or call (323) 934-7095"))
    document, _ = part_matter(book(text))
    assert [len(section.blocks) for section in document.back] == [2, 1]


def test_dedication_in_the_middle_of_prose_stays_there() -> None:
    text = chapter(PROSE, lines("In memory of", "the Temple"), PROSE)
    document, notices = part_matter(book(text))
    assert (document.body, document.back, notices) == ((text,), (), ())


def test_text_without_title_page_stays_whole() -> None:
    text = book(chapter(PROSE, para("Shabbat Shalom, Shaul")))
    assert part_matter(text) == (text, ())


def test_parts_that_the_source_calls_so_stand_before_and_behind_the_chapters() -> None:
    untitled = Heading(sentence=Sentence(inlines=()), supplied=True)
    first = replace(chapter(para("To my mother")), heading=untitled, role=Role.DEDICATION)
    last = replace(chapter(PROSE, heading="About This Book"), role=Role.COLOPHON)
    document, _ = part_matter(book(first, chapter(PROSE, heading="One"), chapter(PROSE, heading="Two"), last))
    assert roles(document.front) == [(Role.DEDICATION, "Dedication")]
    assert roles(document.body) == [(Role.CHAPTER, "One"), (Role.CHAPTER, "Two")]
    assert roles(document.back) == [(Role.COLOPHON, "About This Book")]
