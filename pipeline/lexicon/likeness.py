"""Which known word an unknown one may be another spelling of, or a misprint of.

In: words. Out: keys and near words. Law: these are only proposals for a person; nothing is ever said on their word.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

_SCHOLARLY = str.maketrans({"ḥ": "ch", "ḫ": "ch", "ṣ": "tz", "š": "sh"})
"""Letters of the academic way of writing Hebrew that say more than the letter below the dot."""
_FOLDED = (
    ("tch", "T"), ("tz", "z"), ("ts", "z"), ("ch", "X"), ("kh", "X"), ("ck", "k"), ("sh", "S"), ("th", "s"),
    ("ph", "f"), ("q", "k"), ("c", "k"), ("w", "v"), ("x", "ks"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouy]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def consonant_key(word: str) -> str:
    """Give one key to the spellings of a Hebrew word: Shmos, Shemos, Shemot; Likutei, Likkutei; Teves, Tevet."""
    plain = unicodedata.normalize("NFD", word.casefold().translate(_SCHOLARLY))
    plain = re.sub(r"[^a-z]", "", plain)
    for letters, folded in _FOLDED:
        plain = plain.replace(letters, folded)
    begins_with_vowel = bool(_VOWELS.match(plain))
    ends_in_t = re.sub(r"[ts]$", "s", plain)
    ends_in_t = re.sub("^h", "X", ends_in_t)  # Hanukkah and Chanukah
    bare = re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", re.sub(r"(?<=[aeiou])h$", "", ends_in_t)))
    return ("a" if begins_with_vowel else "") + bare


def english_neighbours(word: str, knows: Callable[[str], bool]) -> Iterator[str]:
    """Yield English words that one slip of the finger makes into this one: two letters swapped, one too many or few."""
    lower = word.lower()
    for index in range(len(lower)):
        yield from _if_known(
            lower[:index] + lower[index + 1 : index + 2] + lower[index] + lower[index + 2 :], lower, knows
        )
        yield from _if_known(lower[:index] + lower[index + 1 :], lower, knows)
        for letter in _LETTERS:
            yield from _if_known(lower[:index] + letter + lower[index:], lower, knows)


def _if_known(word: str, but: str, knows: Callable[[str], bool]) -> Iterator[str]:
    if word != but and knows(word):
        yield word


def looks_hebrew(word: str) -> int:
    """Count the marks of a Hebrew word in English letters: tz, kh, an inner apostrophe, final -os, -im, -ah ..."""
    return sum(bool(re.search(pattern, word)) for pattern in _HEBREW_LOOK)


_HEBREW_LOOK = (
    r"(?i)tz|kh|ts[aeiou]|yy|aa|vk",
    r"(?i)(?:os|oth|im|ah|iach|us|is|ei|as|eh|ach|och|uch)$",
    r"(?i)^[bvulhkmd]['’](?=\w)",
    r"^[HU][a-z]{1,2}[A-Z]|^[VBL][ae]?[A-Z]",
    r"(?i)\w['’](?=[aeiou])",
    r"(?i)^(?:sh[mlnv]|ts|tz|zm|ch[aeo])",
)
