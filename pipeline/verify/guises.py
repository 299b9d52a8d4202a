"""What an element passes for with those who do not see it.

In: an XHTML page. Out: findings about roles, levels and names that differ from what stands there, and about a keyboard
that is led elsewhere than the text. Law: an attribute may add what is seen, never replace what is printed.
"""

from collections.abc import Iterator

from pipeline.model.source import Notice
from pipeline.verify.findings import finding
from pipeline.verify.headings import HEADINGS
from pipeline.verify.markup import Element, Markup, descendants, tokens

_EMPTIED = frozenset({"none", "presentation"})
_HEADING_ROLES = frozenset({"heading", "doc-subtitle"})
# fmt: off
_PROSE = frozenset({
    "abbr", "b", "blockquote", "body", "cite", "dd", "div", "dt", "em", "i", "li", "p", "span", "strong", "sub",
    "sup", "td", "th",
})
# fmt: on
"""Elements whose words are the text: a name of theirs would be said in place of it."""
_NAMES = ("aria-label", "aria-roledescription", "aria-description", "aria-braillelabel")
_TITLED = frozenset({"abbr", "dfn", "link", "iframe"})
"""Where `title` says what is short, or what is embedded."""


def check_guises(markup: Markup) -> Iterator[Notice]:
    """Check every element of a page."""
    for element in descendants(markup.root):
        if _is_disguised(element) or _is_renamed(element):
            yield finding("E-152", markup.path, element.line, f"{element.name} {element.text[:40]}")
        if _catches_keyboard(element):
            yield finding("E-153", markup.path, element.line, f"{element.name} {element.text[:40]}")


def _is_disguised(element: Element) -> bool:
    """Whether a role or level takes away or changes what an element is."""
    roles = tokens(element, "role")
    if roles & _EMPTIED and (element.text or element.name in {"img", "hr"}):
        return True
    if element.name not in HEADINGS:
        return False
    return bool(roles - _HEADING_ROLES) or element.get("aria-level") not in {"", element.name[1]}


def _is_renamed(element: Element) -> bool:
    """Whether words are said that do not stand there."""
    named = any(element.get(name) for name in _NAMES)
    titled = bool(element.get("title")) and element.name not in _TITLED
    return bool(element.text) and ((named and element.name in _PROSE) or titled)


def _catches_keyboard(element: Element) -> bool:
    """Whether the keyboard comes here out of turn, or types over the text."""
    place = element.get("tabindex")
    return element.get("contenteditable") not in {"", "false"} or (place.isdecimal() and int(place) > 0)
