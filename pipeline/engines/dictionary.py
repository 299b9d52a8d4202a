"""An English word list with its rules of endings: the one that comes with spylls (Hunspell's en_US).

In: a word. Out: whether English knows it. Law: the list is part of the program, so that every machine gives the same
answer; nothing is ever added to it from a text.
"""

import warnings
from functools import cache

from spylls.hunspell import Dictionary


class EnglishWords:
    """The word list. It is read when the first word is asked for, which takes half a second."""

    def __init__(self) -> None:
        """Remember answers: texts repeat their words."""
        self._knows = cache(_lookup)

    def knows(self, word: str) -> bool:
        """Tell whether a word is English as it is written, or with small letters."""
        return self._knows(word) or (word != word.lower() and self._knows(word.lower()))


@cache
def _words() -> Dictionary:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves the closing of its files to Python
        return Dictionary.from_files("en_US")


def _lookup(word: str) -> bool:
    return bool(_words().lookup(word))
