"""The navigation document of an EPUB 3.3: contents, landmarks, and the page list when the print edition has pages.

In: the document and the file of each top-level section. Out: nav.xhtml. Law: every section is in the contents, under
the words of its heading; no page is invented.
"""

from collections.abc import Mapping, Sequence

from pipeline.model.document import Document, PageBreak, Role, Section
from pipeline.writers.epub_page import page_document
from pipeline.writers.epub_papers import COVER
from pipeline.writers.markup import Attributes, element, escape, lines
from pipeline.writers.reading import own_blocks
from pipeline.writers.sections import heading_label


def navigation_document(document: Document, files: Mapping[str, str]) -> bytes:
    """Give nav.xhtml; `files` names the content file of each top-level section by its id."""
    entries = [_entry(section, files[section.id]) for section in document.sections]
    body = lines(
        _nav("toc", "Contents", {"role": "doc-toc"}, entries),
        _nav("landmarks", "Landmarks", {"hidden": "hidden"}, _landmarks(document, files)),
        _page_list(document, files),
    )
    return page_document(document.metadata.shown_title, body, language=document.metadata.language)


def _nav(type: str, title: str, attributes: Attributes, entries: Sequence[str]) -> str:
    heading = element("h2", {"id": f"nav-{type}"}, title)
    content = lines(heading, element("ol", {}, "\n", lines(*entries), "\n"))
    named = {"epub:type": type, "aria-labelledby": f"nav-{type}", **attributes}
    return element("nav", named, "\n", content, "\n")


def _entry(section: Section, file: str) -> str:
    link = element("a", {"href": f"{file}#{section.id}"}, heading_label(section.heading))
    if not section.sections:
        return element("li", {}, link)
    inner = lines(*(_entry(inner, file) for inner in section.sections))
    return element("li", {}, link, "\n", element("ol", {}, "\n", inner, "\n"), "\n")


def _landmarks(document: Document, files: Mapping[str, str]) -> list[str]:
    """Point at cover and title page, at the beginning of the text and of what follows it, and at the colophon."""
    titlepage = [section for section in document.front if section.role is Role.TITLEPAGE]
    colophon = [section for section in document.back if section.role is Role.COLOPHON]
    after = [section for section in document.back if section not in colophon]
    named = (
        ("titlepage", "Title page", titlepage[:1]),
        ("bodymatter", "Beginning of the text", document.body[:1]),
        ("backmatter", "After the text", after[:1]),
        ("colophon", colophon[-1].heading.title if colophon else "", colophon[-1:]),
    )
    targets = [("cover", COVER, "Cover")]
    targets += [(type, files[section.id], label) for type, label, found in named for section in found]
    return [
        element("li", {}, element("a", {"epub:type": type, "href": href}, label))
        for type, href, label in targets
    ]


def _page_list(document: Document, files: Mapping[str, str]) -> str:
    entries = [
        element("li", {}, element("a", {"href": f"{files[top.id]}#{page.id}"}, escape(page.number)))
        for top in document.sections
        for page in _pages(top)
    ]
    return (
        _nav("page-list", "Pages", {"role": "doc-pagelist", "hidden": "hidden"}, entries) if entries else ""
    )


def _pages(section: Section) -> list[PageBreak]:
    own = [block for block in own_blocks(section) if isinstance(block, PageBreak)]
    return own + [page for inner in section.sections for page in _pages(inner)]
