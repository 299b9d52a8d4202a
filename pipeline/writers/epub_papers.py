"""The page of an EPUB that shows its cover.

In: metadata. Out: an XHTML file. Laws: nobody is led through it who just reads on or listens; it says nothing that is
not heard elsewhere, in the title and the colophon. It also keeps the first place of the spine: foliate-js 1.0.1
highlights no sentence there.
"""

from pipeline.model.metadata import Metadata
from pipeline.writers.cover import cover_words
from pipeline.writers.epub_page import page_document
from pipeline.writers.markup import element, empty

COVER_IMAGE = "cover.svg"
COVER = "text/cover.xhtml"


def cover_document(metadata: Metadata) -> bytes:
    """Give the page that shows the cover."""
    picture = {
        "class": "cover",
        "epub:type": "cover",
        "role": "doc-cover",
        "src": f"../{COVER_IMAGE}",
        "alt": cover_words(metadata),
    }
    body = element("section", {"aria-label": "Cover"}, empty("img", picture))
    return page_document("Cover", body, language=metadata.language, folder="../", body_type="frontmatter")
