"""Results of steps by their key: what was made from what, so that it need not be made again.

In: a key (the digest of all that a step reads) and its result as JSON text. Out: the result. Laws: a damaged or lost
ledger costs time, never truth; a kill at any moment spoils at most the line that was being written.

One text file, to which lines are only ever added, each with its checksum. A single short write at the end of a file is
not mixed with that of another process, so that several may work at once; a database would give no more here, and its
files would need care of their own.
"""

import hashlib
import os
import re
from pathlib import Path

from pipeline.store.faults import disk_fault

_LINE = re.compile(r"(?P<check>[0-9a-f]{16}) (?P<key>\S+) (?P<result>.+)")
_CHECK_DIGITS = 16


class StepLedger:
    """A file of lines: checksum, key, result."""

    def __init__(self, path: Path) -> None:
        """Take the file; it is read at the first question and made with the first record."""
        self._path = path
        self._results: dict[str, str] | None = None

    def find(self, key: str) -> str | None:
        """Give the newest result of a step, or None."""
        return self._read().get(key)

    def record(self, key: str, result: str) -> None:
        """Keep a step's result, at once."""
        if "\n" in result or not result or not key or any(map(str.isspace, key)):
            raise ValueError("a key is one word, a result one line")
        self._read()[key] = result
        # The line end in front parts this line from one that a kill may have cut short.
        line = f"\n{_check(key, result)} {key} {result}\n".encode()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
            try:
                os.write(descriptor, line)
            finally:
                os.close(descriptor)
        except OSError as problem:
            raise disk_fault(problem, self._path) from problem

    def _read(self) -> dict[str, str]:
        if self._results is None:
            self._results = dict(_parse(self._content()))
        return self._results

    def _content(self) -> str:
        try:
            return self._path.read_bytes().decode("utf-8", errors="replace")
        except FileNotFoundError:
            return ""
        except OSError as problem:
            raise disk_fault(problem, self._path) from problem


def _parse(content: str) -> list[tuple[str, str]]:
    matches = (_LINE.fullmatch(line) for line in content.split("\n"))
    rows = [(match["check"], match["key"], match["result"]) for match in matches if match]
    return [(key, result) for check, key, result in rows if check == _check(key, result)]


def _check(key: str, result: str) -> str:
    return hashlib.sha256(f"{key} {result}".encode()).hexdigest()[:_CHECK_DIGITS]
