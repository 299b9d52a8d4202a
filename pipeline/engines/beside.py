"""Work that a forked child does while this process goes on with its own.

In: a function that depends on nothing but what is known when it begins, and gives something that can be pickled. Out:
what it gives. Laws: whatever becomes of the child, the answer is that of the function called here; no child outlives
this process, or the block that began it.
"""

import os
import pickle
import sys
from collections.abc import Callable
from typing import Generic, Self, TypeVar

from pipeline.engines.forked import ChildError, Forked, write_all

Answer = TypeVar("Answer")

_PATIENCE_SECONDS = 600.0
"""For how long this process waits once it has nothing else to do; then it does the work itself."""
_FIRST_OWN = 3
"""Descriptor behind standard input, output and error."""
_CAN_FORK = sys.platform == "linux"
"""Windows has no fork; on macOS its own libraries forbid a forked child to use them."""


class Beside(Generic[Answer]):
    """One piece of work; a context, at whose end nobody works on it any more."""

    def __init__(self, work: Callable[[], Answer], *, alone: bool) -> None:
        """Begin; `alone`: without a child, when the answer is asked for."""
        self._work = work
        self._child = None if alone or not _CAN_FORK else Forked(self._tell)

    def __enter__(self) -> Self:
        """The work has begun already."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop a child whose answer nobody asked for."""
        if self._child:
            self._child.stop()

    def answer(self) -> Answer:
        """Wait for the work; what fails in the child is done again here, so that its error is raised here."""
        child, self._child = self._child, None
        if child:
            try:
                found: Answer = pickle.loads(child.answer(_PATIENCE_SECONDS))
                return found
            except ChildError:
                pass
        return self._work()

    def _tell(self, descriptor: int) -> None:
        # Whoever waits for this process to close a socket must not wait for the child, which has a copy of each.
        os.closerange(_FIRST_OWN, descriptor)
        os.closerange(descriptor + 1, os.sysconf("SC_OPEN_MAX"))
        write_all(descriptor, pickle.dumps(self._work(), pickle.HIGHEST_PROTOCOL))
