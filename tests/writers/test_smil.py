import pytest

from pipeline.writers.smil import clock_value, milliseconds, npt, timecount, total_time


@pytest.mark.parametrize(
    ("position_ms", "written"),
    [(0, "0:00:00.000"), (62_345, "0:01:02.345"), (36_000_001, "10:00:00.001")],
)
def test_clock_value_counts_hours_minutes_seconds(position_ms, written):
    assert clock_value(position_ms) == written


def test_positions_round_down_so_that_no_clip_ends_behind_its_audio():
    assert milliseconds(23040, 22050) == 1044


def test_daisy_202_writes_seconds():
    assert (npt(62_345), timecount(62_345), timecount(5)) == ("npt=62.345s", "62.345s", "0.005s")


@pytest.mark.parametrize(
    ("length_ms", "written"), [(499, "00:00:00"), (500, "00:00:01"), (3_661_400, "01:01:01")]
)
def test_totals_are_rounded_to_whole_seconds(length_ms, written):
    assert total_time(length_ms) == written
