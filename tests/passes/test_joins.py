"""Paragraphs that a page broke."""

import pytest

from pipeline.model.document import ThematicBreak
from pipeline.passes.blocks import block_text
from pipeline.passes.joins import join_paragraphs
from tests.builders import em
from tests.passes.documents import blocks_of, lines, para, text_of


def test_small_letter_after_an_open_end_is_joined_and_told() -> None:
    document, notices = join_paragraphs(
        text_of(para("in which we have received the"), para("ability to ", em("be"), line=3))
    )
    assert blocks_of(document) == (para("in which we have received the ability to ", em("be")),)
    assert [(notice.code, notice.pos and notice.pos.line) for notice in notices] == [("S-024", 3)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("first instant of Redemption.", "And from the days"),
        ("the end.", "iPods came later"),
        ("Shabbat Shalom, Shaul", "Copyright 2003"),
        ("these are they:", "one"),
    ],
)
def test_whole_paragraphs_are_not_joined(first: str, second: str) -> None:
    document = text_of(para(first), para(second))
    assert join_paragraphs(document) == (document, ())


def test_separator_and_kept_lines_keep_apart() -> None:
    document = text_of(para("open"), ThematicBreak(), para("small"), lines("by", "him"), para("small"))
    assert join_paragraphs(document) == (document, ())


def test_page_number_between_two_halves_is_left_out_and_told() -> None:
    halves = (para("The answer that was given to the water was"), para("the salt."))
    rule = ThematicBreak(printed="---")
    for turn in ((para("14"),), (rule, para("14")), (para("- 14 -"), rule)):
        document, notices = join_paragraphs(text_of(halves[0], *turn, halves[1]))
        assert [block_text(block) for block in blocks_of(document)] == [
            "The answer that was given to the water was the salt."
        ]
        assert [notice.code for notice in notices] == ["S-024", "S-067"]
        assert "14" in notices[1].fragment


def test_number_between_whole_paragraphs_and_a_rule_alone_stay() -> None:
    for blocks in (
        (para("The answer was given to the water."), para("14"), para("the salt.")),
        (para("The answer that was given to the water was"), ThematicBreak(printed="---"), para("the salt.")),
        (para("The answer that was given to the water was"), para("14"), para("The salt.")),
    ):
        assert join_paragraphs(text_of(*blocks)) == (text_of(*blocks), ())
