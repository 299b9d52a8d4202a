"""Signs of a block to cells.

In: inlines, a translator, settings. Out: cells line by line, the words that went in, notices. Law: what goes in
comes out as cells, or a notice names it; the printed words are kept beside the cells so that this can be checked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from pipeline.braille.cells import BLANK, LETTERS
from pipeline.braille.characters import character_name, prepare_characters, substitute
from pipeline.braille.contractions import Contractions, break_mark
from pipeline.braille.corrections import corrected
from pipeline.braille.hebrew import braille_hebrew
from pipeline.braille.kept import KeptBlocks
from pipeline.braille.signs import BOLD, Kind, Sign, signs_of
from pipeline.braille.typeforms import bits_of_whole, braille_typeforms
from pipeline.model.braille import Decision, Translation
from pipeline.model.document import Sentence
from pipeline.model.inline import Inline
from pipeline.model.ports import BrailleTranslator
from pipeline.model.settings import BrailleSettings
from pipeline.model.source import Notice, SourcePos, Weight

_REFERENCES = f"(?:⠰⠔(?:⠣[^⠀]+?⠜|⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+|[{LETTERS}]|⠐⠔))+"
_REFERENCE_IN_PASSAGE = re.compile(f"(⠨⠣{_REFERENCES}⠨⠜|{_REFERENCES})((?:⠨⠄|⠘⠄)+)")
_SPACES = " \N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"
_ORDINARY = str.maketrans(dict.fromkeys(_SPACES, " "))
_NUMBERS = re.compile(f"[0-9]+(?:[{_SPACES}][0-9]+)+")

Origins = tuple[tuple[int, int], ...]
"""For each word of cells: how many cells that are no blanks stand before it in its line; the offset of its first
character in `printed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """The braille code of one edition: who translates, by what settings."""

    translator: BrailleTranslator
    settings: BrailleSettings
    contractions: Contractions | None = None
    """None: every word is contracted as English, for want of a lexicon, or none is."""
    english: str = "en"
    """The translator's language for English: "en" or "en-uncontracted"."""
    traced: bool = True
    """Where cells come from is found, for the proof sheet."""
    kept: KeptBlocks = field(default_factory=KeptBlocks)

    @property
    def contracted(self) -> bool:
        """It is Grade 2."""
        return self.english == "en"

    @property
    def ground(self) -> str:
        """All that the braille of a draft depends on beside the draft and the translator."""
        settings, contractions = self.settings, self.contractions
        lexicon = contractions.ground if contractions else ""
        width = settings.geometry.cells_per_line
        return f"{self.english} {self.traced} {width} {settings.hebrew} {settings.profile} {lexicon}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcription:
    """A block in braille."""

    lines: tuple[str, ...]
    """Cells; more than one line only where print breaks lines."""
    printed: str
    """The characters of print that these cells stand for, note signs left out."""
    notices: tuple[Notice, ...] = ()
    origins: tuple[Origins, ...] = ()
    """For each line, where its words of cells come from."""
    decisions: tuple[Decision, ...] = ()


def transcribe_sentence(sentence: Sentence, translator: BrailleTranslator, settings: BrailleSettings) -> str:
    """Give the cells of one sentence, as `pokeach say --show` prints them."""
    code = Code(translator=translator, settings=settings, contractions=Contractions(translator, settings))
    return BLANK.join(transcribe(sentence.inlines, code).lines)


def transcribe(
    inlines: Sequence[Inline],
    code: Code,
    *,
    language: str = "",
    styled: bool = False,
    unbold: bool = False,
    pos: SourcePos | None = None,
) -> Transcription:
    """Transcribe one block. `styled`: emphasis of the whole block is dropped; `unbold`: bold is style here."""
    if code.contractions:
        code.contractions.decisions.clear()
    signs = signs_of(inlines, language=language, hebrew=code.settings.hebrew, planner=code.contractions)
    styling = (bits_of_whole(signs) if styled else 0) | (BOLD if unbold else 0)
    signs = prepare_characters(signs)
    lines: list[str] = []
    origins: list[Origins] = []
    notices: list[Notice] = []
    printed = 0
    for line in _split_lines(signs):
        hebrew, unknown = braille_hebrew(line, code.translator)
        notices.extend(_hebrew_notice(character, pos) for character in dict.fromkeys(unknown))
        cells, found, more = _cells(braille_typeforms(hebrew, styling=styling), code, pos, printed)
        notices.extend(more)
        if cells:
            lines.append(cells)
            origins.append(found)
        printed += sum(len(sign.printed) for sign in line) + len("\n")
    return Transcription(
        lines=tuple(lines),
        printed="".join(sign.printed for sign in signs),
        notices=tuple(notices),
        origins=tuple(origins),
        decisions=tuple(code.contractions.decisions) if code.contractions else (),
    )


def _split_lines(signs: Sequence[Sign]) -> list[list[Sign]]:
    lines: list[list[Sign]] = [[]]
    for sign in signs:
        if sign.kind is Kind.LINE_BREAK:
            lines.append([])
        else:
            lines[-1].append(sign)
    return lines


def _cells(
    signs: Sequence[Sign], code: Code, pos: SourcePos | None, begin: int
) -> tuple[str, Origins, list[Notice]]:
    """Translate one line, which begins at the offset `begin` of print; where a sign has no braille, put its
    substitute and translate again."""
    notices: list[Notice] = []
    # A substitute may itself be unknown once (a base letter without braille): then its name stands for it.
    for _ in range(3):
        pieces = _pieces(signs)
        text = _NUMBERS.sub(_numbers_apart, "".join(pieces))
        typeforms: list[int] = []
        for sign, piece in zip(signs, pieces, strict=True):
            typeforms += [sign.typeform] * len(piece)
        translation = code.translator.translate(text, typeforms, language=code.english)
        if not translation.unknown:
            break
        signs, found = _substituted(signs, pieces, frozenset(translation.unknown), pos)
        notices.extend(found)
    translation = corrected(translation, text)
    origins = _origins(translation, _offsets(signs, pieces, begin)) if code.traced else ()
    cells = _REFERENCE_IN_PASSAGE.sub(r"\2\1", translation.cells)
    return BLANK.join(word for word in cells.split(BLANK) if word), origins, notices


def _numbers_apart(found: re.Match[str]) -> str:
    """Keep two numbers two: liblouis makes the blank between any two a numeric space, which is right within one number
    only (UEB 6.6: thousands, telephone numbers, times), and makes it of no blank but the ordinary one."""
    first, *rest = found.group().translate(_ORDINARY).split()
    thousands = len(first) <= 3 and all(len(group) == 3 for group in rest)
    one = thousands or len(rest) > 1 or rest[0].startswith("0")
    return (" " if one else "\N{NO-BREAK SPACE}").join((first, *rest))


def _pieces(signs: Sequence[Sign]) -> list[str]:
    """Give what the translator gets for each sign: its text, after a mark where a contraction must stop."""
    return [
        break_mark(signs[place - 1].text[-1:] if place else "", sign.text) + sign.text
        if sign.broken
        else sign.text
        for place, sign in enumerate(signs)
    ]


def _offsets(signs: Sequence[Sign], pieces: Sequence[str], begin: int) -> list[int]:
    """Give for each character of the translator's text the offset in print of what it stands for."""
    offsets: list[int] = []
    for sign, piece in zip(signs, pieces, strict=True):
        whole = sign.text == sign.printed == piece
        offsets += range(begin, begin + len(piece)) if whole else [begin] * len(piece)
        begin += len(sign.printed)
    return offsets


def _origins(translation: Translation, offsets: Sequence[int]) -> Origins:
    words = translation.cells.split(BLANK)
    begins = accumulate(map(len, words), initial=0)  # blanks not counted
    positions = translation.input_positions
    return tuple(
        (begin, offsets[positions[begin + blanks]])
        for blanks, (begin, word) in enumerate(zip(begins, words, strict=False))
        if word
    )


def _substituted(
    signs: Sequence[Sign], pieces: Sequence[str], unknown: frozenset[int], pos: SourcePos | None
) -> tuple[list[Sign], list[Notice]]:
    made: list[Sign] = []
    notices: list[Notice] = []
    offset = 0
    words = "".join(sign.printed for sign in signs)
    for sign, piece in zip(signs, pieces, strict=True):
        if any(place in unknown for place in range(offset, offset + len(piece))):
            new, lost = substitute(sign) if len(sign.text) == 1 else (replace(sign, text=""), True)
            notices.append(_notice(sign, lost=lost, pos=pos, words=words))
            made.append(new)
        else:
            made.append(sign)
        offset += len(piece)
    return made, notices


def _notice(sign: Sign, *, lost: bool, pos: SourcePos | None, words: str) -> Notice:
    name = character_name(sign.text[:1])
    fragment = " ".join(words.split())[:60]
    if lost:
        return Notice(
            code="B-001",
            weight=Weight.ERROR,
            message=f"the character “{sign.printed}” ({name}) has no braille; its name stands in its place. "
            "Change it in the text, or give its word braille cells in the lexicon.",
            pos=pos,
            fragment=fragment,
        )
    return Notice(
        code="B-002",
        message=f"the character “{sign.printed}” ({name}) is brailled in its plain form.",
        pos=pos,
        fragment=fragment,
    )


def _hebrew_notice(character: str, pos: SourcePos | None) -> Notice:
    name = character_name(character)
    if 0x0591 <= ord(character) <= 0x05C7:
        return Notice(
            code="B-002",
            message=f"the Hebrew mark {name} has no cell in the Hebrew table; the letters are brailled without it.",
            pos=pos,
        )
    return Notice(
        code="B-001",
        weight=Weight.ERROR,
        message=f"the character “{character}” ({name}) has no braille in the Hebrew table and is missing. "
        "Change it in the text, or give its word braille cells in the lexicon.",
        pos=pos,
        fragment=character,
    )
