"""The braille read back: a machine reader must find the words of print in the cells.

In: blocks in braille, a translator. Out: notices. Law: where the words read back are others, it is a known limit of
reading braille by machine, listed here with its reason, or a person is told.

Emphasis, note references, transcriber's signs and Hebrew are taken out first: liblouis does not read them.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from pipeline.braille.cells import BLANK
from pipeline.braille.styles import BrailleBlock, Style
from pipeline.model.ports import BrailleTranslator
from pipeline.model.source import Notice, SourcePos, Weight

_HEBREW_CELLS = re.compile("⠐⠷⠄.*?⠠⠐⠾|⠘⠷.*?(?:⠘⠾|(?=⠀)|$)")
_NUMBER = re.compile("⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+")
_UNREAD = re.compile(
    "⠈⠨⠣.*?⠈⠨⠜"  # transcriber's notes
    "|⠰⠔(?:⠣[^⠀]+?⠜|⠼[⠁-⠛]+|[⠁-⠵]⠄?)?"  # note references
    "|[⠨⠘][⠂⠶⠄]"  # italics, bold
)
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
_PARTS = re.compile(r"[\s/–—―-]+")
_NO_LETTERS = re.compile("[^0-9a-z]+")
_SIGNS = bytes(code for code in range(128) if _NO_LETTERS.match(chr(code)))
_LETTER_WORDS = dict(
    zip(
        "bcdefghjklmnpqrstuvwxyz",
        (
            *("but", "can", "do", "every", "from", "go", "have", "just", "knowledge", "like", "more", "not"),
            *("people", "quite", "rather", "so", "that", "us", "very", "will", "it", "you", "as"),
        ),
        strict=True,
    )
)
"""A letter after a full stop or an apostrophe is read as its wordsign: "B.H." as "b.have", "heav'n" as "heav'not"."""
_MISREAD = (
    "(?:be|con|dis|ea|ar|bb|cc|ff|gg|in|en|his|was|were|by|to|from|child|shall|this|which|out|still|o|4[56])*"
)
"""Punctuation that is read as a contraction where something unusual stands beside it."""
_WHOLE_WORDS = {
    "it": "x",
    "its": "xs",
    "itself": "xf",
    "as": "z",
    "enough": "en",
    "were": "",
    "his": "",
    "was": "",
}
"""Wordsigns that share no letters with their word, or are read as punctuation."""


def check_back(blocks: Sequence[BrailleBlock], translator: BrailleTranslator) -> tuple[Notice, ...]:
    """Read every block back and name the words that are not found."""
    return tuple(
        notice
        for block in blocks
        if block.printed and block.style is not Style.SEPARATOR
        for notice in _check(block, translator)
    )


def _check(block: BrailleBlock, translator: BrailleTranslator) -> Iterator[Notice]:
    cells = BLANK.join(block.lines)
    readable = _UNREAD.sub("", _HEBREW_CELLS.sub(_numbers, cells)).strip(BLANK)
    back = _folded(translator.translate_back(readable, language="en"))
    printed = _folded(_HEBREW.sub("", block.printed))
    if _letters(printed) != _letters(back):
        yield from _differences(_words(printed), _words(back), block.pos)


def _numbers(hebrew: re.Match[str]) -> str:
    """Keep the numbers of a Hebrew passage: print has them among its English ones."""
    return BLANK.join(_NUMBER.findall(hebrew.group()))


def _differences(printed: Sequence[str], back: Sequence[str], pos: SourcePos | None) -> Iterator[Notice]:
    for tag, i, j, k, end in SequenceMatcher(None, printed, back, autojunk=False).get_opcodes():
        if tag != "equal" and not _is_known(printed[i:j], back[k:end]):
            yield Notice(
                code="B-005",
                weight=Weight.REMARK,
                message=f"read back by machine, these words are “{' '.join(back[k:end])}”. Look at their braille.",
                pos=pos,
                fragment=" ".join(printed[i:j]),
            )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).lower()


def _letters(folded: str) -> bytes:
    """Give what `_words` gives, not parted: most blocks are right, and this is fast."""
    return folded.encode("ascii", "ignore").translate(None, _SIGNS)


def _words(folded: str) -> list[str]:
    """Give the letters and digits of each word: signs are not compared."""
    return [word for part in _PARTS.split(folded) if (word := _NO_LETTERS.sub("", part))]


def _is_known(printed: Sequence[str], back: Sequence[str]) -> bool:
    """Tell whether a difference is one that liblouis makes in reading, whatever the braille."""
    if len(printed) == len(back) > 1:
        return all(_is_known((word,), (read,)) for word, read in zip(printed, back, strict=True))
    before, after = "".join(printed), "".join(back)
    if any(_WHOLE_WORDS.get(word) == after for word in printed) or before == after:
        return True
    return _is_abbreviation(after, before) or _reading(before).fullmatch(after) is not None


def _is_abbreviation(short: str, word: str) -> bool:
    """Tell whether a wordsign or shortform was left as its letters: p for people, abv for above."""
    letters = iter(word)
    return bool(short) and short[0] == word[:1] and all(letter in letters for letter in short)


def _reading(printed: str) -> re.Pattern[str]:
    """Give what liblouis may make of letters that are all there."""
    letters = (f"(?:{letter}|{_LETTER_WORDS.get(letter, letter)})" for letter in printed)
    return re.compile(_MISREAD + "".join(letters) + _MISREAD)
