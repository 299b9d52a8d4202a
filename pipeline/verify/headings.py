"""Headings as a listener jumps from one to the next.

In: XHTML documents. Out: findings about levels that are skipped and headings without words.
"""

from collections.abc import Iterable, Iterator

from pipeline.model.source import Notice
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Markup, descendants, tokens

_REFERENCES = frozenset({"noteref", "doc-noteref"})
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
    return shown in (printed, heading.get("aria-label")) or (bool(printed) and shown.endswith(f" {printed}"))


def every_heading(documents: Iterable[Markup]) -> Iterator[tuple[Markup, Element]]:
    """Yield all headings in order."""
    for markup in documents:
        for heading in descendants(markup.root, *HEADINGS):
            yield markup, heading


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
