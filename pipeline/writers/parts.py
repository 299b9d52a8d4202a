"""The parts that every edition is cut into: one top-level section, one file name, one track.

In: a Publication. Out: its Parts in reading order. Law: text, overlay and audio of a section share one stem.
"""

from dataclasses import dataclass

from pipeline.model.document import Document, Section
from pipeline.model.publication import Digest, Publication
from pipeline.model.speech import Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A top-level section and its track."""

    section: Section
    matter: str
    """frontmatter, bodymatter or backmatter."""
    stem: str
    """File name without its ending: 03-shmos."""
    track: Track | None

    @property
    def audio(self) -> Digest | None:
        """The stored MP3 file, when the part is voiced."""
        return Digest(sha256=self.track.digest, size_bytes=self.track.size_bytes) if self.track else None


def parts_of(publication: Publication) -> tuple[Part, ...]:
    """Cut a publication into its parts; a section without a track is named by its place and id."""
    tracks = {track.section: track for track in publication.narration.tracks}
    parts = []
    for number, (section, matter) in enumerate(_with_matter(publication.document), start=1):
        track = tracks.get(section.id)
        stem = track.href.removesuffix(".mp3") if track else f"{number:02}-{section.id}"
        parts.append(Part(section=section, matter=matter, stem=stem, track=track))
    return tuple(parts)


def _with_matter(document: Document) -> list[tuple[Section, str]]:
    return [
        *((section, "frontmatter") for section in document.front),
        *((section, "bodymatter") for section in document.body),
        *((section, "backmatter") for section in document.back),
    ]
