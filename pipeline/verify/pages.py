"""XHTML pages of any edition: whether a reader meets all that stands there.

In: the edition, and the titles that its pages may bear. Out: findings about words that are hidden, links without an
address, names taken from elsewhere, and pages that are not one head and one body.
"""

from collections.abc import Collection, Iterator

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition
from pipeline.verify.findings import finding
from pipeline.verify.guises import check_guises
from pipeline.verify.headings import HEADINGS, is_label
from pipeline.verify.markup import Element, Markup, descendants, first, tokens

COLOPHON = "colophon"
"""Id of the section in which an edition speaks of itself; no text has it."""
_PAGES = (".html", ".xhtml")
_REPEATED = frozenset({"pullquote", "doc-pullquote"})
"""What says a sentence of the text again may be hidden from the ear."""
_AROUND_TITLES = " []"


def check_pages(edition: Edition) -> Iterator[Notice]:
    """Check every page of an edition."""
    for markup in edition.with_suffix(_PAGES):
        if [child.name for child in markup.root.children] != ["head", "body"]:
            yield finding("E-136", markup.path, markup.root.line)
        for link in descendants(markup.root, "a"):
            if not link.get("href"):
                yield finding("E-137", markup.path, link.line, link.text[:40])
        yield from _check_hidden(markup)
        yield from _check_names(markup, edition)
        yield from check_guises(markup)


def check_title(markup: Markup, book: Collection[str]) -> Iterator[Notice]:
    """Find a page that bears the title neither of its first heading nor, as in `book`, of the whole."""
    title = first(markup.root, "title")
    heading = first(markup.root, *HEADINGS)
    said = title.text.strip(_AROUND_TITLES) if title else ""
    known = {name.strip(_AROUND_TITLES) for name in book}
    shown = heading is not None and (is_label(said, heading) or said == heading.text.strip(_AROUND_TITLES))
    if said and said not in known and heading is not None and not shown:
        yield finding("E-145", markup.path, title.line if title else 1, f"{said} / {heading.text}")


def _check_hidden(markup: Markup) -> Iterator[Notice]:
    for element in descendants(markup.root):
        closed = element.name == "details" and "open" not in element.attributes
        concealed = closed or "hidden" in element.attributes or "inert" in element.attributes
        mute = element.get("aria-hidden") == "true" and not tokens(element, "class", "role") & _REPEATED
        if (concealed or mute) and element.name != "nav" and element.text:
            yield finding("E-138", markup.path, element.line, element.text[:80])


def _check_names(markup: Markup, edition: Edition) -> Iterator[Notice]:
    """Find elements whose name another element should give that is not there, or not inside them."""
    for element in descendants(markup.root):
        for id in element.get("aria-labelledby").split():
            named = edition.ids[markup.path].get(id)
            if named is None or not _holds(element, named):
                yield finding("E-139", markup.path, element.line, id)


def _holds(element: Element, other: Element) -> bool:
    return any(inner is other for inner in descendants(element))
