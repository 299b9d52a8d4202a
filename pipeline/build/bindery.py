"""Tracks bound into one audiobook file, which the store keeps: what has not changed is not made again.

In: an Audiobook of stored tracks. Out: the digest of the stored file. Laws: a track is encoded to AAC once, however
many others change; no book is in memory as a whole.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import BinaryIO

from pipeline.build import records
from pipeline.build.voicing import key_of
from pipeline.engines import audiobook
from pipeline.model.ports import Ledger
from pipeline.model.publication import Audiobook, Digest
from pipeline.store.blobs import Blobs

_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bindery:
    """Where books are bound."""

    blobs: Blobs
    ledger: Ledger
    jobs: int
    """Tracks that are encoded side by side."""

    def bind(self, book: Audiobook) -> Digest:
        """Give the finished file, from the store when it is there and sound."""
        key = key_of({"step": "bind", **self._version, "book": asdict(book)})
        kept = records.find_sound(self.ledger, self.blobs, key)
        if kept is None:
            kept = _BINDERS[book.container](self, book)
            records.record(self.ledger, key, *kept)
        sha256, size_bytes = kept
        return Digest(sha256=sha256, size_bytes=size_bytes)

    def crc32(self, digest: Digest) -> int:
        """Give a stored blob's CRC-32, which archives ask for."""
        return self.blobs.crc32(digest.sha256)

    @property
    def _version(self) -> dict[str, object]:
        return {"version": _VERSION, "engine": audiobook.book_version()}

    def bind_mp3(self, book: Audiobook) -> tuple[str, int]:
        """Put the tracks' own frames into one file."""
        return self.blobs.put_pieces(
            audiobook.pack_mp3(book, lambda: self._opened([track.sha256 for track in book.tracks]))
        )

    def bind_m4b(self, book: Audiobook) -> tuple[str, int]:
        """Encode each track by itself, several at once: the encoder lets go of Python while it works."""
        with ThreadPoolExecutor(self.jobs) as threads:
            encoded = list(threads.map(self._encoded, book.tracks))
        digests, lengths = [digest for digest, _ in encoded], [length for _, length in encoded]
        return self.blobs.put_file(
            lambda file: audiobook.pack_m4b(book, lambda: self._opened(digests), lengths, file)
        )

    def _encoded(self, track: Digest) -> tuple[str, int]:
        """Give the blob of a track in AAC, and how many frames it has."""
        key = key_of({"step": "aac", **self._version, "track": track.sha256})
        kept = records.find_sound(self.ledger, self.blobs, key)
        if kept:
            return kept
        count = 0

        def counted() -> Iterator[bytes]:
            nonlocal count
            with self.blobs.open(track.sha256) as file:
                for frame in audiobook.encode_track(file):
                    count += 1
                    yield frame

        made = self.blobs.put_pieces(counted())[0], count
        records.record(self.ledger, key, *made)
        return made

    def _opened(self, digests: Sequence[str]) -> Iterator[BinaryIO]:
        for digest in digests:
            with self.blobs.open(digest) as file:
                yield file


_BINDERS = {"mp3": Bindery.bind_mp3, "m4b": Bindery.bind_m4b}
