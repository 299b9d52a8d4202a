"""A text without a pattern's signs holds no match of it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.speech.needed import ANY, FIGURE, needed_signs, signs_of
from pipeline.speech.rules import FIRST_OBJECT, Rule, apply_rows
from pipeline.speech.verbalise import RULES

TEXTS = [text for row in RULES for example in row.examples for text in example]
MARKED = "".join(sorted({sign for row in RULES for sign in row.pattern.pattern if sign > "\ue000"}))


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (r"\d+", {FIGURE}),
        (r"(?<=\d)ff?\.", {FIGURE}),
        (r"at (?=[1-9])", {FIGURE}),
        (r"\d{2}|[½¼]", {FIGURE, "½", "¼"}),
        (r"(?:Mr|Dr)\.", {"M", "D"}),
        (r"(?i:Mr)\.", ANY),
        (r"\betc\.", {"c."}),
        (r"[Vv]\.", {"V.", "v."}),
        (r"\d\.", {FIGURE + "."}),
        (r"f?\.", ANY),
        (r"[^f]\.", ANY),
        (r"x?", ANY),
        (r"\d*%", {"%"}),
        (r"[^%]", ANY),
        (r"(?<!%)a", ANY),
        (r"\w", ANY),
        (r"(%)?(?(1)§|\d)", ANY),
        ("[\U000f0000-\U000ffffd]", {chr(FIRST_OBJECT)}),
    ],
)
def test_what_a_pattern_asks_for(pattern: str, signs: set[str]):
    assert needed_signs(re.compile(pattern)) == signs


@settings(deadline=None)
@given(st.one_of(st.sampled_from(TEXTS), st.text(alphabet=st.sampled_from("aA1٣ .,:-–()'%§½IVX\n" + MARKED))))
def test_no_rule_misses_a_place(text: str):
    signs = signs_of(text)
    for row in RULES:
        assert not row.pattern.search(text) or not row.needs or row.needs & signs, row.name


def test_most_rules_leave_a_plain_sentence_alone():
    plain = signs_of("The sages say that all of it is soon.")
    assert sum(bool(row.needs) and row.needs.isdisjoint(plain) for row in RULES) > len(RULES) / 2


def test_what_one_rule_wrote_the_next_one_sees():
    def row(name: str, pattern: str, words: str) -> Rule:
        compiled = re.compile(pattern)
        return Rule(name=name, pattern=compiled, say=lambda _: words, needs=needed_signs(compiled))

    assert apply_rows((row("one", "%", "7"), row("two", r"\d", "seven")), "%") == "seven"
