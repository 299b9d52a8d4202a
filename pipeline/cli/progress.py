"""Progress as people can follow it: a bar on a terminal, plain sentences everywhere else.

A screen reader reads sentences, not bars: --plain, NO_COLOR or a pipe give sentences, at most one in ten seconds.
"""

import os
import sys
import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress

_SECONDS_BETWEEN_SENTENCES = 10.0


def progress_for(*, plain: bool) -> "Sentences | Bar":
    """Choose what suits the place where the output goes."""
    wants_plain = (
        plain or not sys.stderr.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    )
    return Sentences() if wants_plain else Bar()


class Sentences:
    """Progress as sentences on standard error."""

    def __init__(self) -> None:
        """Begin to count the time."""
        self._last = time.monotonic()

    def say(self, sentence: str) -> None:
        """Show a sentence at once."""
        print(sentence, file=sys.stderr, flush=True)
        self._last = time.monotonic()

    def count(self, what: str, done: int, total: int) -> None:
        """Show a sentence when ten seconds have passed since the last."""
        if done < total and time.monotonic() - self._last >= _SECONDS_BETWEEN_SENTENCES:
            self.say(f"{what}: {done} of {total}.")

    def close(self) -> None:
        """Nothing stands on the screen that should go."""


class Bar:
    """Progress as a bar with the time left."""

    def __init__(self) -> None:
        """Make a bar that vanishes when it is full."""
        self._console = Console(stderr=True)
        self._bar: RichProgress | None = None

    def say(self, sentence: str) -> None:
        """Show a sentence; a bar that is not full belongs to work that was given up."""
        self.close()
        self._console.print(sentence, markup=False, highlight=False)

    def count(self, what: str, done: int, total: int) -> None:
        """Move the bar; a full bar is taken away."""
        if self._bar is None and done < total:
            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
            )
            self._bar = RichProgress(*columns, console=self._console, transient=True)
            self._bar.add_task(what, total=total)
            self._bar.start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=done)
            if done >= total:
                self.close()

    def close(self) -> None:
        """Take the bar away and give the cursor back."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
