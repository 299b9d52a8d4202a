"""Notes: which lists are notes, and what happens to those without a partner."""

from dataclasses import replace

from pipeline.model.document import ListBlock, Note, ThematicBreak
from pipeline.model.inline import NoteRef
from pipeline.model.walk import every_inline, every_sentence
from pipeline.passes.blocks import block_text
from pipeline.passes.notes import tie_notes
from pipeline.passes.references import mark_references
from tests.builders import ref
from tests.passes.documents import blocks_of, book, chapter, para, text_of


def numbered(*texts: str, start: int = 1) -> ListBlock:
    return ListBlock(items=tuple((para(text),) for text in texts), ordered=True, start=start)


def mark(number: str) -> NoteRef:
    return NoteRef(mark=number, note="")


def test_list_that_is_referred_to_becomes_notes() -> None:
    document, notices = tie_notes(text_of(para("Word", mark("1"), "."), numbered("A note.")))
    assert blocks_of(document) == (para("Word", ref("1", "fn-1-1", id="ref-1-1"), "."),)
    assert document.notes == (
        Note(id="fn-1-1", mark="1", blocks=(para("A note."),), references=("ref-1-1",), pos=para("").pos),
    )
    assert notices == ()


def test_list_that_nobody_refers_to_stays_a_list() -> None:
    document = text_of(para("Two things:"), numbered("One.", "Two."))
    assert tie_notes(document) == (document, ())


def test_list_before_its_number_is_mentioned_stays_a_list() -> None:
    document, notices = tie_notes(text_of(numbered("One."), para("Word", mark("1"))))
    assert document.notes == ()
    assert [notice.code for notice in notices] == ["N-001"]


def test_content_list_with_the_numbers_of_the_notes_stays_a_list() -> None:
    things, notes = numbered("Milk.", "Bread."), numbered("See there.", "Ibid.")
    document, _ = tie_notes(text_of(para("Word", mark("1"), mark("2")), things, para("More."), notes))
    assert things in blocks_of(document)
    assert [note.blocks for note in document.notes] == list(notes.items)


def test_rule_above_notes_is_left_out_and_told() -> None:
    rule = ThematicBreak(printed="---")
    document, notices = tie_notes(text_of(para("Word", mark("1")), rule, numbered("A note.")))
    assert rule not in blocks_of(document)
    assert [notice.code for notice in notices] == ["S-023"]


def test_reference_without_note_is_told_with_its_place_and_tied_to_nothing() -> None:
    document, notices = tie_notes(text_of(para("A word", mark("7"), line=9), numbered("A note.")))
    references = [
        i for s in every_sentence(document) for i in every_inline(s.inlines) if isinstance(i, NoteRef)
    ]
    assert references == [ref("7", "", id="ref-1-7")]
    assert [str(notice) for notice in notices] == [
        "essay.md:9:1: note reference 7 has no note in its section. Add a line “7. ...” there, or take it out. "
        "“A word” [N-001]"
    ]


def test_note_without_reference_is_told_and_kept() -> None:
    document, notices = tie_notes(text_of(para("Word", mark("1")), numbered("One.", "Two.")))
    assert [note.references for note in document.notes] == [("ref-1-1",), ()]
    assert [notice.code for notice in notices] == ["N-002"]


def test_second_note_of_one_number_gets_its_own_id_and_a_notice() -> None:
    document, notices = tie_notes(
        text_of(para("a", mark("1"), mark("2")), numbered("A.", "B."), numbered("Again.", "C.", start=2))
    )
    assert [note.id for note in document.notes] == ["fn-1-1", "fn-1-2", "fn-1-2-2", "fn-1-3"]
    assert [notice.code for notice in notices] == ["N-002", "N-002"]


def test_note_is_never_tied_across_sections() -> None:
    one = chapter(para("Word", mark("1")), id="sec-a")
    two = chapter(para("Word"), numbered("A note."), id="sec-b")
    document, notices = tie_notes(book(one, two))
    assert document.notes == ()
    assert [notice.code for notice in notices] == ["N-001"]


def test_two_references_share_a_note() -> None:
    document, _ = tie_notes(text_of(para("a", mark("1"), "b", mark("1")), numbered("A note.")))
    assert document.notes[0].references == ("ref-1-1", "ref-1-1-2")


def test_translators_note_has_its_author() -> None:
    document, _ = tie_notes(text_of(para("a", mark("1")), numbered("[So it is. - Translator's note.]")))
    assert document.notes[0].author == "translator"


def test_numbers_that_begin_anew_on_each_page_are_tied_page_by_page() -> None:
    first = (para("One", mark("1")), para("[1] First."))
    second = (para("Two", mark("1"), " and", mark("2")), para("[1] Second."), para("[2] Third."))
    tied, notices = tie_notes(text_of(*first, *second, para("After", mark("1"))))
    assert [(note.mark, note.references) for note in tied.notes] == [
        ("1", ("ref-1-1",)),
        ("1", ("ref-1-1-2",)),
        ("2", ("ref-1-2",)),
    ]
    assert [notice.code for notice in notices] == ["N-001"]


def test_notes_under_the_name_of_a_chapter_are_its_own() -> None:
    one = chapter(para("a", mark("1")), heading="I. The Door", id="sec-a")
    two = chapter(para("b", mark("1")), heading="II. The Key", id="sec-b")
    own = (
        chapter(para("1. First."), heading="I", id="n-a"),
        chapter(para("1. Last."), heading="II", id="n-b"),
    )
    notes = replace(chapter(heading="Notes", id="sec-notes"), sections=own)
    tied, notices = tie_notes(book(one, two, notes))
    assert [(section.id, block_text(section.notes[0].blocks[0])) for section in tied.body] == [
        ("sec-a", "First."),
        ("sec-b", "Last."),
    ]
    assert {notice.code for notice in notices} == {"S-023"}


def test_line_below_the_notes_of_a_page_stays_at_the_end_of_the_text() -> None:
    text = chapter(para("Word", mark("1")), ThematicBreak(printed="---"), id="sec-a")
    notes = chapter(
        para("1. A note."), ThematicBreak(printed="---"), para("Copyright."), heading="Notes", id="n"
    )
    tied, notices = tie_notes(book(text, notes))
    assert [block_text(block) for block in tied.body[0].blocks] == ["Word", "Copyright."]
    assert [notice.code for notice in notices] == ["S-023"] * 3


def test_reference_after_a_space_whose_note_is_lost_is_told_where_others_stand_so() -> None:
    note = para("[1] A note.")
    _, notices = tie_notes(mark_references(text_of(para("One [1]. Two [2]. In [1951]."), note))[0])
    assert [(notice.code, notice.fragment) for notice in notices] == [("N-001", "One. Two")]
    touching = text_of(para("One[1]. Two [2]."), note)
    assert tie_notes(mark_references(touching)[0])[1] == ()


def test_number_in_brackets_far_from_every_note_is_told() -> None:
    note = para("[1] A note.")
    _, notices = mark_references(text_of(para("One [1]. Two [7]. In [1951]."), note))
    assert [notice.code for notice in notices] == ["N-005"]
    assert "[7]" in notices[0].fragment
    assert mark_references(text_of(para("One[1]. Two [7]."), note))[1] == ()
