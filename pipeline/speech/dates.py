"""Rules for days and years, Jewish and civil.

In: figures beside the kind sign of a month's name (names.py), or figures in the range of years where a year is
meant. Out: words. Law: a figure that counts something ("5000 men") is never said as a year.
"""

import re

from pipeline.speech.numbers import ordinal, year
from pipeline.speech.rules import MONTH, OBJECT, Rule, rule

YEAR = r"(?:5\d{3}|1\d{3}|20\d{2}|21\d{2})"
"""Years of the Jewish calendar from 1240 on, and civil years."""
LEAP = r"(?:\s(?:Rishon|Sheni|one|two))?"
MONTH_NAME = rf"(?P<month>(?:\b[A-Z][\w’'-]*{LEAP}|Menachem\s+Av|{OBJECT}+{LEAP}){MONTH})"
ALREADY_DAY = r"(?<![\d:.,–-])"
SMALL_WORDS = (
    "a|according|after|along|also|an|and|are|as|at|before|but|by|from|for|had|has|he|his|if|in|is|it|marked|of|on|or"
    "|she|that|the|their|there|they|this|through|to|until|was|we|were|when|where|which|while|who|with"
)
"""A year may stand before these words; before any other small word the figure counts it."""
LEADING_TO_A_YEAR = (
    r"(?:^|\n\s*|[(\[•©,–—-]\s*"
    r"|\b(?:after|and|before|by|circa|copyright|during|edition|from|in|of|or|since|to|until|year|years)\s)"
)


def _day_of_month(match: re.Match[str]) -> str:
    """ "the nineteenth of Teves", with the article where print left it out."""
    article = "" if match["article"] else "the "
    return f"{match['article'] or ''}{article}{ordinal(int(match['day']))} of {match['month']}"


def _month_day(match: re.Match[str]) -> str:
    return f"{match['month']} {ordinal(int(match['day']))}"


def _year(match: re.Match[str]) -> str:
    return f"{match['lead']}{year(int(match['year']))}"


def _decade(match: re.Match[str]) -> str:
    spoken = year(int(match["year"]))
    return f"{spoken[:-1]}ies" if spoken.endswith("y") else f"{spoken}s"


DATES: tuple[Rule, ...] = (
    rule(
        "day of the month",
        rf"{ALREADY_DAY}(?P<article>\b[Tt]he\s+)?\b(?P<day>[1-3]?\d)(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH_NAME}",
        _day_of_month,
        (
            "From the talks of 19 Teves 5751",
            "From the talks of the nineteenth of Teves, fifty-seven fifty-one",
        ),
        ("Passed away on 21 Tamuz, 5766", "Passed away on the twenty-first of Tamuz, fifty-seven sixty-six"),
        ("passed away on 20 Teves.", "passed away on the twentieth of Teves."),
        ("is the 20th of Teves, the night", "is the twentieth of Teves, the night"),
        ("on 7 Menachem-Av, 5777", "on the seventh of Menachem-Av, fifty-seven seventy-seven"),
        ("among others, 15 Teves.", "among others, the fifteenth of Teves."),
        (
            "on 5 Sivan - Erev Shavuot, 5765",
            "on the fifth of Sivan, Erev Shavuot, fifty-seven sixty-five",
        ),
        ("10 January 2026", "the tenth of January, twenty twenty-six"),
    ),
    rule(
        "month and day",
        rf"{MONTH_NAME}\s+(?P<day>[1-3]?\d)(?:st|nd|rd|th)?\b(?!\s*[:\d])(?=\s*(?:[,.;:)\]\n]|$)|\s(?!of\b)(?:{SMALL_WORDS})\b)",
        _month_day,
        ("January 5, 1991", "January fifth, nineteen ninety-one"),
        ("On January 5 the essay", "On January fifth the essay"),
    ),
    rule(
        "year after a month",
        rf"(?P<lead>{MONTH}),?\s+(?P<year>{YEAR})\b",
        lambda match: f"{match['lead']}, {year(int(match['year']))}",
        (
            "Rosh Chodesh Adar, 5766",
            "Rosh Chodesh Adar, fifty-seven sixty-six",
        ),
        (
            "the 24th day of Shevat, 5769",
            "the twenty-fourth day of Shevat, fifty-seven sixty-nine",
        ),
    ),
    rule(
        "decade",
        r"\b(?P<year>(?:1\d|20)\d0)['’]?s\b",
        _decade,
        ("in the 1990s", "in the nineteen nineties"),
    ),
    rule(
        "year",
        rf"(?P<lead>(?i:{LEADING_TO_A_YEAR}))(?P<year>{YEAR})\b(?![,.:]?\d)(?!-\d)(?!\s+(?!(?:{SMALL_WORDS})\b)[a-z])(?!%)",
        _year,
        ("the fifty first year [5751], which", "the fifty first year, fifty-seven fifty-one, which"),
        ("Talk of Simchas Torah, 5689.", "Talk of Simchas Torah, fifty-six eighty-nine."),
        (
            "the Venice edition of 5284 and 5310.",
            "the Venice edition of fifty-two eighty-four and fifty-three ten.",
        ),
        (
            "NY 11213\n5786 • 2026",
            "New York, one one two one three\nfifty-seven eighty-six, twenty twenty-six",
        ),
        ("5786 • 2026", "fifty-seven eighty-six, twenty twenty-six"),
        ("Parshat Shemot, 5786", "Parshat Shemot, fifty-seven eighty-six"),
        ("Copyright 2003 by", "Copyright two thousand and three by"),
        ("an army of 5000 men", "an army of five thousand men"),
        ("in 1500 words", "in fifteen hundred words"),
        ("5704 was", "fifty-seven oh four was"),
    ),
)
