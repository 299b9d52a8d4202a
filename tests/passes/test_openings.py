"""Lines between a title and its text."""

import pytest

from pipeline.passes.openings import credits_of, is_greeting, is_invocation, is_occasion
from tests.passes.documents import para


@pytest.mark.parametrize(
    ("lines", "credits"),
    [
        (["by", "Rivka Blum"], (("aut", "Rivka Blum"),)),
        (["Translated from the Hebrew by", "A. Merz"], (("trl", "A. Merz"),)),
        (["Rabbi Dr. Natan Katz"], (("aut", "Rabbi Dr. Natan Katz"),)),
        (["By Rivka Blum", "Edited by A. Merz"], (("aut", "Rivka Blum"), ("edt", "A. Merz"))),
    ],
)
def test_lines_that_credit_somebody(lines: list[str], credits: tuple[tuple[str, str], ...]) -> None:
    assert credits_of(lines) == credits


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["by"],
        ["Rabbi Akiva said to them"],
        ["Rabbi Akiva Blum teaches in Antwerp."],
        ["Rivka Blum"],
        ["By Rivka Blum", "Leeds"],
        ["Rabbi"],
    ],
)
def test_lines_that_credit_nobody(lines: list[str]) -> None:
    assert credits_of(lines) is None


def test_set_words_at_the_head_of_a_page() -> None:
    assert [is_invocation(para(words)) for words in ("ב״ה", "B”H", "בס״ד", "Be here")] == [
        True,
        True,
        True,
        False,
    ]
    assert [is_greeting(para(words)) for words in ("Greetings!", "Dear Friend", "B”H")] == [True, True, False]
    assert is_occasion(para("Spoken at Leeds in 1949"))
    assert not is_occasion(para("Spoken at Leeds"))
