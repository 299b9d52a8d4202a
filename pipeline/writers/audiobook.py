"""A publication as one file for audiobook players: every heading is a chapter one can go to.

In: a Publication. Out: audiobook/<name>.mp3 (ID3v2 chapters) or .m4b, as an Audiobook that the engines pack. Law: each
heading that is heard has its chapter, at the first sample of its clip.
"""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from pipeline.model.document import every_section
from pipeline.model.publication import Audiobook, Digest, FileTree, Publication, SoundChapter
from pipeline.model.speech import Track


def write_mp3_book(publication: Publication) -> FileTree:
    """Give one MP3 file with chapters."""
    return _book(publication, "mp3")


def write_m4b(publication: Publication) -> FileTree:
    """Give one M4B file (AAC in MP4) with chapters."""
    return _book(publication, "m4b")


def _book(publication: Publication, container: str) -> FileTree:
    narration, metadata = publication.narration, publication.document.metadata
    tracks = narration.tracks
    if not tracks:
        return {}
    authors = ", ".join(person.name for person in metadata.contributors if person.role == "aut")
    book = Audiobook(
        container=container,
        title=metadata.shown_title,
        author=authors or metadata.publisher,
        narrator=narration.narrator,
        publisher=metadata.publisher,
        date=metadata.date,
        tracks=tuple(Digest(sha256=track.digest, size_bytes=track.size_bytes) for track in tracks),
        track_samples=tuple(track.samples for track in tracks),
        chapters=tuple(_chapters(publication, tracks)),
    )
    return {f"audiobook/{publication.slug}.{container}": book}


def _chapters(publication: Publication, tracks: tuple[Track, ...]) -> Iterator[SoundChapter]:
    """Give chapters without a gap: each ends where the next one begins."""
    starts = dict(_heading_starts(publication, tracks))
    ends = [*list(starts)[1:], sum(track.samples for track in tracks)]
    for (begin, title), end in zip(starts.items(), ends, strict=True):
        yield SoundChapter(title=title, begin=begin, end=end)


def _heading_starts(publication: Publication, tracks: tuple[Track, ...]) -> Iterator[tuple[int, str]]:
    titles = {
        section.heading.sentence.id: section.heading.title for section in every_section(publication.document)
    }
    offsets = accumulate((track.samples for track in tracks), initial=0)
    for track, (offset, _) in zip(tracks, pairwise(offsets), strict=True):
        yield offset, track.title
        for clip in track.clips:
            if clip.target in titles and clip.begin:
                yield offset + clip.begin, titles[clip.target]
