"""Read EPUB 2 and 3: the pages of the spine in their order, notes wherever they lie.

In: the bytes of an EPUB. Out: a Reading. Law: the reading order is the spine's; a page of the spine that holds only
navigation is left out with its words in a notice.
"""

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from pipeline.errors import SourceError
from pipeline.model.metadata import Contributor, Metadata
from pipeline.model.source import Notice
from pipeline.readers.anchors import Page
from pipeline.readers.archive import Archive
from pipeline.readers.article import LeftOut, left_out_notices, take_unread
from pipeline.readers.decode import decode
from pipeline.readers.html import read_pages
from pipeline.readers.limits import refuse_many_tags
from pipeline.readers.markup import Element, parse_xhtml, parse_xml
from pipeline.readers.reading import Reading

_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"}
_NCX = "application/x-dtbncx+xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONT_ALGORITHMS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Package:
    """The package document: what the book is and in which order its pages are read."""

    root: Element
    folder: str
    pages: tuple[str, ...]
    navigation: frozenset[str]
    labels: dict[str, frozenset[str]]
    """Page -> what the contents of the book call it, and places in it."""


def is_epub(archive: Archive) -> bool:
    """Tell whether an archive is an EPUB."""
    return "META-INF/container.xml" in archive.names


def page_names(archive: Archive) -> tuple[str, ...]:
    """Give the pages of a book in the order of its spine."""
    return _package(archive).pages


def read_epub(archive: Archive) -> Reading:
    """Read a whole book."""
    _refuse_locked(archive)
    package = _package(archive)
    pages: list[Page] = []
    names: list[str] = []
    left: list[LeftOut] = []
    notices: list[Notice] = []
    tags = 0
    for name in package.pages:
        text, told = decode(f"{archive.path}/{name}", archive.read(name))
        notices += told
        tags += text.count("<")
        refuse_many_tags(archive.path, tags)
        root = parse_xhtml(f"{archive.path}/{name}", text)
        body = root.find("body") or root
        if name in package.navigation or _is_navigation(body):
            left += [LeftOut(reason="the book’s own table of contents", words=body.words(), line=1)]
            continue
        left += take_unread(body)
        _mark_heading(body, package.labels.get(name, frozenset()))
        pages.append(Page(path=name, root=body))
        names.append(f"{archive.path}/{name}")
    metadata = _metadata(package.root)
    reading = read_pages(pages, names=names, language=metadata.language)
    told_left = left_out_notices(archive.path, tuple(part for part in left if part.words))
    return replace(reading, metadata=metadata, notices=(*notices, *told_left, *reading.notices))


def _refuse_locked(archive: Archive) -> None:
    """A book that is sold locked cannot be read; fonts that are scrambled do no harm."""
    if _ENCRYPTION not in archive.names:
        return
    root = parse_xml(archive.path, archive.read(_ENCRYPTION).decode("utf-8", "replace"))
    methods = [element.get("Algorithm") for element in root.elements() if element.tag == "encryptionmethod"]
    if any(method not in _FONT_ALGORITHMS for method in methods):
        raise SourceError(
            "this book is locked by its seller (DRM). Ask the publisher for an open copy.",
            where=archive.path,
            code="S-016",
        )


def _package(archive: Archive) -> _Package:
    container = parse_xml(archive.path, _xml(archive, "META-INF/container.xml"))
    rootfile = next((e for e in container.elements() if e.tag == "rootfile" and e.get("full-path")), None)
    if rootfile is None:
        raise SourceError(
            "this EPUB does not say where its package is. Save it anew.", where=archive.path, code="S-019"
        )
    name = rootfile.get("full-path")
    root = parse_xml(f"{archive.path}/{name}", _xml(archive, name))
    folder = posixpath.dirname(name)
    items = {e.get("id"): e for e in root.elements() if e.tag == "item"}
    spine = [items[e.get("idref")] for e in root.elements() if e.tag == "itemref" and e.get("idref") in items]
    pages = [_inside(folder, item.get("href")) for item in spine if item.get("media-type") in _PAGES]
    if not pages:
        raise SourceError(
            "this EPUB has no pages in its spine. Save it anew.", where=archive.path, code="S-001"
        )
    navigation = {
        _inside(folder, item.get("href"))
        for item in items.values()
        if "nav" in item.get("properties").split()
    }
    contents = navigation | {
        _inside(folder, item.get("href")) for item in items.values() if item.get("media-type") == _NCX
    }
    return _Package(
        root=root,
        folder=folder,
        pages=tuple(dict.fromkeys(pages)),
        navigation=frozenset(navigation),
        labels=_labels(archive, [file for file in sorted(contents) if file in archive.names]),
    )


def _labels(archive: Archive, contents: Sequence[str]) -> dict[str, frozenset[str]]:
    """Give what the contents of the book call its pages."""
    found: dict[str, set[str]] = {}
    for file in contents:
        folder = posixpath.dirname(file)
        for element in parse_xhtml(f"{archive.path}/{file}", _xml(archive, file)).elements():
            link = element if element.tag == "a" else element.find("content")
            label = element if element.tag == "a" else element.find("navlabel")
            if element.tag not in ("a", "navpoint") or link is None or label is None:
                continue
            page = _inside(folder, link.get("href") or link.get("src"))
            found.setdefault(page, set()).add(_folded(label.words()))
    return {page: frozenset(labels - {""}) for page, labels in found.items()}


def _mark_heading(body: Element, labels: frozenset[str]) -> None:
    """On a page without headings, the first paragraph is one when the contents of the book call the page so."""
    elements = list(body.elements())
    if any(re.fullmatch(r"h[1-6]", element.tag) for element in elements):
        return
    first = next((element for element in elements if element.tag == "p" and element.words()), None)
    if first is not None and _folded(first.words()) in labels:
        first.tag = "h1"


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _xml(archive: Archive, name: str) -> str:
    return archive.read(name).decode("utf-8-sig", "replace")


def _inside(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.split("#")[0])))


def _is_navigation(body: Element) -> bool:
    """A page of the spine that is nothing but a list of links into the book."""
    types = {word for element in body.elements() for word in element.get("epub:type").split()}
    if not types & {"toc", "landmarks", "page-list", "loi", "lot"}:
        return False
    links = sum(len(element.words()) for element in body.elements() if element.tag == "a")
    return links > 0.6 * max(1, len(body.words()))


def _metadata(package: Element) -> Metadata:
    fields: dict[str, list[str]] = {}
    for element in package.elements():
        name = element.tag.removeprefix("dc:")
        if (
            element.words()
            and element.parent is not None
            and element.parent.tag in ("metadata", "dc-metadata")
        ):
            fields.setdefault(name, []).append(element.words())
    language = _first(fields, "language")
    return Metadata(
        title=_first(fields, "title"),
        language=language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", language) else "en",
        contributors=tuple(Contributor(name=name) for name in fields.get("creator", ())),
        publisher=_first(fields, "publisher"),
        date=_date(_first(fields, "date")),
        rights=_first(fields, "rights"),
        source=_first(fields, "source"),
        description=_plain(_first(fields, "description")),
    )


def _first(fields: dict[str, list[str]], name: str) -> str:
    return fields.get(name, [""])[0]


def _date(written: str) -> str:
    found = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?", written)
    return found[0] if found else ""


def _plain(written: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", written).split())
