"""Clock values and clips."""

from fractions import Fraction

import pytest

from pipeline.verify.clips import Clip, once_each, parse_clock
from pipeline.verify.edition import Target
from tests.verify.editions import DAISY_DURATIONS_MS, daisy_codes, good_daisy


@pytest.mark.parametrize(
    ("value", "expected_ms"),
    [
        ("npt=12.345s", 12345),
        ("12.345", 12345),
        ("250ms", 250),
        ("1.5min", 90000),
        ("2h", 7200000),
        ("01:02.5", 62500),
        ("0:01:02.345", 62345),
        ("00:00:10", 10000),
        ("100:00:00", 360000000),
        ("npt=0.0001s", Fraction(1, 10)),
    ],
)
def test_clock_values_are_read_exactly(value, expected_ms):
    assert parse_clock(value) == expected_ms


@pytest.mark.parametrize("value", ["", "-1s", "1:2:3", "00:60", "00:00:60", "1,5s", "5 s", "smpte=1", "١s"])
def test_what_is_no_clock_value_is_refused(value):
    assert parse_clock(value) is None


def test_clip_that_comes_again_with_its_text_counts_once():
    def clip(id: str) -> Clip:
        text = Target(path="a.html", fragment=id)
        return Clip(
            path="a.smil",
            line=1,
            par_id="",
            text=text,
            sound="a.mp3",
            begin_ms=Fraction(0),
            end_ms=Fraction(9),
        )

    first, other, again = clip("x"), clip("y"), clip("x")
    assert [
        kept is each for kept, each in zip(once_each([first, other, again]), [other, again], strict=True)
    ] == [True, True]


def test_sound_behind_the_last_clip_is_named():
    assert daisy_codes(good_daisy(), {**DAISY_DURATIONS_MS, "a1.mp3": 5000}) == {"E-115"}


def test_a_breath_behind_the_last_clip_is_none():
    assert daisy_codes(good_daisy(), {**DAISY_DURATIONS_MS, "a1.mp3": 4999}) == set()
