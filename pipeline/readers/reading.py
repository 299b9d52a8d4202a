"""What a reader gives: sections as printed, what the text says of itself, and notices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import Note, Section
from pipeline.model.inline import NoteRef
from pipeline.model.metadata import Metadata
from pipeline.model.source import Notice
from pipeline.model.walk import every_inline, section_sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One source as printed."""

    sections: tuple[Section, ...]
    notices: tuple[Notice, ...] = ()
    metadata: Metadata = Metadata()


def merge_metadata(told: Metadata, printed: Metadata) -> Metadata:
    """Fill what the sidecar leaves open with what the text says of itself."""
    names = ("subtitle", "publisher", "date", "rights", "source", "series", "series_number", "description")
    merged = replace(
        told,
        contributors=told.contributors or printed.contributors,
        **{name: getattr(told, name) or getattr(printed, name) for name in names},
    )
    if not told.title:
        merged = replace(merged, title=printed.title, title_supplied=printed.title_supplied)
    default = Metadata().language
    return replace(merged, language=printed.language if told.language == default else told.language)


def attach_notes(sections: Sequence[Section], notes: Mapping[str, Note]) -> tuple[Section, ...]:
    """Put each note into the section that first refers to it; one that nothing refers to goes into the last.

    Keys are what the NoteRefs carry in `note`.
    """
    left = dict(notes)
    placed = tuple(_with_notes(section, left) for section in sections)
    if not left or not placed:
        return placed
    last = placed[-1]
    return (*placed[:-1], replace(last, notes=(*last.notes, *left.values())))


def _with_notes(section: Section, left: dict[str, Note]) -> Section:
    """Notes may refer to notes: their references count as well."""
    found: list[Note] = []
    keys = [
        inline.note
        for sentence in section_sentences(section)
        for inline in every_inline(sentence.inlines)
        if isinstance(inline, NoteRef)
    ]
    for key in keys:
        if key in left:
            note = left.pop(key)
            found.append(note)
            keys += _keys_in(note)
    inner = tuple(_with_notes(child, left) for child in section.sections)
    return replace(section, notes=(*section.notes, *found), sections=inner)


def _keys_in(note: Note) -> list[str]:
    return [
        inline.note
        for block in note.blocks
        for sentence in getattr(block, "sentences", ())
        for inline in every_inline(sentence.inlines)
        if isinstance(inline, NoteRef)
    ]
