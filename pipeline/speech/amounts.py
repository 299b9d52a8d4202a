"""Rules for money, fractions and measures.

In: figures with a sign or a name of what they measure. Out: words. Law: a fraction is told from a pair of numbers by
its size: the lower number is one that people name (half, third, eighth); every other pair is left alone.
"""

import re

from pipeline.speech.numbers import cardinal, count, ordinal
from pipeline.speech.rules import Rule, rule

CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "US$": ("dollar", "dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
    "₪": ("shekel", "shekels", "agora", "agoros"),
    "NIS": ("shekel", "shekels", "agora", "agoros"),
}
SIGN = r"(?P<sign>US\$|NIS\s|[$£€₪]\s?)"
WHOLE = r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)"
GREAT = "hundred|thousand|million|billion|trillion"
FRACTIONS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
             "⅞": (7, 8), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6)}  # fmt: skip
LOWER = "100|60|48|32|24|20|16|12|10|[2-9]"
NAMED = {2: ("half", "halves"), 4: ("quarter", "quarters")}


def _money(match: re.Match[str]) -> str:
    one, many, small, smalls = CURRENCIES[match["sign"].strip()]
    whole, cents = int(match["whole"].replace(",", "")), int(match["cents"] or 0)
    spoken = f"{cardinal(whole)} {one if whole == 1 else many}"
    return f"{spoken} and {cardinal(cents)} {small if cents == 1 else smalls}" if cents else spoken


def _great_money(match: re.Match[str]) -> str:
    return f"{count(match['number'])} {match['great']} {CURRENCIES[match['sign'].strip()][1]}"


def _coins(number: int, coin: str) -> str:
    """Old English money: ten shillings, sixpence."""
    if coin == "s":
        return f"{cardinal(number)} shilling{'' if number == 1 else 's'}"
    return "a penny" if number == 1 else f"{cardinal(number)}pence"


def fraction(upper: int, lower: int) -> str:
    """3, 4 -> three quarters."""
    one, many = NAMED.get(lower, (ordinal(lower), f"{ordinal(lower)}s"))
    return f"{cardinal(upper)} {one if upper == 1 else many}"


def _fraction(match: re.Match[str]) -> str:
    upper, lower = int(match["upper"]), int(match["lower"])
    return _mixed(match["units"], upper, lower) if 0 < upper < lower else match.group()


def _sign(match: re.Match[str]) -> str:
    return _mixed(match["units"], *FRACTIONS[match["sign"]])


def _mixed(units: str | None, upper: int, lower: int) -> str:
    """2, 1, 2 -> two and a half."""
    if not units:
        return f" {fraction(upper, lower)}"
    part = "a half" if (upper, lower) == (1, 2) else fraction(upper, lower)
    return f"{cardinal(int(units))} and {part}"


BOOK_SIZES = {"4to": "quarto", "8vo": "octavo", "12mo": "duodecimo"}
UNITS = {"km": "kilometres", "kg": "kilograms", "cm": "centimetres", "mm": "millimetres", "lbs": "pounds",
         "lb": "pounds",
         "oz": "ounces", "mph": "miles an hour", "ft": "feet", "yds": "yards", "ml": "millilitres"}  # fmt: skip

AMOUNTS: tuple[Rule, ...] = (
    rule(
        "great sums",
        rf"{SIGN}(?P<number>\d[\d,]*(?:\.\d+)?)\s+(?P<great>{GREAT})\b",
        _great_money,
        ("$1.5 million", "one point five million dollars"),
        ("$3 billion", "three billion dollars"),
        ("€20 thousand", "twenty thousand euros"),
    ),
    rule(
        "from sum to sum",
        r"(?P<sign>[$£€₪])(?P<first>\d[\d,]*)\s?[-–]\s?(?P=sign)?(?P<last>\d[\d,]*)\b(?![.-]\d)",
        lambda match: f"{count(match['first'])} to {count(match['last'])} {CURRENCIES[match['sign']][1]}",
        ("$5-$10", "five to ten dollars"),
        ("€20–50", "twenty to fifty euros"),
    ),
    rule(
        "from percent to percent",
        r"\b(?P<first>\d+)%\s?[-–]\s?(?P<last>\d+)%",
        lambda match: f"{count(match['first'])} to {count(match['last'])} percent",
        ("10%-20% of it", "ten to twenty percent of it"),
    ),
    rule(
        "money",
        rf"{SIGN}{WHOLE}(?:\.(?P<cents>\d{{2}}))?\b(?!\.\d)",
        _money,
        ("$1,000", "one thousand dollars"),
        ("$5.50", "five dollars and fifty cents"),
        ("$1", "one dollar"),
        ("€20", "twenty euros"),
        ("£5.50", "five pounds and fifty pence"),
        ("₪100", "one hundred shekels"),
        ("NIS 50", "fifty shekels"),
        ("US$18", "eighteen dollars"),
        ("a gift of $180.", "a gift of one hundred and eighty dollars."),
        ("$0.99", "zero dollars and ninety-nine cents"),
    ),
    rule(
        "shillings and pence",
        r"(?<!\b[Tt]he )(?<![\d'’])(?P<number>\d{1,2})(?P<coin>[sd])\.(?=(?P<end>\s*$)?)",
        lambda match: (
            f"{_coins(int(match['number']), match['coin'])}{'.' if match['end'] is not None else ''}"
        ),
        (
            "In Pepys's patent the salary is £33 6s.",
            "In Pepys's patent the salary is thirty-three pounds six shillings.",
        ),
        ("I gave her 10s. myself", "I gave her ten shillings myself"),
        ("6d., which was too much", "sixpence, which was too much"),
    ),
    rule(
        "size of a book",
        rf"\b(?P<size>{'|'.join(BOOK_SIZES)})\b\.?",
        lambda match: BOOK_SIZES[match["size"]],
        ("London, 1664, 8vo (with frontispiece).", "London, sixteen sixty-four, octavo, with frontispiece."),
    ),
    rule(
        "fraction",
        rf"(?<![\d/:.-])(?:(?P<units>\d+)\s)?\b(?P<upper>\d{{1,2}})/(?P<lower>{LOWER})\b(?![/\d:-])",
        _fraction,
        ("1/2 cup", "one half cup"),
        ("3/4 of the world", "three quarters of the world"),
        ("2 1/2 hours", "two and a half hours"),
        ("1/60 of it", "one sixtieth of it"),
        ("5/8", "five eighths"),
        ("3 1/3 cubits", "three and one third cubits"),
        ("9/11", "nine eleven"),
        ("24/7", "twenty-four seven"),
    ),
    rule(
        "fraction sign",
        rf"(?:(?P<units>\d+)\s?)?(?P<sign>[{''.join(FRACTIONS)}])",
        _sign,
        ("½", "one half"),
        ("2½ hours", "two and a half hours"),
        ("1½", "one and a half"),
        ("⅔ of them", "two thirds of them"),
        ("3¾", "three and three quarters"),
    ),
    rule(
        "feet and inches",
        r"\b(?P<feet>\d+)\s?['′’]\s?(?P<inches>\d+)\s?[\"″”]",
        lambda match: f"{count(match['feet'])} feet {count(match['inches'])} inches",
        ("5′ 6″", "five feet six inches"),
        ("6'2\" tall", "six feet two inches tall"),
    ),
    rule(
        "unit",
        rf"(?<=\d)\s?(?P<unit>{'|'.join(UNITS)})\b\.?(?=\s|$|[,;)])",
        lambda match: f" {UNITS[match['unit']]}",
        ("5 km from there", "five kilometres from there"),
        ("60 mph", "sixty miles an hour"),
    ),
    rule(
        "temperature",
        r"\s?°\s?(?P<scale>[CF])\b",
        lambda match: f" degrees {'Celsius' if match['scale'] == 'C' else 'Fahrenheit'}",
        ("98.6°F", "ninety-eight point six degrees Fahrenheit"),
        ("100 °C", "one hundred degrees Celsius"),
    ),
    rule(
        "below zero",
        r"(?:^|(?<=[\s(]))(?<!\d\s)[-−](?=\d+(?:\.\d+)?\s?(?:°|degrees))",
        "minus ",
        ("-5°", "minus five degrees"),
    ),
)
