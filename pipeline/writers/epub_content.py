"""A top-level section as one XHTML file of an EPUB 3.3.

In: a section, where each note and reference lives, the language. Out: the file's bytes. Laws: reading order is
heading, subtitle, blocks, notes, inner sections; every epub:type that has an ARIA role carries it; no heading level
is skipped.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.model.document import Heading, Note, PageBreak, ParagraphRole, Role, Section
from pipeline.model.inline import Link, NoteRef
from pipeline.writers.epub_page import page_document
from pipeline.writers.markup import Attributes, element, empty, escape, lines
from pipeline.writers.pronunciation import no_hint, speech_hint
from pipeline.writers.xhtml import Dialect, anchor, blocks_markup, inline_markup, sentence_markup

# EPUB Structural Semantics Vocabulary, with the DPUB-ARIA role where there is one (spec section 3: "content rules").
_SECTION: Mapping[Role, Attributes] = {
    Role.TITLEPAGE: {"epub:type": "titlepage"},
    Role.IMPRINT: {"epub:type": "imprint"},
    Role.COPYRIGHT_PAGE: {"epub:type": "copyright-page"},
    Role.DEDICATION: {"epub:type": "dedication", "role": "doc-dedication"},
    Role.CHAPTER: {"epub:type": "chapter", "role": "doc-chapter"},
    Role.SECTION: {"epub:type": "division"},
    Role.COLOPHON: {"epub:type": "colophon", "role": "doc-colophon"},
    Role.ADVERTISEMENT: {"class": "advertisement"},
}

_PARAGRAPH: Mapping[ParagraphRole, Attributes] = {
    ParagraphRole.ABSTRACT: {"class": "abstract", "epub:type": "abstract", "role": "doc-abstract"},
    ParagraphRole.SOURCE_LINE: {"class": "source"},
    ParagraphRole.SIGNATURE: {"class": "signature"},
    ParagraphRole.COPYRIGHT: {"class": "copyright"},
    # The eye sees the sentence twice, as in print; a screen reader must not say it twice.
    ParagraphRole.PULLQUOTE: {
        "class": "pullquote",
        "epub:type": "pullquote",
        "role": "doc-pullquote",
        "aria-hidden": "true",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Which file holds which note and which reference, seen from one of the files."""

    own: str
    """The file that is being written."""
    file_of: Mapping[str, str]
    """Id of a note or a reference -> file name beside the other content files."""

    def href(self, id: str) -> str:
        """Give the link to a note or a reference."""
        file = self.file_of[id]
        return f"#{id}" if file == self.own else f"{file}#{id}"


def content_document(
    section: Section, part: str, places: Places, language: str, *, has_lexicon: bool = False
) -> bytes:
    """Give a content file; `part` is frontmatter, bodymatter or backmatter."""
    body = _section(section, _Page(dialect=epub_dialect(places), places=places), 1)
    return page_document(
        section.heading.title,
        body,
        language=language,
        folder="../",
        body_type=part,
        has_lexicon=has_lexicon,
    )


def heading_label(heading: Heading) -> str:
    """Give a heading as navigation shows it: its label, or its words with their languages, without notes."""
    if heading.label:
        return escape(heading.label)
    return " ".join(inline_markup(heading.sentence.inlines, _LABEL).replace(empty("br", {}), " ").split())


def epub_dialect(places: Places) -> Dialect:
    """Give the dialect of EPUB content files."""
    return Dialect(
        note_ref=lambda ref: _note_ref(ref, places),
        link=anchor,
        page_break=_page_break,
        paragraph=_PARAGRAPH,
        aside="aside",
        speech_hint=speech_hint,
        figure="figure",
        caption="figcaption",
    )


def _without_note(_ref: NoteRef) -> str:
    return ""


def _text_of_link(_link: Link, text: str) -> str:
    return text


def _note_ref(ref: NoteRef, places: Places) -> str:
    if not ref.note:
        return element("sup", {"id": ref.id}, escape(ref.mark))
    attributes = {
        "id": ref.id,
        "href": places.href(ref.note),
        "epub:type": "noteref",
        "role": "doc-noteref",
    }
    return element("a", attributes, escape(ref.mark))


def _page_break(page: PageBreak) -> str:
    label = f"page {page.number}"
    return element(
        "div", {"id": page.id, "epub:type": "pagebreak", "role": "doc-pagebreak", "aria-label": label}
    )


_LABEL = replace(
    epub_dialect(Places(own="", file_of={})),
    note_ref=_without_note,
    link=_text_of_link,
    speech_hint=no_hint,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    dialect: Dialect
    places: Places


def _section(section: Section, page: _Page, depth: int) -> str:
    heading = f"h-{section.id}"
    semantics = _SECTION[section.role]
    named = {"aria-labelledby": heading} if depth == 1 else {}
    content = lines(
        _heading(section.heading, heading, page.dialect, depth),
        blocks_markup(section.blocks, page.dialect),
        *(_note(note, page) for note in section.notes),
        *(_section(inner, page, depth + 1) for inner in section.sections),
    )
    return element("section", {"id": section.id, **semantics, **named}, "\n", content, "\n")


def _heading(heading: Heading, id: str, dialect: Dialect, depth: int) -> str:
    attributes = {
        "id": id,
        "class": "supplied" if heading.supplied else "",
        # "12" alone tells a person who jumps from heading to heading nothing.
        "aria-label": heading.label,
    }
    line = element(f"h{min(depth, 6)}", attributes, sentence_markup(heading.sentence, dialect))
    if not heading.subtitle:
        return line
    subtitle = {"class": "subtitle", "epub:type": "subtitle", "role": "doc-subtitle"}
    return lines(line, element("p", subtitle, sentence_markup(heading.subtitle, dialect)))


def _note(note: Note, page: _Page) -> str:
    attributes = {"id": note.id, "class": "note", "epub:type": "footnote", "role": "doc-footnote"}
    content = blocks_markup(note.blocks, page.dialect, _note_mark(note, page.places) + " ")
    return element("aside", attributes, "\n", content, "\n")


def _note_mark(note: Note, places: Places) -> str:
    """Give the note's number as a link back; further references get an arrow each."""
    if not note.references:
        return element("span", {"class": "mark"}, escape(note.mark))
    backs = []
    for count, reference in enumerate(note.references, start=1):
        where = f"Back to reference {note.mark} in the text" + (f", place {count}" if count > 1 else "")
        attributes = {
            "class": "mark",
            "href": places.href(reference),
            "role": "doc-backlink",
            "aria-label": where,
        }
        backs.append(element("a", attributes, escape(note.mark) if count == 1 else "\u21a9"))
    return " ".join(backs)
