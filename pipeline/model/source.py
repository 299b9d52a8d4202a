"""Where a thing stands in a source, and what a person should be told about it."""

from dataclasses import dataclass
from enum import IntEnum


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SourcePos:
    """A place in a source file, as an editor counts it."""

    path: str
    """File name as given, with forward slashes."""
    line: int
    """From 1."""
    column: int = 1
    """From 1, in characters."""

    def __post_init__(self) -> None:
        """Refuse a place no editor could show."""
        if self.line < 1 or self.column < 1:
            raise ValueError(f"lines and columns count from 1, not {self.line}:{self.column}")

    def __str__(self) -> str:
        """Give path:line:column, the form editors jump to."""
        return f"{self.path}:{self.line}:{self.column}"


class Weight(IntEnum):
    """How much a notice matters; notices.txt lists the heaviest first."""

    ERROR = 0
    """Something is missing or wrong in an edition until a person acts."""
    WARNING = 1
    """An edition is whole, but a person should decide something."""
    REMARK = 2
    """What was done by rule, for the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A message for a person, as a value.

    Codes are stable and documented in docs/notices.md: S- source, N- note, L- lexicon, V- voice, B- braille,
    E- edition.
    """

    code: str
    message: str
    """What is the matter and what to do, in a sentence a volunteer understands."""
    weight: Weight = Weight.WARNING
    pos: SourcePos | None = None
    fragment: str = ""
    """The words concerned, as printed."""

    def __str__(self) -> str:
        """Give one line: place, message, words, code."""
        place = f"{self.pos}: " if self.pos else ""
        words = f" “{self.fragment}”" if self.fragment else ""
        return f"{place}{self.message}{words} [{self.code}]"
