"""Tracks into one audiobook file.

In: an Audiobook and a way to load stored tracks. Out: the file's bytes. Law: chapters begin exactly where their track's
first frame does; the sound of the MP3 book is that of the tracks, byte for byte.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import accumulate
from typing import TypeAlias

from pipeline.engines.id3 import make_book_id3
from pipeline.engines.levels import SAMPLE_RATE_HZ
from pipeline.engines.mp3 import file_of_frames, frames_of_file
from pipeline.engines.pyav import AAC_SAMPLES, encode_aac, write_m4b
from pipeline.model.publication import Audiobook, Digest, SoundChapter

Load: TypeAlias = Callable[[Digest], bytes]


def pack_audiobook(book: Audiobook, load: Load) -> bytes:
    """Pack a book into the container it names."""
    return _CONTAINERS[book.container](book, load)


def _pack_mp3(book: Audiobook, load: Load) -> bytes:
    sound = file_of_frames(lambda: (frames_of_file(load(track)) for track in book.tracks))
    return b"".join((make_book_id3(book, SAMPLE_RATE_HZ), *sound))


def _pack_m4b(book: Audiobook, load: Load) -> bytes:
    """Encode each track by itself, all cores at once: the encoder lets go of Python while it works.

    AAC's frames are not MP3's: each track is filled up to a whole frame, so that a chapter moves by 46 ms at most for
    each track before it; the table of chapters is moved along.
    """
    with ThreadPoolExecutor() as threads:
        encoded = list(threads.map(lambda track: encode_aac(load(track)), book.tracks))
    chapters = move_chapters(book, [len(packets) * AAC_SAMPLES for packets in encoded])
    return write_m4b([packet for packets in encoded for packet in packets], replace(book, chapters=chapters))


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


_CONTAINERS: Mapping[str, Callable[[Audiobook, Load], bytes]] = {"mp3": _pack_mp3, "m4b": _pack_m4b}
