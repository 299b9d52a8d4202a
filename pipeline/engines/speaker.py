"""A mouth in a process of its own, asked through pipes and heard by a tape; one that dies or hangs is replaced.

In: the markup of one clip, in segments. Out: 16-bit mono samples, or IPA. Law: nothing is given back unless the whole
answer came; what fails twice is an error.
"""

import contextlib
import json
import os
import selectors
import subprocess
import sys
import time
import weakref
from collections.abc import Sequence

from pipeline.engines.espeak_library import Installation, patience_seconds, read_answer
from pipeline.engines.speaker_process import FAILED, LENGTH_BYTES
from pipeline.engines.tape import Tape
from pipeline.errors import EngineError

_START = (
    "import json, sys; given = json.loads(sys.argv[1]); sys.path[:] = given.pop('path');"
    " from pipeline.engines.speaker_process import serve; serve(**given)"
)
_CHUNK_BYTES = 1 << 18
_TRIES = 2
_MARGIN_SECONDS = 30.0
"""Beyond what the process itself allows its children, twice."""


class Speaker:
    """One voice at one speed; its process starts when it is first asked."""

    def __init__(self, installation: Installation, voice: str, words_per_minute: int) -> None:
        """Take the path of the voice's file below lang/ (gmw/en-US) and the speed."""
        self._tape = Tape()
        self._given = {
            "path": sys.path,
            "library": str(installation.library),
            "data": str(installation.data),
            "voice": voice,
            "words_per_minute": words_per_minute,
            "tape": self._tape.descriptor,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def say(self, segments: Sequence[str | int]) -> tuple[bytes, str]:
        """Say texts, and silences that are given as a number of samples; give samples and the engine's phonemes."""
        answer = self._ask({"say": segments}, 2 * patience_seconds(segments) + _MARGIN_SECONDS)
        return read_answer(answer, self._tape)

    def ipa(self, texts: Sequence[str]) -> str:
        """Give what the engine really says: one line for each clause."""
        return self._ask({"trace": texts}, 2 * patience_seconds(texts) + _MARGIN_SECONDS).decode("utf-8")

    def _ask(
        self, request: dict[str, Sequence[str | int]] | dict[str, Sequence[str]], seconds: float
    ) -> bytes:
        line = json.dumps(request).encode() + b"\n"
        for _ in range(_TRIES):
            process = self._running()
            try:
                return _exchange(process, line, time.monotonic() + seconds)
            except OSError:
                process.kill()
                process.wait()
        raise EngineError("eSpeak NG's process ended twice in the middle of a sentence.")

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            given = json.dumps({**self._given, "parent": os.getpid()})
            self._process = subprocess.Popen(
                # Without site packages and settings of the user: they cost time and memory, and are not needed.
                [sys.executable, "-I", "-S", "-c", _START, given],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                pass_fds=(self._tape.descriptor,),
                bufsize=0,
                process_group=0,  # Ctrl-C is not its affair
            )
            weakref.finalize(self, _end, self._process)
        return self._process


def _end(process: "subprocess.Popen[bytes]") -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with contextlib.suppress(OSError):
                pipe.close()
    process.wait()


def _exchange(process: "subprocess.Popen[bytes]", line: bytes, deadline: float) -> bytes:
    """Give the answer; EngineError when the engine refused, OSError when the process came to nothing."""
    if process.stdin is None or process.stdout is None:
        raise BrokenPipeError
    process.stdin.write(line)
    head = _read(process.stdout.fileno(), 1 + LENGTH_BYTES, deadline)
    answer = _read(process.stdout.fileno(), int.from_bytes(head[1:], "big"), deadline)
    if head[0] == FAILED:
        raise EngineError(answer.decode("utf-8"))
    return answer


def _read(descriptor: int, size: int, deadline: float) -> bytes:
    pieces: list[bytes] = []
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        while size:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError("no answer in time")
            piece = os.read(descriptor, min(size, _CHUNK_BYTES))
            if not piece:
                raise BrokenPipeError("the process ended")
            pieces.append(piece)
            size -= len(piece)
    return b"".join(pieces)
