"""Volumes to PEF 2008-1, the Portable Embosser Format: what embossers and braille readers' programs in Europe take.

In: a Publication. Out: braille/<slug>.pef. Law: the cells of the BRF, row for row; no row is longer than `cols`, no
page has more rows than `rows` (the schema's Schematron rules chars_on_row and rows_on_page, which RELAX NG cannot see).
"""

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.model.braille import BraillePage, Volume
from pipeline.model.publication import FileTree, Publication
from pipeline.writers.markup import DECLARATION, element, escape, opening

_PEF = "http://www.daisy.org/ns/2008/pef"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_WHOLE_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def write_pef(publication: Publication) -> FileTree:
    """Write one file with all volumes."""
    return {f"braille/{publication.slug}.pef": b"".join(piece.encode() for piece in _pieces(publication))}


def _pieces(publication: Publication) -> Iterator[str]:
    yield f"{DECLARATION}{opening('pef', {'version': '2008-1', 'xmlns': _PEF})}\n{_head(publication)}\n<body>"
    for volume in publication.volumes:
        yield from _volume(volume)
    yield "\n</body>\n</pef>\n"


def _head(publication: Publication) -> str:
    terms = "\n".join(element(f"dc:{name}", {}, escape(value)) for name, value in _terms(publication))
    meta = element("meta", {"xmlns:dc": _DUBLIN_CORE}, "\n", terms, "\n")
    return element("head", {}, "\n", meta, "\n")


def _terms(publication: Publication) -> Iterator[tuple[str, str]]:
    metadata = publication.document.metadata
    yield "format", "application/x-pef+xml"
    yield "identifier", metadata.identifier or publication.slug
    if metadata.work:
        yield "relation", metadata.work
    if metadata.title:
        yield "title", metadata.shown_title
    for person in metadata.contributors:
        yield ("creator" if person.role == "aut" else "contributor"), person.name
    yield "language", metadata.language
    if metadata.publisher:
        yield "publisher", metadata.publisher
    # PEF wants a whole date; a year alone stays in the other editions.
    if _WHOLE_DATE.fullmatch(metadata.date):
        yield "date", metadata.date


def _volume(volume: Volume) -> Iterator[str]:
    """Give a volume, a section for each run of page numbers."""
    geometry = volume.geometry
    attributes = {
        "cols": str(geometry.cells_per_line),
        "rows": str(geometry.lines_per_page),
        "rowgap": "0",
        "duplex": "true",
    }
    yield f"\n{opening('volume', attributes)}"
    for _, pages in groupby(volume.pages, key=lambda page: page.number.rstrip("0123456789")):
        yield "\n<section>"
        for page in pages:
            yield f"\n{_page(page, volume)}"
        yield "\n</section>"
    yield "\n</volume>"


def _page(page: BraillePage, volume: Volume) -> str:
    rows = [line.cells.rstrip("\u2800") for line in page.lines]
    geometry = volume.geometry
    if len(rows) > geometry.lines_per_page or max(map(len, rows), default=0) > geometry.cells_per_line:
        raise ValueError(f"braille page {page.number} is larger than the page")
    # Rows are half a book's mark-up, and cells need no escape.
    return element("page", {}, *(f"<row>{row}</row>" if row else "<row/>" for row in rows))
