"""What paragraphs do in their section."""

from pipeline.model.document import LineGroup, Paragraph, ParagraphRole
from pipeline.model.inline import Inline
from pipeline.passes.roles import give_roles
from tests.builders import em
from tests.passes.documents import blocks_of, lines, para, text_of

BODY = ParagraphRole.BODY


def roles(*paragraphs: str | Inline) -> list[ParagraphRole]:
    found = blocks_of(give_roles(text_of(*(para(words) for words in paragraphs))))
    return [block.role for block in found if isinstance(block, Paragraph)]


def test_italics_at_the_beginning_are_an_abstract() -> None:
    assert roles(em("In short."), "Text.") == [ParagraphRole.ABSTRACT, BODY]
    assert roles("Text.", em("An aside."), "Text.") == [BODY, BODY, BODY]
    assert roles(em("All in italics."), em("To the end.")) == [BODY, BODY]


def test_bracketed_origin_at_the_end_is_a_source_line() -> None:
    assert roles("Text.", em("(Based on Sichos 11, pp. 8-13)")) == [BODY, ParagraphRole.SOURCE_LINE]
    assert roles("Text.", "(From the talk of 5752)") == [BODY, ParagraphRole.SOURCE_LINE]
    assert roles("Text.", "(As was said.)") == [BODY, BODY]
    assert roles("(From the beginning.)", "Text.") == [BODY, BODY]


def test_few_words_without_an_end_are_a_signature_above_the_copyright() -> None:
    assert roles("Text.", "Shabbat Shalom, Shaul", "Copyright 2003 by X.") == [
        BODY,
        ParagraphRole.SIGNATURE,
        ParagraphRole.COPYRIGHT,
    ]
    assert roles("Text.", "The end.") == [BODY, BODY]
    assert roles("Shaul", "Text.") == [BODY, BODY]


def test_lines_that_credit_somebody_under_the_heading_are_a_byline() -> None:
    assert roles("By Nosson Avrohom", "Text.") == [ParagraphRole.BYLINE, BODY]
    assert roles(em("In short."), "Translated by B. Merkur", "Text.")[1] is ParagraphRole.BYLINE
    assert roles("By the light of the candle.", "Text.") == [BODY, BODY]
    assert roles("By faith alone we stand", "Text.") == [BODY, BODY]
    assert roles("Text.", "Text.", "Text.", "By Nosson Avrohom", "Text.")[3] is BODY


def test_words_with_a_dash_and_a_name_above_the_text_are_an_epigraph() -> None:
    motto = ParagraphRole.EPIGRAPH
    assert roles(em("Know before whom you stand."), "— Berachos 28b", "Text.") == [motto, motto, BODY]
    assert roles("Text.", "Know.", "— Berachos 28b", "Text.") == [BODY, BODY, BODY, BODY]
    assert roles("Know.", "- and he knew it.", "Text.") == [BODY, BODY, BODY]


def test_epigraph_may_be_lines_and_the_byline_may_stand_below_it() -> None:
    block = lines("Know before whom you stand.", "— Berachos 28b")
    found = blocks_of(give_roles(text_of(block, para("By A. Writer"), para("Text."))))
    assert [block.role for block in found if isinstance(block, Paragraph | LineGroup)] == [
        ParagraphRole.EPIGRAPH,
        ParagraphRole.BYLINE,
        BODY,
    ]
