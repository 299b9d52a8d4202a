import csv
import pathlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.speech.names import find_names
from pipeline.speech.rules import FIRST_OBJECT, OBJECT
from pipeline.speech.verbalise import RULES, apply_rules, mark_names, verbalise

EXAMPLES = [
    pytest.param(printed, spoken, id=f"{row.name}: {printed}")
    for row in RULES
    for printed, spoken in row.examples
]
REAL_LINES = pathlib.Path(__file__).parent / "real_lines.tsv"
"""Sentences as they stand in print: the first two essays, and short quotations from others."""

HARD_LINES = REAL_LINES.with_name("hard_lines.tsv")
"""Lines written as books print them, their speech read and found right."""


@pytest.mark.parametrize(("printed", "spoken"), EXAMPLES)
def test_each_example_of_a_rule_is_said_as_its_row_says(printed: str, spoken: str):
    assert verbalise(printed) == spoken


def real_lines(table: pathlib.Path = REAL_LINES) -> list[tuple[str, str]]:
    with table.open(encoding="utf-8", newline="") as rows:
        lines = csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(line["printed"], line["spoken"]) for line in lines]


def test_real_lines_are_said_as_the_table_beside_says():
    for table in (REAL_LINES, HARD_LINES):
        assert [(printed, verbalise(printed)) for printed, _ in real_lines(table)] == real_lines(table)


def test_the_table_holds_three_hundred_real_lines_each_once():
    printed = [line for line, _ in real_lines()]
    assert len(printed) == len(set(printed)) >= 300


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [
        ("We need 5000 men.", "We need five thousand men."),
        ("He bought 1500, sold 1400.", "He bought fifteen hundred, sold fourteen hundred."),
        ("at 12:30 p.m.", "at twelve thirty P M."),
        ("The book of Numbers 3 times", "The book of Numbers three times"),
        ("In May 12 of them came", "In May twelve of them came"),
        ("Dr. Levi lives on Main St.", "Doctor Levi lives on Main Street"),
        ("It cost $3.20, or 5%.", "It cost three dollars and twenty cents, or five percent."),
        ("Sanhedrin has 97 leaves", "Sanhedrin has ninety-seven leaves"),
        ("a father-in-law's two-stage well-known", "a father-in-law's two-stage well-known"),
        ("Plain words stay as they are.", "Plain words stay as they are."),
    ],
)
def test_what_only_looks_like_a_rules_matter_is_left_to_the_next(printed: str, spoken: str):
    assert verbalise(printed) == spoken


ALPHABET = "aAbBmP059 .,:;-–—'\"“”’()[]{}<>*•…&/@#$%\n" + "".join(
    map(chr, range(FIRST_OBJECT, FIRST_OBJECT + 3))
)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=60))
def test_no_figure_no_bracket_no_quote_is_left_and_every_term_stays_in_order(text: str):
    spoken = apply_rules(text)
    assert re.fullmatch(rf"(?:[A-Za-z' \n,.;:!?-]|{OBJECT})*", spoken)
    assert re.findall(OBJECT, spoken) == re.findall(OBJECT, text)


def test_a_kind_sign_stands_behind_a_name_whether_term_or_plain():
    text = "See Zohar and Zohar."
    assert mark_names(text, find_names(text), ((4, 9, "\U000f0000"),)) == (
        "See \U000f0000\ue004 and Zohar\ue004."
    )


def test_a_name_inside_a_longer_term_is_marked_behind_the_term():
    text = "Zohar's 3"
    assert mark_names(text, find_names(text), ((0, 7, "\U000f0000"),)) == "\U000f0000\ue004 3"
