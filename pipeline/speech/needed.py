"""Which characters a text must hold for a pattern to match anywhere in it, read off the pattern itself.

In: a compiled pattern; a text. Out: signs. Law: a text that holds none of a pattern's signs has no match; a part of a
pattern that is not understood here asks for nothing.

Most rules of verbalising wait for a figure, and most sentences hold none: to see that costs a hundredth of a search.
A sign is a character; one sign stands for all figures, one for all object signs, one for all kind signs. A character
with a dot behind it is a sign, too: most abbreviations are of letters that every sentence holds.
"""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

FIGURE = "0"
_FIRST_PRIVATE, _LAST_PRIVATE = "\ue000", "\uf8ff"
_FIRST_OBJECT = "\U000f0000"
_LARGEST_CLASS = 64
_COMMON = frozenset(" ,.\n") | frozenset(map(chr, range(ord("a"), ord("z") + 1)))
"""Signs that most sentences hold: to ask for them gains nothing."""

_DOTTED = re.compile(r"[^.]\.", re.DOTALL)

Signs = frozenset[str]
ANY: Signs = frozenset()
"""Nothing is asked for."""


def signs_of(text: str) -> Signs:
    """Give the signs of a text."""
    return frozenset((*map(_sign, set(text)), *(_dotted(found[0]) for found in _DOTTED.findall(text))))


def needed_signs(pattern: "re.Pattern[str]") -> Signs:
    """Give signs of which a text must hold at least one, or else the pattern has no match; empty: it asks for none."""
    parser: Any = importlib.import_module("re._parser")  # Python's own; it has no public door
    return _of_sequence(parser.parse(pattern.pattern, pattern.flags), pattern.flags)


@cache
def _sign(character: str) -> str:
    if character < "\x80":
        return FIGURE if character.isdecimal() else character
    if character >= _FIRST_OBJECT:
        return _FIRST_OBJECT
    if _FIRST_PRIVATE <= character <= _LAST_PRIVATE:
        return _FIRST_PRIVATE
    return FIGURE if character.isdecimal() else character


def _dotted(character: str) -> str:
    return f"{_sign(character)}."


def _of_sequence(parts: Iterable[tuple[object, Any]], flags: int) -> Signs:
    """Of parts that must all match, the one that asks for the rarest signs decides."""
    named = [(str(name), value) for name, value in parts]
    asked = (*_of_dotted(named, flags), *(_of_part(name, value, flags) for name, value in named))
    return min((signs for signs in asked if signs), key=len, default=ANY)


def _of_dotted(parts: Sequence[tuple[str, Any]], flags: int) -> Iterator[Signs]:
    """Give what stands right before each dot, where that is one character of a few."""
    for (name, value), behind in pairwise(parts):
        if behind == ("LITERAL", ord(".")):
            members = value if name == "IN" else [(name, value)]
            yield frozenset(map(_dotted, _cased(_characters(members), flags)))


def _of_part(name: str, value: Any, flags: int) -> Signs:  # noqa: ANN401 - what it is depends on the name
    match name:
        case "LITERAL":
            return _rare(_characters([(name, value)]), flags)
        case "IN":
            return _rare(_characters(value), flags)
        case "BRANCH":
            return _of_choice([_of_sequence(branch, flags) for branch in value[1]])
        case "SUBPATTERN":
            _, added, removed, inner = value
            return _of_sequence(inner, (flags | added) & ~removed)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" if value[0] > 0:
            return _of_sequence(value[2], flags)
        case "ATOMIC_GROUP":
            return _of_sequence(value, flags)
        case "ASSERT":  # what stands before or behind the match stands in the text, too
            return _of_sequence(value[1], flags)
        case _:
            return ANY


def _of_choice(branches: Sequence[Signs]) -> Signs:
    return frozenset().union(*branches) if all(branches) else ANY


def _characters(members: Iterable[tuple[object, Any]]) -> Sequence[str]:
    """Give the signs of a class or of one character; none when they are many, or when it is something else."""
    characters: list[str] = []
    for name, value in members:
        match str(name):
            case "LITERAL":
                characters.append(chr(value))
            case "RANGE" if _is_private(value):
                characters.append(chr(value[0]))
            case "RANGE" if value[1] - value[0] < _LARGEST_CLASS:
                characters.extend(map(chr, range(value[0], value[1] + 1)))
            case "CATEGORY" if str(value) == "CATEGORY_DIGIT":
                characters.append(FIGURE)
            case _:
                return ()
    return tuple(map(_sign, characters))


def _is_private(codes: tuple[int, int]) -> bool:
    """Tell whether a range lies in one of the areas for which one sign stands."""
    first, last = map(chr, codes)
    return (_FIRST_PRIVATE <= first <= last <= _LAST_PRIVATE) or first >= _FIRST_OBJECT


def _cased(signs: Sequence[str], flags: int) -> Sequence[str]:
    """Give signs that match themselves only; none where a letter matches its other case, too."""
    return () if flags & re.IGNORECASE and any(map(str.isalpha, signs)) else signs


def _rare(signs: Sequence[str], flags: int) -> Signs:
    asked = frozenset(_cased(signs, flags))
    return ANY if asked & _COMMON else asked
