"""liblouis behind the protocol `BrailleTranslator`.

In: a block of text with typeforms. Out: cells of six dots, U+2800..U+283F. Law: no escape ever comes out; a character
that the table does not know is left out and its offset is given back. This is the only file that knows `louis`.

liblouis is not safe for threads (liblouis issue 543): one lock holds every call of a process; work in parallel by
processes. It changes the typeform list it is given, so each call gets a fresh one.
"""

import hashlib
import importlib
import os
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, cast

from pipeline.errors import EngineError, MissingProgramError
from pipeline.model.braille import Translation
from pipeline.model.settings import BrailleSettings

_DOTS_TO_UNICODE = 4 | 64
"""liblouis' modes dotsIO and ucBrl: cells come out as Unicode braille, no display table is needed."""
_LOG_ERROR = 40000
_LOG_OFF = 60000
_ESCAPES = ("\u2804\u2833\u282d", "\u2804\u2873\u282d")
"""How liblouis begins the literal escape of a character it does not know: apostrophe, backslash (in some tables with
dot 7), x."""
_LAST_SIX_DOT = "\u283f"
_TABLE_FOLDERS = (
    "/usr/share/liblouis/tables",
    "/usr/local/share/liblouis/tables",
    "/opt/homebrew/share/liblouis/tables",
)
_LOCK = threading.RLock()


class _Louis(Protocol):
    """What we use of the module `louis`."""

    def version(self) -> str: ...
    def setLogLevel(self, level: int) -> None: ...  # noqa: N802 - liblouis' name
    def LogCallback(self, function: object) -> object: ...  # noqa: N802 - liblouis' name
    def registerLogCallback(self, callback: object) -> None: ...  # noqa: N802 - liblouis' name
    def checkTable(self, tables: list[str]) -> None: ...  # noqa: N802 - liblouis' name
    def translate(
        self, tables: list[str], text: str, typeform: list[int] | None, cursor: int, mode: int
    ) -> tuple[str, list[int], list[int], int]: ...


class LiblouisTranslator:
    """UEB Grade 2 for English and a Hebrew table for Hebrew letters."""

    def __init__(self, settings: BrailleSettings) -> None:
        """Load liblouis and check both tables, so that a wrong setting fails before any work is done."""
        self._louis = _load_louis()
        self._tables = {"en": settings.table, "he": settings.hebrew_table}
        self._known: dict[tuple[str, str], bool] = {}
        self._complaints: list[str] = []
        # liblouis keeps the callback without owning it: it must live as long as this object does.
        self._callback = self._louis.LogCallback(self._hear)
        for table in self._tables.values():
            self._check(table)

    def fingerprint(self) -> str:
        """Give library, version and the digest of each table with all that it includes."""
        tables = (f"{name} sha256:{_table_digest(name)}" for name in self._tables.values())
        return "; ".join((f"liblouis {self._louis.version()}", *tables))

    def translate(self, text: str, typeforms: Sequence[int], *, language: str) -> Translation:
        """Translate one block; `typeforms` has one number a character."""
        if len(typeforms) != len(text):
            raise ValueError(f"{len(text)} characters need as many typeforms, not {len(typeforms)}")
        table = self._tables[language]
        unknown = {offset for offset, character in enumerate(text) if not self._knows(character, table)}
        while True:
            kept = [offset for offset in range(len(text)) if offset not in unknown]
            cells, positions = self._cells(
                "".join(text[offset] for offset in kept), [typeforms[offset] for offset in kept], table
            )
            # Some tables know a sign at the edge of a word only and give it eight dots elsewhere.
            eight_dot = {kept[at] for cell, at in zip(cells, positions, strict=True) if cell > _LAST_SIX_DOT}
            if not eight_dot:
                break
            unknown |= eight_dot
        return Translation(
            cells=cells,
            input_positions=tuple(kept[position] for position in positions),
            unknown=tuple(sorted(unknown)),
        )

    def _knows(self, character: str, table: str) -> bool:
        """Tell whether a table has cells for a character: translated alone it must not come out as an escape."""
        key = (character, table)
        if key not in self._known:
            cells, _ = self._cells(character, [0], table)
            self._known[key] = not cells.startswith(_ESCAPES)
        return self._known[key]

    def _cells(self, text: str, typeforms: Sequence[int], table: str) -> tuple[str, list[int]]:
        if not text:
            return "", []
        plain = not any(typeforms)
        with _LOCK:
            self._listen()
            try:
                result = self._louis.translate(
                    [table], text, None if plain else list(typeforms), 0, _DOTS_TO_UNICODE
                )
            except RuntimeError as problem:
                raise self._failure(table, f"could not translate {text[:40]!r}") from problem
        cells = result[0].replace(" ", "\u2800")
        if not all("\u2800" <= cell <= "\u28ff" for cell in cells):
            raise self._failure(table, f"gave something that is not braille for {text[:40]!r}")
        return cells, list(result[1])

    def _check(self, table: str) -> None:
        with _LOCK:
            self._listen()
            try:
                self._louis.checkTable([table])
            except RuntimeError as problem:
                raise self._failure(
                    table, "cannot be used. Choose another in pipeline.toml [braille]"
                ) from problem

    def _listen(self) -> None:
        """Take liblouis' messages, which it would print on standard error."""
        self._complaints.clear()
        self._louis.setLogLevel(_LOG_ERROR)
        self._louis.registerLogCallback(self._callback)

    def _hear(self, level: int, message: bytes) -> None:
        if _LOG_ERROR <= level < _LOG_OFF:
            self._complaints.append(message.decode("utf-8", errors="replace"))

    def _failure(self, table: str, what: str) -> EngineError:
        said = f" liblouis says: {'; '.join(self._complaints)}" if self._complaints else ""
        return EngineError(f"the braille table {table} {what}.{said}")


def _load_louis() -> _Louis:
    """Import the binding here and nowhere else, so that its absence is one sentence and not a traceback."""
    try:
        return cast(_Louis, importlib.import_module("louis"))
    except (ImportError, OSError) as problem:
        raise MissingProgramError(
            "liblouis, which makes the braille, is not installed. On Debian or Ubuntu: apt install python3-louis; "
            "with Homebrew: brew install liblouis."
        ) from problem


def _table_digest(name: str) -> str:
    """Digest a table with all that it includes, in the order of inclusion; "unknown" when no file is found."""
    digest = hashlib.sha256()
    pending, seen = [name], set[str]()
    while pending:
        table = pending.pop(0)
        path = _find_table(table)
        if table in seen or path is None:
            continue
        seen.add(table)
        content = path.read_bytes()
        digest.update(content)
        pending.extend(_included(content))
    return digest.hexdigest() if seen else "unknown"


def _find_table(name: str) -> Path | None:
    folders = [*filter(None, os.environ.get("LOUIS_TABLEPATH", "").split(",")), *_TABLE_FOLDERS]
    paths = (Path(folder) / name for folder in folders)
    return next((path for path in paths if path.is_file()), None)


def _included(content: bytes) -> Iterable[str]:
    for line in content.decode("utf-8", errors="replace").splitlines():
        words = line.split()
        if len(words) > 1 and words[0] == "include":
            yield words[1]
