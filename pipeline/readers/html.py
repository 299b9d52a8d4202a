"""Read web pages and the pages of books.

In: text, or pages already parsed. Out: a Reading. Law: words are never lost; what is not the text is a notice that
holds its words.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import Note
from pipeline.model.source import Notice
from pipeline.readers.anchors import Page, find_anchors
from pipeline.readers.article import find_article, left_out_notices, prune
from pipeline.readers.gutenberg import set_apart
from pipeline.readers.head import metadata_of
from pipeline.readers.markup import parse_html
from pipeline.readers.outline import Stretch, nest
from pipeline.readers.pages import PageReader
from pipeline.readers.reading import Reading, attach_notes, merge_metadata


def read_html(path: str, text: str) -> Reading:
    """Read the article of a web page."""
    root = parse_html(path, text)
    article = find_article(root)
    metadata = metadata_of(root, article)
    left = prune(root, article)
    reading = read_pages((Page(path="", root=article),), names=(path,), language=metadata.language)
    return replace(
        reading,
        notices=left_out_notices(path, left) + reading.notices,
        metadata=merge_metadata(metadata, reading.metadata),
    )


def read_pages(pages: Sequence[Page], *, names: Sequence[str], language: str) -> Reading:
    """Read the pages of one text in their order; `names` are what a person calls the files."""
    anchors = find_anchors(pages)
    stretches: list[Stretch] = []
    notes: dict[str, Note] = {}
    notices: list[Notice] = []
    for page, name in zip(pages, names, strict=True):
        reader = PageReader(name, anchors, language)
        stretches += reader.stretches(page.root)
        notes |= reader.notes
        notices += reader.told()
    stretches, metadata, apart = set_apart(stretches)
    return Reading(
        sections=attach_notes(nest(stretches), notes), notices=(*notices, *apart), metadata=metadata
    )
