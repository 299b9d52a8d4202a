"""Progress on a terminal: a bar with the time left."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress


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
