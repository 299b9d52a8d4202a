import time

import pytest

from pipeline.cli.progress import Sentences


@pytest.fixture
def clock(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_long_work_tells_where_it_is_once_a_minute(clock, capsys):
    progress = Sentences()
    for second in range(150):
        clock[0] = float(second)
        progress.count("first: voicing", second, 1000)
    told = capsys.readouterr().err.splitlines()
    assert told == ["first: voicing: 60 of 1000.", "first: voicing: 120 of 1000."]


def test_a_step_that_begins_is_told_at_once(clock, capsys):
    progress = Sentences()
    progress.say("first: reading.")
    clock[0] = 59.0
    progress.count("first: voicing", 9, 10)
    assert capsys.readouterr().err == "first: reading.\n"


def test_the_last_of_a_step_says_nothing_of_its_own(clock, capsys):
    progress = Sentences()
    clock[0] = 90.0
    progress.count("first: voicing", 10, 10)
    assert capsys.readouterr().err == ""
