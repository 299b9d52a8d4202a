"""Contexts: where an entry applies (`only_when`) or keeps silent (`silent_when`).

In: the text of the field; later a place among tokens. Out: whether the context holds there. The forms:

    after:Reb, Mrs          the word before is one of these
    before:Reb              the next word is one of these
    before:number           the next word is a number (after:number likewise)
    nearer:bas, bat/ben     of all these words, the nearest one before is of the first group
    in:citation             inside a citation
    lang:he                 in Hebrew letters

Law: a closed list, no patterns: what a volunteer writes here can be read aloud and understood.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import LexiconError
from pipeline.lexicon.tokens import Token, is_hebrew, key_of

_NUMBER = "number"
_KINDS = ("after", "before", "nearer", "in", "lang")
_REMEDY = "Write after:WORD, before:WORD, before:number, nearer:WORD/WORD, in:citation or lang:he."


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A parsed context."""

    kind: str = ""
    """Empty: holds everywhere."""
    words: tuple[str, ...] = ()
    """Keys of words, as `tokens.key_of` makes them."""
    others: tuple[str, ...] = ()
    """nearer: the keys of the second group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a match stands: tokens first..last, and whether that is inside a citation."""

    tokens: Sequence[Token]
    first: int
    last: int
    cited: bool


def parse_context(text: str) -> Context:
    """Read a context; LexiconError says which forms there are."""
    if not text:
        return Context()
    kind, _, rest = text.partition(":")
    if kind not in _KINDS or not rest.strip():
        raise LexiconError(f"the context {text!r} is not known. {_REMEDY}")
    if (kind == "in" and rest != "citation") or (kind == "lang" and rest != "he"):
        raise LexiconError(f"the context {text!r} is not known. {_REMEDY}")
    group, _, others = rest.partition("/")
    if (kind == "nearer") != bool(others):
        raise LexiconError(f"the context {text!r} is not known: only nearer: takes two groups. {_REMEDY}")
    return Context(kind=kind, words=_keys(group), others=_keys(others))


def _keys(group: str) -> tuple[str, ...]:
    return tuple(key_of(word) for word in re.split(r"[,\s]+", group) if word)


def holds(context: Context, place: Place) -> bool:
    """Tell whether a context holds at a place."""
    match context.kind:
        case "after":
            return place.first > 0 and _is_one_of(place.tokens[place.first - 1], context.words)
        case "before":
            following = place.tokens[place.last + 1 : place.last + 2]
            return bool(following) and _is_one_of(following[0], context.words)
        case "nearer":
            return _nearest(context, place)
        case "in":
            return place.cited
        case "lang":
            return is_hebrew(place.tokens[place.first].text)
        case _:
            return True


def _is_one_of(token: Token, words: Sequence[str]) -> bool:
    return token.key in words or (_NUMBER in words and token.key[0].isdecimal())


def _nearest(context: Context, place: Place) -> bool:
    for token in reversed(place.tokens[: place.first]):
        if token.key in context.words:
            return True
        if token.key in context.others:
            return False
    return False
