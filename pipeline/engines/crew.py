"""Processes that work side by side; one that dies or hangs is replaced, and its task tried once more.

In: a picklable function and its tasks. Out: results as they come. Laws: no task is lost, and none is done by hope: what
kills or hangs two workers ends the work and is named; no worker outlives this process.

Not multiprocessing's pool: that one cannot tell which task killed a worker, waits for ever for one that hangs, and
loads the whole program into each worker before the first task.
"""

import contextlib
import json
import os
import pickle
import socket
import subprocess
import sys
import time
import weakref
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from pipeline.errors import EngineError, PokeachError

Task = TypeVar("Task")
Result = TypeVar("Result")

_START = (
    "import json, sys; given = json.loads(sys.argv[1]); sys.path[:] = given.pop('path');"
    " from pipeline.engines.crew_member import serve; serve(**given)"
)
_GOODBYE_SECONDS = 5.0


def _stay_cold() -> None:
    """There is nothing to be loaded."""


class TaskFailed(Exception, Generic[Task]):  # noqa: N818 - it carries an error, and is none itself
    """A task could not be done: which, and why."""

    def __init__(self, task: Task, problem: PokeachError) -> None:
        """Keep both."""
        super().__init__(problem.message)
        self.task = task
        self.problem = problem


class Crew(Generic[Task, Result]):
    """A number of processes that all do the same work; they wait for more of it until nobody needs the crew."""

    def __init__(
        self,
        work: Callable[[Task], Result],
        size: int,
        *,
        patience_seconds: float,
        warm_up: Callable[[], None] = _stay_cold,
    ) -> None:
        """Start nothing yet; a task that takes longer than the patience counts as hanging.

        A process that has no task yet warms up: whatever it would load with its first one, it loads meanwhile.
        """
        self._work = pickle.dumps((work, warm_up))
        self._size = size
        self._patience_seconds = patience_seconds
        self._members: list[_Member[Task]] = []
        weakref.finalize(self, _send_home, self._members)

    def get_ready(self, count: int) -> None:
        """Start so many processes, so that they load while their tasks are being made; others start with theirs."""
        while len(self._members) < min(count, self._size):
            self._members.append(_Member(self._work))

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        """Yield tasks with their results as they are done; with one worker, in order. TaskFailed ends it."""
        waiting = iter(tasks)
        again: deque[Task] = deque()
        failed_once: list[Task] = []
        try:
            while True:
                self._hand_out(again, waiting)
                busy = [member for member in self._members if member.is_busy]
                if not busy:
                    return
                for member in _ready(busy):
                    task, answer = member.finish()
                    if answer is None:
                        self._members.remove(member)
                        if task in failed_once:
                            raise TaskFailed(task, EngineError("a worker died or hung twice."))
                        failed_once.append(task)
                        again.append(task)
                        continue
                    done, result = answer
                    if not done:
                        raise TaskFailed(task, result)
                    yield task, result
        except BaseException:  # also when nobody wants the rest: what a member has in hand is of no use then
            _send_home(self._members)
            raise

    def _hand_out(self, again: deque[Task], waiting: Iterator[Task]) -> None:
        """Give a task to everybody who has none, those that failed once first."""
        for place in range(self._size):
            if place < len(self._members) and self._members[place].is_busy:
                continue
            for task in (again.popleft(),) if again else waiting:
                if place >= len(self._members):
                    self._members.append(_Member(self._work))
                self._members[place].begin(task, self._patience_seconds)
                break


class _Member(Generic[Task]):
    """One process and what it has in hand."""

    def __init__(self, work: bytes) -> None:
        ours, theirs = socket.socketpair()
        given = {"path": sys.path, "descriptor": theirs.fileno(), "parent": os.getpid()}
        self._process = subprocess.Popen(
            # Without site packages and settings of the user: the path is given, and that is all it needs.
            [sys.executable, "-I", "-S", "-c", _START, json.dumps(given)],
            stdin=subprocess.DEVNULL,
            pass_fds=(theirs.fileno(),),
            process_group=0,  # Ctrl-C is this process's affair, even while the worker is still loading
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # the cores are shared out already
        )
        theirs.close()
        self.connection = Connection(ours.detach())
        self._in_hand: list[Task] = []
        self.deadline = 0.0
        with contextlib.suppress(OSError):  # it died at once: the first answer will tell
            self.connection.send_bytes(work)

    @property
    def is_busy(self) -> bool:
        """Whether it has a task in hand."""
        return bool(self._in_hand)

    def begin(self, task: Task, patience_seconds: float) -> None:
        """Hand it a task."""
        self._in_hand.append(task)
        self.deadline = time.monotonic() + patience_seconds
        with contextlib.suppress(OSError):
            self.connection.send(task)

    def finish(self) -> tuple[Task, tuple[bool, Any] | None]:
        """Give the task back with its answer; with None when the process is gone or takes too long."""
        task = self._in_hand.pop()
        try:
            if self.connection.poll():
                return task, self.connection.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            pass
        self._process.kill()
        self.end()
        return task, None

    def end(self) -> None:
        """Send it home; when it does not go, or is in the middle of work, end it."""
        self.connection.close()
        if self._in_hand:
            self._process.kill()
        try:
            self._process.wait(_GOODBYE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _send_home(members: "list[_Member[Any]]") -> None:
    while members:
        members.pop().end()


def _ready(busy: "list[_Member[Task]]") -> "list[_Member[Task]]":
    """Wait for an answer, an end, or the end of patience."""
    first = min(member.deadline for member in busy)
    answering = wait([member.connection for member in busy], max(0.0, first - time.monotonic()))
    now = time.monotonic()
    return [member for member in busy if member.connection in answering or member.deadline <= now]
