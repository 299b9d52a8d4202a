"""The package document of an eBraille publication.

In: a Publication and its content documents in reading order. Out: package.opf and container.xml as text. Law: all
metadata that eBraille 1.0 requires is there; what nobody has said is not invented, but said to be unknown.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.model.publication import Publication
from pipeline.writers.markup import DECLARATION, element, empty, escape

CONTAINER = (
    DECLARATION
    + '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    + '<rootfiles><rootfile full-path="package.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    + "</container>\n"
)
_OPF = "http://www.idpf.org/2007/opf"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_UNKNOWN_DATE = "2000"
"""The earliest date that publications of this press have (`build.compose`): the format wants a date."""
_YEAR = re.compile(r"\b\d{4}\b")


def package_document(publication: Publication, hrefs: Sequence[str]) -> str:
    """Give package.opf."""
    attributes = {
        "xmlns": _OPF,
        "version": "3.0",
        "xml:lang": publication.document.metadata.language,
        "unique-identifier": "uid",
    }
    metadata = element("metadata", {"xmlns:dc": _DUBLIN_CORE}, "\n", "\n".join(_metadata(publication)), "\n")
    parts = (metadata, _manifest(hrefs), _spine(hrefs))
    return DECLARATION + element("package", attributes, "\n", "\n".join(parts), "\n") + "\n"


def _metadata(publication: Publication) -> Iterator[str]:
    metadata = publication.document.metadata
    date = metadata.date or _UNKNOWN_DATE
    yield element("dc:identifier", {"id": "uid"}, escape(metadata.identifier or publication.slug))
    yield element("dc:title", {}, escape(metadata.shown_title or publication.slug))
    yield element("dc:language", {}, f"{metadata.language}-Brai")
    authors = [person.name for person in metadata.contributors if person.role == "aut"]
    for name in authors or [person.name for person in metadata.contributors] or ["unknown"]:
        yield element("dc:creator", {}, escape(name))
    yield element("dc:date", {}, date)
    yield element("dc:format", {}, "eBraille 1.0")
    for name, value in (("publisher", metadata.publisher), ("rights", metadata.rights)):
        if value:
            yield element(f"dc:{name}", {}, escape(value))
    copyrighted = _YEAR.search(metadata.rights)
    if metadata.work:
        yield _meta("dcterms:isVersionOf", metadata.work)
    yield _meta("dcterms:modified", metadata.modified or f"{_UNKNOWN_DATE}-01-01T00:00:00Z")
    yield _meta("dcterms:dateCopyrighted", copyrighted.group() if copyrighted else date)
    yield _meta("a11y:brailleCellType", "6")
    yield _meta("a11y:brailleSystem", "UEB")
    yield _meta("a11y:completeTranscription", "true")
    yield _meta("a11y:producer", metadata.producer.name or metadata.publisher or publication.generator)
    yield _meta("a11y:tactileGraphics", "none")


def _meta(name: str, value: str) -> str:
    return element("meta", {"property": name}, escape(value))


def _manifest(hrefs: Sequence[str]) -> str:
    xhtml = "application/xhtml+xml"
    items = [
        empty("item", {"id": "nav", "href": "index.html", "media-type": xhtml, "properties": "nav"}),
        empty("item", {"id": "style", "href": "ebraille/style.css", "media-type": "text/css"}),
        *(
            empty("item", {"id": f"part-{number}", "href": href, "media-type": xhtml})
            for number, href in enumerate(hrefs, 1)
        ),
    ]
    return element("manifest", {}, "\n", "\n".join(items), "\n")


def _spine(hrefs: Sequence[str]) -> str:
    return element(
        "spine", {}, *(empty("itemref", {"idref": f"part-{number}"}) for number in range(1, len(hrefs) + 1))
    )
