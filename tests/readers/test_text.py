"""Plain text."""

from pipeline.model.document import LineGroup, Paragraph
from pipeline.model.walk import block_sentences
from pipeline.readers.text import read_text

LONG = "The closing section of parashat Massai and the entire book of Numbers"


def read(text: str) -> list[tuple[type, str, int]]:
    sections = read_text("e.txt", text).sections
    return [
        (type(block), "".join(s.text for s in block_sentences(block)), block.pos.line if block.pos else 0)
        for block in sections[0].blocks
    ]


def test_empty_lines_part_paragraphs() -> None:
    assert read("\none\n\n \n\ntwo\n") == [(Paragraph, "one", 2), (Paragraph, "two", 6)]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    assert read(f"{LONG}\n{LONG}\nend") == [(Paragraph, f"{LONG} {LONG} end", 1)]


def test_short_lines_stay_lines() -> None:
    assert read("Shabbat Shalom,\nShaul") == [(LineGroup, "Shabbat Shalom,\nShaul", 1)]


def test_article_without_headings_is_one_untitled_section() -> None:
    reading = read_text("e.txt", "one")
    sections, notices = reading.sections, reading.notices
    assert (len(sections), sections[0].heading.title, sections[0].heading.supplied) == (1, "", True)
    assert notices == ()


def test_note_that_goes_on_below_an_empty_line_does_not_hide_the_next() -> None:
    assert read('[2] See the\n\nNefesh HaGer.\n[3] Ibid.\n[4] "Into nothing": so.') == [
        (Paragraph, "[2] See the", 1),
        (Paragraph, "Nefesh HaGer.", 3),
        (Paragraph, "[3] Ibid.", 4),
        (Paragraph, '[4] "Into nothing": so.', 5),
    ]


def test_row_of_signs_among_lines_is_a_rule_of_its_own() -> None:
    assert read("=====\nTHE WELL\n-----\n\nA - b\n- c") == [
        (Paragraph, "=====", 1),
        (Paragraph, "THE WELL", 2),
        (Paragraph, "-----", 3),
        (LineGroup, "A - b\n- c", 5),
    ]


def test_line_that_breaks_a_word_was_wrapped_however_short() -> None:
    assert read("He brought with him every-\nthing that he had.") == [
        (Paragraph, "He brought with him every- thing that he had.", 1)
    ]
    assert read("12 Bridge-\nStreet")[0][0] is LineGroup


def test_line_far_to_the_right_below_wrapped_lines_stays_a_line() -> None:
    assert read(f"{LONG}\n{LONG}.\n{' ' * 30}Psalm 32") == [(LineGroup, f"{LONG} {LONG}.\nPsalm 32", 1)]
    assert read(f"{LONG}\n    {LONG}") == [(Paragraph, f"{LONG} {LONG}", 1)]
