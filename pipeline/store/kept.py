"""One text that could be made again, kept so that it need not be.

In: the key of all that the text was made from, and the text. Out: the text. Laws: what is damaged, of another key or of
somebody else's making counts as nothing; a folder that cannot be written to costs time, never an error.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

from pipeline.store.blobs import write_whole


class Kept:
    """A file that holds one text: a line with its checksum and key, then the text."""

    def __init__(self, path: Path, unfinished: Path) -> None:
        """Take the file, and the folder for what is being written; both are made with the first text."""
        self._path = path
        self._unfinished = unfinished

    def find(self, key: str) -> str | None:
        """Give the text that was kept under a key, or None."""
        with suppress(OSError, UnicodeDecodeError):
            head, _, text = self._path.read_bytes().decode("utf-8").partition("\n")
            if head == _head(key, text):
                return text
        return None

    def keep(self, key: str, text: str) -> None:
        """Keep a text in place of the one before."""
        with suppress(OSError):
            write_whole(self._path, f"{_head(key, text)}\n{text}".encode(), self._unfinished)


def _head(key: str, text: str) -> str:
    return f"{hashlib.sha256(f'{key} {text}'.encode()).hexdigest()} {key}"
