"""Words of a text for a person to recognise a place by: never cut inside a word, on one line.

In: a text and a place in it. Out: the words before, at or after the place.
"""

_AROUND = 25
"""Characters on either side; the word that stands there is given whole."""


def words_before(text: str, end: int) -> str:
    """Give the last words before an offset, with the white space that parts them from what follows."""
    line = text[:end].rpartition("\n")[2]
    begin = max(0, len(line) - _AROUND)
    cut = line.rfind(" ", 0, begin + 1) + 1 if begin else 0
    return line[cut:]


def words_after(text: str, begin: int) -> str:
    """Give the first words from an offset on."""
    line = text[begin:].partition("\n")[0]
    stop = line.find(" ", _AROUND)
    return line if stop < 0 else line[:stop]


def words_around(text: str, begin: int, end: int) -> str:
    """Give what stands at begin..end with the words on either side, white space folded."""
    return " ".join(f"{words_before(text, begin)}{text[begin:end]}{words_after(text, end)}".split())
