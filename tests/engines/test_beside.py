import os
import signal
import socket
import sys

import pytest

from pipeline.engines.beside import Beside

forks = pytest.mark.skipif(sys.platform != "linux", reason="work is done in a child on Linux only")


@forks
def test_a_child_does_the_work_and_gives_the_answer_however_long():
    with Beside(lambda: (os.getpid(), b"long" * 1_000_000), alone=False) as work:
        process, answer = work.answer()
    assert process != os.getpid()
    assert answer == b"long" * 1_000_000


def test_alone_it_is_done_here_and_only_when_it_is_asked_for():
    done = []
    with Beside(lambda: done.append(os.getpid()), alone=True) as work:
        assert done == []
        work.answer()
    assert done == [os.getpid()]


@forks
def test_what_a_child_dies_of_is_done_again_here():
    here = os.getpid()

    def deadly() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    with Beside(deadly, alone=False) as work:
        assert work.answer() == "done"


@pytest.mark.parametrize("alone", [True, False])
def test_an_error_is_raised_here_as_it_is(alone):
    def failing() -> None:
        raise KeyError("of the work")

    with pytest.raises(KeyError, match="of the work"), Beside(failing, alone=alone) as work:
        work.answer()


@forks
def test_nobody_works_on_what_nobody_wants_any_more():
    with Beside(signal.pause, alone=False) as work:
        child = work._child._child
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@forks
def test_a_child_holds_nothing_open_that_is_not_its_own():
    ours, theirs = socket.socketpair()
    with Beside(signal.pause, alone=False):
        ours.close()
        theirs.settimeout(20)
        assert theirs.recv(1) == b""
    theirs.close()
