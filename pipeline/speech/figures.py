"""Rules for the figures that no other rule took: ordinals, percentages, ranges, counts.

In: figures as printed. Out: words. Law: behind these rules no figure is left.
"""

import re

from pipeline.speech.numbers import count, digits, ordinal
from pipeline.speech.rules import Rule, rule

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


def _range(match: re.Match[str]) -> str:
    return f"{count(match['first'])} to {count(match['last'])}"


FIGURES: tuple[Rule, ...] = (
    rule(
        "number in words and in figures",
        r"\b(?P<words>[a-z]+(?:-[a-z]+)?)\s\((?P<figures>\d{1,2})\)",
        lambda match: match["words"] if match["words"] == count(match["figures"]) else match.group(),
        ("ten (10) men", "ten men"),
        ("seven (8) men", "seven, eight, men"),
    ),
    rule(
        "groups of figures",
        r"\b\d+(?:-\d+){2,}\b",
        lambda match: digits(match.group()),
        (
            "order 978-0-82",
            "order nine seven eight, zero, eight two",
        ),
    ),
    rule(
        "ordinal",
        r"(?<![\d,])\b(?P<number>\d[\d,]*)(?:st|nd|rd|th)(?P<plural>s?)\b",
        lambda match: ordinal(int(match["number"].replace(",", ""))) + match["plural"],
        ("on the 24th day", "on the twenty-fourth day"),
        ("the 1st and 2nd", "the first and second"),
        ("the 112th", "the one hundred and twelfth"),
    ),
    rule(
        "percent",
        rf"(?<![\d.,])(?P<number>{NUMBER})\s?%",
        lambda match: f"{count(match['number'])} percent",
        ("50%", "fifty percent"),
    ),
    rule(
        "range",
        rf"\b(?P<first>{NUMBER})\s?[-–]\s?(?P<last>{NUMBER})\b",
        _range,
        ("chapters 8-13", "chapters eight to thirteen"),
        ("8–13", "eight to thirteen"),
    ),
    rule(
        "figures in a word",
        r"(?<=[^\W\d])\d+|(?<!\d)\d+(?=[^\W\d])",
        lambda match: f" {count(match.group())} ",
        ("B12", "B twelve"),
    ),
    rule(
        "count",
        NUMBER,
        lambda match: count(match.group()),
        ("more than 1,900 years", "more than nineteen hundred years"),
        ("which lasted 210 years", "which lasted two hundred and ten years"),
        ("Tanya chapter 44.", "Tanya chapter forty-four."),
        ("Avos, chapter 1, Mishneh 1.", "Avos, chapter one, Mishneh one."),
        (
            "Tikkunei Zohar 69 (112, beginning of side a.",
            "Tikkunei Zohar sixty-nine, one hundred and twelve, beginning of side a.",
        ),
        ("Laws of Kings, end of chapter 11.", "Laws of Kings, end of chapter eleven."),
        ("1,234,567", "one million two hundred and thirty-four thousand five hundred and sixty-seven"),
        ("3.5", "three point five"),
        ("007", "zero zero seven"),
        ("Announcement 58", "Announcement fifty-eight"),
    ),
)
