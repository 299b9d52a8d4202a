"""A thin layer over the C library that the module `louis` has loaded.

In: text as Python has it. Out: cells or text, with the place each came from. Law: what the library is given is copied
for each call, because it writes into its typeforms (liblouis issue 1982); one call at a time, because it is not safe
for threads (liblouis issue 543). This is the only file that knows `louis`.

Why not `louis.translate`: with typeforms it takes 1.8 times as long, because it copies them back into a list.
"""

import ctypes
import importlib
import threading
from array import array
from collections.abc import Sequence
from functools import cache
from typing import Protocol, cast

from pipeline.errors import MissingProgramError

_CODECS = {2: "utf-16-le", 4: "utf-32-le"}
_ROOM = 8
"""Cells there may be for each character; emphasis, capitals and grade 1 signs together take no more."""
_LEAST_ROOM = 64
_LOG_ERROR, _LOG_OFF = 40000, 60000


class Refusal(Exception):  # noqa: N818 - what liblouis says, not yet an error of ours
    """liblouis could not do what it was asked; the message is its own."""


class _Louis(Protocol):
    """What we use of the module `louis`."""

    liblouis: ctypes.CDLL

    def version(self) -> str: ...
    def charSize(self) -> int: ...  # noqa: N802 - liblouis' name
    def setLogLevel(self, level: int) -> None: ...  # noqa: N802 - liblouis' name
    def LogCallback(self, function: object) -> object: ...  # noqa: N802 - liblouis' name
    def registerLogCallback(self, callback: object) -> None: ...  # noqa: N802 - liblouis' name
    def checkTable(self, tables: list[str]) -> None: ...  # noqa: N802 - liblouis' name


@cache
def louis_binding() -> "LouisBinding":
    """Give the one binding of this process: the library is one, and keeps the callback it was given last."""
    return LouisBinding()


class LouisBinding:
    """The library, its buffers and its messages."""

    def __init__(self) -> None:
        """Load liblouis."""
        self._louis = _load_louis()
        # PyDLL keeps Python's own lock during a call: with CDLL four threads abort the process.
        self._library = ctypes.PyDLL(self._louis.liblouis._name)
        self._codec = _CODECS[self._louis.charSize()]
        self._width = self._louis.charSize()
        self._lock = threading.RLock()
        self._complaints: list[str] = []
        # liblouis keeps the callback without owning it: it must live as long as this object does.
        self._callback = self._louis.LogCallback(self._hear)
        self._louis.setLogLevel(_LOG_ERROR)
        self._louis.registerLogCallback(self._callback)
        self._grow(1024)

    def version(self) -> str:
        """Give liblouis' version."""
        return self._louis.version()

    def check(self, tables: Sequence[str]) -> None:
        """Compile a list of tables; Refusal when one is wrong or missing."""
        with self._lock:
            self._complaints.clear()
            try:
                self._louis.checkTable(list(tables))
            except RuntimeError as problem:
                raise Refusal("; ".join(self._complaints)) from problem

    def translate(
        self, tables: str, text: str, typeforms: Sequence[int] | None, mode: int
    ) -> tuple[str, list[int]]:
        """Translate; also give for each cell the offset of its character. `tables` are parted by commas."""
        content = text.encode(self._codec, "surrogatepass")
        count = len(content) // self._width
        with self._lock:
            self._complaints.clear()
            room = self._make_room(count)
            read, written = ctypes.c_int(count), ctypes.c_int(room)
            given = None
            if typeforms is not None:
                # The library writes as many typeforms as there is room for cells.
                given = (ctypes.c_ushort * room).from_buffer(array("H", typeforms) + self._zeros[count:room])
            done = self._library.lou_translate(
                tables.encode(),
                content,
                ctypes.byref(read),
                self._out,
                ctypes.byref(written),
                given,
                None,
                None,
                self._positions,
                None,
                mode,
            )
            if not done or read.value != count:
                raise Refusal("; ".join(self._complaints))
            return self._written(written.value), self._positions[: written.value]

    def translate_back(self, tables: str, cells: str) -> str:
        """Translate cells back to text; the first table must be a display table."""
        content = cells.encode(self._codec)
        count = len(content) // self._width
        with self._lock:
            self._complaints.clear()
            read, written = ctypes.c_int(count), ctypes.c_int(self._make_room(count))
            done = self._library.lou_backTranslateString(
                tables.encode(),
                content,
                ctypes.byref(read),
                self._out,
                ctypes.byref(written),
                None,
                None,
                0,
            )
            if not done:
                raise Refusal("; ".join(self._complaints))
            return self._written(written.value)

    def _written(self, count: int) -> str:
        return ctypes.string_at(self._out, count * self._width).decode(self._codec, "surrogatepass")

    def _make_room(self, count: int) -> int:
        room = max(_LEAST_ROOM, count * _ROOM)
        if room > len(self._zeros):
            self._grow(2 * room)
        return room

    def _grow(self, room: int) -> None:
        self._out = ctypes.create_string_buffer(room * self._width)
        self._positions = (ctypes.c_int * room)()
        self._zeros = array("H", bytes(2 * room))

    def _hear(self, level: int, message: bytes) -> None:
        """Take liblouis' messages, which it would print on standard error."""
        if _LOG_ERROR <= level < _LOG_OFF:
            self._complaints.append(message.decode("utf-8", errors="replace"))


def _load_louis() -> _Louis:
    """Import the binding here and nowhere else, so that its absence is one sentence and not a traceback."""
    try:
        return cast(_Louis, importlib.import_module("louis"))
    except (ImportError, OSError) as problem:
        raise MissingProgramError(
            "liblouis, which makes the braille, is not installed. On Debian or Ubuntu: apt install python3-louis; "
            "with Homebrew: brew install liblouis."
        ) from problem
