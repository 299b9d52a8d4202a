"""A top-level section as one XHTML 1.0 file of a DAISY 2.02 book.

In: a section and the plan of the book. Out: the file's bytes. Laws (spec 6.1): every element that is played has an
id; headings, pages and note references link to their par; a reference names the body of its note (`bodyref`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.document import Heading, Note, PageBreak, ParagraphRole, Section, Sentence
from pipeline.model.inline import Link, NoteRef
from pipeline.model.publication import Publication
from pipeline.writers.daisy_plan import HeadingPart, page_kind
from pipeline.writers.markup import DECLARATION, Attributes, element, empty, escape, lines
from pipeline.writers.reading import note_refs
from pipeline.writers.xhtml import Dialect, anchor, blocks_markup, inline_markup, sentence_markup

# The attribute is that of the recommendation on skippable structures (6 June 2003); XHTML 1.0 does not know it.
_BODYREF = " [<!ATTLIST span bodyref CDATA #IMPLIED>]"
_XHTML = "http://www.w3.org/1999/xhtml"

_PARAGRAPH: Mapping[ParagraphRole, Attributes] = {
    role: {"class": role.value} for role in ParagraphRole if role is not ParagraphRole.BODY
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where links lead, for the whole book."""

    par_of: Mapping[str, str]
    """Id of a note reference, page or heading sentence -> SMIL file and fragment."""
    content_of: Mapping[str, str]
    """Id of a note or a note reference -> content file and fragment."""


def links_of(parts: Sequence[HeadingPart]) -> Links:
    """Collect where notes, references, pages and headings are."""
    par_of: dict[str, str] = {}
    content_of: dict[str, str] = {}
    for part in parts:
        content_of |= {note.id: f"{part.content}#{note.id}" for note in part.section.notes}
        for par in part.pars:
            par_of[par.target] = part.par_href(par.target)
            par_of |= {ref.id: part.par_href(par.target) for ref in par.note_refs}
            content_of |= {ref.id: f"{part.content}#{ref.id}" for ref in par.note_refs}
    return Links(par_of=par_of, content_of=content_of)


def content_document(publication: Publication, section: Section, links: Links) -> bytes:
    """Give the content file of a top-level section."""
    metadata = publication.document.metadata
    head = lines(
        empty("meta", {"http-equiv": "Content-type", "content": "text/html; charset=utf-8"}),
        element("title", {}, escape(section.heading.title)),
        empty("meta", {"name": "dc:identifier", "content": metadata.identifier}),
        empty("meta", {"name": "dc:title", "content": metadata.shown_title}),
        empty("meta", {"name": "dc:format", "content": "Daisy 2.02"}),
        empty("meta", {"name": "ncc:generator", "content": publication.generator}),
        empty("link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"}),
    )
    body = _section(section, _Page(dialect=_dialect(links), links=links), 1)
    return xhtml_document(head, body, metadata.language, subset=_BODYREF if "bodyref=" in body else "")


def xhtml_document(head: str, body: str, language: str, *, subset: str = "") -> bytes:
    """Give an XHTML 1.0 Transitional file; `subset` is put into its document type."""
    doctype = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
        f'"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"{subset}>\n'
    )
    page = element(
        "html",
        {"xmlns": _XHTML, "lang": language, "xml:lang": language},
        "\n",
        element("head", {}, "\n", head, "\n"),
        "\n",
        element("body", {}, "\n", body, "\n"),
        "\n",
    )
    return f"{DECLARATION}{doctype}{page}\n".encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    dialect: Dialect
    links: Links


def _dialect(links: Links) -> Dialect:
    def page_break(page: PageBreak) -> str:
        number = element("a", {"href": links.par_of[page.id]}, escape(page.number))
        return element("div", {}, element("span", {"class": page_class(page), "id": page.id}, number))

    return Dialect(
        note_ref=lambda ref: _note_ref(ref, links),
        link=anchor,
        page_break=page_break,
        paragraph=_PARAGRAPH,
    )


def page_class(page: PageBreak) -> str:
    """Give the class of a page as NCC and content file name it."""
    return f"page-{page_kind(page)}"


def _note_ref(ref: NoteRef, links: Links) -> str:
    mark = element("sup", {}, escape(ref.mark))
    if ref.id not in links.par_of:
        return element("span", {"id": ref.id}, mark)
    attributes = {"class": "noteref", "id": ref.id, "bodyref": links.content_of[ref.note]}
    return element("span", attributes, element("a", {"href": links.par_of[ref.id]}, mark))


def _section(section: Section, page: _Page, depth: int) -> str:
    content = lines(
        _heading(section.heading, page, depth),
        blocks_markup(section.blocks, page.dialect),
        *(_note(note, page) for note in section.notes),
        *(_section(inner, page, depth + 1) for inner in section.sections),
    )
    return element("div", {"id": section.id, "class": section.role.value}, "\n", content, "\n")


def _heading(heading: Heading, page: _Page, depth: int) -> str:
    """Give the heading with its link; note references stand behind it, because links cannot hold links."""
    sentence = heading.sentence
    link = element("a", {"href": page.links.par_of[sentence.id]}, _linked_words(sentence))
    refs = "".join(_note_ref(ref, page.links) for ref in note_refs(sentence))
    attributes = {"id": sentence.id, "class": "supplied" if heading.supplied else ""}
    line = element(f"h{min(depth, 6)}", attributes, link, refs)
    if not heading.subtitle:
        return line
    return lines(line, element("p", {"class": "subtitle"}, sentence_markup(heading.subtitle, page.dialect)))


def _linked_words(sentence: Sentence) -> str:
    def nothing(_ref: NoteRef) -> str:
        return ""

    def words(_link: Link, text: str) -> str:
        return text

    def no_page(_page: PageBreak) -> str:
        return ""

    dialect = Dialect(note_ref=nothing, link=words, page_break=no_page, paragraph={})
    return inline_markup(sentence.inlines, dialect)


def _note(note: Note, page: _Page) -> str:
    backs = [page.links.content_of[id] for id in note.references if id in page.links.content_of]
    mark = escape(note.mark)
    lead = element("a", {"href": backs[0]}, mark) if backs else element("span", {}, mark)
    content = blocks_markup(note.blocks, page.dialect, lead + " ")
    return element("div", {"id": note.id, "class": "notebody"}, "\n", content, "\n")
