"""Finished editions into place: built beside the old one and swapped with it in whole.

In: files as bytes or as digests of stored blobs. Out: a folder. Law: whoever reads output/ sees the old edition or the
new one, never a part of either, whatever is killed when.

A sound file that the old edition holds already is not written once more: it gets a second name, and the first one goes
with the old edition.
"""

import ctypes
import errno
import hashlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from pipeline.errors import StoreError
from pipeline.model.ports import BlobStore
from pipeline.model.publication import Digest, Pieces
from pipeline.store.faults import disk_fault
from pipeline.store.leftovers import own_prefix, remove_leftovers

STAGING = "staging"
_AT_CURRENT_FOLDER = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux' renameat2 and RENAME_SWAP of macOS' renamex_np are the same number."""
_FILE_MODE, _FOLDER_MODE = 0o644, 0o755
_PLAIN_FILE = stat.S_IFREG | _FILE_MODE
_WRITERS = 2


def make_staging(root: Path) -> Path:
    """Make an empty folder below `root`, for an edition that is not finished; `root` lies on the disk of output/."""
    folder = root / STAGING
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=own_prefix(), dir=folder))
    except OSError as problem:
        raise disk_fault(problem, folder) from problem


def clean_staging(root: Path) -> None:
    """Remove what runs left behind that were killed; those that still run keep theirs."""
    folder = root / STAGING
    try:
        remove_leftovers(folder)
    except OSError as problem:
        raise disk_fault(problem, folder) from problem


def check_place(final: Path, known: Collection[str] | None) -> None:
    """Refuse a place whose files would be lost.

    `known` are the paths of the edition that stands there, None when none does. Hidden files are what systems leave
    behind, and are not asked for.
    """
    if not os.path.lexists(final):
        return
    if known is None and not (final.is_dir() and not any(final.iterdir())):
        raise StoreError(
            "something stands here that Pokeach did not make, and the edition needs the place. Move it away, or choose "
            "another folder with --to.",
            where=str(final),
        )
    foreign = [path for path in _visible_files(final) if path not in (known or ())]
    if foreign:
        raise StoreError(
            f"the folder of the edition holds what Pokeach did not put there: {', '.join(foreign[:5])}. It would be "
            "lost: move it to another folder.",
            where=str(final),
        )


def _visible_files(folder: Path) -> list[str]:
    paths = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if not path.is_dir())
    return [path.as_posix() for path in paths if not path.name.startswith(".")]


Files: TypeAlias = Mapping[str, bytes | Digest | Pieces]
Listing: TypeAlias = Callable[[Mapping[str, Digest]], Mapping[str, bytes]]
"""Makes the files that tell of the others, from digest and size of each as it was written."""


def publish_tree(files: Files, list_files: Listing, final: Path, *, root: Path, blobs: BlobStore) -> None:
    """Write an edition beside the old one and put it in its place; a failure leaves the old one and nothing else."""
    staging = make_staging(root)
    try:
        written = write_tree(staging, files, blobs, before=final)
        write_tree(staging, list_files(written), blobs)
        publish_folder(staging, final)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def write_tree(
    folder: Path, files: Files, blobs: BlobStore, *, before: Path | None = None
) -> dict[str, Digest]:
    """Write files below a folder; give digest and size of each.

    Blobs are copied, verified, never linked: nobody who edits an edition spoils the store. What stands unharmed in the
    edition `before`, under the same path, is linked.
    """

    def write(path: str) -> Digest:
        content, target = files[path], folder / _safe(path)
        try:
            _make_folders(target.parent, folder)
            if before and isinstance(content, Digest) and _linked(before / path, target, content):
                return content
            return _write(target, content, blobs)
        except OSError as problem:
            raise disk_fault(problem, target) from problem

    # Copying and hashing leave Python to others: on two cores two files are written at a time.
    with ThreadPoolExecutor(_WRITERS) as pool:
        try:
            return dict(zip(files, pool.map(write, files), strict=True))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _write(target: Path, content: bytes | Digest | Pieces, blobs: BlobStore) -> Digest:
    if isinstance(content, Digest):
        with target.open("wb") as file:
            file.writelines(_pieces(content, blobs))  # verified by the store: this is its digest
        target.chmod(_FILE_MODE)
        return content
    whole = hashlib.sha256()
    with target.open("wb") as file:
        for part in content.parts if isinstance(content, Pieces) else (content,):
            for piece in _pieces(part, blobs):
                file.write(piece)
                whole.update(piece)
        size_bytes = file.tell()
    target.chmod(_FILE_MODE)
    return Digest(sha256=whole.hexdigest(), size_bytes=size_bytes)


def _pieces(part: bytes | Digest, blobs: BlobStore) -> Iterator[bytes]:
    if isinstance(part, bytes):
        yield part
        return
    left = part.size_bytes
    for piece in blobs.pieces(part.sha256):
        left -= len(piece)
        yield piece
    if left:  # what tells of it, an archive's table of contents, would be wrong
        raise StoreError(
            f"a sound file is {part.size_bytes - left} bytes long and should be {part.size_bytes}."
        )


def _linked(old: Path, new: Path, wanted: Digest) -> bool:
    """Give a standing file a second name, if it is what is wanted and has no other name, by which it could change."""
    try:
        with old.open("rb") as file:
            found = os.fstat(file.fileno())
            if (found.st_mode, found.st_nlink, found.st_size) != (_PLAIN_FILE, 1, wanted.size_bytes):
                return False
            if hashlib.file_digest(file, "sha256").hexdigest() != wanted.sha256:
                return False
            new.hardlink_to(old)
            if os.path.samestat(found, new.lstat()):
                return True
            new.unlink()  # the name was that of a link, or is another file's by now
            return False
    except OSError:  # it is not there, or this disk knows no second names: then it is copied
        return False


def publish_folder(new: Path, final: Path) -> None:
    """Put a finished folder in the place of the old one in one step, and remove the old one."""
    try:
        new.chmod(_FOLDER_MODE)
        final.parent.mkdir(parents=True, exist_ok=True)
        if not _moved(new, final):
            _exchange(new, final)
            shutil.rmtree(new, ignore_errors=True)
    except OSError as problem:
        raise disk_fault(problem, final) from problem


def _moved(new: Path, final: Path) -> bool:
    """Move a folder to where none is; False when one is there, perhaps put there just now by another run."""
    if final.exists():
        return False
    try:
        new.rename(final)
    except OSError as problem:
        if problem.errno in (errno.ENOTEMPTY, errno.EEXIST):
            return False
        raise
    return True


def _safe(path: str) -> PurePosixPath:
    parts = PurePosixPath(path)
    if not parts.parts or parts.is_absolute() or ".." in parts.parts or "\\" in path or "\0" in path:
        raise StoreError(f"an edition cannot hold a file called {path!r}.")
    return parts


def _make_folders(folder: Path, top: Path) -> None:
    """Make the folders down to this one, with the same permissions whatever the user's mask is."""
    if folder == top or folder.is_dir():
        return
    _make_folders(folder.parent, top)
    folder.mkdir(exist_ok=True)
    folder.chmod(_FOLDER_MODE)


def _exchange(new: Path, final: Path) -> None:
    """Swap two folders in one step; where the system cannot, in two, between which there is no edition."""
    if _swap(os.fsencode(new), os.fsencode(final)):
        return
    aside = new.with_name(new.name + "-old")
    final.rename(aside)
    new.rename(final)
    aside.rename(new)


def _swap(one: bytes, other: bytes) -> bool:
    """Ask the kernel; False when this system or this disk has no such call. The call of macOS has not been tested."""
    libc = ctypes.CDLL(None, use_errno=True)
    calls = {
        "linux": lambda: libc.renameat2(_AT_CURRENT_FOLDER, one, _AT_CURRENT_FOLDER, other, _EXCHANGE),
        "darwin": lambda: libc.renamex_np(one, other, _EXCHANGE),
    }
    try:
        if sys.platform not in calls:
            return False
        if calls[sys.platform]() == 0:
            return True
    except AttributeError:
        return False
    problem = ctypes.get_errno()
    if problem in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(problem, os.strerror(problem))
