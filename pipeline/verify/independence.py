"""Whether an edition needs anything but itself, and stays as it is.

In: the edition. Out: findings about scripts, pages that send the reader on, and things fetched from elsewhere: they
fail on a player without a net, and tell a stranger who is reading. Law: a link that a reader follows may lead out.
"""

import re
from collections.abc import Iterator

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition, resolve
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, descendants, tokens

_FETCHED = ("src", "poster", "data", "srcset", "background", "action")
"""Attributes whose address a reading system fetches, or sends what was typed to."""
_FETCHED_LINKS = frozenset({"stylesheet", "icon", "preload", "prefetch", "pronunciation"})
_FETCHED_STYLE = re.compile(r"@import|url\(\s*[\"']?\s*(?!data:)([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def check_independence(edition: Edition) -> Iterator[Notice]:
    """Check every document and every style."""
    for path, markup in edition.documents.items():
        yield from (
            finding("E-148", path, 1, sheet) for sheet in markup.styles if resolve(path, sheet) is None
        )
        for element in (markup.root, *descendants(markup.root)):
            if _runs(element) or _fetches(path, element) or _FETCHED_STYLE.search(_style(element)):
                yield finding("E-148", path, element.line, element.name)
    for path, content in edition.files.items():
        if path.endswith(".css") and (found := _FETCHED_STYLE.search(content.decode("utf-8", "replace"))):
            yield finding("E-148", path, 1, found.group())


def _runs(element: Element) -> bool:
    refreshes = element.name == "meta" and element.get("http-equiv").lower() == "refresh"
    return refreshes or element.name == "script" or any(name.startswith("on") for name in element.attributes)


def _fetches(path: str, element: Element) -> bool:
    addresses = [element.get(name) for name in _FETCHED if element.get(name)]
    if element.name == "base" or (element.name == "link" and tokens(element, "rel") & _FETCHED_LINKS):
        addresses.append(element.get("href"))
    return any(resolve(path, each) is None and not each.startswith("data:") for each in addresses)


def _style(element: Element) -> str:
    return element.text if element.name == "style" else element.get("style")
