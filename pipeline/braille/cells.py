"""Cells of Unified English Braille that the pipeline sets itself, and numbers made of them.

In: numbers and marks as printed. Out: cells. Law: everything else in a line comes from the translator.
"""

BLANK = "\N{BRAILLE PATTERN BLANK}"
NUMERIC = "⠼"
CAPITAL = "⠠"
CAPITALS, CAPITALS_END = "⠠⠠⠠", "⠠⠄"
"""Capitals from here to the end sign."""
DASH = "⠠⠤"
APOSTROPHE, SINGLE_QUOTE_CLOSE = "⠄", "⠠⠴"
LINE_CONTINUATION = "⠐"
"""Set where a run of cells longer than a line has to be cut; only addresses of the web are as long as that."""

SUPERSCRIPT = "⠰⠔"
"""Superscript indicator with the grade 1 sign before it; without that, ⠔ is the contraction of "in"."""
GROUP_OPEN, GROUP_CLOSE = "⠣", "⠜"
"""Braille grouping indicators: what stands between them is one item."""
NOTE_OPEN, NOTE_CLOSE = "⠈⠨⠣", "⠈⠨⠜"
"""Transcriber's note indicators."""
SEPARATION_LINE = "⠐⠒⠒⠒⠒⠒⠒"
"""BANA Braille Formats, notes: dot 5 and six cells of dots 25, from cell 1."""
PAGE_CHANGE = "⠤"
"""BANA Braille Formats, print page change: a line of dots 36 with the print page number at its end."""
GUIDE_DOT = "⠐"
"""BANA Braille Formats, contents: dot 5."""
MENTION = "⠨⠿"
"""Dot locator for "mention": the sign after it is spoken of, not used."""

# Signs for text in another braille code. The Rules of Unified English Braille (section 14.3) were not at hand: the
# cells are those on which public implementations that cite that section agree; the transcriber's notes explain them.
OTHER_CODE_WORD, OTHER_CODE_WORD_END = "⠘⠷", "⠘⠾"
OTHER_CODE_PASSAGE, OTHER_CODE_PASSAGE_END = "⠐⠷⠄", "⠠⠐⠾"

LETTERS = "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵"
"""a to z."""
_DIGITS = str.maketrans("1234567890", "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚")
_PREFIXES = {"t": "⠞", "p": "⠏"}


def number_cells(number: str) -> str:
    """Give the cells of a page number in print: digits, after t or p on preliminary pages."""
    prefix = _PREFIXES.get(number[:1], "")
    digits = number[1:] if prefix else number
    if not digits.isascii() or not digits.isdigit():
        raise ValueError(f"not a page number: {number!r}")
    return prefix + NUMERIC + digits.translate(_DIGITS)


def is_cells(text: str) -> bool:
    """Tell whether a text is braille cells of six dots and nothing else."""
    return bool(text) and all("\u2800" <= cell <= "\u283f" for cell in text)
