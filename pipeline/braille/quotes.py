"""Give straight quotation marks their direction, and tell apostrophes from single quotation marks.

In: the characters of one block. Out: as many characters, with “ ” ‘ ’ where quotation marks are sure. Law: braille has
another cell for the opening and the closing mark; one that has no partner stays what print has, but for the
apostrophe, which print has as a closing mark.
"""

import re

_BEFORE_OPENING = frozenset(" \n([{<-–—“‘\"'")
_OPENING, CLOSING_QUOTE, _APOSTROPHE = "‘", "’", "'"
ELISION = "\N{MASCULINE ORDINAL INDICATOR}"
"""Stands for words of which the first has lost its head: the mark before it is an apostrophe."""
_ELIDED = re.compile(
    r"(?:t(?:is|was|were|will|would|ween|wixt)|em|til|neath|gainst|mongst|\d\ds)\b", re.IGNORECASE
)
"""No word that is whole without the letters left out ("cause", "till")."""


def direct_quotes(text: str) -> str:
    """Replace each straight mark that has a direction; the text keeps its length."""
    return _direct_single(_direct_double(text))


def _direct_double(text: str) -> str:
    if '"' not in text:
        return text
    signs = list(text)
    opened = 0
    for place, character in enumerate(text):
        if character != '"':
            opened += (character == "“") - (character == "”")
        elif _may_open(text, place):
            signs[place] = "“"
            opened += 1
        elif opened > 0 or _may_close(text, place):
            signs[place] = "”"
            opened -= opened > 0
    return "".join(signs)


def _may_close(text: str, place: int) -> bool:
    """Tell whether a mark that nothing opened closes a quotation of an earlier paragraph; after a digit it means inches
    or seconds, and alone nobody knows."""
    return place > 0 and not text[place - 1].isspace() and not text[place - 1].isdigit()


def _direct_single(text: str) -> str:
    """Pair single marks from left to right; what pairs with nothing is an apostrophe, unless print turns it and no
    letter is there to be left out."""
    if not any(mark in text for mark in (_OPENING, CLOSING_QUOTE, _APOSTROPHE)):
        return text
    signs = list(text)
    place = 0
    while place < len(signs):
        closing = _partner(text, place) if _opens_single(text, place) else -1
        if closing > 0:
            signs[place], signs[closing] = _OPENING, CLOSING_QUOTE
            _apostrophes(signs, place + 1, closing)
            place = closing
        elif (signs[place] == CLOSING_QUOTE and not _is_turned(text, place)) or _elides(text, place):
            signs[place] = _APOSTROPHE
        place += 1
    return "".join(signs)


def _is_turned(text: str, place: int) -> bool:
    """Tell whether a closing mark can be nothing else: after punctuation or alone, and before no letter."""
    before, after = text[:place][-1:], text[place + 1 : place + 2]
    return not after.isalnum() and not before.isalnum()


def _apostrophes(signs: list[str], begin: int, end: int) -> None:
    for place in range(begin, end):
        if signs[place] in (_OPENING, CLOSING_QUOTE):
            signs[place] = _APOSTROPHE


def _opens_single(text: str, place: int) -> bool:
    if text[place] == _OPENING:
        return True
    return text[place] == _APOSTROPHE and _may_open(text, place)


def _partner(text: str, opening: int) -> int:
    """Find the mark that closes: after something that is no space, before something that is no letter; -1: none.

    After a letter it may be the apostrophe of "boys'" as well: then one that follows punctuation, and that nothing else
    has opened, closes.
    """
    if text[opening : opening + 3].lower() == "'n'":
        return -1  # rock 'n' roll: letters are left out on both sides
    found = -1
    for place in range(opening + 2, len(text)):
        if text[place] == _OPENING or _opens_another(text, place, opening):
            # Of two straight marks that open, with nothing closed between, both stand for letters: 'e 'n' Ma.
            return found
        ends_word = place + 1 == len(text) or not text[place + 1].isalnum()
        if text[place] not in (_APOSTROPHE, CLOSING_QUOTE) or text[place - 1].isspace() or not ends_word:
            continue
        if not text[place - 1].isalnum():
            return place
        # Too little to make a quotation of 'Tis.
        if found < 0 and not (text[opening] == _APOSTROPHE and _elides(text, opening)):
            found = place
    return found


def _opens_another(text: str, place: int, opening: int) -> bool:
    return text[place] == text[opening] == _APOSTROPHE and _may_open(text, place)


def _elides(text: str, place: int) -> bool:
    """Tell whether a mark stands for letters left out at the head of a word, even if print turned it to open."""
    return text[place] in (_OPENING, _APOSTROPHE) and text[place + 1 : place + 2] == ELISION


def is_elided(words: str) -> bool:
    """Tell whether words begin with one that is never written without a mark before it: tis, twas, 90s."""
    return _ELIDED.match(words) is not None


def _may_open(text: str, place: int) -> bool:
    """Tell whether a mark stands where a quotation can begin: before something, after nothing that it could close."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return before in _BEFORE_OPENING and not after.isspace()
