"""Words in a plain string, as the lexicon sees them.

In: a string, never altered. Out: tokens with their offsets in it. Law: apostrophes, hyphens and quotation marks that
sound alike to a screen reader are one; invisible characters and Hebrew points are not there; white space is a gap
whatever it is made of. Offsets always count in the string that was given.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, overload

import regex

_APOSTROPHES = "\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}\N{HEBREW PUNCTUATION GERESH}"
_HYPHENS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{HEBREW PUNCTUATION MAQAF}"
_QUOTES = "\N{HEBREW PUNCTUATION GERSHAYIM}\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
_FOLD = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_QUOTES, '"'),
}
# Soft hyphen, zero-width signs, direction marks, and the points under and over Hebrew letters.
_VANISHING = regex.compile(
    r"[\N{SOFT HYPHEN}\u200B-\u200F\u2060\u202A-\u202E\u2066-\u2069\uFEFF\u0591-\u05BD\u05BF-\u05C7]",
    regex.VERSION1,
)
# A word may hold apostrophes and hyphens, and between Hebrew letters the double mark of an abbreviation. It ends where
# figures begin (a printed "Bamidbar13:3" holds the word Bamidbar); figures take letters along: 97b, 12th.
_LETTERS = r"[\p{L}\p{M}]+"
_INNER = r"(?:['\-]|(?<=\p{Hebrew})\"(?=\p{Hebrew}))"
_TOKEN = regex.compile(
    rf"({_LETTERS}(?:{_INNER}{_LETTERS})*|\p{{N}}[\p{{L}}\p{{M}}\p{{N}}]*)", regex.VERSION1
)
_HEBREW = regex.compile(r"\p{Hebrew}", regex.VERSION1)
# The heart of an address; what stands around it is looked for from there, so that no text takes long.
_ADDRESS = regex.compile(r"://|@|www\.|\.(?:org|com|net|edu|info|il)\b", regex.VERSION1)
_ADDRESS_BEGINS = regex.compile(r"[\w.\-:/]*", regex.VERSION1 | regex.REVERSE)
_ADDRESS_ENDS = regex.compile(r"\S*", regex.VERSION1)


_LEAST_APOSTROPHE = 4
_CONTRACTED = frozenset(("ll", "re", "ve", "d", "t", "m"))
"""What stands behind the apostrophe in English: she'll is no shell."""


class Token(NamedTuple):
    """One word."""

    begin: int
    end: int
    """Offsets in the string as it was given."""
    text: str
    """The word in the folded signs, capitals kept."""
    key: str
    """The word as it is looked up."""
    gap: str
    """What stands between this word and the one before it: folded, white space as one blank."""


class Tokens(Sequence[Token]):
    """The words of a string. Each is made when it is asked for: a book has a hundred thousand, and most are English,
    of which nobody asks more than the key."""

    def __init__(self, text: str) -> None:
        """Cut a string into words and what stands between them."""
        folded, offsets = _folded(text)
        parts = _TOKEN.split(folded)
        borders = [*accumulate(map(len, parts))]
        if len(folded) != len(text):
            borders = [offsets[border] for border in borders]
        # The end is where the next sign begins: what vanished behind the last letter (a Hebrew point) is the word's.
        self._begins, self._ends = borders[:-1:2], borders[1::2]
        self._gaps, self._texts = parts[:-1:2], parts[1::2]
        self.keys = [*map(key_of, self._texts)]
        """The words as they are looked up."""

    def __len__(self) -> int:
        """Count the words."""
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> "Sequence[Token]": ...
    def __getitem__(self, place: int | slice) -> "Token | Sequence[Token]":
        """Give a word, or a stretch of them."""
        if isinstance(place, slice):
            return [self[index] for index in range(*place.indices(len(self)))]
        return Token(
            self._begins[place],
            self._ends[place],
            self._texts[place],
            self.keys[place],
            _gap(self._gaps[place]),
        )

    def touching(self, begin: int, end: int) -> range:
        """Give the places of the words of which a part lies in a stretch of the string."""
        return range(bisect_right(self._ends, begin), bisect_left(self._begins, end))


def tokenise(text: str) -> Tokens:
    """Find the words of a string."""
    return Tokens(text)


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Give a string in folded signs, and for each of its offsets the offset in the string as it was given."""
    if text.isascii():
        return text, range(len(text) + 1)
    folded = _fold(text)
    kept: list[int] = []
    begin = 0
    for gone in _VANISHING.finditer(folded):
        kept.extend(range(begin, gone.start()))
        begin = gone.end()
    kept.extend(range(begin, len(text) + 1))
    return _VANISHING.sub("", folded), kept


def _fold(text: str) -> str:
    for (
        sign,
        plain,
    ) in (
        _FOLD.items()
    ):  # one after the other: str.translate looks at every letter, and takes eighty times as long
        text = text.replace(sign, plain)
    return text


@lru_cache(maxsize=4096)
def _gap(between: str) -> str:
    """Give what stands between two words, white space as one blank."""
    return " ".join(f"|{between}|".split()).strip("|")


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """Give the form under which a word is looked up: folded signs, no capitals, NFC."""
    return unicodedata.normalize("NFC", _fold(word).casefold())


def without_apostrophes(key: str) -> Sequence[str]:
    """Give a word with e, and with nothing, for the apostrophes inside it: K'doshim is Kedoshim, Ta'anis is Taanis."""
    stem, ending = (key[:-2], key[-2:]) if key.endswith("'s") else (key, "")
    if "'" not in stem or len(stem) < _LEAST_APOSTROPHE or stem.rpartition("'")[2] in _CONTRACTED:
        return ()
    return stem.replace("'", "e") + ending, stem.replace("'", "") + ending


def is_hebrew(text: str) -> bool:
    """Tell whether a Hebrew letter stands in a text."""
    return _HEBREW.search(text) is not None


def address_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Find web and mail addresses: no word in them is a word."""
    spans: list[tuple[int, int]] = []
    for found in _ADDRESS.finditer(text):
        if not spans or found.start() >= spans[-1][1]:
            spans.append(_around(text, found.start(), found.end()))
    return tuple(spans)


def _around(text: str, begin: int, end: int) -> tuple[int, int]:
    before = _ADDRESS_BEGINS.match(text, 0, begin)
    after = _ADDRESS_ENDS.match(text, end)
    return (before.start() if before else begin), (after.end() if after else end)
