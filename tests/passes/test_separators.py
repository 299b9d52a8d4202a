"""Separators."""

import pytest

from pipeline.model.document import ThematicBreak
from pipeline.passes.separators import mark_separators
from tests.passes.documents import blocks_of, para, text_of


@pytest.mark.parametrize("printed", ["* * *", "*", "***", "• • •", "— — —", "⁂", "=" * 30, "_" * 20])
def test_signs_alone_are_a_separator_and_keep_their_print(printed: str) -> None:
    found = blocks_of(mark_separators(text_of(para(printed, line=3))))
    assert found == (ThematicBreak(printed=printed, pos=para("", line=3).pos),)


@pytest.mark.parametrize("words", ["1", "* note", "?", "...", "a * b", "=", "+-"])
def test_words_are_no_separator(words: str) -> None:
    document = text_of(para(words))
    assert mark_separators(document) == document
