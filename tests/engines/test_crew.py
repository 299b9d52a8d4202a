import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.engines.crew import Crew, TaskFailed
from pipeline.errors import EngineError


@dataclass(frozen=True)
class Work:
    """Doubles numbers, and does worse things to some."""

    folder: Path

    def __call__(self, task: int) -> int:
        first_time = not (self.folder / str(task)).exists()
        (self.folder / str(task)).touch()
        if task == 13 or (task == 7 and first_time):
            os.kill(os.getpid(), signal.SIGKILL)
        if task == 99 or (task == 98 and first_time):
            signal.pause()
        if task == 50:
            raise EngineError("fifty is too much.", code="V-000")
        return 2 * task


def done_by(folder: Path, tasks: list[int], *, size: int = 2, patience_seconds: float = 30) -> dict[int, int]:
    return dict(Crew(Work(folder), size, patience_seconds=patience_seconds).results(tasks))


def test_every_task_is_done(tmp_path):
    assert done_by(tmp_path, [1, 2, 3, 4, 5]) == {1: 2, 2: 4, 3: 6, 4: 8, 5: 10}


def test_one_worker_works_in_order(tmp_path):
    results = Crew(Work(tmp_path), 1, patience_seconds=30).results([3, 1, 2])
    assert list(results) == [(3, 6), (1, 2), (2, 4)]


def test_a_worker_that_dies_is_replaced(tmp_path):
    assert done_by(tmp_path, [1, 7, 3]) == {1: 2, 7: 14, 3: 6}


def test_a_task_that_kills_twice_is_named(tmp_path):
    with pytest.raises(TaskFailed) as caught:
        done_by(tmp_path, [1, 13, 3])
    assert (caught.value.task, caught.value.problem.message) == (13, "a worker died or hung twice.")


def test_a_worker_that_hangs_is_replaced(tmp_path):
    assert done_by(tmp_path, [1, 98], patience_seconds=5) == {1: 2, 98: 196}


def test_a_task_that_hangs_twice_is_named(tmp_path):
    with pytest.raises(TaskFailed) as caught:
        done_by(tmp_path, [99], size=1, patience_seconds=0.5)
    assert caught.value.task == 99


def test_an_error_comes_back_as_it_was(tmp_path):
    with pytest.raises(TaskFailed) as caught:
        done_by(tmp_path, [50])
    problem = caught.value.problem
    assert (type(problem), problem.message, problem.code) == (EngineError, "fifty is too much.", "V-000")


def test_nobody_is_left_when_the_work_is_broken_off():
    results = Crew(PidOf(), 2, patience_seconds=30).results(range(50))
    workers = {next(results)[1], next(results)[1], next(results)[1]}
    results.close()
    assert [pid for pid in workers if runs(pid)] == []


class PidOf:
    """Tells who did it."""

    def __call__(self, _task: int) -> int:
        time.sleep(0.01)
        return os.getpid()


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_those_who_have_done_their_work_do_the_next():
    crew = Crew(PidOf(), 2, patience_seconds=30)
    crew.get_ready(1)
    first = set(dict(crew.results(range(20))).values())
    assert set(dict(crew.results(range(20))).values()) <= first
    del crew
    assert [pid for pid in first if runs(pid)] == []


def test_as_many_get_ready_as_are_asked_for_and_no_more_than_there_are():
    crew = Crew(PidOf(), 2, patience_seconds=30)
    for asked, ready in ((1, 1), (1, 1), (5, 2), (1, 2)):
        crew.get_ready(asked)
        assert len(crew._members) == ready


@dataclass(frozen=True)
class Warming:
    """Tells through a pipe that it is warm, then fails, as a voice may that is not there."""

    pipe: Path

    def __call__(self) -> None:
        self.pipe.write_text("warm")
        raise EngineError("this voice is not there.")


def test_who_has_no_task_yet_warms_up_and_what_fails_then_is_no_failure(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    crew = Crew(Work(tmp_path), 1, patience_seconds=30, warm_up=Warming(pipe))
    crew.get_ready(1)
    assert pipe.read_text() == "warm"
    assert dict(crew.results([1])) == {1: 2}


def test_a_crew_that_was_broken_off_begins_anew(tmp_path):
    crew = Crew(Work(tmp_path), 2, patience_seconds=30)
    with pytest.raises(TaskFailed):
        list(crew.results([1, 50, 2]))
    assert dict(crew.results([3, 4])) == {3: 6, 4: 8}
