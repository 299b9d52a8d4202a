"""Headings as a listener jumps from one to the next.

In: XHTML documents. Out: findings about levels that are skipped, headings without words, and contents that are nested
otherwise.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition, resolve
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Markup, ancestors, descendants, lineage, tokens

_REFERENCES = frozenset({"noteref", "doc-noteref"})
_WORD = re.compile(r"[^\W\d_]+")
_SECTIONS = ("section", "div")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def check_headings(markup: Markup) -> Iterator[Notice]:
    """Check the headings of one document; its first must have level 1."""
    reached = 0
    for heading in descendants(markup.root, *HEADINGS):
        level = int(heading.name[1])
        if level > reached + 1:
            yield finding("E-111", markup.path, heading.line, heading.text)
        if not heading.text:
            yield finding("E-112", markup.path, heading.line, heading.get("id"))
        reached = level
    yield from _check_levels(markup)


def _check_levels(markup: Markup) -> Iterator[Notice]:
    """Find headings of inner sections that are not one level below that of the section around them."""
    for outer in descendants(markup.root, *_SECTIONS):
        own = _own_heading(outer)
        for inner in outer.children:
            heading = _own_heading(inner) if inner.name in _SECTIONS else None
            if own and heading and int(heading.name[1]) != min(int(own.name[1]) + 1, len(HEADINGS)):
                yield finding("E-151", markup.path, heading.line, heading.text)


def _own_heading(section: Element) -> Element | None:
    return next((child for child in section.children if child.name in HEADINGS), None)


def heading_of(element: Element) -> Element | None:
    """Give the heading that an entry of a table of contents means: the element itself or the first one inside."""
    return element if element.name in HEADINGS else next(descendants(element, *HEADINGS), None)


def words_of_heading(heading: Element) -> str:
    """Give a heading as it is printed, without the signs of notes."""
    return " ".join("".join(_without_notes(heading)).split())


def is_label(label: str, heading: Element) -> bool:
    """Whether navigation may show these words for a heading.

    Its own words, its accessible name, or its own words behind a supplied one ("Announcement 12" for "12").
    """
    printed, shown = words_of_heading(heading), " ".join(label.split())
    supplied = bool(printed) and not any(len(word) > 1 for word in _WORD.findall(printed))
    return shown in (printed, heading.get("aria-label")) or (supplied and shown.endswith(f" {printed}"))


def every_heading(documents: Iterable[Markup]) -> Iterator[tuple[Markup, Element]]:
    """Yield all headings in order."""
    for markup in documents:
        for heading in descendants(markup.root, *HEADINGS):
            yield markup, heading


def check_nesting(edition: Edition, markup: Markup, contents: Element) -> Iterator[Notice]:
    """Find entries of a table of contents that stand deeper or higher than the section of their heading."""
    around = lineage(contents)
    above: dict[str, Mapping[Element, Element]] = {}
    for link in descendants(contents, "a"):
        target = resolve(markup.path, link.get("href"))
        document = edition.document(target.path) if target else None
        meant = meant_by(edition, markup, link)
        heading = heading_of(meant) if meant else None
        if heading is None or document is None:
            continue
        lines = above.setdefault(document.path, lineage(document.root))
        depth = sum(outer.name == "section" for outer in ancestors(heading, lines))
        listed = sum(outer.name in {"ol", "ul"} for outer in ancestors(link, around))
        if depth and listed != depth:
            yield finding("E-144", markup.path, link.line, link.text)


def meant_by(edition: Edition, markup: Markup, link: Element) -> Element | None:
    """Give what an entry of a table of contents leads to: an element, or a whole file."""
    target = resolve(markup.path, link.get("href"))
    if target is None:
        return None
    document = edition.document(target.path)
    return edition.element(target) if target.fragment else document.root if document else None


def _without_notes(element: Element) -> Iterator[str]:
    for part in element.content:
        if isinstance(part, str):
            yield part
        elif part.name == "br":
            yield " "
        elif (
            part.name not in {"sup", "noteref"}
            and not tokens(part, "class", "epub:type", "role") & _REFERENCES
        ):
            yield from _without_notes(part)
