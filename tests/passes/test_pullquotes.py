"""Pull quotes: found before or after their sentence, and nothing else is taken for one."""

from dataclasses import replace

import pytest

from pipeline.model.document import Paragraph, ParagraphRole, Quotation
from pipeline.passes.pullquotes import find_pullquotes
from tests.builders import paragraph, sentence, strong
from tests.passes.documents import blocks_of, book, chapter, text_of

WHOLE = paragraph(
    sentence("First, something else. ", id="s-1"),
    sentence("Just as one exiled himself, so the people were exiled because of accidental sins.", id="s-2"),
)


def pull(words: str) -> Paragraph:
    return paragraph(sentence(words, id="s-q"))


@pytest.mark.parametrize("before", [True, False])
def test_part_of_a_sentence_with_dots_and_a_capital_is_found(before: bool) -> None:
    quote = pull("The people were exiled because of accidental sins….")
    blocks = (quote, WHOLE) if before else (WHOLE, quote)
    document, notices = find_pullquotes(text_of(*blocks))
    found = [b for b in blocks_of(document) if isinstance(b, Paragraph) and b.role != "body"]
    assert [(b.role, b.echoes, b.sentences) for b in found] == [
        (ParagraphRole.PULLQUOTE, "s-2", quote.sentences)
    ]
    assert [notice.code for notice in notices] == ["S-025"]


@pytest.mark.parametrize(
    "words",
    [
        "The people were exiled because of grave sins.",
        "because of accidental sins.",
        "people were exiled because of accidental sin",
    ],
)
def test_other_words_are_no_pull_quote(words: str) -> None:
    document = text_of(WHOLE, pull(words))
    assert find_pullquotes(document) == (document, ())


def test_keyword_with_a_comment_is_no_pull_quote() -> None:
    begins = "Just as one exiled himself, so the people were exiled: see page 107b."
    document = text_of(WHOLE, pull(begins))
    assert find_pullquotes(document) == (document, ())


def test_paragraph_printed_twice_is_not_a_pull_quote() -> None:
    document = text_of(WHOLE, WHOLE)
    assert find_pullquotes(document) == (document, ())


def test_displayed_quotation_is_a_pull_quote_only_word_for_word_and_without_introduction() -> None:
    own = pull("The people were exiled because of accidental sins….")
    shown = Quotation(blocks=(own,))
    document, _ = find_pullquotes(text_of(WHOLE, shown))
    assert [getattr(block, "role", "") for block in blocks_of(document)] == ["body", "pullquote"]
    led = text_of(WHOLE, pull("It is written:"), shown)
    assert find_pullquotes(led) == (led, ())


def test_few_words_are_enough_where_the_source_itself_calls_them_a_pull_quote() -> None:
    few = replace(pull("exiled because of accidental sins"), role=ParagraphRole.PULLQUOTE)
    document, notices = find_pullquotes(text_of(WHOLE, few))
    assert blocks_of(document)[1] == replace(few, echoes="s-2")
    assert [notice.code for notice in notices] == ["S-025"]


def test_marked_words_that_stand_nowhere_else_are_text() -> None:
    other = replace(pull("And he went home."), role=ParagraphRole.PULLQUOTE)
    assert blocks_of(find_pullquotes(text_of(WHOLE, other))[0]) == (WHOLE, pull("And he went home."))


def test_words_set_apart_may_repeat_another_section_of_the_chapter() -> None:
    words = "Just as one exiled himself, so the people were exiled."
    loud = paragraph(sentence(strong(words), id="s-q"))
    for block, role in ((loud, "pullquote"), (pull(words), "body")):
        inner = replace(chapter(block, heading="Inner"), level=2)
        document, _ = find_pullquotes(book(replace(chapter(WHOLE), sections=(inner,))))
        assert [getattr(found, "role", "") for found in document.body[0].sections[0].blocks] == [role]
