"""Where liblouis' cells are not what the Rules ask, corrected.

In: a Translation and its text. Out: the Translation with other cells. Law: every cell keeps the place in the text that
it stands for; letters are never touched.
"""

import re
from dataclasses import replace

from pipeline.braille.cells import APOSTROPHE, SINGLE_QUOTE_CLOSE
from pipeline.braille.quotes import CLOSING_QUOTE
from pipeline.model.braille import Translation

_S, _S_AND_QUOTE = "⠎", f"s{CLOSING_QUOTE}"
_BEGUN_IN_A_WORD = re.compile("(?P<first>[⠨⠘])⠂(?=[^⠀]+⠀(?P<again>(?P=first)⠶))")
_ENDED_IN_A_WORD = re.compile("(?P<end>(?P<form>[⠨⠘])⠄)⠀(?P<word>(?P=form)⠂)(?=[^⠀]*?(?P=form)⠄)")
_AFTER_OTHER_CODE = re.compile("(?<=[⠘⠐]⠾)⠰(?=⠦)")
_WORD, _PASSAGE = "⠂", "⠶"


def corrected(translation: Translation, text: str) -> Translation:
    """Correct one line of cells."""
    return _without_grade_1(_one_passage(_closed(translation, text)))


def _closed(translation: Translation, text: str) -> Translation:
    """Close quotations after an s: liblouis takes the mark for that of a possessive, but apostrophes have been told
    apart before (`quotes`)."""
    if _S_AND_QUOTE not in text.lower():
        return translation
    cells: list[str] = []
    positions: list[int] = []
    for cell, position in zip(translation.cells, translation.input_positions, strict=True):
        possessive = cell == APOSTROPHE and cells[-1:] == [_S] and positions[-1] == position
        closes = possessive and text[position : position + 2].lower() == _S_AND_QUOTE
        cells.append(SINGLE_QUOTE_CLOSE if closes else cell)
        positions += [position] * len(cells[-1])
    return replace(translation, cells="".join(cells), input_positions=tuple(positions))


def _one_passage(translation: Translation) -> Translation:
    """Let an emphasised passage begin or end within a word, where the typeform changes (UEB 9.7.2): liblouis marks that
    word by itself, too."""
    dropped: set[int] = set()
    begun: set[int] = set()
    for found in _ENDED_IN_A_WORD.finditer(translation.cells):
        dropped.update(range(*found.span("end")), range(*found.span("word")))
    for found in _BEGUN_IN_A_WORD.finditer(translation.cells):
        begun.add(found.end() - 1)
        dropped.update(range(*found.span("again")))
    if not dropped:
        return translation
    cells = "".join(_PASSAGE if place in begun else cell for place, cell in enumerate(translation.cells))
    return _without(replace(translation, cells=cells), dropped)


def _without_grade_1(translation: Translation) -> Translation:
    """Take the grade 1 sign off a question mark that follows another code: it does not stand alone (UEB 7.1.3)."""
    return _without(translation, {found.start() for found in _AFTER_OTHER_CODE.finditer(translation.cells)})


def _without(translation: Translation, dropped: set[int]) -> Translation:
    if not dropped:
        return translation
    kept = [place for place in range(len(translation.cells)) if place not in dropped]
    return replace(
        translation,
        cells="".join(translation.cells[place] for place in kept),
        input_positions=tuple(translation.input_positions[place] for place in kept),
    )
