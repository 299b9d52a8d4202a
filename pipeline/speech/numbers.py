"""Numbers as words: counts, ordinals, years, pages, single digits. The only importer of num2words.

In: integers and figures as printed. Out: English words (American voice, "and" before the tens, as the catalogue of
sources asks: "two hundred and ten"). Law: same figures, same words.
"""

from num2words import num2words

LONGEST_COUNT = 12
"""Figures longer than this are no count that anybody reads: they are said digit by digit."""


def cardinal(number: int) -> str:
    """210 -> two hundred and ten; 1900 -> nineteen hundred."""
    hundreds, rest = divmod(number, 100)
    if rest == 0 and 10 < hundreds < 100 and hundreds % 10:
        return f"{_words(hundreds)} hundred"
    return _words(number)


def ordinal(number: int) -> str:
    """20 -> twentieth."""
    return str(num2words(number, to="ordinal")).replace(",", "")


def year(number: int) -> str:
    """In pairs, as people say years: 5751 -> fifty-seven fifty-one; 5704 -> fifty-seven oh four."""
    return str(num2words(number, to="year")).replace("oh-", "oh ").replace(",", "")


def page(number: int) -> str:
    """As people say page and house numbers: 97 -> ninety-seven; 273 -> two seventy-three; 602 -> six oh two."""
    hundreds, rest = divmod(number, 100)
    if hundreds == 0 or hundreds >= 100:
        return cardinal(number)
    if rest == 0:
        return f"{_words(hundreds)} hundred" if hundreds % 10 else _words(number)
    return f"{_words(hundreds)} oh {_words(rest)}" if rest < 10 else f"{_words(hundreds)} {_words(rest)}"


def digits(figures: str) -> str:
    """11213 -> one one two one three; whatever is no digit parts groups with a comma."""
    groups = "".join(character if character.isdigit() else " " for character in figures).split()
    return ", ".join(" ".join(_words(int(digit)) for digit in group) for group in groups)


def count(figures: str) -> str:
    """Figures of a running text: "1,900", "3.5", "007" (leading noughts: digit by digit)."""
    plain = figures.replace(",", "")
    whole, point, fraction = plain.partition(".")
    if (whole.startswith("0") and len(whole) > 1) or len(whole) > LONGEST_COUNT:
        return digits(plain)
    return f"{cardinal(int(whole))} point {digits(fraction)}" if point else cardinal(int(whole))


def _words(number: int) -> str:
    return str(num2words(number)).replace(",", "")
