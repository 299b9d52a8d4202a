"""Sections with their headings and notes as XHTML, for EPUB and for the plain HTML page.

In: a section and the Frame it is written into. Out: markup. Laws: reading order is heading, subtitle, blocks, notes,
inner sections; what has an ARIA role carries it; no heading level is skipped.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pipeline.model.document import Heading, Note, PageBreak, ParagraphRole, Role, Section
from pipeline.model.inline import Link, NoteRef
from pipeline.writers.markup import Attributes, element, empty, escape, lines
from pipeline.writers.pronunciation import no_hint, speech_hint
from pipeline.writers.xhtml import Dialect, anchor, blocks_markup, inline_markup, sentence_markup

# EPUB Structural Semantics Vocabulary, with the DPUB-ARIA role where there is one (docs/measured.md, "EPUB metadata").
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
    ParagraphRole.BYLINE: {"class": "byline"},
    ParagraphRole.EPIGRAPH: {"class": "epigraph", "epub:type": "epigraph", "role": "doc-epigraph"},
    # The eye sees the sentence twice, as in print; a screen reader must not say it twice.
    ParagraphRole.PULLQUOTE: {
        "class": "pullquote",
        "epub:type": "pullquote",
        "role": "doc-pullquote",
        "aria-hidden": "true",
    },
}
_DEEPEST = 6


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


def nothing(_section: Section) -> str:
    """Put nothing under a heading."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What sections are written into."""

    dialect: Dialect
    places: Places
    is_typed: bool
    """EPUB has `epub:type`; HTML does not know it."""
    under_heading: Callable[[Section], str] = nothing
    """What stands between a heading and the section's blocks."""

    def of(self, attributes: Attributes) -> Attributes:
        """Give the attributes that this format knows."""
        return _untyped(attributes) if not self.is_typed else attributes


def epub_frame(places: Places) -> Frame:
    """Give the frame of EPUB content files."""
    dialect = _dialect(places, _PARAGRAPH, is_typed=True)
    return Frame(dialect=replace(dialect, speech_hint=speech_hint), places=places, is_typed=True)


def html_frame(places: Places, under_heading: Callable[[Section], str]) -> Frame:
    """Give the frame of a plain HTML page."""
    paragraph = {role: _untyped(attributes) for role, attributes in _PARAGRAPH.items()}
    dialect = _dialect(places, paragraph, is_typed=False)
    return Frame(dialect=dialect, places=places, is_typed=False, under_heading=under_heading)


def section_markup(section: Section, frame: Frame, depth: int) -> str:
    """Give a section; `depth` is the level of its heading."""
    heading = f"h-{section.id}"
    named = {"aria-labelledby": heading} if section.level == 1 else {}
    content = lines(
        _heading(section.heading, heading, frame, depth),
        frame.under_heading(section),
        blocks_markup(section.blocks, frame.dialect),
        *(_note(note, frame) for note in section.notes),
        *(section_markup(inner, frame, depth + 1) for inner in section.sections),
    )
    attributes = {"id": section.id, **frame.of(_SECTION[section.role]), **named}
    return element("section", attributes, "\n", content, "\n")


def heading_label(heading: Heading) -> str:
    """Give a heading as navigation shows it: its label, or its words with their languages, without notes."""
    if heading.label:
        return escape(heading.label)
    return " ".join(inline_markup(heading.sentence.inlines, _LABEL).replace(empty("br", {}), " ").split())


def _untyped(attributes: Attributes) -> Attributes:
    return {name: value for name, value in attributes.items() if name != "epub:type"}


def _dialect(places: Places, paragraph: Mapping[ParagraphRole, Attributes], *, is_typed: bool) -> Dialect:
    def note_ref(ref: NoteRef) -> str:
        if not ref.note:
            return element("sup", {"id": ref.id}, escape(ref.mark))
        attributes = {
            "id": ref.id,
            "href": places.href(ref.note),
            "epub:type": "noteref" if is_typed else "",
            "role": "doc-noteref",
        }
        return element("a", attributes, escape(ref.mark))

    def page_break(page: PageBreak) -> str:
        attributes = {
            "id": page.id,
            "epub:type": "pagebreak" if is_typed else "",
            "role": "doc-pagebreak",
            "aria-label": f"page {page.number}",
        }
        return element("div", attributes)

    return Dialect(
        note_ref=note_ref,
        link=anchor,
        page_break=page_break,
        paragraph=paragraph,
        aside="aside",
        figure="figure",
        caption="figcaption",
    )


def _without_note(_ref: NoteRef) -> str:
    return ""


def _text_of_link(_link: Link, text: str) -> str:
    return text


_LABEL = replace(
    _dialect(Places(own="", file_of={}), _PARAGRAPH, is_typed=False),
    note_ref=_without_note,
    link=_text_of_link,
    speech_hint=no_hint,
)


def _heading(heading: Heading, id: str, frame: Frame, depth: int) -> str:
    attributes = {
        "id": id,
        "class": "supplied" if heading.supplied else "",
        # "12" alone tells a person who jumps from heading to heading nothing.
        "aria-label": heading.label,
    }
    words = sentence_markup(heading.sentence, frame.dialect)
    line = element(f"h{min(depth, _DEEPEST)}", attributes, words)
    if not heading.subtitle:
        return line
    subtitle = frame.of({"class": "subtitle", "epub:type": "subtitle", "role": "doc-subtitle"})
    return lines(line, element("p", subtitle, sentence_markup(heading.subtitle, frame.dialect)))


def _note(note: Note, frame: Frame) -> str:
    attributes = {
        "id": note.id,
        **frame.of({"class": "note", "epub:type": "footnote", "role": "doc-footnote"}),
    }
    content = blocks_markup(note.blocks, frame.dialect, _note_mark(note, frame.places) + " ")
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
