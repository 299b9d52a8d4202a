"""How long work tells where it is: the facade calls, the door shows."""

from typing import Protocol


class Progress(Protocol):
    """Listens to the work."""

    def say(self, sentence: str) -> None:
        """A step begins or ends; one plain sentence."""
        ...

    def count(self, what: str, done: int, total: int) -> None:
        """So many of so many are done; called often."""
        ...


class Silent:
    """Shows nothing."""

    def say(self, sentence: str) -> None:
        """Show nothing."""

    def count(self, what: str, done: int, total: int) -> None:
        """Show nothing."""
