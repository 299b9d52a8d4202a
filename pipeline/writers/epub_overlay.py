"""The media overlay of one content file (EPUB 3.3, "Media overlays").

In: a section and the clips of its track. Out: the SMIL 3.0 file and how long it plays. Laws: the order is that of the
text; each voiced sentence is one par; sections and notes are seqs that name what they are, so that a reader can skip
notes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.model.document import Note, PageBreak, Role, Section, Sentence
from pipeline.model.speech import Clip
from pipeline.writers.markup import DECLARATION, element, empty, lines
from pipeline.writers.reading import leaves
from pipeline.writers.smil import clock_value, milliseconds

_NAMESPACES = {"xmlns": "http://www.w3.org/ns/SMIL", "xmlns:epub": "http://www.idpf.org/2007/ops"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """Where a section's sentences are heard."""

    text_href: str
    """Content file, relative to the SMIL file."""
    audio_href: str
    clips: Mapping[str, Clip]
    """By id of the sentence."""
    sample_rate_hz: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """A finished overlay."""

    content: bytes
    duration_ms: int


def media_overlay(section: Section, sound: Sound) -> Overlay:
    """Give the overlay of a top-level section."""
    seq = _section(section, sound)
    smil = element(
        "smil", {**_NAMESPACES, "version": "3.0"}, "\n", element("body", {}, "\n", seq, "\n"), "\n"
    )
    rate = sound.sample_rate_hz
    duration_ms = sum(
        milliseconds(clip.end, rate) - milliseconds(clip.begin, rate) for clip in sound.clips.values()
    )
    return Overlay(content=f"{DECLARATION}{smil}\n".encode(), duration_ms=duration_ms)


def _section(section: Section, sound: Sound) -> str:
    heading = [section.heading.sentence]
    if section.heading.subtitle:
        heading.append(section.heading.subtitle)
    content = lines(
        _pars(heading, sound),
        _pars(leaves(section.blocks), sound),
        *(_note(note, sound) for note in section.notes),
        *(_section(inner, sound) for inner in section.sections),
    )
    # The vocabulary has no word for an advertisement.
    type = "" if section.role is Role.ADVERTISEMENT else section.role.value
    return _seq(section.id, type, content, sound)


def _note(note: Note, sound: Sound) -> str:
    return _seq(note.id, "footnote", _pars(leaves(note.blocks), sound), sound)


def _seq(id: str, type: str, content: str, sound: Sound) -> str:
    """Give a seq, or nothing when nothing in it is voiced: a seq must not be empty."""
    if not content:
        return ""
    attributes = {"id": f"seq-{id}", "epub:textref": f"{sound.text_href}#{id}", "epub:type": type}
    return element("seq", attributes, "\n", content, "\n")


def _pars(parts: Iterable[Sentence | PageBreak], sound: Sound) -> str:
    return lines(*(_par(part.id, sound) for part in parts if part.id in sound.clips))


def _par(id: str, sound: Sound) -> str:
    clip = sound.clips[id]
    audio = {
        "src": sound.audio_href,
        "clipBegin": clock_value(milliseconds(clip.begin, sound.sample_rate_hz)),
        "clipEnd": clock_value(milliseconds(clip.end, sound.sample_rate_hz)),
    }
    text = empty("text", {"src": f"{sound.text_href}#{id}"})
    return element("par", {"id": f"par-{id}"}, text, empty("audio", audio))
