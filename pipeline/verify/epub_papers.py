"""What an EPUB says of itself: cover and colophon.

In: edition and package. Out: findings where they say something else than the package.
"""

from collections.abc import Iterator

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition
from pipeline.verify.epub_package import Package
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, descendants, first, tokens
from pipeline.verify.pages import COLOPHON


def check_papers(edition: Edition, package: Package) -> Iterator[Notice]:
    """Check the cover picture, a page that shows it, and the colophon of the edition."""
    yield from _check_cover(edition, package)
    for path in package.spine:
        for element in descendants(edition.documents[path].root):
            kinds = tokens(element, "epub:type")
            if "colophon" in kinds and element.get("id") == COLOPHON:
                yield from _check_colophon(element, package, path)
            if "cover" in kinds and path in package.papers and not _shows_title(element.get("alt"), package):
                yield finding("E-356", path, element.line, element.get("alt"))


def _check_cover(edition: Edition, package: Package) -> Iterator[Notice]:
    covers = [each for each in package.resources.values() if "cover-image" in each.properties]
    if len(covers) != 1 or covers[0].path not in edition.files:
        yield finding("E-356", package.markup.path, 1, f"{len(covers)} cover pictures")
        return
    drawing = edition.document(covers[0].path)
    if drawing is not None:  # drawn as SVG, with its description inside
        title = first(drawing.root, "title")
        if title is None or not _shows_title(title.text, package):
            yield finding("E-356", drawing.path, 1, title.text if title else "")
        drawn = " ".join(each.text for each in descendants(drawing.root, "text"))
        if drawn and not all(
            set(name.split()) <= set(drawn.split()) for name in package.values("dc:title")[:1]
        ):
            yield finding("E-356", drawing.path, 1, drawn)


def _shows_title(words: str, package: Package) -> bool:
    return all(title in words for title in package.values("dc:title")[:1])


def _check_colophon(colophon: Element, package: Package, path: str) -> Iterator[Notice]:
    for name in ("dc:title", "schema:version", "media:narrator"):
        for value in package.values(name)[:1]:
            if value not in colophon.text:
                yield finding("E-357", path, colophon.line, f"{name}: {value}")
