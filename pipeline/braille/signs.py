"""From the inlines of a block to a row of signs: a character, or given cells, with typeforms.

In: inlines. Out: Signs in order. Law: every character of `plain_text` is the `printed` of exactly one sign, so that
nothing can be lost between print and braille without being seen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.braille.cells import SUPERSCRIPT, is_cells, number_cells
from pipeline.model.inline import (
    Emphasis,
    Inline,
    LanguageSpan,
    LineBreak,
    NoteRef,
    Strong,
    Term,
    Text,
    plain_text,
)

ITALIC, BOLD, UNCONTRACTED = 1, 4, 0x1000
"""liblouis' typeform bits."""

_HEBREW_LETTER = "\u0590-\u05ff\ufb1d-\ufb4f"
_HEBREW_RUN = re.compile(rf"[{_HEBREW_LETTER}](?:[{_HEBREW_LETTER}\s.,:'\"-]*[{_HEBREW_LETTER}])?'?")
_TOKEN = re.compile(r"\S+")


class Kind(StrEnum):
    """What a sign is; the values are single letters, so that a row of kinds can be searched as a string."""

    TEXT = "t"
    SPACE = "s"
    LINE_BREAK = "n"
    HEBREW = "h"
    CELLS = "c"
    REFERENCE = "r"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What the translator gets for a character of print."""

    text: str
    """A character, cells, or nothing when braille does not show it."""
    printed: str
    """What stands in print; empty for what braille adds."""
    kind: Kind = Kind.TEXT
    typeform: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    typeform: int = 0
    hebrew: bool = False
    meaning: bool = False
    """Hebrew that the lexicon knows is given by its meaning."""

    def within(self, typeform: int) -> "_Context":
        return _Context(typeform=self.typeform | typeform, hebrew=self.hebrew, meaning=self.meaning)


def signs_of(inlines: Sequence[Inline], *, language: str = "", hebrew: str = "cells") -> tuple[Sign, ...]:
    """Give the signs of a block; `language` is the block's own, `hebrew` the setting."""
    context = _Context(hebrew=language == "he", meaning=hebrew == "meaning")
    return tuple(sign for inline in inlines for sign in _signs(inline, context))


def reference_cells(mark: str) -> str:
    """Give the sign of a note reference: superscript, then the number or whatever mark print has."""
    return SUPERSCRIPT + (number_cells(mark) if mark.isascii() and mark.isdigit() else mark)


def has_hebrew(text: str) -> bool:
    """Tell whether a text has Hebrew letters."""
    return _HEBREW_RUN.search(text) is not None


def _signs(inline: Inline, context: _Context) -> Iterator[Sign]:
    match inline:
        case Text():
            yield from _characters(inline.text, context)
        case LineBreak():
            yield Sign(text="\n", printed="\n", kind=Kind.LINE_BREAK)
        case NoteRef():
            cells = reference_cells(inline.mark)
            yield Sign(text=cells, printed="", kind=Kind.REFERENCE)
        case Term():
            yield from _term(inline, context)
        case Emphasis():
            yield from _all(inline.children, context.within(ITALIC))
        case Strong():
            yield from _all(inline.children, context.within(BOLD))
        case LanguageSpan():
            he = _Context(typeform=context.typeform, hebrew=inline.language == "he", meaning=context.meaning)
            yield from _all(inline.children, he)
        case _:
            yield from _all(inline.children, context)


def _all(inlines: Sequence[Inline], context: _Context) -> Iterator[Sign]:
    for inline in inlines:
        yield from _signs(inline, context)


def _term(term: Term, context: _Context) -> Iterator[Sign]:
    """Follow the lexicon: given cells, the meaning of Hebrew, or the printed form with or without contractions."""
    printed = plain_text(term.children)
    if is_cells(term.braille):
        yield Sign(text=term.braille, printed=printed, kind=Kind.CELLS, typeform=context.typeform)
    elif context.meaning and term.read_as and has_hebrew(printed):
        first, rest = term.read_as[:1], term.read_as[1:]
        yield Sign(text=first, printed=printed, typeform=context.typeform)
        yield from (_sign(character, context, printed="") for character in rest)
    else:
        policy = UNCONTRACTED if term.braille == "uncontracted" else 0
        yield from _all(term.children, context.within(policy))


def _characters(text: str, context: _Context) -> Iterator[Sign]:
    """Cut by script: Hebrew letters never reach the English table, whatever span they stand in."""
    ranges = _hebrew_words(text) if context.hebrew else [run.span() for run in _HEBREW_RUN.finditer(text)]
    for place, character in enumerate(text):
        if any(begin <= place < end for begin, end in ranges) and not character.isspace():
            yield Sign(text=character, printed=character, kind=Kind.HEBREW)
        else:
            yield _sign(character, context, printed=character)


def _hebrew_words(text: str) -> list[tuple[int, int]]:
    """Find the words of a Hebrew text that have no Latin letter or digit; of mixed words, the Hebrew part."""
    found: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(text):
        if not any(character.isascii() and character.isalnum() for character in token.group()):
            found.append(token.span())
        else:
            found.extend(run.span() for run in _HEBREW_RUN.finditer(text, *token.span()))
    return found


def _sign(character: str, context: _Context, *, printed: str) -> Sign:
    kind = Kind.SPACE if character.isspace() else Kind.TEXT
    return Sign(text=character, printed=printed, kind=kind, typeform=context.typeform)
