import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.engines.forked import ChildError, die_with_parent, run_forked, write_all
from tests.places import ROOT


def test_the_child_gives_back_what_it_wrote_however_long():
    long = bytes(range(256)) * 4096
    assert run_forked(lambda descriptor: write_all(descriptor, long), seconds=20) == long


def test_what_the_child_does_leaves_no_trace():
    seen = []
    run_forked(lambda descriptor: seen.append(descriptor), seconds=20)
    assert seen == []


def test_a_child_that_crashes_is_told_with_its_signal():
    with pytest.raises(ChildError, match=f"signal {int(signal.SIGKILL)}"):
        run_forked(lambda _: os.kill(os.getpid(), signal.SIGKILL), seconds=20)


def test_a_child_that_hangs_is_stopped():
    began = time.monotonic()
    with pytest.raises(ChildError, match="did not end in time"):
        run_forked(lambda _: signal.pause(), seconds=0.1)
    assert time.monotonic() - began < 10


def test_what_a_child_wrote_before_it_failed_is_no_answer():
    def half(descriptor: int) -> None:
        write_all(descriptor, b"half an answer")
        raise RuntimeError(", then trouble")

    with pytest.raises(ChildError, match="trouble"):
        run_forked(half, seconds=20)


CHILDREN_OF_A_HANGING_CALL = """
import os, signal
from pipeline.engines.forked import ChildError, run_forked
try:
    run_forked(lambda _: signal.pause(), seconds=0.1)
except ChildError:
    pass
try:
    print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("none")
"""


def test_no_child_is_left_behind():
    # In a process of its own: this one may have children of other tests.
    done = subprocess.run(
        [sys.executable, "-c", CHILDREN_OF_A_HANGING_CALL],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ("none\n", "")


def test_nobody_outlives_a_parent_that_was_killed(tmp_path):
    """A run is killed while its worker's child is at work: both must go."""

    def alive() -> bool:
        return any(
            path.read_bytes().split(b"\0")[0] != b"" and path.parent.name in told.read_text().split()
            for path in proc.glob("[0-9]*/cmdline")
        )

    proc, told = Path("/proc"), tmp_path / "pids"
    if not proc.is_dir():
        pytest.skip("only Linux has /proc")
    told.touch()
    run = os.fork()
    if run == 0:
        here = os.getpid()
        if os.fork() == 0:
            die_with_parent(here)
            told.write_text(f"{os.getpid()} ")
            run_forked(lambda _: signal.pause(), seconds=60)
            os._exit(0)
        signal.pause()
        os._exit(0)
    while not told.read_text():
        time.sleep(0.01)
    assert alive()
    os.kill(run, signal.SIGKILL)
    os.waitpid(run, 0)
    deadline = time.monotonic() + 10
    while alive() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not alive()


def test_who_comes_too_late_to_ask_ends_at_once():
    def orphan(_: int) -> None:
        die_with_parent(os.getppid() + 1)

    with pytest.raises(ChildError, match="without a word"):
        run_forked(orphan, seconds=20)
