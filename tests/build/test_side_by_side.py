"""Several people publish at the same time into the same folder."""

from tests.build.press import Press
from tests.build.test_killed import faults_of, unfinished


def test_three_runs_at_once_do_not_spoil_each_other(press: Press):
    runs = [press.start("publish", "--jobs", "1") for _ in range(3)]
    ended = [(run.communicate(timeout=120), run.returncode) for run in runs]
    assert [code for _, code in ended] == [0, 0, 0], ended
    assert [faults_of(press.edition(slug)) for slug in ("first", "second")] == [[], []]
    assert unfinished(press) == []
