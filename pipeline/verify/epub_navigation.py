"""The navigation document of an EPUB against the text.

In: edition and package. Out: findings about headings that the contents do not list, labels that say something else,
entries out of reading order, and pages that are not listed.
"""

from collections.abc import Iterator, Sequence, Set

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition, resolve
from pipeline.verify.epub_package import Package
from pipeline.verify.findings import finding
from pipeline.verify.headings import check_nesting, every_heading, heading_of, is_label, meant_by
from pipeline.verify.markup import Element, Markup, descendants, first, tokens

_PARTS = ("frontmatter", "bodymatter", "backmatter")
"""The parts of a book, in their order."""


def check_navigation(edition: Edition, package: Package) -> Iterator[Notice]:
    """Check the contents, the landmarks and the page list."""
    markup = edition.document(package.navigation)
    contents = _nav(markup, "toc") if markup else None
    if markup is None or contents is None or "hidden" in contents.attributes:
        yield finding("E-336", package.navigation or package.markup.path)
        return
    documents = [edition.documents[path] for path in package.spine if path != package.navigation]
    order = _reading_order(documents)
    yield from _check_contents(edition, markup, contents, documents)
    yield from _check_order(edition, markup, contents, order, "E-339")
    yield from _check_pages(edition, markup, documents, order)
    yield from _check_parts(documents)
    yield from check_nesting(edition, markup, contents)
    landmarks = _nav(markup, "landmarks")
    for link in descendants(landmarks, "a") if landmarks else ():
        if not _is_landmark(edition, markup, link, documents):
            yield finding("E-362", markup.path, link.line, f"{link.get('epub:type')}: {link.get('href')}")
    kinds = [tokens(link, "epub:type") for link in descendants(landmarks, "a")] if landmarks else []
    if not all(kinds) or not any("bodymatter" in kind for kind in kinds):
        yield finding("E-342", markup.path)


def _is_landmark(edition: Edition, markup: Markup, link: Element, documents: Sequence[Markup]) -> bool:
    """Whether a landmark leads to a file in which something is of its type: to the first, if it is a part."""
    target = resolve(markup.path, link.get("href"))
    document = edition.document(target.path) if target else None
    kinds = tokens(link, "epub:type")
    if kinds & set(_PARTS):
        return document is next((each for each in documents if kinds & _body_kinds(each)), None) is not None
    every = (document.root, *descendants(document.root)) if document else ()
    return any(kinds & tokens(each, "epub:type") for each in every)


def _body_kinds(document: Markup) -> Set[str]:
    body = first(document.root, "body")
    return tokens(body, "epub:type") if body else frozenset()


def _check_parts(documents: Sequence[Markup]) -> Iterator[Notice]:
    """Find texts that call themselves a part of the book which is over, or has not begun."""
    reached = 0
    for document in documents:
        kinds = _body_kinds(document)
        place = next((number for number, part in enumerate(_PARTS) if part in kinds), reached)
        if place < reached:
            yield finding("E-368", document.path, document.root.line, _PARTS[place])
        reached = max(place, reached)


def _nav(markup: Markup, kind: str) -> Element | None:
    return next((nav for nav in descendants(markup.root, "nav") if kind in tokens(nav, "epub:type")), None)


def _reading_order(documents: Sequence[Markup]) -> dict[Element, int]:
    every = (element for markup in documents for element in descendants(markup.root))
    return {element: place for place, element in enumerate(every)}


def _check_contents(
    edition: Edition, markup: Markup, contents: Element, documents: Sequence[Markup]
) -> Iterator[Notice]:
    listed = set()
    for link in descendants(contents, "a"):
        element = meant_by(edition, markup, link)
        heading = heading_of(element) if element else None
        if heading in listed and heading is not None:
            yield finding("E-367", markup.path, link.line, link.text)
        listed.add(heading)
        if heading is None or not is_label(link.text, heading):
            said = heading.text if heading else "no heading there"
            yield finding("E-337", markup.path, link.line, f"{link.text} / {said}")
    for document, heading in every_heading(documents):
        if heading not in listed:
            yield finding("E-338", document.path, heading.line, heading.text)


def _check_order(
    edition: Edition, markup: Markup, nav: Element, order: dict[Element, int], code: str
) -> Iterator[Notice]:
    reached = -1
    for link in descendants(nav, "a"):
        element = meant_by(edition, markup, link)
        place = order.get(element, reached) if element else reached
        if place < reached:
            yield finding(code, markup.path, link.line, link.text)
        reached = max(place, reached)


def _check_pages(
    edition: Edition, markup: Markup, documents: Sequence[Markup], order: dict[Element, int]
) -> Iterator[Notice]:
    pages = [
        (document, element)
        for document in documents
        for element in descendants(document.root)
        if "pagebreak" in tokens(element, "epub:type")
    ]
    nav = _nav(markup, "page-list")
    links = list(descendants(nav, "a")) if nav else []
    listed = {meant_by(edition, markup, link): link for link in links}
    for document, page in pages:
        if page not in listed:
            yield finding("E-340", document.path, page.line, page.get("id"))
        elif listed[page].text not in (page.get("aria-label") or page.get("title") or page.text):
            yield finding("E-340", document.path, page.line, listed[page].text)
    known = {page for _, page in pages}
    for element, link in listed.items():
        if element not in known:
            yield finding("E-340", markup.path, link.line, link.text)
    if nav is not None:
        yield from _check_order(edition, markup, nav, order, "E-341")
