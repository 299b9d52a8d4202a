import random
from array import array

import pytest

from pipeline.engines import lame
from pipeline.engines.lame import encode_frames
from pipeline.engines.mp3_tag import frame_sizes

TONE = array("h", [4000, 4000, -4000, -4000] * 144 * 20).tobytes()
"""Twenty frames."""


@pytest.mark.parametrize("bitrate", [32, 64, 96, 160])
def test_as_many_frames_come_out_as_go_in(bitrate):
    sizes = frame_sizes(encode_frames(TONE, bitrate))
    assert len(sizes) == 20
    assert set(sizes) <= {72000 * bitrate // 22050, 72000 * bitrate // 22050 + 1}


def test_frames_do_not_need_what_was_before_them():
    # "main_data_begin", the first 8 bits of MPEG-2 side information, counts the bytes a frame borrows.
    frames = encode_frames(TONE, 64)
    starts = [0]
    for size in frame_sizes(frames)[:-1]:
        starts.append(starts[-1] + size)
    assert {frames[start + 4] for start in starts} == {0}


def test_no_frame_is_a_tag():
    frames = encode_frames(TONE, 64)
    assert b"Xing" not in frames
    assert b"Info" not in frames


def test_the_same_samples_give_the_same_frames():
    assert encode_frames(TONE, 64) == encode_frames(TONE, 64)


def test_half_a_frame_is_refused():
    with pytest.raises(ValueError, match="whole number of frames"):
        encode_frames(TONE[:-2], 64)


@pytest.mark.parametrize("bitrate", [8, 32, 48, 64, 96, 160])
@pytest.mark.parametrize("loudness", [0, 1, 300, 32767])
def test_silence_at_the_end_is_what_lame_would_have_made_of_it(bitrate, loudness):
    chance = random.Random(loudness)
    noise = array("h", [chance.randint(-loudness, loudness) for _ in range(576 * 9 + 100)]).tobytes()
    whole = noise + bytes(2 * 576 * 80 - len(noise))
    assert encode_frames(whole, bitrate) == lame._first_frames(whole, 80, bitrate)


def test_an_encoder_that_remembers_longer_gets_all_of_the_silence(monkeypatch):
    whole = TONE + bytes(2 * 576 * 40)
    right = encode_frames(whole, 64)
    monkeypatch.setattr(lame, "_MEMORY_FRAMES", 1)
    assert encode_frames(whole, 64) == right
