"""The inlines of a sentence: a closed union. The characters are always those of the source, in NFC."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Characters."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """Italics in print."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong:
    """Bold in print."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSpan:
    """A run in another language or script than its block."""

    language: str
    """BCP 47: he for Hebrew letters."""
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that a lexicon entry knows. The children are the printed form, untouched."""

    children: "tuple[Inline, ...]"
    entry: str
    """Slug of the entry: the file name under lexicon/words/ without .toml."""
    form: str
    """How the printed form derives from the entry: "exact", "spelling", "possessive", "plural", "prefix b'" ...
    "silent": printed and brailled, but not spoken (disputed, or said by the words beside it)."""
    ipa: str = ""
    """The sound of exactly these words, suffix included; empty when `read_as` says it."""
    read_as: str = ""
    """Words to speak instead (abbreviations, Hebrew script): plain English, spoken by the voice's own rules."""
    language: str = ""
    """Tag of the run for readers of the text: he-Latn for transliteration, he for Hebrew letters, or empty."""
    braille: str = "auto"
    """Contraction policy of the entry: auto, contract, uncontracted, break, or cells (U+28xx)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRef:
    """A note reference. It has no text of its own; the sign shown is `mark`."""

    mark: str
    """As printed: "12"."""
    note: str
    """Id of the note; empty until `passes.notes` has tied it, or when there is none (then a notice says so)."""
    id: str = ""
    """Id of the reference, for the link back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gloss:
    """Words put in by an editor or translator, brackets included."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference to a book and place."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink, mail address or telephone number."""

    href: str
    """Absolute http, https, mailto or tel; readers refuse every other scheme."""
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak:
    """A line ended here in print and the line matters."""


Inline: TypeAlias = (
    Text | Emphasis | Strong | LanguageSpan | Term | NoteRef | Gloss | Citation | Link | LineBreak
)
CONTAINERS = (Emphasis, Strong, LanguageSpan, Term, Gloss, Citation, Link)


def plain_text(inlines: Sequence[Inline]) -> str:
    """Give the characters of a stretch: a LineBreak counts as one newline, a NoteRef as nothing.

    Offsets into this string are the offsets that `weave`, terms and verbalising use.
    """
    if len(inlines) == 1 and isinstance(inlines[0], Text):  # most sentences
        return inlines[0].text
    return "".join(map(_plain, inlines))


def lines_of(inlines: Sequence[Inline]) -> list[list[Inline]]:
    """Part a stretch at its line breaks; a LineBreak inside a container is left where it is."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return lines


def _plain(inline: Inline) -> str:
    if isinstance(inline, Text):
        return inline.text
    if isinstance(inline, LineBreak):
        return "\n"
    if isinstance(inline, NoteRef):
        return ""
    return plain_text(inline.children)
