"""The Document: what every reader makes and every writer gets. Frozen values; sequences are tuples."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from pipeline.model.inline import Inline, Text, plain_text
from pipeline.model.metadata import Metadata
from pipeline.model.source import SourcePos


class Role(StrEnum):
    """What a section is. Values are the EPUB Structural Semantics Vocabulary's where it has a word."""

    TITLEPAGE = "titlepage"
    IMPRINT = "imprint"
    COPYRIGHT_PAGE = "copyright-page"
    DEDICATION = "dedication"
    CHAPTER = "chapter"
    SECTION = "division"
    COLOPHON = "colophon"
    ADVERTISEMENT = "advertisement"
    """Ours: the vocabulary has no word. Skippable."""


class ParagraphRole(StrEnum):
    """What a paragraph does in its section."""

    BODY = "body"
    ABSTRACT = "abstract"
    SOURCE_LINE = "source"
    """Where the piece was taken from: "(Based on Likkutei Sichos 11, pp. 8-13)"."""
    SIGNATURE = "signature"
    COPYRIGHT = "copyright"
    BYLINE = "byline"
    """Who wrote, translated or photographed: "By Nosson Avrohom"."""
    EPIGRAPH = "epigraph"
    """A motto above the text, with who said it."""
    PULLQUOTE = "pullquote"
    """A sentence of the text, repeated for the eye: never spoken or brailled a second time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The smallest thing that is voiced, highlighted, corrected and cached."""

    inlines: tuple[Inline, ...]
    id: str = ""
    """From the content, by `passes.identify`; unique in the document. Empty before that pass."""

    @property
    def text(self) -> str:
        """The characters, without note signs; line breaks as newlines."""
        return plain_text(self.inlines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A section's heading and what stands under it as part of it."""

    sentence: Sentence
    subtitle: Sentence | None = None
    label: str = ""
    """What navigation shows and the voice says when the printed heading cannot stand alone: "Announcement 12"
    for a printed "12". Empty: the printed heading."""
    supplied: bool = False
    """True when the text prints no heading here and the words are ours ("Dedication")."""

    @property
    def title(self) -> str:
        """One line for navigation."""
        return self.label or " ".join(self.sentence.text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph."""

    sentences: tuple[Sentence, ...]
    """Readers give one sentence that holds everything; `passes.segment` cuts it."""
    role: ParagraphRole = ParagraphRole.BODY
    pos: SourcePos | None = None
    id: str = ""
    language: str = ""
    """BCP 47 when it is not the document's; he means Hebrew letters, right to left."""
    echoes: str = ""
    """Pull quotes only: id of the sentence that is repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineGroup:
    """Lines that are kept as lines: title pages, addresses, dedications. Lines end at LineBreak inlines."""

    sentences: tuple[Sentence, ...]
    role: ParagraphRole = ParagraphRole.BODY
    pos: SourcePos | None = None
    id: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A displayed quotation."""

    blocks: "tuple[Block, ...]"
    pos: SourcePos | None = None
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verse:
    """Poetry: stanzas of lines, each line a sentence."""

    stanzas: tuple[tuple[Sentence, ...], ...]
    pos: SourcePos | None = None
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock:
    """A list; each item is a tuple of blocks."""

    items: "tuple[tuple[Block, ...], ...]"
    ordered: bool = False
    start: int = 1
    pos: SourcePos | None = None
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of data, row by row; each cell is a tuple of blocks."""

    rows: "tuple[tuple[tuple[Block, ...], ...], ...]"
    header_rows: int = 0
    pos: SourcePos | None = None
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture: what it shows in words, and its caption."""

    alternative: str
    caption: "tuple[Block, ...]" = ()
    pos: SourcePos | None = None
    id: str = ""

    @property
    def described(self) -> Sentence:
        """What it shows, as a sentence that can be heard."""
        return Sentence(inlines=(Text(text=self.alternative),), id=f"{self.id}-words")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThematicBreak:
    """A separator printed between paragraphs: * * *."""

    printed: str = "* * *"
    pos: SourcePos | None = None
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """A page of the print edition begins here. Never invented."""

    number: str
    pos: SourcePos | None = None
    id: str = ""


Block: TypeAlias = (
    Paragraph | LineGroup | Quotation | Verse | ListBlock | Table | Figure | ThematicBreak | PageBreak
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote, tied to one or more references."""

    id: str
    """fn-<section>-<mark>: numbers restart in each section, ids do not."""
    mark: str
    """As printed: "12"."""
    blocks: tuple[Block, ...]
    references: tuple[str, ...] = ()
    """Ids of the NoteRefs that point here, in reading order."""
    author: str = ""
    """ "translator" when the note says so itself."""
    pos: SourcePos | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the document with a heading."""

    id: str
    level: int
    """1 for a top-level section; its sections have level 2."""
    role: Role
    heading: Heading
    blocks: tuple[Block, ...] = ()
    sections: "tuple[Section, ...]" = ()
    notes: tuple[Note, ...] = ()
    """Notes of this section itself, in order; they are read after its blocks, before its sections."""
    pos: SourcePos | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole text in reading order: front, body, back."""

    metadata: Metadata
    front: tuple[Section, ...] = ()
    body: tuple[Section, ...] = ()
    back: tuple[Section, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The top-level sections in reading order."""
        return self.front + self.body + self.back

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes in reading order."""
        return tuple(note for section in every_section(self) for note in section.notes)


def every_section(document: Document) -> Iterator[Section]:
    """Yield each section before the sections inside it, in reading order."""
    stack = list(reversed(document.sections))
    while stack:
        section = stack.pop()
        yield section
        stack.extend(reversed(section.sections))
