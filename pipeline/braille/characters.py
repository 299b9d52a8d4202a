"""Characters that must be changed before the English table sees them, and what stands for one it does not know.

In: signs. Out: signs whose texts the table knows, or substitutes with their notices' facts. Law: spacing and direction
may change, letters may not; what has no braille is said in a transcriber's note at its place, never dropped.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from pipeline.braille.cells import NOTE_CLOSE, NOTE_OPEN, NUMERIC, SUPERSCRIPT
from pipeline.braille.quotes import ELISION, direct_quotes, is_elided
from pipeline.braille.signs import Kind, Sign

_SUPERSCRIPTS = {
    superscript: SUPERSCRIPT + NUMERIC + digit
    for superscript, digit in zip("¹²³⁴⁵⁶⁷⁸⁹⁰", "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚", strict=True)
}
_NO_CHARACTER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for cells where the neighbours of a quotation mark are looked at."""
_WORDS, _NUMBER = "\N{FEMININE ORDINAL INDICATOR}", "\N{SUPERSCRIPT TWO}"
"""Stand for plain words, and for those that end in a digit: they count as letter and digit and are none of theirs.
A third one (`quotes.ELISION`) stands for words of which the first has lost its head."""
_MINUS = "\N{MINUS SIGN}"
_DOUBLE_HYPHEN = re.compile("(?<!-)(?<![A-Za-z])--(?!-)(?![A-Za-z])")
_INVISIBLE = (
    "\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}"
    "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
TRAPS = {
    **_SUPERSCRIPTS,
    # liblouis 3.24 brailles some of these as the letters of their names, others as escapes.
    **dict.fromkeys(_INVISIBLE, ""),
    "\N{TWO-EM DASH}": "——",
    "\N{THREE-EM DASH}": "———",
    "\N{MODIFIER LETTER APOSTROPHE}": "'",
    "\N{MODIFIER LETTER LEFT HALF RING}": "'",
    "\N{MODIFIER LETTER RIGHT HALF RING}": "'",
    "\N{DOUBLE LOW-9 QUOTATION MARK}": "“",
    # Letters joined by the look of a font are letters, and a bullet of any shape is a bullet.
    **{
        ligature: unicodedata.normalize("NFKC", ligature)
        for ligature in "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
    },
    **dict.fromkeys("◦▪▫‣◆❖⁃", "•"),
}
"""What liblouis' English table gets in place of a character it would get wrong."""


def prepare_characters(signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """Give quotation marks direction, dashes their form and traps their substitute; one sign stays one sign."""
    row = "".join(_standing(sign) for sign in signs)
    row = _double_hyphens(_dashes(direct_quotes(row), signs))
    return tuple(
        sign if len(sign.text) > 1 or character == sign.text not in TRAPS else _prepared(sign, character)
        for sign, character in zip(signs, row, strict=True)
    )


def _standing(sign: Sign) -> str:
    """Give the one character that stands for a sign where neighbours are looked at: a letter for plain words."""
    if not _is_text(sign):
        return _NO_CHARACTER
    if len(sign.text) == 1:
        return sign.text
    if is_elided(sign.text):
        return ELISION
    return _NUMBER if sign.text[-1:].isdigit() else _WORDS


def _prepared(sign: Sign, character: str) -> Sign:
    """Put the substitute of a trap; among Hebrew only what is invisible is a trap."""
    if character == _NO_CHARACTER:
        character = sign.text
    if sign.kind is Kind.HEBREW:
        return replace(sign, text="") if character in _INVISIBLE else sign
    character = TRAPS.get(character, character)
    return sign if character == sign.text else replace(sign, text=character)


def _is_text(sign: Sign) -> bool:
    return sign.kind in (Kind.TEXT, Kind.SPACE)


def _dashes(row: str, signs: Sequence[Sign]) -> str:
    """Make a minus between blanks a dash where a word follows: print used one for the other. A hyphen between blanks
    stays what it is (UEB 7.2)."""
    if _MINUS not in row:
        return row
    made = list(row)
    for place in range(1, len(row) - 1):
        if row[place] == _MINUS and row[place - 1].isspace() and row[place + 1].isspace():
            word = "".join(sign.text for sign in signs[place + 2 : place + 4])[:2]
            if len(word) == 2 and word.isalpha():
                made[place] = "–"
    return "".join(made)


def _double_hyphens(row: str) -> str:
    """Make two hyphens one dash; the second becomes a soft hyphen, which is dropped as a trap. More than two, and two
    beside a single letter (th--r: letters are left out), stay what print has."""
    return _DOUBLE_HYPHEN.sub("—\N{SOFT HYPHEN}", row)


def substitute(sign: Sign) -> tuple[Sign, bool]:
    """Give what stands for a sign without braille, and whether a letter was lost: a base letter without its mark,
    or the character's name in a transcriber's note."""
    digit = unicodedata.decimal(sign.text, None)
    if digit is not None and not sign.text.isascii():
        return replace(sign, text=str(digit)), False
    base = unicodedata.normalize("NFD", sign.text)[0]
    if unicodedata.category(sign.text) == "Mn":
        return replace(sign, text=""), False
    if base != sign.text:
        return replace(sign, text=base), False
    folded = unicodedata.normalize("NFKC", sign.text)
    if folded != sign.text and folded.isascii():
        return replace(sign, text=folded), False
    return replace(sign, text=f"{NOTE_OPEN}{character_name(sign.text)}{NOTE_CLOSE}", typeform=0), True


def character_name(character: str) -> str:
    """Give the Unicode name in small letters, or the number of a character that has none."""
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()
