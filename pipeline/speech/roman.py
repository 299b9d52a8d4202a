"""Rules for Roman numerals: chapters, volumes, kings, months in a leap year.

In: Roman numerals where the words beside them say what they count. Out: figures for later rules, or words. Law: a
letter that may be a word (I) or an initial (V.) is left alone where nothing tells that it is a number.
"""

import re

from pipeline.speech.numbers import cardinal, ordinal
from pipeline.speech.rules import MONTH, OBJECT, SCRIPTURE, TALKS, Rule, rule

NUMERAL = r"(?=[IVXLC])(?:C{1,3}|XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?<=[IVXLC])"  # never empty
COUNTED = (
    "act|announcement|appendix|article|book|canto|ch|chap|chapter|discourse|essay|figure|letter|lecture|note|number|part"
    "|perek|psalm|sec|section|table|title|vol|vols|volume|world war"
)
TITLES = "emperor|king|pope|queen|sultan|tsar|czar|kaiser"
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def value_of(numeral: str) -> int:
    """XXIII -> 23."""
    values = [VALUES[sign] for sign in numeral.upper()]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _figures(match: re.Match[str]) -> str:
    return f"{match['before']}{value_of(match['roman'])}"


def _the_second(match: re.Match[str]) -> str:
    return f"{match['before']} the {ordinal(value_of(match['roman'])).capitalize()}"


def _leap_month(match: re.Match[str]) -> str:
    return f"{match['month']} {cardinal(value_of(match['roman']))}{MONTH}"


def _book(match: re.Match[str]) -> str:
    number = match["number"]
    return f"{ordinal(int(number) if number.isdigit() else value_of(number)).capitalize()} "


ROMAN: tuple[Rule, ...] = (
    rule(
        "month of a leap year",
        rf"(?P<month>[A-Z]\w+|{OBJECT}){MONTH}\s+(?P<roman>I{{1,2}})\b",
        _leap_month,
        ("14 Adar II, 5784", "the fourteenth of Adar two, fifty-seven eighty-four"),
        ("Adar I, 5784", "Adar one, fifty-seven eighty-four"),
        ("on 7 Adar I.", "on the seventh of Adar one."),
    ),
    rule(
        "first and second book",
        rf"\b(?P<number>I{{1,2}}|[12])\s+(?=(?:Samuel|Kings|Chronicles|Shmuel|Melachim|Divrei\s+HaYamim){SCRIPTURE})",
        _book,
        ("I Samuel 17:45", "First Samuel, chapter seventeen, verse forty-five"),
        ("II Kings 2:11", "Second Kings, chapter two, verse eleven"),
        ("1 Samuel 3:4", "First Samuel, chapter three, verse four"),
        ("2 Chronicles 1:1", "Second Chronicles, chapter one, verse one"),
        ("(II Kings 4:1)", "Second Kings four, one"),
    ),
    rule(
        "counted part",
        rf"(?P<before>\b(?i:{COUNTED})\.?\s+|{TALKS},?\s+)(?P<roman>{NUMERAL})\b"
        r"(?=\s*(?:[.,;:)\]–-]|$|\n)|\s+(?:of|and|in|is|was|to)\b|\s+[A-Z(])",
        _figures,
        ("Chapter IV", "Chapter four"),
        ("Vol. XII", "Volume twelve"),
        ("Part III of the book", "Part three of the book"),
        ("in World War II.", "in World War two."),
        ("Part I.", "Part one."),
        ("The part I like", "The part I like"),
        ("See chap. IX, end.", "See chapter nine, end."),
        ("Book XL", "Book forty"),
        (
            "Likkutei Sichos, Vol. XXIII, p. 45ff.",
            "Likkutei Sichos, volume twenty-three, page forty-five and the following pages.",
        ),
        ("Likkutei Sichos XV, p. 3", "Likkutei Sichos, volume fifteen, page three"),
    ),
    rule(
        "counted part in small letters",
        rf"(?P<before>\b(?i:vols?|ch|chap|book|canto|act|sc|stanza|secs?|sections?|parts?)\.?\s+)(?P<roman>(?![cl]\b){NUMERAL.lower()})\b"
        r"(?=\s*(?:[.,;:)]|$)|\s+pp?\.)",
        _figures,
        ("vol. ii pp. 239–240", "volume two pages two thirty-nine to two forty"),
        ("Chapter IV, section iii; part c.", "Chapter four, section three; part c."),
        ("Henry VI, act ii, sc. i", "Henry the Sixth, act two, sc. one"),
    ),
    rule(
        "volume behind a comma",
        rf"(?P<before>,\s+)(?P<roman>{NUMERAL})\.(?=,\s+(?:pp?\.\s*)?\d)",
        _figures,
        ("Zunz, Gesammelte Schriften, I., 42.", "Zunz, Gesammelte Schriften, one, forty-two."),
        ("Hirt, Bibliothek, V., p. 43.", "Hirt, Bibliothek, five, page forty-three."),
    ),
    rule(
        "chapter of Scripture",
        rf"(?P<before>{SCRIPTURE},?\s+)(?P<roman>{NUMERAL.lower()})\b\.?(?:\s(?P<verse>\d+))?",
        lambda match: f"{_figures(match)}{':' + match['verse'] if match['verse'] else ''}",
        ("Ezek. xxiii.", "Ezekiel twenty-three"),
        ("Isa. liii. 4", "Isaiah, chapter fifty-three, verse four"),
    ),
    rule(
        "world war",
        r"(?P<before>\bWorld\sWar\s)(?P<roman>I{1,2})\b",
        _figures,
        ("in World War I the", "in World War one the"),
    ),
    rule(
        "pages before the first",
        rf"(?P<before>\bpp?\.\s*)(?P<roman>{NUMERAL.lower()})\b",
        _figures,
        ("p. xii", "page twelve"),
        ("died s.p. in May", "died s.p. in May"),
        ("the p. civil", "the p, civil"),
    ),
    rule(
        "king or pope",
        rf"(?P<before>\b(?i:{TITLES})\s+(?:[A-Z]\w+\s)?[A-Z]\w+)\s(?P<roman>{NUMERAL})\b(?:\.(?=\s[a-z]))?",
        _the_second,
        ("King George VI", "King George the Sixth"),
        ("Pope John Paul II", "Pope John Paul the Second"),
        ("King George V", "King George the Fifth"),
        ("King David Institute", "King David Institute"),
    ),
    rule(
        "the second of a name",
        r"(?P<before>\b[A-Z][a-z]+)\s(?P<roman>I{2,3}|IV|VI{1,3}|IX|XI{1,3}|XIV|XVI{0,3}|XV)\b(?![:.]\d)(?:\.(?=\s[a-z]))?",
        _the_second,
        ("Louis XIV", "Louis the Fourteenth"),
        ("Henry VIII had", "Henry the Eighth had"),
        ("of Frederick II. and Michael", "of Frederick the Second and Michael"),
    ),
    rule(
        "numeral alone",
        r"\b(?P<roman>(?:X{0,3})(?:IX|IV|VI{1,3}|I{2,3})|X{1,3}I{1,3}|XX|XXV|XV)\b(?!['’])",
        lambda match: str(value_of(match["roman"])),
        ("(XXIII)", "twenty-three"),
        ("II", "two"),
        ("I and X", "I and X"),
    ),
)
