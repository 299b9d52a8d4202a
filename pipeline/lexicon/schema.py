"""What may stand in an entry's file: the fields in their order, their kinds, defaults and the values that fit.

In: nothing. Out: one table, from which parser and formatter work. Law: a slip of the finger is an error with a place
and a remedy, never a field that nobody reads.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a file."""

    name: str
    kind: str = "text"
    """text, texts (a list), or tables ([[name]])."""
    default: str = ""
    """What a text field says when it is left out."""
    fits: tuple[str, ...] = ()
    """The values that may stand here; empty: any text."""
    longest: int = 200
    """In characters; a value beyond that is not a word."""
    printed: bool = False
    """Whether it holds words as they stand in print, without signs that print does not have."""


FIELDS = (
    Field(name="word", longest=120, printed=True),
    Field(name="say", longest=160),
    Field(name="ipa", longest=160),
    Field(name="read_as"),
    Field(name="meaning", longest=400),
    Field(name="hebrew", longest=120),
    Field(name="tradition", longest=60),
    Field(name="spellings", kind="texts", longest=120, printed=True),
    Field(name="endings", default="english", fits=("english", "possessive", "none", "listed")),
    Field(name="prefixes", default="none", fits=("none", "hebrew")),
    Field(name="case", default="any", fits=("any", "exact", "capital")),
    Field(name="only_when", longest=120),
    Field(name="silent_when", longest=120),
    Field(name="kind", default="word", fits=("word", "name", "month", "book", "abbreviation", "phrase")),
    Field(name="braille", default="auto", fits=("auto", "contract", "uncontracted", "break", "cells")),
    Field(name="braille_cells"),
    Field(name="status", default="proposed", fits=("draft", "proposed", "approved", "disputed", "retired")),
    Field(
        name="confidence",
        default="guess",
        fits=("heard-from-author", "editor", "volunteers", "guess", "contested"),
    ),
    Field(name="sources", kind="texts", longest=300),
    Field(name="credit", kind="texts"),
    Field(name="form", kind="tables"),
    Field(name="test", kind="tables"),
)
BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}
FORM_FIELDS = tuple(
    Field(name=name, longest=160, printed=name == "text") for name in ("text", "say", "ipa", "name")
)
TEST_FIELDS = (
    Field(name="text", longest=500),
    Field(name="hears", longest=300),
    Field(name="braille", longest=500),
)
MOST_VALUES = 100
"""How many spellings, forms, tests ... one entry may have."""
