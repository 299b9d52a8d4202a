"""Progress as people can follow it: a bar on a terminal, plain sentences everywhere else.

A screen reader reads sentences, not bars: --plain, NO_COLOR or a pipe give sentences, while a step lasts one a minute.
"""

import os
import sys
import time

from pipeline.cli import bar

_SECONDS_BETWEEN_SENTENCES = 60.0


def progress_for(*, plain: bool) -> "Sentences | bar.Bar":
    """Choose what suits the place where the output goes."""
    wants_plain = (
        plain or not sys.stderr.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    )
    return Sentences() if wants_plain else bar.Bar()


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
        """Show a sentence when a minute has passed since the last."""
        if done < total and time.monotonic() - self._last >= _SECONDS_BETWEEN_SENTENCES:
            self.say(f"{what}: {done} of {total}.")

    def close(self) -> None:
        """Nothing stands on the screen that should go."""
