"""Rules for times of day.

In: hours and minutes as printed. Out: words. Law: an hour is told from a chapter by what stands beside it: "at",
"a.m.", "tonight"; two numbers and a colon without such a sign are left to the rules for books.
"""

import re

from pipeline.speech.numbers import cardinal
from pipeline.speech.rules import Rule, rule, stop_after

HALF = r"(?P<half>[AaPp])\.?\s?[Mm]\b\.?"
TIME = r"(?P<hour>1[0-2]|0?[1-9]|2[0-3]|1\d)[:.](?P<minute>[0-5]\d)"
LEADING = "about|after|around|at|before|between|by|from|since|till|until"
FOLLOWING = r"\s+(?:(?:in\s+the|this)\s+(?:morning|afternoon|evening)|tonight|at\s+night|sharp)\b"


def _clock(match: re.Match[str]) -> str:
    return _spoken(match["hour"], match["minute"])


def _spoken(hours: str, minutes: str) -> str:
    hour, minute = cardinal(int(hours)), int(minutes)
    return f"{hour} {'oh ' if minute < 10 else ''}{cardinal(minute)}" if minute else hour


def _half(match: re.Match[str]) -> str:
    return f"{match['half'].upper()} M{stop_after(match)}"


def _to(match: re.Match[str]) -> str:
    half = f" {match['half'].upper()} M{stop_after(match)}" if match["half"] else ""
    return f"{_clock(match)} to {_spoken(match['until'], match['until_minute'])}{half}"


CLOCK: tuple[Rule, ...] = (
    rule(
        "from time to time",
        rf"\b{TIME}\s?[-–]\s?(?P<until>1[0-2]|0?[1-9]):(?P<until_minute>[0-5]\d)\s?{HALF}",
        _to,
        ("5:00-6:00 p.m.", "five to six P M."),
        ("7:15–8:45 PM on Sunday", "seven fifteen to eight forty-five P M on Sunday"),
    ),
    rule(
        "time of day",
        rf"\b{TIME}\s?{HALF}",
        lambda match: f"{_clock(match)} {_half(match)}",
        ("at 7:05 p.m. on Sunday", "at seven oh five P M on Sunday"),
        ("at 10:30 am.", "at ten thirty A M."),
        ("at 8:00 pm", "at eight P M"),
        ("at 7:30 PM", "at seven thirty P M"),
        ("It was 12:01 A.M. then", "It was twelve oh one A M then"),
    ),
    rule(
        "hour",
        rf"\b(?P<hour>1[0-2]|[1-9])\s?{HALF}",
        lambda match: f"{cardinal(int(match['hour']))} {_half(match)}",
        ("until 10 a.m.", "until ten A M."),
        ("at 7pm.", "at seven P M."),
    ),
    rule(
        "time behind a small word",
        rf"\b(?P<before>(?i:{LEADING})\s+){TIME}\b(?![:\d]|\s?[-–]\s?\d|,\s?\d)(?!\s*[ab]\b)",
        lambda match: f"{match['before']}{_clock(match)}",
        ("at 7:30", "at seven thirty"),
        ("Services are at 9:00, and", "Services are at nine, and"),
    ),
    rule(
        "time before a part of the day",
        rf"\b{TIME}(?={FOLLOWING})",
        _clock,
        ("6:45 this evening", "six forty-five this evening"),
        ("8:00 in the morning", "eight in the morning"),
    ),
)
