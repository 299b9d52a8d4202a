"""Hebrew letters to cells by the Hebrew table, between the signs that say "another braille code".

In: signs of one line. Out: signs in which each stretch of Hebrew is cells. Law: logical order; no capitals and no
emphasis inside Hebrew; a sign that the Hebrew table lacks is left to the English one.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from pipeline.braille.cells import (
    APOSTROPHE,
    BLANK,
    OTHER_CODE_PASSAGE,
    OTHER_CODE_PASSAGE_END,
    OTHER_CODE_WORD,
    OTHER_CODE_WORD_END,
)
from pipeline.braille.signs import Kind, Sign, has_hebrew
from pipeline.model.ports import BrailleTranslator

_PASSAGE_WORDS = 3
"""From three words on, passage signs take the place of a word sign for each word (as for typeforms)."""
_STRETCH = re.compile("h+(?:s+h+)*")
_JOINED = re.compile("h(?:[hsj]*h)?")
_JOINING = re.compile("[0-9]+|[].,;:!?()[{}“”/–—-]")
_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“"}
_LETTER = "\u05d0-\u05ea\u05b0-\u05c7\ufb1d-\ufb4f"
_GERESH = re.compile(rf"(?<=[{_LETTER}])['’]")
_OPENING_QUOTE = re.compile(r"(?<![^\s(\[])['‘]")
_LONE_STOPS = re.compile(r"(?<!\S)\.+")
_STOP = "⠲"
_FOR_THE_TABLE = str.maketrans(
    {
        "\N{HEBREW PUNCTUATION GERSHAYIM}": '"',
        "\N{HEBREW PUNCTUATION MAQAF}": "-",
        "\N{HEBREW PUNCTUATION SOF PASUQ}": ".",
        "\N{HEBREW POINT QAMATS QATAN}": "\N{HEBREW POINT QAMATS}",
        "\N{HEBREW LIGATURE YIDDISH DOUBLE VAV}": "וו",
        "\N{HEBREW LIGATURE YIDDISH VAV YOD}": "וי",
        "\N{HEBREW LIGATURE YIDDISH DOUBLE YOD}": "יי",
        # The table knows these at the edge of a word only; cells of six dots it hands through.
        "\N{HEBREW PUNCTUATION GERESH}": APOSTROPHE,
        "(": "⠶",
        ")": "⠶",
        "[": "⠠⠶",
        "]": "⠶⠄",
        "“": "⠦",
        "”": "⠴",
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
    }
)
_VOWELS, _SHURUQ = "[\u05b0-\u05bd\u05bf\u05c7]*", "\ufb35"
_POINT = re.compile("[\u05bc\u05c1\u05c2]")
_WHOLE_LETTERS = tuple(
    (re.compile(f"{apart[0]}({'' if whole == _SHURUQ else _VOWELS}){apart[1]}"), rf"{whole}\1")
    for whole in f"{_SHURUQ}\ufb2a\ufb2b\ufb31\ufb3a\ufb3b\ufb43\ufb44\ufb4a"
    for apart in [unicodedata.normalize("NFD", whole)]
)
"""Vav, shin, sin, bet, kaf, pe and tav with a dot. NFC takes them apart, and puts vowels between; the table has a cell
for each whole. Vav with a vowel is a consonant."""


def braille_hebrew(
    signs: Sequence[Sign], translator: BrailleTranslator
) -> tuple[tuple[Sign, ...], tuple[str, ...]]:
    """Replace each stretch of Hebrew by its cells; also give the marks on letters that have no cells."""
    if not any(sign.kind is Kind.HEBREW for sign in signs):
        return tuple(signs), ()
    signs = _left_to_english(_joined(signs), translator)
    kinds = "".join(sign.kind for sign in signs)
    made: list[Sign] = []
    unknown: list[str] = []
    end = 0
    for stretch in _STRETCH.finditer(kinds):
        made.extend(signs[end : stretch.start()])
        end = stretch.end()
        inside = signs[stretch.start() : end]
        text = "".join(sign.text for sign in inside)
        if not has_hebrew(text):
            # Punctuation round words that are given by their meaning.
            made.extend(replace(sign, kind=Kind.TEXT) for sign in inside)
            continue
        cells, missing = _cells(text, translator)
        unknown.extend(missing)
        made.append(
            Sign(
                text=_marked(cells, attached=end < len(signs) and kinds[end] not in "sn"),
                printed="".join(sign.printed for sign in inside),
                kind=Kind.CELLS,
            )
        )
    return (*made, *signs[end:]), tuple(unknown)


def _joined(signs: Sequence[Sign]) -> list[Sign]:
    """Let a Hebrew passage go on over brackets, digits and punctuation between its words: each would cost two signs.
    Brackets round less are English."""
    made = [replace(sign, kind=Kind.TEXT) if _is_bracket(sign) else sign for sign in signs]
    kinds = "".join("j" if _joins(sign) else sign.kind for sign in made)
    waiting = [found.span() for found in reversed([*_JOINED.finditer(kinds)])]
    while waiting:
        begin, end = waiting.pop()
        first, last, alone = _paired(signs, kinds, begin, end)
        if alone:
            edges = zip((begin - 1, *alone), (*alone, end), strict=True)
            parts = [
                found.span() for left, right in edges for found in _JOINED.finditer(kinds, left + 1, right)
            ]
            waiting += reversed(parts)
        elif sum("h" in word for word in kinds[first:last].split("s")) >= _PASSAGE_WORDS:
            for place in range(first, last):
                if kinds[place] == "j":
                    made[place] = replace(signs[place], kind=Kind.HEBREW, typeform=0)
    return made


def _is_bracket(sign: Sign) -> bool:
    return sign.text in _PAIRS or sign.text in _PAIRS.values()


def _joins(sign: Sign) -> bool:
    return sign.kind is Kind.TEXT and _JOINING.fullmatch(sign.text) is not None


def _paired(signs: Sequence[Sign], kinds: str, begin: int, end: int) -> tuple[int, int, Sequence[int]]:
    """Extend a stretch to the brackets that belong to those in it; also give the places of those that are alone."""
    opened: list[int] = []
    for place in range(begin, len(signs)):
        if place >= end and (not opened or kinds[place] != "j"):
            break
        text = signs[place].text
        if text in _PAIRS.values():
            opened.append(place)
        elif text in _PAIRS and opened and signs[opened[-1]].text == _PAIRS[text]:
            opened.pop()
            end = max(end, place + 1)
        elif text in _PAIRS and place >= end:
            break
        elif text in _PAIRS and begin and signs[begin - 1].text == _PAIRS[text]:
            begin -= 1
        elif text in _PAIRS:
            return begin, end, (place,)
    return begin, end, [place for place in opened if place < end]


def _left_to_english(signs: Sequence[Sign], translator: BrailleTranslator) -> tuple[Sign, ...]:
    """Take out of the Hebrew what the Hebrew table has no cells for, marks on letters excepted."""
    characters = sorted({sign.text for sign in signs if sign.kind is Kind.HEBREW} - {""})
    # One call for all, with blanks between, so that no character stands in another's context.
    prepared = " ".join(characters).translate(_FOR_THE_TABLE)
    translation = translator.translate(prepared, [0] * len(prepared), language="he")
    unknown = {prepared[offset] for offset in translation.unknown}
    return tuple(
        replace(sign, kind=Kind.TEXT)
        if sign.kind is Kind.HEBREW and sign.text in unknown and unicodedata.category(sign.text) != "Mn"
        else sign
        for sign in signs
    )


def _cells(text: str, translator: BrailleTranslator) -> tuple[str, list[str]]:
    if _POINT.search(text):
        for apart, whole in _WHOLE_LETTERS:
            text = apart.sub(whole, text)
    if not _OPENING_QUOTE.search(text):
        # A mark that closes no quotation shortens a word: the table takes it for a closing one at the end of a word.
        text = _GERESH.sub(APOSTROPHE, text)
    text = _LONE_STOPS.sub(lambda found: _STOP * len(found.group()), text)
    text = " ".join(text.translate(_FOR_THE_TABLE).split())
    translation = translator.translate(text, [0] * len(text), language="he")
    return translation.cells.strip(BLANK), [text[offset] for offset in translation.unknown]


def _marked(cells: str, *, attached: bool) -> str:
    """Say where the other code begins and ends; a word ends at a blank, so only an attached sign needs an end."""
    words = cells.split(BLANK)
    if len(words) >= _PASSAGE_WORDS:
        return OTHER_CODE_PASSAGE + cells + OTHER_CODE_PASSAGE_END
    marked = BLANK.join(OTHER_CODE_WORD + word for word in words if word)
    return marked + OTHER_CODE_WORD_END if attached and marked else marked
