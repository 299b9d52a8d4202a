"""New entries and changed fields, as the commands of volunteers make them.

In: words that somebody typed. Out: an Entry. Law: what is made here is read back by `parse_entry`, so that a command
can write nothing that a person could not have written by hand.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import fields, replace

from pipeline.errors import UsageError
from pipeline.lexicon.comments import keep_comments
from pipeline.lexicon.format import format_entry
from pipeline.lexicon.parse import parse_entry
from pipeline.lexicon.schema import FIELDS
from pipeline.model.lexicon import Entry

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SETTABLE = tuple(field for field in FIELDS if field.kind != "tables")


def slug_for(word: str) -> str:
    """Give the file name for a word: small ASCII letters and figures, parted by hyphens."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['`]", "", plain.lower())).strip("-")
    if not slug:
        raise UsageError(
            f"{word!r} has no Latin letter to name its file by. Give a name: --name hei-yud, for example."
        )
    return slug


def path_of(slug: str) -> str:
    """Give where the file of an entry stands, below the press's folder; a slug never leads out of it."""
    if not _SLUG.fullmatch(slug):
        raise UsageError(f"the name {slug!r} may hold only small letters a to z, figures and single hyphens.")
    return f"lexicon/words/{slug[0]}/{slug}.toml"


def with_values(entry: Entry, name: str, values: Sequence[str], *, add: bool) -> Entry:
    """Give an entry with one field set; `add` keeps what a list already holds."""
    field = next((field for field in SETTABLE if field.name == name), None)
    if field is None:
        fits = ", ".join(field.name for field in SETTABLE)
        raise UsageError(f"{name!r} is no field that can be set. Fields are: {fits}.")
    if field.kind == "texts":
        kept: tuple[str, ...] = getattr(entry, name) if add else ()
        return _replaced(entry, name, tuple(dict.fromkeys((*kept, *values))))
    if add or len(values) > 1:
        raise UsageError(f"{name} holds one text. Put quotation marks around it.")
    return _replaced(entry, name, values[0] if values else field.default)


def _replaced(entry: Entry, name: str, value: str | tuple[str, ...]) -> Entry:
    """Give an entry with one field of any name changed."""
    return Entry(**{field.name: getattr(entry, field.name) for field in fields(entry)} | {name: value})


def with_proofs(entry: Entry, heard_before: str, heard: str) -> Entry:
    """Give an entry whose tests ask for its new sound where they asked for the old one."""
    tests = (replace(test, hears=heard) if test.hears == heard_before else test for test in entry.tests)
    return replace(entry, tests=tuple(tests))


def checked_text(entry: Entry, path: str, *, before: str = "") -> str:
    """Give the text of an entry's file; LexiconError when it could not be read again."""
    text = format_entry(entry)
    parse_entry(text, path)
    return keep_comments(text, before) if before else text
