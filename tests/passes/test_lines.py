"""Kept lines: which of them make one sentence."""

from itertools import pairwise

import pytest

from pipeline.model.document import Role
from pipeline.passes.lines import line_starts


def cut(text: str, role: Role) -> list[str]:
    starts = [0, *line_starts(text, role), len(text)]
    return [text[begin:end].strip() for begin, end in pairwise(starts)]


def test_each_line_of_a_title_page_is_a_sentence() -> None:
    text = "Based on the talks of the\nLubavitcher Rebbe,\nRabbi M. Schneerson"
    assert cut(text, Role.TITLEPAGE) == text.split("\n")


def test_by_goes_with_the_name_below_it() -> None:
    assert cut("by\nRabbi Dovid", Role.TITLEPAGE) == ["by\nRabbi Dovid"]


def test_surname_and_date_belong_to_the_person() -> None:
    text = (
        "IN MEMORY OF\nReb Leib\nben Reb Dov\nEkman\nPassed away on 3 Elul\nMrs. Leah\nWolf\nת. נ. צ. ב. ה."
    )
    assert cut(text, Role.DEDICATION) == [
        "IN MEMORY OF",
        "Reb Leib\nben Reb Dov\nEkman\nPassed away on 3 Elul",
        "Mrs. Leah\nWolf",
        "ת. נ. צ. ב. ה.",
    ]


@pytest.mark.parametrize(
    "sentences",
    [
        ["THE PRESS", "788 EASTERN PARKWAY • BROOKLYN, NY 11213", "5786 • 2026"],
        ["Reprinted with permission by:\nThe Center,\na Project of:\nThe Blind, Inc.", "602 North Drive"],
        ["http://www.example.org", "e-mail: a@example.org"],
        ["Be A Partner\nIn Spreading!!!", "To Dedicate\nIn Honor Of\nFor More Info. Call:\n(718) 753-6844"],
        ["Go to:\nhttp://www.example.org", "TO DEDICATE, CALL (323) 934-7095"],
    ],
)
def test_an_open_line_goes_on_in_the_next(sentences: list[str]) -> None:
    assert cut("\n".join(sentences), Role.ADVERTISEMENT) == sentences
