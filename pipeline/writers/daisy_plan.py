"""What is played in a DAISY book, in order: the one plan that all files of both formats follow.

In: a Publication. Out: Parts, one for each heading section, with their Pars. Laws: one SMIL file a heading section,
which begins with that heading; what has no clip has no par, but for headings and pages, which navigation needs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.document import Block, PageBreak, Section, Sentence
from pipeline.model.inline import NoteRef
from pipeline.model.publication import Publication
from pipeline.model.speech import Clip
from pipeline.writers.parts import Part as Matter
from pipeline.writers.parts import parts_of
from pipeline.writers.reading import leaves, note_refs
from pipeline.writers.smil import milliseconds

_DEEPEST = 6
"""Levels of headings that NCC and DTBook know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A stretch of an audio file, in milliseconds from its start."""

    href: str
    begin_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Par:
    """A fragment of the text with its sound."""

    target: str
    """Id in the content file."""
    sound: Sound | None
    system_required: str = ""
    """footnote-on, pagenumber-on: the player leaves it out when the listener says so (Skippable structures)."""
    page: PageBreak | None = None
    note_refs: tuple[NoteRef, ...] = ()
    """References in the fragment that lead to a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingPart:
    """A section with a heading, without the sections inside it."""

    section: Section
    depth: int
    """1 to 6."""
    smil: str
    content: str
    pars: tuple[Par, ...]
    """The first one is the heading."""

    @property
    def length_ms(self) -> int:
        """How long it plays, notes included."""
        return sum(par.sound.end_ms - par.sound.begin_ms for par in self.pars if par.sound)

    def par_href(self, target: str) -> str:
        """Give the link to the par of a fragment."""
        return f"{self.smil}#{par_id(target)}"


def page_kind(page: PageBreak) -> str:
    """Give the kind of a page by its number: normal (digits), front (Roman), or special."""
    if page.number.isascii() and page.number.isdigit():
        return "normal"
    roman = page.number and not page.number.lower().strip("ivxlcdm")
    return "front" if roman else "special"


def par_id(target: str) -> str:
    """Give the id of the par that plays a fragment."""
    return f"par-{target}"


def plan_parts(publication: Publication) -> tuple[HeadingPart, ...]:
    """Plan a whole book in reading order."""
    rate = publication.narration.sample_rate_hz
    return tuple(part for matter in parts_of(publication) for part in _plan_matter(matter, rate))


def _plan_matter(matter: Matter, sample_rate_hz: int) -> Iterator[HeadingPart]:
    clips = {clip.target: clip for clip in matter.track.clips} if matter.track else {}
    audio = f"{matter.stem}.mp3"
    sounds = {target: _sound(audio, clip, sample_rate_hz) for target, clip in clips.items()}
    for number, (section, depth) in enumerate(_with_depth(matter.section, 1), start=1):
        yield HeadingPart(
            section=section,
            depth=depth,
            smil=f"{matter.stem}.smil" if number == 1 else f"{matter.stem}-{number:02}.smil",
            content=f"{matter.stem}.html",
            pars=tuple(_pars(section, sounds)),
        )


def _with_depth(section: Section, depth: int) -> Iterator[tuple[Section, int]]:
    yield section, min(depth, _DEEPEST)
    for inner in section.sections:
        yield from _with_depth(inner, depth + 1)


def _sound(href: str, clip: Clip, sample_rate_hz: int) -> Sound:
    return Sound(
        href=href,
        begin_ms=milliseconds(clip.begin, sample_rate_hz),
        end_ms=milliseconds(clip.end, sample_rate_hz),
    )


def _pars(section: Section, sounds: dict[str, Sound]) -> Iterator[Par]:
    heading = section.heading
    yield _sentence_par(heading.sentence, sounds)
    if heading.subtitle and heading.subtitle.id in sounds:
        yield _sentence_par(heading.subtitle, sounds)
    yield from _block_pars(section.blocks, sounds, "")
    for note in section.notes:
        yield from _block_pars(note.blocks, sounds, "footnote-on")


def _block_pars(blocks: Sequence[Block], sounds: dict[str, Sound], system_required: str) -> Iterator[Par]:
    for leaf in leaves(blocks):
        if isinstance(leaf, PageBreak):
            yield Par(target=leaf.id, sound=None, system_required="pagenumber-on", page=leaf)
        elif leaf.id in sounds:
            yield _sentence_par(leaf, sounds, system_required)


def _sentence_par(sentence: Sentence, sounds: dict[str, Sound], system_required: str = "") -> Par:
    return Par(
        target=sentence.id,
        sound=sounds.get(sentence.id),
        system_required=system_required,
        note_refs=tuple(ref for ref in note_refs(sentence) if ref.note),
    )
