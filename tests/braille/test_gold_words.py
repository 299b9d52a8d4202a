"""Hebrew words in English letters, each with the rule that decides its braille, in eight contexts.

The list was made by the program and then read through word by word. The sections are those of the Rules of Unified
English Braille (2013); docs/braille.md tells what they say. 13.2.1 asks for no contractions in foreign words: the press
contracts them as North America does, but breaks a contraction that joins two syllables.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.braille.contractions import Contractions
from pipeline.braille.transcribe import Code, transcribe
from pipeline.model.inline import Inline
from pipeline.model.settings import BrailleSettings
from tests.braille.ascii_braille import ascii_of
from tests.builders import em, inlines, term

LIST = Path(__file__).with_name("gold_words.tsv")


@dataclass(frozen=True, kw_only=True)
class GoldWord:
    word: str
    ipa: str
    braille: str
    rule: str

    def term(self, change: Callable[[str], str] = str) -> Inline:
        return term(change(self.word), self.ipa)


def gold_words() -> Iterator[GoldWord]:
    with LIST.open(encoding="utf-8", newline="") as file:
        yield from (GoldWord(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def in_capitals(braille: str) -> str:
    """An apostrophe ends the capitals; a single letter before it has its own capital sign."""
    before, apostrophe, after = braille.partition("'")
    if not apostrophe:
        return f",,{braille}"
    return f",{before}',,{after}" if len(before) == 1 else f",,{before}',,{after}"


WORDS = tuple(gold_words())
SETTINGS = BrailleSettings()

CONTEXTS: dict[str, Callable[[GoldWord], tuple[tuple[str | Inline, ...], str]]] = {
    "alone": lambda gold: ((gold.term(),), gold.braille),
    "in a sentence": lambda gold: (("now ", gold.term(), " there"), f'N[ {gold.braille} "!'),
    "capitalised": lambda gold: ((gold.term(str.capitalize), " now"), f",{gold.braille} N["),
    "in capitals": lambda gold: (("now ", gold.term(str.upper)), f"N[ {in_capitals(gold.braille)}"),
    "quoted": lambda gold: (('"', gold.term(), '"'), f"8{gold.braille}0"),
    "in brackets, before a comma": lambda gold: (("(", gold.term(), "), now"), f'"<{gold.braille}">1 N['),
    "italic": lambda gold: ((em(gold.term()), " now"), f".1{gold.braille} N["),
    "possessive": lambda gold: ((term(f"{gold.word}'s", f"{gold.ipa}z"), " now"), f"{gold.braille}'S N["),
}


def test_the_list_is_long_and_every_word_has_its_rule_with_its_section():
    assert len(WORDS) >= 300
    section = re.compile(r"\(1[0-3]\.\d+")
    assert [gold.word for gold in WORDS if not all(map(section.search, gold.rule.split("; ")))] == []
    assert len({gold.word for gold in WORDS}) == len(WORDS)


@pytest.mark.parametrize("context", CONTEXTS)
def test_words_keep_their_contractions(context, translator):
    code = Code(translator=translator, settings=SETTINGS, contractions=Contractions(translator, SETTINGS))
    wrong = []
    for gold in WORDS:
        parts, expected = CONTEXTS[context](gold)
        (line,) = transcribe(inlines(*parts), code).lines
        if ascii_of(line) != expected:
            wrong.append((gold.word, ascii_of(line), expected))
    assert wrong == []
