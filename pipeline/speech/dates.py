"""Rules for days and years, Jewish and civil.

In: figures beside the kind sign of a month's name (names.py), or figures in the range of years where a year is
meant. Out: words. Law: a figure that counts something ("5000 men") is never said as a year.
"""

import re

from pipeline.speech.numbers import cardinal, ordinal, page, year
from pipeline.speech.rules import MONTH, OBJECT, Rule, rule, stop_after

YEAR = r"(?:5\d{3}|1\d{3}|20\d{2}|21\d{2})"
"""Years of the Jewish calendar from 1240 on, and civil years."""
LEAP = r"(?:\s(?:Rishon|Sheni|one|two))?"
MONTH_NAME = rf"(?P<month>(?:\b[A-Z][\w’'-]*{LEAP}|Menachem\s+Av|{OBJECT}+{LEAP}){MONTH})"
ALREADY_DAY = r"(?<![\d:.,–-])"
SMALL_WORDS = (
    "a|according|after|along|also|an|and|are|as|at|before|but|by|from|for|had|has|he|his|if|in|is|it|its|marked|of|on|or"
    "|she|that|the|their|there|they|this|through|to|until|was|we|were|when|where|which|while|who|with"
)
"""A year may stand before these words, and they are no plural of what is counted."""
COUNTED = (
    rf"\s+(?:(?!(?:{SMALL_WORDS})\b)[a-z]+\s)?(?!(?:{SMALL_WORDS})\b)"
    r"(?:[a-z]*[a-hj-rtv-z]s|men|people|women|children)\b"
)
"""Behind a figure: what it counts, in the plural, with or without one word before it."""
LEADING_TO_A_YEAR = (
    r"(?:^|\n\s*|[(\[•©,–—-]\s*"
    r"|\b(?:about|after|and|before|born|by|circa|copyright|dated|died|during|early\sas|edition|from|in|late\sas|of|or|since|to"
    r"|until|year|years)\s)"
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


def _years(match: re.Match[str]) -> str:
    """A Jewish and a civil year beside each other are one year twice; two of one calendar are a time."""
    first, last = match["first"], match["last"]
    if len(last) < 3:
        return f"{year(int(first))} to {cardinal(int(last))}"
    same_calendar = first.startswith("5") == last.startswith("5")
    return f"{year(int(first))}{' to ' if same_calendar else ', '}{year(int(last))}"


def _era(match: re.Match[str]) -> str:
    if not (match["era"] or match["before"]):
        return match.group()
    figures = int(match["year"])
    spoken = year(figures) if figures > 999 else page(figures)
    before = f"{' '.join(re.findall('[A-Z]', match['before']))} " if match["before"] else ""
    after = f" {' '.join(re.findall('[A-Z]', match['era']))}{stop_after(match)}" if match["era"] else ""
    return f"{before}{spoken}{after}"


def _civil_day(match: re.Match[str]) -> str:
    return f"{MONTHS[int(match['month']) - 1]} {ordinal(int(match['day']))}, {year(int(match['year']))}"


WEEKDAYS = {
    day[:3]: day for day in ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
}
MONTHS = re.findall(
    r"\w+", "January February March April May June July August September October November December"
)

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
        ("5 Jan. 1991", "the fifth of January, nineteen ninety-one"),
        ("10 Shevat, 5710 (1950)", "the tenth of Shevat, fifty-seven ten, nineteen fifty"),
    ),
    rule(
        "month and day",
        rf"{MONTH_NAME}\s+(?P<day>[1-3]?\d)(?:st|nd|rd|th)?\b(?!\s*[:\d])(?=\s*(?:[,.;:)\]\n”]|$)|\s(?!of\b)(?:{SMALL_WORDS})\b)",
        _month_day,
        ("January 5, 1991", "January fifth, nineteen ninety-one"),
        ("Jan. 5, 1991", "January fifth, nineteen ninety-one"),
        ("Sept. 11, 2001", "September eleventh, two thousand and one"),
        ("On January 5 the essay", "On January fifth the essay"),
    ),
    rule(
        "year after a month",
        rf"(?P<lead>{MONTH}),?\s+(?P<year>{YEAR})\b(?:[–-](?P<last>\d\d?)\b)?",
        lambda match: (
            f"{match['lead']}, {year(int(match['year']))}"
            + (f" to {cardinal(int(match['last']))}" if match["last"] else "")
        ),
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
        "about a year",
        rf"\b(?:c|ca|circ)\.\s?(?P<year>{YEAR})\b(?:\s?[–-]\s?(?P<last>{YEAR})\b)?",
        lambda match: (
            f"about {year(int(match['year']))}" + (f" to {year(int(match['last']))}" if match["last"] else "")
        ),
        ("c. 1750", "about seventeen fifty"),
        ("(ca. 1290)", "about twelve ninety"),
        ("(c. 1170 – 1244, Burgos)", "about eleven seventy to twelve forty-four, Burgos"),
    ),
    rule(
        "from year to year",
        rf"(?<![\d,.:])\b(?P<first>{YEAR})\s?(?P<sign>[-–/])\s?(?P<last>{YEAR}|\d\d?)\b(?![\d:-]|,\d)",
        _years,
        ("1990-1995", "nineteen ninety to nineteen ninety-five"),
        ("5750-52", "fifty-seven fifty to fifty-two"),
        ("(Calendar, 1663–64, p. 539)", "Calendar, sixteen sixty-three to sixty-four, page five thirty-nine"),
        ("5749/1989", "fifty-seven forty-nine, nineteen eighty-nine"),
        ("5786-2026", "fifty-seven eighty-six, twenty twenty-six"),
        ("1989/90", "nineteen eighty-nine to ninety"),
        ("© 1998-2003", "copyright nineteen ninety-eight to two thousand and three"),
    ),
    rule(
        "era",
        r"\b(?:(?P<before>A\.?D\.?|A\.?M\.?)\s)?(?P<year>\d{1,4})"
        r"(?:\s(?P<era>B\.?\s?C\.?\s?E\.?|C\.?\s?E\.?|B\.?\s?C\.?|A\.?\s?D\.?)(?!\w))?",
        _era,
        ("in 70 C.E.", "in seventy C E."),
        ("1312 BCE", "thirteen twelve B C E"),
        ("A.D. 70", "A D seventy"),
        ("586 B.C. and", "five eighty-six B C and"),
        ("of Solomon (978 B. C. E.), the", "of Solomon, nine seventy-eight B C E, the"),
        ("A.M. 2448", "A M twenty-four forty-eight"),
    ),
    rule(
        "day in figures",
        r"(?<![\d/.-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])/(?P<year>\d{4})\b(?![/-])",
        _civil_day,
        ("on 11/5/1991 at", "on November fifth, nineteen ninety-one at"),
    ),
    rule(
        "day in figures, the year first",
        r"(?<![\d/.-])(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b(?![/-])",
        _civil_day,
        ("1991-01-05", "January fifth, nineteen ninety-one"),
    ),
    rule(
        "decade without its century",
        r"(?<!\w)['‘’](?P<tens>[2-9]0)['’]?s\b",
        lambda match: f"{cardinal(int(match['tens']))[:-1]}ies",
        ("in the '60s", "in the sixties"),
    ),
    rule(
        "weekday",
        r"\b(?P<day>Sun|Mon|Tues?|Wed|Thurs?|Fri|Sat)\.(?=,\s[A-Z\d]|\s(?:[A-Z\d]|morning|afternoon|evening|night))",
        lambda match: WEEKDAYS[match["day"][:3]],
        ("Mon., Jan. 5", "Monday, January fifth"),
        ("Thurs. evening", "Thursday evening"),
    ),
    rule(
        "decade",
        r"\b(?P<year>(?:1\d|20)\d0)['’]?s\b",
        _decade,
        ("in the 1990s", "in the nineteen nineties"),
    ),
    rule(
        "year",
        rf"(?P<lead>(?i:{LEADING_TO_A_YEAR}))(?P<year>{YEAR})\b(?![,.:]?\d)(?!-\d)(?!{COUNTED})(?!%)",
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
        ("Born 1595, died May 1st", "Born fifteen ninety-five, died May first"),
        ("until 1185 fortune refused", "until eleven eighty-five fortune refused"),
        ("February morning of 1848 brought him", "February morning of eighteen forty-eight brought him"),
        ("As early as 1609, he", "As early as sixteen oh nine, he"),
        ("5704 was", "fifty-seven oh four was"),
    ),
)
