"""From the inlines of a block to a row of signs: a character, a run of plain words, or given cells, with typeforms.

In: inlines. Out: Signs in order. Law: every character of `plain_text` is in the `printed` of exactly one sign, so that
nothing can be lost between print and braille without being seen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from pipeline.braille.cells import GROUP_CLOSE, GROUP_OPEN, SUPERSCRIPT, is_cells, number_cells
from pipeline.model.braille import Decision
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
_RUN = re.compile(r"[A-Za-z0-9]+(?:[.,;:?!]? [A-Za-z0-9]+)*|.", re.DOTALL)
"""Plain words are one sign, because nothing in this room looks inside them: a book has ten times fewer signs so. What
something looks at (quotation marks, dashes, blanks beside them, marks on letters) is a sign of its own."""


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
    """A character, plain words, cells, or nothing when braille does not show it."""
    printed: str
    """What stands in print; empty for what braille adds."""
    kind: Kind = Kind.TEXT
    typeform: int = 0
    broken: bool = False
    """No contraction reaches from the letter before into this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    typeform: int = 0
    hebrew: bool = False
    script: str = "cells"
    """The setting for Hebrew letters."""
    planner: "Planner | None" = None

    def within(self, typeform: int) -> "_Context":
        return replace(self, typeform=self.typeform | typeform)

    @property
    def emphasised(self) -> bool:
        return bool(self.typeform & (ITALIC | BOLD))


class Planner(Protocol):
    """What decides about the words of the lexicon (`contractions.Contractions`)."""

    def plan(self, term: Term, *, emphasised: bool) -> "Plan":
        """Give the plan of a term."""
        ...

    def spans_uncontracted(self, *, emphasised: bool) -> bool:
        """Tell whether words that the source marks as foreign stay uncontracted."""
        ...

    def transliteration(self, term: Term) -> str:
        """Give English letters for a term in Hebrew letters; empty when the lexicon has none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to do with the letters of one term."""

    uncontracted: bool = False
    breaks: tuple[int, ...] = ()
    """Offsets of letters before which contractions stop."""
    decision: Decision | None = None


def signs_of(
    inlines: Sequence[Inline], *, language: str = "", hebrew: str = "cells", planner: Planner | None = None
) -> tuple[Sign, ...]:
    """Give the signs of a block; `language` is the block's own, `hebrew` the setting."""
    context = _Context(hebrew=language == "he", script=hebrew, planner=planner)
    return tuple(sign for inline in inlines for sign in _signs(inline, context))


def reference_cells(mark: str) -> str:
    """Give the sign of a note reference: superscript, then the number or whatever mark print has. Superscript raises
    one item, a number or a sign; more are grouped (UEB 11.4)."""
    if mark.isascii() and mark.isdigit():
        return SUPERSCRIPT + number_cells(mark)
    return SUPERSCRIPT + (mark if len(mark) == 1 else GROUP_OPEN + mark + GROUP_CLOSE)


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
            yield from _all(inline.children, _in_language(inline.language, context))
        case _:
            yield from _all(inline.children, context)


def _all(inlines: Sequence[Inline], context: _Context) -> Iterator[Sign]:
    for inline in inlines:
        yield from _signs(inline, context)


def _in_language(language: str, context: _Context) -> _Context:
    foreign = language not in ("", "he") and not language.startswith("en")
    planner = context.planner
    # A span that the source itself marks is as set apart as italics are.
    if foreign and planner and planner.spans_uncontracted(emphasised=True):
        context = context.within(UNCONTRACTED)
    return replace(context, hebrew=language == "he")


def _term(term: Term, context: _Context) -> Iterator[Sign]:
    """Follow the lexicon: given cells, Hebrew in English letters, or print with the contractions it takes."""
    printed = plain_text(term.children)
    if is_cells(term.braille):
        yield Sign(text=term.braille, printed=printed, kind=Kind.CELLS, typeform=context.typeform)
        return
    english = _in_english_letters(term, context) if has_hebrew(printed) else ""
    if english:
        yield Sign(text=english[:1], printed=printed, typeform=context.typeform)
        yield from (_sign(character, context, printed="") for character in english[1:])
        return
    planner = context.planner
    plan = planner.plan(term, emphasised=context.emphasised) if planner else _without_planner(term)
    signs = _all(term.children, context.within(UNCONTRACTED if plan.uncontracted else 0))
    yield from _broken(signs, plan.breaks) if plan.breaks else signs


def _without_planner(term: Term) -> Plan:
    return Plan(uncontracted=term.braille == "uncontracted")


def _in_english_letters(term: Term, context: _Context) -> str:
    if context.script == "transliteration" and context.planner:
        return context.planner.transliteration(term) or term.read_as
    return term.read_as if context.script == "meaning" else ""


def _broken(signs: Iterator[Sign], breaks: Sequence[int]) -> Iterator[Sign]:
    """Mark the letters before which contractions stop; here each letter is a sign."""
    offset = 0
    for sign in signs:
        if not sign.printed or sign.text != sign.printed:
            yield sign
            offset += len(sign.printed)
            continue
        for letter in sign.printed:
            kind = Kind.SPACE if letter.isspace() else sign.kind
            yield replace(sign, text=letter, printed=letter, kind=kind, broken=offset in breaks)
            offset += 1


def _characters(text: str, context: _Context) -> Iterator[Sign]:
    """Cut by script: Hebrew letters never reach the English table, whatever span they stand in."""
    if not context.hebrew and not has_hebrew(text):
        for run in _RUN.findall(text):
            yield _sign(run, context, printed=run)
        return
    ranges = _hebrew_words(text) if context.hebrew else [run.span() for run in _HEBREW_RUN.finditer(text)]
    in_hebrew = {place for begin, end in ranges for place in range(begin, end)}
    for place, character in enumerate(text):
        if place in in_hebrew and not character.isspace():
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
