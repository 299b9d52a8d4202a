"""A top-level section as one XHTML file of an EPUB 3.3.

In: a section, where each note and reference lives, the language. Out: the file's bytes. Law: every epub:type that has
an ARIA role carries it.
"""

from pipeline.model.document import Section
from pipeline.writers.epub_page import page_document
from pipeline.writers.sections import Places, epub_frame, section_markup


def content_document(
    section: Section, part: str, places: Places, language: str, *, has_lexicon: bool = False
) -> bytes:
    """Give a content file; `part` is frontmatter, bodymatter or backmatter."""
    return page_document(
        section.heading.title,
        section_markup(section, epub_frame(places), 1),
        language=language,
        folder="../",
        body_type=part,
        has_lexicon=has_lexicon,
    )
