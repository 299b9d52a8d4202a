"""Years in Hebrew letters.

In: Hebrew letters as printed. Out: the number they stand for. Law: only what can be nothing else: three letters or more
that begin as the years of our time do (5600 to 5999), go down in value and carry the sign of a number.
"""

import re
from itertools import pairwise

_UNITS, _TENS = "אבגדהוזחט", "יכלמנסעפצ"
_VALUES = {
    **{letter: value for value, letter in enumerate(_UNITS, 1)},
    **{letter: 10 * value for value, letter in enumerate(_TENS, 1)},
    **{"ק": 100, "ר": 200, "ש": 300, "ת": 400, "ך": 20, "ם": 40, "ן": 50, "ף": 80, "ץ": 90},
}
_YEAR = re.compile(r"(?P<thousands>ה['׳’]?)?(?P<hundreds>ת[רש])(?P<rest>[א-ת]{0,3})")
_SIGN = re.compile(r"[\"״“”](?=[א-ת]$)")
_COMMANDMENTS = 613
"""As many as there are commandments: no year, unless the thousands stand before it."""


def letters_value(text: str) -> int | None:
    """Give the year, or the number of the commandments, that Hebrew letters stand for; None: neither."""
    letters, signs = _SIGN.subn("", text.strip())
    year = _YEAR.fullmatch(letters)
    if year is None or signs != 1:
        return None
    values = [_VALUES[letter] for letter in year["hundreds"] + year["rest"]]
    if any(before <= after for before, after in pairwise(values)):
        return None
    number = sum(values)
    return number if number == _COMMANDMENTS and not year["thousands"] else 5000 + number
