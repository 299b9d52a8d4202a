"""Signs of a block to cells.

In: inlines, a translator, settings. Out: cells line by line, the words that went in, notices. Law: what goes in
comes out as cells, or a notice names it; the printed words are kept beside the cells so that this can be checked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.braille.cells import BLANK
from pipeline.braille.characters import character_name, prepare_characters, substitute
from pipeline.braille.hebrew import braille_hebrew
from pipeline.braille.signs import BOLD, Kind, Sign, signs_of
from pipeline.braille.typeforms import bits_of_whole, braille_typeforms
from pipeline.model.document import Sentence
from pipeline.model.inline import Inline
from pipeline.model.ports import BrailleTranslator
from pipeline.model.settings import BrailleSettings
from pipeline.model.source import Notice, SourcePos, Weight

_REFERENCE_IN_PASSAGE = re.compile("(⠰⠔⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+)((?:⠨⠄|⠘⠄)+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcription:
    """A block in braille."""

    lines: tuple[str, ...]
    """Cells; more than one line only where print breaks lines."""
    printed: str
    """The characters of print that these cells stand for, note signs left out."""
    notices: tuple[Notice, ...] = ()


def transcribe_sentence(sentence: Sentence, translator: BrailleTranslator, settings: BrailleSettings) -> str:
    """Give the cells of one sentence, as `pokeach say --show` prints them."""
    return BLANK.join(transcribe(sentence.inlines, translator, settings).lines)


def transcribe(
    inlines: Sequence[Inline],
    translator: BrailleTranslator,
    settings: BrailleSettings,
    *,
    language: str = "",
    styled: bool = False,
    unbold: bool = False,
    pos: SourcePos | None = None,
) -> Transcription:
    """Transcribe one block. `styled`: emphasis of the whole block is dropped; `unbold`: bold is style here."""
    signs = signs_of(inlines, language=language, hebrew=settings.hebrew)
    styling = (bits_of_whole(signs) if styled else 0) | (BOLD if unbold else 0)
    signs = prepare_characters(signs)
    lines: list[str] = []
    notices: list[Notice] = []
    for line in _split_lines(signs):
        hebrew, unknown = braille_hebrew(line, translator)
        notices.extend(_hebrew_notice(character, pos) for character in dict.fromkeys(unknown))
        cells, more = _cells(braille_typeforms(hebrew, styling=styling), translator, pos)
        notices.extend(more)
        lines.append(cells)
    printed = "".join(sign.printed for sign in signs)
    return Transcription(lines=tuple(filter(None, lines)), printed=printed, notices=tuple(notices))


def _split_lines(signs: Sequence[Sign]) -> list[list[Sign]]:
    lines: list[list[Sign]] = [[]]
    for sign in signs:
        if sign.kind is Kind.LINE_BREAK:
            lines.append([])
        else:
            lines[-1].append(sign)
    return lines


def _cells(
    signs: Sequence[Sign], translator: BrailleTranslator, pos: SourcePos | None
) -> tuple[str, list[Notice]]:
    """Translate one line; where a sign has no braille, put its substitute and translate again."""
    notices: list[Notice] = []
    # A substitute may itself be unknown once (a base letter without braille): then its name stands for it.
    for _ in range(3):
        text = "".join(sign.text for sign in signs)
        typeforms = [sign.typeform for sign in signs for _ in sign.text]
        translation = translator.translate(text, typeforms, language="en")
        if not translation.unknown:
            break
        signs, found = _substituted(signs, frozenset(translation.unknown), pos)
        notices.extend(found)
    cells = _REFERENCE_IN_PASSAGE.sub(r"\2\1", translation.cells)
    return BLANK.join(word for word in cells.split(BLANK) if word), notices


def _substituted(
    signs: Sequence[Sign], unknown: frozenset[int], pos: SourcePos | None
) -> tuple[list[Sign], list[Notice]]:
    made: list[Sign] = []
    notices: list[Notice] = []
    offset = 0
    words = "".join(sign.printed for sign in signs)
    for sign in signs:
        if any(place in unknown for place in range(offset, offset + len(sign.text))):
            new, lost = substitute(sign) if len(sign.text) == 1 else (replace(sign, text=""), True)
            notices.append(_notice(sign, lost=lost, pos=pos, words=words))
            made.append(new)
        else:
            made.append(sign)
        offset += len(sign.text)
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
