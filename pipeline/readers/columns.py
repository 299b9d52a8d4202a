"""Part two columns that stand beside each other in plain text: Hebrew letters on one side, Latin on the other.

In: lines as they stand in the file. Out: the lines of the left column and of the right one. Law: a line is cut only
where it changes its script once, at a gap that no writer leaves between words.
"""

import re
from collections.abc import Sequence

_HEBREW = re.compile(r"[\u05d0-\u05ea]")
_LATIN = re.compile(r"[A-Za-z]")
_GAP = re.compile(r"[ \t]*(?: {3}|\t)[ \t]*")
_SHARE = 0.5
"""Share of the lines that have both columns, at least: one column may be the longer."""
_FEWEST_TOLD = 3
"""Lines in a row that begin in one script and end in the other."""

Columns = tuple[tuple[str, ...], tuple[str, ...]]


def columns_of(lines: Sequence[str]) -> Columns | None:
    """Give the words of each column, line by line; None when the lines are no such columns."""
    cut = [_cut(line) for line in lines]
    both = [pair for pair in cut if pair and all(pair)]
    if not both or len(both) < _SHARE * len(lines) or None in cut:
        return None
    if len({_is_hebrew(left) for left, _ in both}) > 1:
        return None
    hebrew_left = _is_hebrew(both[0][0])
    sides: Columns = ((), ())
    for pair in cut:
        for words in filter(None, pair or ()):
            left, right = sides
            is_left = _is_hebrew(words) == hebrew_left
            sides = ((*left, words), right) if is_left else (left, (*right, words))
    return sides


def may_be_columns(lines: Sequence[str]) -> bool:
    """Tell whether lines in a row change their script once and alike: two columns without a gap to know them by."""
    changes = [_change(line) for line in lines]
    return len(lines) >= _FEWEST_TOLD and len(set(changes)) == 1 and changes[0] != ""


def _cut(line: str) -> tuple[str, str] | None:
    """Cut a line at the gap between its scripts; a line in one script stands in one column, None has no clear cut."""
    words = line.strip()
    if not (_HEBREW.search(words) and _LATIN.search(words)):
        return (words, "")
    gaps = [(words[: gap.start()], words[gap.end() :]) for gap in _GAP.finditer(words)]
    clear = [
        (left, right) for left, right in gaps if _change(words) and _is_hebrew(left) != _is_hebrew(right)
    ]
    return next((pair for pair in clear if all(map(_is_of_one_script, pair))), None)


def _change(line: str) -> str:
    """Say how a line changes its script, when it does so once: "he" begins in Hebrew, "la" in Latin letters."""
    letters = "".join(
        "h" if _HEBREW.match(sign) else "l" for sign in line if _HEBREW.match(sign) or _LATIN.match(sign)
    )
    found = re.fullmatch(r"(?P<he>h+l+)|(?P<la>l+h+)", letters)
    return (found.lastgroup or "") if found else ""


def _is_of_one_script(words: str) -> bool:
    return bool(_HEBREW.search(words)) != bool(_LATIN.search(words))


def _is_hebrew(words: str) -> bool:
    return bool(_HEBREW.search(words))
