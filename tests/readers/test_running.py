"""Running heads and page numbers among the text."""

from pipeline.model.document import Paragraph
from pipeline.model.metadata import Sidecar
from pipeline.model.walk import block_sentences
from pipeline.readers.read import read_source
from pipeline.readers.running import PAGE_TURN, running_heads

HALF = "There are few books with so checkered a career, so curious a fate, as the"
REST = "book that is spoken of here, and its name glides glibly from the tongue."


def at(*lines: str) -> list[int]:
    return sorted(running_heads(lines))


def test_title_that_returns_in_the_middle_of_sentences_is_a_running_head() -> None:
    assert at(HALF, "THE TALMUD", REST, HALF, "THE TALMUD", REST, HALF, "THE TALMUD", REST) == [1, 4, 7]


def test_first_one_at_the_end_of_a_sentence_is_a_heading() -> None:
    turn = (HALF, "THE TALMUD", REST)
    assert at("THE TALMUD", *turn, *turn, *turn) == [2, 5, 8]


def test_bare_page_numbers_rise() -> None:
    assert at(HALF, "- 12 -", REST, HALF, "Page 13", REST, HALF, "14", REST) == [1, 4, 7]
    assert at(HALF, "12", REST, HALF, "7", REST, HALF, "3", REST) == []


def test_heads_of_facing_pages_are_known_by_their_numbers() -> None:
    left = (HALF, "THE TALMUD 53", REST), (HALF, "THE TALMUD 55", REST), (HALF, "THE TALMUD 57", REST)
    assert at(*left[0], "54 JEWISH LITERATURE", *left[1], "Another Essay 56", *left[2]) == [1, 3, 5, 7, 9]


def test_headings_refrains_and_questions_stay() -> None:
    assert at("Chapter 1", REST, "Chapter 2", REST, "Chapter 3", REST) == []
    assert (
        at(REST, "OPINIONS OF THE PRESS", REST, "OPINIONS OF THE PRESS", REST, "OPINIONS OF THE PRESS") == []
    )
    assert at(HALF, "and it was so", REST, HALF, "and it was so", REST, HALF, "and it was so", REST) == []


def test_page_turn_that_the_source_marks_counts_like_a_broken_sentence() -> None:
    turn = (REST, PAGE_TURN, "PREFACE")
    assert at(*turn, *turn, *turn, REST) == [2, 5, 8]


def test_text_goes_on_where_a_head_stood_and_the_words_are_told() -> None:
    page = f"{HALF}\n\n{{}}\n\n{REST}\n\n"
    text = "".join(page.format(head) for head in ("Exile 4", "Exile 5", "Exile 6"))
    document, notices = read_source("a.txt", text.encode(), Sidecar())
    blocks = document.body[0].blocks
    assert all(isinstance(block, Paragraph) for block in blocks)
    assert ["".join(s.text for s in block_sentences(block)) for block in blocks] == [HALF, REST] * 3
    assert [(n.code, n.fragment) for n in notices] == [("S-067", "Exile 4 Exile 5 Exile 6")]


def test_head_inside_wrapped_lines_leaves_one_paragraph() -> None:
    text = "".join(f"{HALF}\nExile {number}\n{REST}\n" for number in (4, 5, 6))
    document, _ = read_source("a.txt", text.encode(), Sidecar())
    assert len(document.body[0].blocks) == 1


def test_heads_of_a_web_page_are_left_out() -> None:
    text = "".join(f"<p>{HALF}</p><p>Exile {number}</p><p>{REST}</p>" for number in (4, 5, 6))
    document, notices = read_source("a.html", f"<html><body>{text}</body></html>".encode(), Sidecar())
    assert len(document.body[0].blocks) == 6
    assert [n.code for n in notices] == ["S-067"]


def test_two_running_heads_beside_rising_page_numbers_are_enough() -> None:
    assert at("THE WELL", HALF + ".", REST, "12", "The Well", REST, HALF + ".", "13", "The Well", REST) == [
        3,
        4,
        7,
        8,
    ]
    assert at("I. THE BUCKET", "THE WELL 5", REST, HALF, "6 THE WELL", REST) == [1, 4]


def test_two_headings_with_numbers_stay() -> None:
    closed = HALF + "."
    assert at("THE WELL", closed, "12", "The Bucket", REST, closed, "13", "The Rope", REST) == []
    assert at("THE WELL", closed, "13", "The Well", REST, closed, "2", "The Well", REST) == []
    assert at(closed, "Letter 1", REST, closed, "Letter 2", REST) == []
