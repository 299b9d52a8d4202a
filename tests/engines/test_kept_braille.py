import zlib
from collections.abc import Sequence

import pytest

from pipeline.engines.kept_braille import KeepingTranslator
from pipeline.model.braille import Translation

CELLS = "⠁⠃⠉"


class Counting:
    """A toy translator that tells what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def fingerprint(self) -> str:
        return "toy 1"

    def translate(self, text: str, typeforms: Sequence[int], *, language: str) -> Translation:
        assert len(typeforms) == len(text)
        self.asked.append(text)
        return Translation(cells=CELLS, input_positions=(0, 700, 70_000), unknown=(len(language),))

    def translate_back(self, cells: str, *, language: str) -> str:
        self.asked.append(cells)
        return f"abc in {language}"


def ask(translator, text: str = "text", bits: int = 0, language: str = "en") -> Translation:
    return translator.translate(text, [bits] * len(text), language=language)


def test_what_was_kept_is_answered_without_asking_again():
    first = KeepingTranslator(Counting())
    made = ask(first), first.translate_back(CELLS, language="en")
    toy = Counting()
    again = KeepingTranslator(toy, first.kept())
    assert (ask(again), again.translate_back(CELLS, language="en")) == made
    assert made[0].input_positions == (0, 700, 70_000)
    assert toy.asked == []


@pytest.mark.parametrize("other", [("texts", 0, "en"), ("text", 1, "en"), ("text", 0, "he")])
def test_other_words_emphasis_or_language_are_another_question(other):
    toy = Counting()
    translator = KeepingTranslator(toy)
    for question in (("text", 0, "en"), other, ("text", 0, "en")):
        ask(translator, *question)
    assert toy.asked == ["text", other[0]]


def test_a_question_forth_is_not_one_back():
    toy = Counting()
    translator = KeepingTranslator(toy)
    ask(translator, CELLS)
    assert translator.translate_back(CELLS, language="en") == "abc in en"
    assert toy.asked == [CELLS, CELLS]


def test_what_is_not_asked_for_any_more_is_not_kept():
    first = KeepingTranslator(Counting())
    ask(first, "old")
    ask(first, "new")
    second = KeepingTranslator(Counting(), first.kept())
    ask(second, "new")
    toy = Counting()
    third = KeepingTranslator(toy, second.kept())
    ask(third, "new")
    ask(third, "old")
    assert toy.asked == ["old"]


def test_the_same_answers_are_kept_in_the_same_bytes_whatever_the_order():
    one, two = KeepingTranslator(Counting()), KeepingTranslator(Counting())
    for translator, texts in ((one, ("a", "b")), (two, ("b", "a", "b"))):
        for text in texts:
            ask(translator, text)
    assert one.kept() == two.kept()


@pytest.mark.parametrize("damaged", [b"", b"nonsense", zlib.compress(b"{")[:-1], zlib.compress(b"[]")])
def test_a_damaged_memory_is_none(damaged):
    toy = Counting()
    ask(KeepingTranslator(toy, damaged))
    assert toy.asked == ["text"]
