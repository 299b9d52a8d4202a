"""XML as text: elements, attributes, escapes.

In: names, attributes and content. Out: markup, always well-formed, attributes in the order given. Content that is
passed to `element` is markup already; characters of the text go through `escape` first.
"""

import re
from collections.abc import Mapping
from typing import TypeAlias

Attributes: TypeAlias = Mapping[str, str]

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'

_LETTER = "[\u0590-\u05ff\ufb1d-\ufb4f]"
_HEBREW = re.compile(rf"{_LETTER}+(?:[\s'\"\u2019\u201d.,-]*{_LETTER}+)*")
"""Hebrew words with what stands between them."""


def escape_words(text: str, languages: tuple[str, ...] = ("lang", "xml:lang")) -> str:
    """Escape a line that has no mark-up of its own, such as a title; `languages` are the format's attributes.

    Hebrew letters in it get their language and direction, as everywhere.
    """

    def marked(run: re.Match[str]) -> str:
        return element("span", {**dict.fromkeys(languages, "he"), "dir": "rtl"}, run[0])

    return _HEBREW.sub(marked, escape(text))


def escape(text: str) -> str:
    """Give characters as they stand in element content."""
    # Searches are ten times as fast as a table of characters.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def element(name: str, attributes: Attributes, *content: str) -> str:
    """Give an element with a start and an end tag; attributes with an empty value are left out."""
    return f"<{name}{_attributes(attributes)}>{''.join(content)}</{name}>"


def opening(name: str, attributes: Attributes) -> str:
    """Give a start tag alone, for an element that is too long to be held whole."""
    return f"<{name}{_attributes(attributes)}>"


def empty(name: str, attributes: Attributes) -> str:
    """Give an element that never has content, such as br or meta."""
    return f"<{name}{_attributes(attributes)}/>"


def lines(*pieces: str) -> str:
    """Give pieces of block markup, one below the other; empty ones are left out."""
    return "\n".join(piece for piece in pieces if piece)


def _attributes(attributes: Attributes) -> str:
    return "".join(f' {name}="{_escape_value(value)}"' for name, value in attributes.items() if value)


def _escape_value(value: str) -> str:
    """Give characters as they stand in an attribute: the parser would fold white space to blanks (XML 1.0, 3.3.3)."""
    value = escape(value).replace('"', "&quot;")
    return value.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")
