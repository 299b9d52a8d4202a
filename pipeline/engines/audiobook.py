"""Tracks into one audiobook file.

In: an Audiobook and its tracks as open files. Out: the file, in pieces or as it is written. Laws: chapters begin
exactly where their track's first frame does; the sound of the MP3 book is that of the tracks, byte for byte; no track
is in memory as a whole.
"""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from itertools import accumulate
from typing import BinaryIO, TypeAlias

from pipeline.engines.id3 import make_book_id3
from pipeline.engines.lame import lame_version
from pipeline.engines.levels import SAMPLE_RATE_HZ
from pipeline.engines.mp3 import file_of_frames, frames_of_file
from pipeline.engines.pyav import AAC_SAMPLES, aac_version, encode_aac, write_m4b
from pipeline.model.publication import Audiobook, SoundChapter

Files: TypeAlias = Callable[[], Iterator[BinaryIO]]
"""Opens files one after the other; may be asked more than once."""

_LENGTH = struct.Struct(">H")
"""In front of each AAC frame: a frame has at most 768 bytes (ISO/IEC 14496-3: 6144 bits a channel)."""
_FORM = 1
"""Of what this module makes: raised when it makes other bytes of the same book."""


def book_version() -> str:
    """Name all that a packed book depends on beside its tracks and words."""
    return f"{lame_version()}, numpy {version('numpy')}, mutagen {version('mutagen')}, {aac_version()}, form {_FORM}"


def pack_mp3(book: Audiobook, tracks: Files) -> Iterator[bytes]:
    """Give the book as one MP3 file, in pieces."""
    yield make_book_id3(book, SAMPLE_RATE_HZ)
    yield from file_of_frames(lambda: (frames for track in tracks() for frames in frames_of_file(track)))


def encode_track(track: BinaryIO) -> Iterator[bytes]:
    """Give a track in AAC: its frames, each with its length in front."""
    for frame in encode_aac(track):
        yield _LENGTH.pack(len(frame)) + frame


def pack_m4b(book: Audiobook, tracks: Files, lengths: Sequence[int], file: BinaryIO) -> None:
    """Write the book as MP4; `tracks` are those that `encode_track` gave, `lengths` how many frames each has.

    AAC's frames are not MP3's: each track is filled up to a whole frame, so that a chapter moves by 46 ms at most for
    each track before it; the table of chapters is moved along.
    """
    chapters = move_chapters(book, [frames * AAC_SAMPLES for frames in lengths])
    write_m4b(file, _frames(tracks()), replace(book, chapters=chapters))


def _frames(tracks: Iterable[BinaryIO]) -> Iterator[bytes]:
    for track in tracks:
        while length := track.read(_LENGTH.size):
            yield track.read(*_LENGTH.unpack(length))


def move_chapters(book: Audiobook, lengths: Sequence[int]) -> tuple[SoundChapter, ...]:
    """Move chapters along with tracks that have become longer; `lengths` in samples."""
    befores = list(accumulate(book.track_samples, initial=0))
    afters = list(accumulate(lengths, initial=0))

    def moved(position: int) -> int:
        track = bisect_right(befores, position) - 1
        return afters[track] + position - befores[track]

    return tuple(
        replace(chapter, begin=moved(chapter.begin), end=moved(chapter.end)) for chapter in book.chapters
    )
