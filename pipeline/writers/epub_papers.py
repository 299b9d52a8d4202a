"""The pages of an EPUB that are not of the text: its cover and its colophon.

In: a Publication. Out: XHTML files. Law: nobody is led through them who just reads on or listens: they are reached from
contents and landmarks.
"""

from pipeline.model.publication import Publication
from pipeline.writers.colophon import TITLE, colophon
from pipeline.writers.cover import cover_words
from pipeline.writers.epub_page import page_document
from pipeline.writers.markup import element, empty, escape, escape_words, lines

COVER_IMAGE = "cover.svg"
COVER = "text/cover.xhtml"
COLOPHON = "text/about-this-edition.xhtml"


def cover_document(publication: Publication) -> bytes:
    """Give the page that shows the cover."""
    metadata = publication.document.metadata
    picture = {
        "class": "cover",
        "epub:type": "cover",
        "role": "doc-cover",
        "src": f"../{COVER_IMAGE}",
        "alt": cover_words(metadata),
    }
    body = element("section", {"aria-label": "Cover"}, empty("img", picture))
    return page_document("Cover", body, language=metadata.language, folder="../", body_type="frontmatter")


def colophon_document(publication: Publication) -> bytes:
    """Give the page on which the edition says what it is."""
    statements = (
        lines(
            element("dt", {}, escape(statement.name)),
            *(element("dd", {}, escape_words(sentence)) for sentence in statement.sentences),
        )
        for statement in colophon(publication)
    )
    attributes = {
        "id": "colophon",
        "epub:type": "colophon",
        "role": "doc-colophon",
        "aria-labelledby": "h-colophon",
    }
    body = element(
        "section",
        attributes,
        "\n",
        element("h1", {"id": "h-colophon"}, TITLE),
        "\n",
        element("dl", {}, "\n", lines(*statements), "\n"),
        "\n",
    )
    language = publication.document.metadata.language
    return page_document(TITLE, body, language=language, folder="../", body_type="backmatter")
