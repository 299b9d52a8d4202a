"""MP3 headers, byte by byte."""

from pipeline.verify.mp3_frames import Frame, read_frames
from tests.verify.editions import FRAME, daisy_codes, epub_codes, good_daisy, good_epub

STEREO = FRAME[:3] + b"\x40" + FRAME[4:]
SLOW = b"\xff\xf3\x44\xc0" + bytes(92)
"""32 kbit/s."""


def test_header_gives_rate_channels_and_length():
    frame = Frame(bit_rate_kbit=64, sample_rate_hz=24000, is_mono=True, length_bytes=192)
    assert read_frames(FRAME + FRAME) == (frame, frame)


def test_tag_before_the_frames_is_stepped_over():
    assert len(read_frames(b"ID3\x04\x00\x00\x00\x00\x01\x00" + bytes(128) + FRAME)) == 1


def test_last_frame_that_is_cut_does_not_count():
    assert len(read_frames(FRAME + FRAME[:100])) == 1


def test_sound_that_is_no_mp3_is_named():
    assert daisy_codes({**good_daisy(), "a1.mp3": b"RIFF"}) == {"E-116"}


def test_stereo_is_named():
    assert epub_codes({**good_epub(), "EPUB/a1.mp3": STEREO}) == {"E-117"}


def test_changing_bit_rate_is_named():
    assert daisy_codes({**good_daisy(), "a1.mp3": FRAME + SLOW + FRAME}) == {"E-118"}


def test_files_of_different_bit_rates_are_named():
    assert daisy_codes({**good_daisy(), "a1.mp3": SLOW + SLOW}) == {"E-146"}
