"""Mottos and who said them."""

import pytest

from pipeline.model.document import Block, Paragraph, ParagraphRole, Quotation
from pipeline.model.inline import Emphasis, Text
from pipeline.passes.blocks import block_text
from pipeline.passes.roles import give_roles
from tests.passes.documents import blocks_of, lines, para, text_of

BODY = para("The road is long, and the day is short, and nobody is waiting at the inn.")


def italic(words: str) -> Emphasis:
    return Emphasis(children=(Text(text=words),))


def mottos(*blocks: Block) -> list[str]:
    found = blocks_of(give_roles(text_of(*blocks, BODY)))
    return [block_text(block) for block in found if getattr(block, "role", None) is ParagraphRole.EPIGRAPH]


@pytest.mark.parametrize(
    "motto",
    [
        lines('"The day is short."', "-- Avos 2:15"),
        lines("“The day is short.”", "(Avos 2:15)"),
        lines("The day is short, and the work is great.", "Psalm xxxii. 10"),
        para(italic("The day is short."), " (Avos 2:15)"),
        para("“The day is short.” (Avos 2:15)"),
    ],
)
def test_words_with_their_source_above_the_text_are_an_epigraph(motto: Block) -> None:
    assert mottos(motto) == [block_text(motto)]
    assert mottos(para("Leeds, 1949"), motto) == [block_text(motto)]


def test_source_may_be_a_paragraph_of_its_own() -> None:
    assert mottos(para(italic("“The day is short.”")), para(italic("Avos 2:15"))) == [
        "“The day is short.”",
        "Avos 2:15",
    ]
    assert mottos(para("היום קצר"), para("“The day is short.” (Avos 2:15)"))[0] == "היום קצר"


def test_displayed_quotation_that_names_its_source_is_opened() -> None:
    cited = Quotation(blocks=(para("The day is short."), para(italic("The Fathers"))))
    assert mottos(cited) == ["The day is short.", "The Fathers"]
    plain = Quotation(blocks=(para("The day is short."), para("And the work is great.")))
    assert mottos(plain) == []
    assert isinstance(blocks_of(give_roles(text_of(plain, BODY)))[0], Quotation)


@pytest.mark.parametrize(
    "block",
    [
        para("So it is written (Avos 2:15)"),
        para("The day is short (as he said)."),
        lines("12 Bridge Street", "Leeds 7"),
        lines("The Way", "Vol. 7"),
        para("The day is short."),
        Quotation(blocks=()),
    ],
)
def test_other_openings_are_no_epigraph(block: Block) -> None:
    assert mottos(block) == []


def test_motto_stands_above_the_text_only() -> None:
    assert mottos(BODY, para("“The day is short.” (Avos 2:15)")) == []


def test_byline_may_need_no_by_or_stand_below_it() -> None:
    def bylines(*blocks: Block) -> list[str]:
        found = blocks_of(give_roles(text_of(*blocks, BODY)))
        return [block_text(b) for b in found if isinstance(b, Paragraph) and b.role is ParagraphRole.BYLINE]

    assert bylines(para("Rabbi Natan Katz")) == ["Rabbi Natan Katz"]
    assert bylines(para("by"), para("Rivka Blum")) == ["by", "Rivka Blum"]
    assert bylines(para("Rabbi Natan Katz"), para("Greetings and blessings!")) == []
    assert bylines(para("Rivka Blum")) == []
