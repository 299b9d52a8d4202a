"""TOML from strangers: what nests without end is refused like any other fault of writing, at once.

The library would fail otherwise on brackets (RecursionError), and take minutes over a key of many parts.
"""

import re
import tomllib

_ENDLESS_KEY = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){50}""")


def parse_toml(text: str) -> dict[str, object]:
    """Give the tables of a text; tomllib.TOMLDecodeError says what is wrong in it."""
    if found := _ENDLESS_KEY.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise tomllib.TOMLDecodeError(f"A name of more than 50 parts (at line {line}, column 1)")
    try:
        return tomllib.loads(text)
    except RecursionError as problem:
        raise tomllib.TOMLDecodeError("Brackets within brackets without end") from problem
