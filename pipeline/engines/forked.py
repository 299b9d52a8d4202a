"""Work that must leave no trace in this process, or may crash or hang: done in a forked child.

In: a function that writes its answer to a file descriptor. Out: what it wrote. Law: nothing is given back unless the
child ended well and in time.
"""

import contextlib
import ctypes
import os
import selectors
import signal
import sys
import time
from collections.abc import Callable
from typing import NoReturn

_PR_SET_PDEATHSIG = 1
_CHUNK_BYTES = 1 << 16


class ChildError(Exception):
    """The child crashed, hung or gave up; the message says which."""


def run_forked(work: Callable[[int], None], *, seconds: float) -> bytes:
    """Run `work(descriptor)` in a child and give what it wrote; ChildError after `seconds` or a bad end."""
    return Forked(work).answer(seconds)


class Forked:
    """A child at work; it must be waited for or stopped."""

    def __init__(self, work: Callable[[int], None]) -> None:
        """Begin `work(descriptor)`."""
        self._reading, writing = os.pipe()
        parent = os.getpid()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._reading)
            _be_the_child(work, writing, parent)
        os.close(writing)

    def answer(self, seconds: float) -> bytes:
        """Wait for at most so many seconds and give what the child wrote; ChildError when it did not end well."""
        try:
            answer = _read_until(self._reading, time.monotonic() + seconds)
        except BaseException:  # Ctrl-C too: no child is left behind
            self.stop()
            raise
        os.close(self._reading)
        _, status = os.waitpid(self._child, 0)
        if os.WIFSIGNALED(status):
            raise ChildError(f"it crashed with signal {os.WTERMSIG(status)}")
        if os.WEXITSTATUS(status) != 0:
            raise ChildError(answer.decode("utf-8", errors="replace") or "it ended without a word")
        return answer

    def stop(self) -> None:
        """End the child, whatever it is doing."""
        os.close(self._reading)
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)


def die_with_parent(parent: int) -> None:
    """End when the process `parent` ends, so that a killed run leaves nobody behind (asks the kernel; Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before the kernel was asked
        os._exit(1)


def write_all(descriptor: int, content: bytes) -> None:
    """Write everything to a pipe, which takes it in pieces."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _be_the_child(work: Callable[[int], None], writing: int, parent: int) -> NoReturn:
    # No way out of here but _exit: the parent's open files, locks and exit handlers are not ours to touch.
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        die_with_parent(parent)
        work(writing)
        status = 0
    except Exception as problem:  # the door of this process: what went wrong is told through the pipe
        with contextlib.suppress(OSError):
            write_all(writing, str(problem).encode())
    finally:
        os._exit(status)


def _read_until(reading: int, deadline: float) -> bytes:
    pieces: list[bytes] = []
    with selectors.DefaultSelector() as selector:
        selector.register(reading, selectors.EVENT_READ)
        while True:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise ChildError("it did not end in time")
            piece = os.read(reading, _CHUNK_BYTES)
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)
