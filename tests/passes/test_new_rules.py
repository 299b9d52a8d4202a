"""Ledger, corrections, damage, looks, contents, rising numbers, references on the line: one idea each."""

import pytest

from pipeline.model.document import LineGroup, ListBlock, Paragraph, ParagraphRole, Role, ThematicBreak
from pipeline.model.inline import NoteRef, Term
from pipeline.model.metadata import Emendation
from pipeline.model.source import Notice
from pipeline.model.walk import every_inline, every_sentence
from pipeline.passes.blocks import block_text
from pipeline.passes.contents import part_contents
from pipeline.passes.damage import find_damage
from pipeline.passes.emend import emend
from pipeline.passes.identify import identify
from pipeline.passes.ledger import account
from pipeline.passes.looks import find_headings
from pipeline.passes.notes import tie_notes
from pipeline.passes.pullquotes import find_pullquotes
from pipeline.passes.references import mark_references
from pipeline.passes.rising import likely_places, misfits
from pipeline.passes.segment import segment
from tests.builders import strong
from tests.passes.documents import blocks_of, book, chapter, lines, para, text_of

PROSE = "This paragraph has so many words that nobody will take it for a heading or for anything but prose, and on."


def mark(number: str) -> NoteRef:
    return NoteRef(mark=number, note="")


def test_ledger_balances_a_document_and_names_what_is_missing() -> None:
    document = text_of(para("one two"))
    told = Notice(code="S-061", message="", fragment="home")
    balanced = account(document, ["Heading", "one", "two", "home"], [told])
    assert (balanced.is_balanced, balanced.left_out) == (True, (("round the article", 1),))
    assert account(document, ["Heading", "one", "two", "three"], []).lost == ("three",)
    assert account(document, ["Heading", "one"], []).invented == ("two",)


def test_ledger_joins_a_word_that_a_page_broke() -> None:
    assert account(text_of(para("neighbours")), ["Heading", "neigh", "bours"], []).is_balanced


def test_correction_is_made_once_and_told() -> None:
    document, notices = emend(
        text_of(para("HIS FREIND")), (Emendation(old="FREIND", new="FRIEND", reason="letters"),)
    )
    assert (block_text(blocks_of(document)[0]), notices[0].code) == ("HIS FRIEND", "S-080")


def test_correction_whose_old_text_is_not_there_is_an_error() -> None:
    document = text_of(para("HIS FRIEND"))
    assert emend(document, (Emendation(old="FREIND", new="FRIEND", reason="x"),))[0] == document
    assert emend(document, (Emendation(old="FREIND", new="FRIEND", reason="x"),))[1][0].code == "S-081"


def test_damaged_hebrew_is_closed_to_voice_and_braille_and_told() -> None:
    document, notices = find_damage(text_of(para("the name \ufffdאב, here and שלום")))
    terms = [i for s in every_sentence(document) for i in every_inline(s.inlines) if isinstance(i, Term)]
    assert [(term.form, term.braille[0]) for term in terms] == [("silent", "\u2808")]
    assert [notice.code for notice in notices] == ["S-051"]


def test_hebrew_beside_damage_and_in_a_text_full_of_it_is_not_trusted() -> None:
    beside = find_damage(text_of(para("head (\ufffdאב כמ) and שלום, שלום, שלום")))[1]
    assert ["beside" in notice.message for notice in beside] == [False, True]
    full = find_damage(text_of(para("\ufffdא, then \ufffdב, then \ufffdג"), para("and כג")))[1]
    assert len(full) == 4


def test_sound_hebrew_and_yiddish_are_not_called_damaged() -> None:
    for words in ("הַמָּשִׁיחַ", "תנש״א", "גרײט", "שיחי'", "ח״ו"):
        assert find_damage(text_of(para(words)))[1] == ()


def test_mojibake_is_told_with_what_is_meant() -> None:
    notice = find_damage(text_of(para("donâ€™t")))[1][0]
    assert notice.code == "S-052"
    assert "“’”" in notice.message


def test_capitals_between_prose_are_headings_and_one_alone_is_not() -> None:
    document, notices = find_headings(
        text_of(para("FIRST PART"), para(PROSE), para("SECOND PART"), para(PROSE))
    )
    assert [section.heading.title for section in document.body[0].sections] == ["FIRST PART", "SECOND PART"]
    assert [notice.code for notice in notices] == ["S-027", "S-027"]
    alone = text_of(para(PROSE), para("ONE ALONE"), para(PROSE))
    assert find_headings(alone) == (alone, ())


def test_bold_lines_above_lists_are_headings() -> None:
    items = ListBlock(items=((para("One book."),), (para("Another book."),)))
    text = text_of(para(strong("Talmudic Sources")), items, para(strong("Other Sources")), items)
    document, _ = find_headings(text)
    assert [section.heading.title for section in document.body[0].sections] == [
        "Talmudic Sources",
        "Other Sources",
    ]


def test_line_that_stands_three_times_is_no_heading() -> None:
    offer = (para("OPINIONS OF THE PRESS"), para(PROSE))
    document = text_of(*offer, *offer, *offer)
    assert find_headings(document) == (document, ())


def test_bold_question_of_an_interview_is_no_heading() -> None:
    document = text_of(para("What then?"), para(PROSE), para("And now?"), para(PROSE))
    assert find_headings(document) == (document, ())


def test_printed_contents_are_left_out_with_their_words() -> None:
    contents = chapter(ListBlock(items=((para("One"),), (para("Two"),))), heading="Contents")
    document, notices = part_contents(book(contents, chapter(para(PROSE), heading="One")))
    assert [section.heading.title for section in document.body] == ["One"]
    assert [(notice.code, notice.fragment) for notice in notices] == [("S-064", "Contents One Two")]


@pytest.mark.parametrize(
    "entries",
    [lines("The Door ........ 3", "The Candle ...... 9"), lines("The Door", "The Candle")],
    ids=["with page numbers", "without"],
)
def test_contents_printed_among_the_text_are_left_out_with_their_words(entries: LineGroup) -> None:
    text = (para("THE DOOR"), para(PROSE), para("THE CANDLE"), para(PROSE))
    document, notices = part_contents(text_of(para("CONTENTS"), entries, *text))
    assert document == text_of(*text)
    assert [notice.code for notice in notices] == ["S-064"]
    assert "The Candle" in notices[0].fragment


def test_list_under_the_word_contents_that_names_no_heading_stays() -> None:
    document = text_of(para("CONTENTS"), lines("a pound of flour", "a cup of oil"), para(PROSE))
    assert part_contents(document) == (document, ())


def test_index_stands_behind_the_text() -> None:
    index = chapter(ListBlock(items=((para("Aaron, 79"),), (para("Abbahu, 21"),))), heading="INDEX")
    document, _ = part_contents(book(chapter(para(PROSE), heading="One"), index))
    assert [section.heading.title for section in document.back] == ["INDEX"]


def test_offers_behind_an_index_are_an_advertisement() -> None:
    entries = ListBlock(items=((para("Aaron, 79"),), (para("Abbahu, 21"),)))
    offer = para("Bound in cloth. Price, postpaid, $1.00")
    index = chapter(entries, ThematicBreak(printed="---"), para("OLD JEWRIES"), offer, heading="INDEX")
    document, _ = part_contents(book(chapter(para(PROSE), heading="One"), index))
    assert [(section.role, section.blocks[-1]) for section in document.back] == [
        (Role.CHAPTER, entries),
        (Role.ADVERTISEMENT, offer),
    ]


def test_number_that_goes_back_fits_only_where_nothing_was_passed_over() -> None:
    assert misfits([0, 1, 2, 0, 3], 4) == frozenset()
    assert misfits([0, 1, 2, 0, 5], 6) == frozenset({3})
    assert misfits([0, 0, 1, 1], 2) == frozenset()
    assert misfits([0, 1, 1], 3) == frozenset({2})
    assert misfits([0, 1, 0, 3], 4) == frozenset({2})
    assert misfits([0, 0, 2], 3) == frozenset({1})


def test_odd_numbers_may_stand_for_what_was_passed_over_when_there_are_as_many() -> None:
    assert likely_places([0, 0, 1, 3], {1, 2}, 4) == {1: 1, 2: 2}
    assert likely_places([0, 0, 3], {1}, 4) == {}
    assert likely_places([0, 0], {1}, 2) == {1: 1}


def test_misprinted_reference_is_told_with_the_likely_note_and_tied_to_none() -> None:
    references = para("a", mark("1"), "b", mark("2"), "c", mark("1"), "d", mark("4"))
    notes = [para(f"{number}. Words.") for number in (1, 2, 3, 4)]
    tied, notices = tie_notes(text_of(references, para("NOTES:"), *notes))
    assert [note.references for note in tied.notes] == [("ref-1-1",), ("ref-1-2",), (), ("ref-1-4",)]
    told = [notice.message for notice in notices if notice.code == "N-003"]
    assert [message.endswith("it may stand for note 3, which nothing refers to.") for message in told] == [
        True
    ]


def test_bracketed_numbers_are_references_when_notes_are_bracketed() -> None:
    document, _ = mark_references(text_of(para("realms,[252] in [5751]."), para("[252] Ibid.")))
    tied, notices = tie_notes(document)
    assert [(note.mark, block_text(note.blocks[0])) for note in tied.notes] == [("252", "Ibid.")]
    assert block_text(blocks_of(tied)[0]) == "realms, in [5751]."
    assert notices == ()


def test_numbers_in_round_brackets_are_references_where_a_paragraph_begins_with_the_same() -> None:
    document, _ = mark_references(text_of(para("He goes.(1) Then (2) he comes."), para("(1) Shemos 12:34.")))
    tied, notices = tie_notes(document)
    assert [(note.mark, block_text(note.blocks[0])) for note in tied.notes] == [("1", "Shemos 12:34.")]
    assert block_text(blocks_of(tied)[0]) == "He goes. Then (2) he comes."
    assert notices == ()
    alone = text_of(para("Rule 3a(1) says so, and the other(1) too."))
    assert mark_references(alone) == (alone, ())


def test_notes_on_lines_of_their_own_are_parted() -> None:
    document, _ = mark_references(
        text_of(para("One[1] and two[2]."), lines("[1] 32a.", "and b.", "[2] 33a."))
    )
    tied, notices = tie_notes(document)
    found = [(note.mark, block_text(note.blocks[0]), note.pos.line if note.pos else 0) for note in tied.notes]
    assert (found, notices) == ([("1", "32a.\nand b.", 1), ("2", "33a.", 3)], ())


def test_star_that_touches_a_word_is_a_reference_when_a_note_begins_with_one() -> None:
    document, _ = mark_references(text_of(para("of our town* and five * six"), para("* Leib.")))
    tied, notices = tie_notes(document)
    assert [(note.mark, block_text(note.blocks[0])) for note in tied.notes] == [("*", "Leib.")]
    assert block_text(blocks_of(tied)[0]) == "of our town and five * six"
    assert notices == ()
    bracket, _ = mark_references(text_of(para("of our town* and on"), para("*) Leib.")))
    assert [block_text(note.blocks[0]) for note in tie_notes(bracket)[0].notes] == ["Leib."]


def test_notes_on_lines_below_each_other_are_parted() -> None:
    document, _ = mark_references(text_of(para("One* and two**."), para("*) See 32a. **) See there.")))
    tied, notices = tie_notes(document)
    assert [(note.mark, block_text(note.blocks[0]).strip()) for note in tied.notes] == [
        ("*", "See 32a."),
        ("**", "See there."),
    ]
    assert notices == ()


def test_star_that_no_note_of_its_section_explains_stays_in_the_text() -> None:
    letter = chapter(para("of our town*"), heading="6519*", id="sec-a")
    other = chapter(para("another town*"), para("*) Leib."), id="sec-b")
    tied, notices = tie_notes(mark_references(book(letter, other))[0])
    assert (tied.body[0], notices) == (letter, ())
    assert [note.id for note in tied.body[1].notes] == ["fn-b-u2a"]


def test_year_in_brackets_stays_a_year() -> None:
    document = text_of(para("the year[5751] was"))
    assert mark_references(document) == (document, ())


def test_starred_notes_and_notes_of_two_paragraphs_are_whole() -> None:
    text = [
        para("a", mark("8"), "b", mark("8*"), "c", mark("9")),
        para("NOTES:"),
        para("8. One."),
        para("More of one."),
        para("8*. Star."),
        para("9 Nine."),
    ]
    tied, notices = tie_notes(text_of(*text))
    assert [(note.mark, [block_text(block) for block in note.blocks]) for note in tied.notes] == [
        ("8", ["One.", "More of one."]),
        ("8*", ["Star."]),
        ("9", ["Nine."]),
    ]
    assert [notice.code for notice in notices] == ["S-023"]


def test_notes_at_the_end_go_to_the_sections_that_refer_to_them() -> None:
    one = chapter(para("a", mark("1")), id="sec-a")
    two = chapter(para("b", mark("2")), id="sec-b")
    notes = chapter(para("1. First."), para("2. Second."), heading="Notes", id="sec-notes")
    tied, _ = tie_notes(book(one, two, notes))
    assert [(s.id, [note.id for note in s.notes]) for s in tied.body] == [
        ("sec-a", ["fn-a-1"]),
        ("sec-b", ["fn-b-2"]),
    ]


def test_number_that_two_sections_use_is_tied_to_neither() -> None:
    one, two = chapter(para("a", mark("1")), id="sec-a"), chapter(para("b", mark("1")), id="sec-b")
    notes = chapter(para("1. Whose?"), heading="Notes", id="sec-notes")
    tied, notices = tie_notes(book(one, two, notes))
    assert [note.references for note in tied.notes] == [()]
    assert [notice.code for notice in notices if notice.code != "S-023"] == ["N-002", "N-003", "N-003"]


def quoted(*paragraphs: str) -> list[ParagraphRole]:
    document, _ = find_pullquotes(identify(segment(text_of(*(para(words) for words in paragraphs)))))
    return [block.role for block in blocks_of(document) if isinstance(block, Paragraph)]


def test_pull_quote_may_leave_words_out_and_change_a_few() -> None:
    text = (
        "Our Rabbis learned from here that the Divine Presence resides with the people amidst the suffering of exile. "
        "But He has inscribed redemption for Himself when they are to be redeemed, for He will return with them."
    )
    cut = (
        "Our Rabbis learned… that the Divine Presence resides with the people amidst the suffering of exile."
    )
    changed = "Our Rabbis learned from here that the Divine Presence resides with the people in the suffering of exile."
    assert quoted(cut, text) == [ParagraphRole.PULLQUOTE, ParagraphRole.BODY]
    assert quoted(changed, text) == [ParagraphRole.PULLQUOTE, ParagraphRole.BODY]


def test_short_phrase_that_returns_is_no_pull_quote() -> None:
    assert quoted(
        "We must understand the following:", f"{PROSE} We must understand the following: it is so."
    ) == [ParagraphRole.BODY, ParagraphRole.BODY]
