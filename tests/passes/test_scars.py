"""Marks of reading by machine."""

import pytest

from pipeline.passes.scars import report_scars
from tests.passes.documents import para, text_of


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("in tlie beginning", "“the”"),
        ("he saw 1ight", "“light”"),
        ("the wor1d to come", "“world”"),
        ("heaven | and earth", "a sign without meaning"),
    ],
)
def test_scars_are_told_with_what_is_meant(words: str, meant: str) -> None:
    told = [notice.message for notice in report_scars(text_of(para(words)))]
    assert [meant in message for message in told] == [True]


@pytest.mark.parametrize(
    "words",
    [
        "the 1st and 10th of Teves, 97b, 15c, the 1990s, 273a",
        "write to user1name@example.org or see www.l1ght.org",
        "a lie, bis, arid land, B'nai, tiis",
        "Genesis | Exodus | Leviticus",
        "Sanhedrin 97b ff. and mp3",
    ],
)
def test_words_figures_and_addresses_are_no_scars(words: str) -> None:
    assert report_scars(text_of(para(words))) == ()
