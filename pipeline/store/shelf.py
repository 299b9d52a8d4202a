"""Files for people: finished editions as they stand on the disk, and single files somebody asked for."""

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.errors import StoreError, UsageError
from pipeline.store.faults import disk_fault


def read_file(folder: Path, name: str) -> bytes | None:
    """Give a file of an edition, or None when there is none that can be read."""
    try:
        return (folder / name).read_bytes()
    except OSError:
        return None


def has_files(folder: Path, sizes: Mapping[str, int]) -> bool:
    """Tell whether every file is there with its size in bytes."""
    try:
        return all((folder / path).stat().st_size == size for path, size in sizes.items())
    except OSError:
        return False


@dataclass(frozen=True, slots=True, eq=False)
class Files(Mapping[str, bytes]):
    """Files by path with forward slashes: each is read when it is asked for and not kept."""

    readers: Mapping[str, Callable[[], bytes]]

    def __getitem__(self, path: str) -> bytes:
        """Read a file."""
        return self.readers[path]()

    def __iter__(self) -> Iterator[str]:
        """Give the paths in order."""
        return iter(self.readers)

    def __len__(self) -> int:
        """Count the files."""
        return len(self.readers)

    def __contains__(self, path: object) -> bool:
        """Tell whether a file is there, without reading it."""
        return path in self.readers

    def below(self, folder: str) -> "Files":
        """Give the files of a folder (with its slash at the end, or empty), by their paths in it."""
        inside = {path: read for path, read in self.readers.items() if path.startswith(folder)}
        return Files({path.removeprefix(folder): read for path, read in inside.items()})


def open_folder(folder: Path) -> Files:
    """Find every file below a folder."""
    if not folder.is_dir():
        raise UsageError("there is no such folder. Give the folder of a finished edition.", where=str(folder))
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return Files({path.relative_to(folder).as_posix(): path.read_bytes for path in paths})


def open_archive(path: Path) -> tuple[Files, tuple[zipfile.ZipInfo, ...]]:
    """Find every file of a zip; BadZipFile when it, or a file in it, is damaged."""
    archive = zipfile.ZipFile(path)
    entries = tuple(entry for entry in archive.infolist() if not entry.is_dir())
    broken = archive.testzip()
    if broken:
        raise zipfile.BadZipFile(broken)
    return Files({entry.filename: partial(archive.read, entry) for entry in entries}), entries


def digest_of(path: Path) -> str:
    """Give the sha-256 of a file, however long it is."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def make_folder(folder: Path) -> None:
    """Make a folder and those above it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise disk_fault(problem, folder) from problem


def write_file(path: Path, content: bytes, *, make_folders: bool = False) -> None:
    """Write one file where a person asked for it."""
    try:
        if make_folders:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as problem:
        raise _unwritten(problem, path) from problem


def change_file(path: Path, content: bytes) -> None:
    """Give a person's file other content, whole or not at all: what stood in it may be nowhere else."""
    file = path.resolve()  # a link stays a link
    new = file.with_name(f".{file.name}.new")
    try:
        new.write_bytes(content)
        shutil.copymode(file, new)
        new.replace(file)
    except OSError as problem:
        new.unlink(missing_ok=True)
        raise _unwritten(problem, path) from problem


def _unwritten(problem: OSError, path: Path) -> StoreError:
    return StoreError(
        f"this file cannot be written: {problem.strerror}. Choose another place.", where=str(path)
    )
