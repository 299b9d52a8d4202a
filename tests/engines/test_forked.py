import os
import signal
import time

import pytest

from pipeline.engines.forked import ChildError, run_forked, write_all


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


def test_no_child_is_left_behind():
    with pytest.raises(ChildError):
        run_forked(lambda _: signal.pause(), seconds=0.1)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
