"""Who works with a store: builds share it, and whoever throws it away must have it alone.

In: the store's folder. Out: a lock that ends with its holder, whatever kills it. Where the system or the disk has no
such locks there is none: then nobody is kept out.
"""

import contextlib
import os
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import UsageError

if sys.platform != "win32":
    import fcntl


class Shared:
    """A share in a folder; it ends when nobody needs this value any more."""

    def __init__(self, descriptor: int) -> None:
        """Take the open folder that is locked."""
        self._end = weakref.finalize(self, os.close, descriptor)


def share_folder(folder: Path) -> Shared | None:
    """Take a share in a folder, made anew if somebody is just throwing it away; None where there are no locks."""
    if sys.platform == "win32":
        return None
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except OSError:
            return None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH)
        except OSError:
            os.close(descriptor)
            return None
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), folder.stat()):
                return Shared(descriptor)
        os.close(descriptor)


@contextlib.contextmanager
def folder_alone(folder: Path) -> Iterator[None]:
    """Have a folder alone for a while; UsageError when somebody works with it."""
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as problem:
                raise UsageError(
                    "a build is at work with the store. Wait until it is done, then run this command again."
                ) from problem
        yield
    finally:
        os.close(descriptor)
