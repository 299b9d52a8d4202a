"""What paragraphs do in their section."""

from pipeline.model.document import Paragraph, ParagraphRole
from pipeline.model.inline import Inline
from pipeline.passes.roles import give_roles
from tests.builders import em
from tests.passes.documents import blocks_of, para, text_of

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
