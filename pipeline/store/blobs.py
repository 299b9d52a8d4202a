"""Content by its sha-256: clips, tracks, whatever is made once and used again.

In: bytes. Out: the same bytes, verified. Laws: a blob is there whole or not at all, whatever is killed when; a damaged
blob is never given out, but counts as missing and is made again; what may be as long as a book is never in memory as
a whole.

A run reads a blob many times, and hashes it once: as long as the file bears the same marks, it is the file that was
verified.
"""

import hashlib
import os
import re
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from pipeline.errors import StoreError
from pipeline.store.faults import disk_fault
from pipeline.store.leftovers import own_prefix, remove_leftovers

_SHA256 = re.compile(r"[0-9a-f]{64}")
_MODE = 0o644
_UNFINISHED = ".new"
"""Folder of blobs that are being written."""
_SETTLED_NS = 2_000_000_000
"""A file that was changed less than this ago may be changed again and bear the same marks: the clocks of file systems
are that coarse (FAT: 2 s)."""
_PIECE_BYTES = 1 << 18
_Marks: TypeAlias = tuple[int, int, int, int]


class BlobLostError(StoreError):
    """A blob is missing, or was found damaged."""


class Blobs:
    """A folder of blobs: ab/abcdef..."""

    def __init__(self, root: Path) -> None:
        """Take the folder; it is made when the first blob is put."""
        self._root = root
        self._verified: dict[str, _Marks] = {}
        """The marks that files bore when they were verified."""
        self._crcs: dict[str, int] = {}

    def put(self, content: bytes) -> str:
        """Store content and give its sha-256. What is there already is left alone, what is damaged replaced."""
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        try:
            if not _holds(path, content):
                write_whole(path, content, self._root / _UNFINISHED)
        except OSError as problem:
            raise disk_fault(problem, path) from problem
        return sha256

    def put_pieces(self, pieces: Iterable[bytes]) -> tuple[str, int]:
        """Store content of which one piece is in memory at a time; give its sha-256 and its size."""
        return self.put_file(lambda file: file.writelines(pieces))

    def put_file(self, write: Callable[[BinaryIO], None]) -> tuple[str, int]:
        """Store what is written to a file, where the writer may also go back; give its sha-256 and its size."""
        try:
            with _new_name(self._root / _UNFINISHED) as new:
                with new.open("w+b") as file:
                    write(file)
                    size_bytes = file.seek(0, os.SEEK_END)
                    file.seek(0)
                    sha256 = hashlib.file_digest(file, "sha256").hexdigest()
                _put_in_place(new, self._path(sha256))
        except OSError as problem:
            raise disk_fault(problem, self._root) from problem
        return sha256, size_bytes

    def get(self, sha256: str) -> bytes:
        """Give content, verified; StoreError when it is missing or was found damaged."""
        content = self.find(sha256)
        if content is None:
            raise _lost(self._path(sha256))
        return content

    def find(self, sha256: str) -> bytes | None:
        """Give content, verified, or None when it is missing; a damaged blob is removed and counts as missing."""
        path = self._path(sha256)
        try:
            with path.open("rb") as file:
                marks = _marks(file.fileno())
                content = file.read()
        except FileNotFoundError:
            return None
        except OSError as problem:
            raise disk_fault(problem, path) from problem
        if self._verified.get(sha256) == marks:
            return content
        return content if self._judge(sha256, hashlib.sha256(content).hexdigest(), marks) else None

    def is_sound(self, sha256: str) -> bool:
        """Tell whether a blob is there and whole, having read it; a damaged one is removed."""
        try:
            self.open(sha256).close()
        except BlobLostError:
            return False
        return True

    def open(self, sha256: str) -> BinaryIO:
        """Give content as a file, verified; StoreError when it is missing or was found damaged."""
        path = self._path(sha256)
        try:
            file = path.open("rb")
            try:
                marks = _marks(file.fileno())
                if self._verified.get(sha256) != marks:
                    if not self._judge(sha256, hashlib.file_digest(file, "sha256").hexdigest(), marks):
                        raise _lost(path)
                    file.seek(0)
            except BaseException:  # Ctrl-C too: what is not handed out is closed
                file.close()
                raise
        except FileNotFoundError:
            raise _lost(path) from None
        except OSError as problem:
            raise disk_fault(problem, path) from problem
        return file

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """Give content piece by piece, verified before the first of them; StoreError as `open`."""
        with self.open(sha256) as file:
            while piece := file.read(_PIECE_BYTES):
                yield piece

    def crc32(self, sha256: str) -> int:
        """Give the CRC-32 of content, which zip files ask for; reckoned once in a run."""
        if sha256 not in self._crcs:
            crc = 0
            for piece in self.pieces(sha256):
                crc = zlib.crc32(piece, crc)
            self._crcs[sha256] = crc
        return self._crcs[sha256]

    def has(self, sha256: str) -> bool:
        """Tell whether a blob is there, without reading it."""
        return self._path(sha256).is_file()

    def clean(self) -> None:
        """Remove the beginnings of blobs that killed runs left behind."""
        try:
            remove_leftovers(self._root / _UNFINISHED)
        except OSError as problem:
            raise disk_fault(problem, self._root) from problem

    def _judge(self, sha256: str, found: str, marks: _Marks) -> bool:
        """Tell whether what was found is what should stand there; remember it, or remove it."""
        if found == sha256:
            if _are_settled(marks):
                self._verified[sha256] = marks
            return True
        path = self._path(sha256)
        try:
            path.unlink(missing_ok=True)
        except OSError as problem:
            raise disk_fault(problem, path) from problem
        return False

    def _path(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"not a sha-256: {sha256!r}")
        return self._root / sha256[:2] / sha256


def _lost(path: Path) -> BlobLostError:
    return BlobLostError(
        "stored content is missing or was damaged. Run the same command again: it will be made anew.",
        where=str(path),
    )


def _marks(descriptor: int) -> _Marks:
    """Give what a file cannot keep when its content changes: place, size, times of change in nanoseconds."""
    found = os.fstat(descriptor)
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _are_settled(marks: _Marks) -> bool:
    return max(marks[2:]) < time.time_ns() - _SETTLED_NS


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except FileNotFoundError:
        return False


def write_whole(path: Path, content: bytes, unfinished: Path) -> None:
    """Write to a name of our own and rename: nobody ever sees a part. A power cut may; reading verifies."""
    with _new_name(unfinished) as new:
        new.write_bytes(content)
        _put_in_place(new, path)


@contextmanager
def _new_name(folder: Path) -> Iterator[Path]:
    """Give a file with a name of our own; when it still bears it in the end, it is removed."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=own_prefix(), dir=folder)
    os.close(descriptor)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _put_in_place(new: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new.chmod(_MODE)
    new.rename(path)
