"""Flatten the inlines of a sentence into the pieces that a speaker meets, one after another.

In: the inlines of a sentence, mark-up and all. Out: a tuple of pieces: plain characters, known terms, letters that
an English voice cannot read, ends of printed lines. Law: every character lies in exactly one piece; note signs in none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.model.inline import Inline, LanguageSpan, LineBreak, Link, NoteRef, Term, Text, plain_text
from pipeline.model.walk import every_inline
from pipeline.speech.letters import letters_value

LATIN_ENDS_AT = "\N{GREEK CAPITAL LETTER HETA}"
"""The first letter of another script; an English voice spells such letters by their Unicode names."""
FOREIGN_LETTERS = re.compile(
    rf"[{LATIN_ENDS_AT}-\u1dff\u2c80-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefe]+"
)
WEB_OR_MAIL = re.compile(r"(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+[a-z]{2,})/?")
"""What a link shows when it shows its own address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """Characters that English rules read."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Words that the lexicon knows."""

    term: Term

    @property
    def text(self) -> str:
        """The printed form."""
        return plain_text(self.term.children)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """Letters that no lexicon entry covers and no English voice can read."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineEnd:
    """A printed line ends and the line matters."""

    text: str = "\n"


Piece: TypeAlias = Plain | Known | Foreign | LineEnd


def flatten(inlines: Sequence[Inline]) -> tuple[Piece, ...]:
    """Give the pieces in reading order; neighbouring plain characters are one piece."""
    merged: list[Piece] = []
    for piece in _pieces(inlines):
        before = merged[-1] if merged else None
        if isinstance(piece, Plain) and isinstance(before, Plain):
            merged[-1] = Plain(text=before.text + piece.text)
        else:
            merged.append(piece)
    return tuple(merged)


def is_all_known(pieces: Sequence[Piece]) -> bool:
    """Tell whether nothing but punctuation lies outside the known terms."""
    return not any(
        isinstance(piece, Foreign) or (isinstance(piece, Plain) and re.search(r"\w", piece.text))
        for piece in pieces
    )


def _pieces(inlines: Sequence[Inline]) -> Iterator[Piece]:
    for inline in inlines:
        match inline:
            case Text():
                yield from _readable_and_foreign(inline.text)
            case LineBreak():
                yield LineEnd()
            case NoteRef():
                continue
            case Term():
                yield from _term(inline)
            case LanguageSpan() if _is_foreign(inline):
                yield _foreign(plain_text(inline.children))
            case Link() if WEB_OR_MAIL.fullmatch(plain_text(inline.children)):
                yield Plain(text=plain_text(inline.children))
            case _:
                yield from _pieces(inline.children)


def _term(term: Term) -> Iterator[Piece]:
    """A term without a sound of its own is read as it is printed; "silent" is a decision, not a lack."""
    if term.ipa or term.read_as or term.form == "silent":
        yield Known(term=term)
    else:
        yield from _pieces(term.children)


def _is_foreign(span: LanguageSpan) -> bool:
    return FOREIGN_LETTERS.search(plain_text(span.children)) is not None and not any(
        isinstance(inline, Term) for inline in every_inline(span.children)
    )


def _foreign(text: str) -> Piece:
    """A year in Hebrew letters is read as its figures; other letters are not."""
    number = letters_value(text)
    return Plain(text=str(number)) if number else Foreign(text=text)


def _readable_and_foreign(text: str) -> Iterator[Piece]:
    begin = 0
    for found in FOREIGN_LETTERS.finditer(text):
        if found.start() > begin:
            yield Plain(text=text[begin : found.start()])
        yield _foreign(found.group())
        begin = found.end()
    if begin < len(text):
        yield Plain(text=text[begin:])
