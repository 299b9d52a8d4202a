from array import array

import pytest

from pipeline.engines.finish import finish_clip
from pipeline.engines.levels import SAMPLES_PER_FRAME, Level, silence
from pipeline.errors import EngineError

LEVEL = Level()
TONE = array("h", [4000, 4000, -4000, -4000] * 5000).tobytes()
LEAD = len(silence(60))


def sound_of(finished: bytes) -> tuple[int, int]:
    """First and last sample that sounds."""
    heard = [index for index, sample in enumerate(array("h", finished)) if sample]
    return heard[0], heard[-1]


def test_a_clip_is_a_whole_number_of_frames():
    assert len(finish_clip(TONE, 350, LEVEL)) % (2 * SAMPLES_PER_FRAME) == 0


def test_a_clip_begins_and_ends_in_silence():
    finished = finish_clip(TONE, 0, LEVEL)
    first, last = sound_of(finished)
    assert first >= 60 * 22.05
    assert len(finished) // 2 - last > 200 * 22.05


def test_between_two_clips_is_the_pause_that_was_asked_for():
    finished = finish_clip(TONE, 900, LEVEL)
    _, last = sound_of(finished)
    heard_ms = (len(finished) // 2 - last) / 22.05 + 60
    assert 900 <= heard_ms < 900 + 28  # a frame, and rounding


def test_the_silence_of_the_voice_is_taken_away():
    padded = silence(500) + TONE + silence(800)
    assert abs(len(finish_clip(padded, 350, LEVEL)) - len(finish_clip(TONE, 350, LEVEL))) <= 4 * 576


def test_silence_inside_a_clip_stays():
    parted = TONE + silence(700) + TONE
    assert len(finish_clip(parted, 350, LEVEL)) >= 2 * len(TONE) + len(silence(700))


def test_a_clip_begins_and_ends_without_a_click():
    finished = array("h", finish_clip(TONE, 350, LEVEL))
    first, last = sound_of(finished.tobytes())
    assert abs(finished[first]) < 800
    assert abs(finished[last]) < 800


def test_a_loud_clip_stays_below_the_ceiling():
    loud = array("h", [32767, 32767, -32768, -32768] * 5000).tobytes()
    assert max(map(abs, array("h", finish_clip(loud, 350, LEVEL)))) <= LEVEL.ceiling


def test_nothing_but_silence_is_an_error():
    with pytest.raises(EngineError, match="silence only"):
        finish_clip(silence(300), 350, LEVEL)
