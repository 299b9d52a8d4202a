from dataclasses import replace

import pytest

from pipeline.model.document import ListBlock, PageBreak, Quotation
from pipeline.writers.reading import direction, languages, leaves, page_breaks
from tests.builders import paragraph, sentence, small_document


def with_blocks(*blocks):
    document = small_document()
    return replace(document, body=(replace(document.body[0], blocks=blocks),))


def test_leaves_come_in_reading_order_from_blocks_inside_blocks():
    blocks = (
        paragraph(sentence("a", id="1")),
        PageBreak(number="2", id="pg"),
        Quotation(blocks=(ListBlock(items=((paragraph(sentence("b", id="2")),),)),)),
    )
    assert [leaf.id for leaf in leaves(blocks)] == ["1", "pg", "2"]


def test_pull_quotes_are_not_read():
    assert "s-pull" not in [leaf.id for leaf in leaves(small_document().body[0].blocks)]


def test_languages_are_those_with_a_script_of_their_own():
    assert languages(small_document()) == ("en", "he")
    assert languages(replace(small_document(), front=(), back=())) == ("en",)


@pytest.mark.parametrize(("language", "runs"), [("he", "rtl"), ("yi", "rtl"), ("he-Latn", ""), ("en", "")])
def test_direction_follows_the_script(language, runs):
    assert direction(language) == runs


def test_pages_are_found_and_none_is_invented():
    assert page_breaks(small_document()) == ()
    page = PageBreak(number="2", id="pg")
    assert page_breaks(with_blocks(Quotation(blocks=(page,)))) == (page,)
