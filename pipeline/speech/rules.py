"""What a rule of verbalising is.

In: characters as printed. Out: characters as spoken. A rule rewrites every place its pattern finds; rules run one
after another, in the order of the tables, so that what one has turned into words no later one sees as figures.
Law: a rule knows patterns and tables of data, never a text.

Two kinds of characters in the rewritten text stand for things that are not text:
- an object sign, one for each known term, that no rule changes;
- a kind sign, invisible, behind the name of a book or month: "Sanhedrin" + TRACTATE, so that a rule for leaves of
  the Talmud need not know the names (names.py does), nor whether the name is a term or plain characters.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.speech.needed import Signs, needed_signs, signs_of

FIRST_OBJECT = 0xF0000
OBJECT = "[\U000f0000-\U000ffffd]"
"""A class that matches any object sign (Supplementary Private Use Area-A)."""

SCRIPTURE, TRACTATE, MISHNAH, MIDRASH, ZOHAR, LAWS, TALKS, MONTH, CODE = (
    "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008"
)
KINDS = "[\ue000-\ue0ff]"
"""A class that matches any kind sign (Private Use Area)."""

BEFORE_WORD = re.compile(rf"\s+(?:[a-z]|{OBJECT})")
NEW_SENTENCE = re.compile(rf"[\s\"'”’)\]]*(?:$|(?<=\s)[\"'“‘(\[]*(?:[A-Z]|{OBJECT}))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row: where it applies, what is said there, and examples that are its tests."""

    name: str
    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str]
    needs: Signs
    """The pattern matches nowhere in a text that holds none of these; empty: any text may hold a match."""
    examples: tuple[tuple[str, str], ...] = ()
    """(printed, spoken) through all the rules."""

    def apply(self, text: str) -> str:
        """Rewrite every place that the pattern finds."""
        return self.pattern.sub(self.say, text)


def rule(
    name: str, pattern: str, say: Callable[[re.Match[str]], str] | str, *examples: tuple[str, str]
) -> Rule:
    """Make a row; words instead of a function are said as they stand."""
    compiled = re.compile(pattern)
    if isinstance(say, str):
        words = say
        return Rule(
            name=name, pattern=compiled, say=lambda _: words, needs=needed_signs(compiled), examples=examples
        )
    return Rule(name=name, pattern=compiled, say=say, needs=needed_signs(compiled), examples=examples)


def apply_rows(rows: Sequence[Rule], text: str) -> str:
    """Run rules over a text, one after another, each only where it can find something."""
    signs = signs_of(text)
    for row in rows:
        if row.needs and row.needs.isdisjoint(signs):
            continue
        said = row.apply(text)
        if said != text:
            text, signs = said, signs_of(said)
    return text


def in_round_brackets(match: re.Match[str]) -> bool:
    """Tell whether the place stands in round brackets: what interrupts a sentence is said short."""
    before = match.string[: match.start()]
    return before.count("(") > before.count(")")


def capital_as(printed: str, words: str) -> str:
    """Give the words with a capital when the printed form has one."""
    return words[:1].upper() + words[1:] if printed[:1].isupper() else words


def stop_after(match: re.Match[str]) -> str:
    """Give the full stop that an abbreviation's dot also was, when a sentence ends with it."""
    return "." if match.group().endswith(".") and NEW_SENTENCE.match(match.string, match.end()) else ""
