"""Files for people: finished editions as they stand on the disk, and single files somebody asked for."""

from collections.abc import Mapping
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


def read_folder(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder: path with forward slashes -> content."""
    if not folder.is_dir():
        raise UsageError("there is no such folder. Give the folder of a finished edition.", where=str(folder))
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


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
        raise StoreError(
            f"this file cannot be written: {problem.strerror}. Choose another place.", where=str(path)
        ) from problem
