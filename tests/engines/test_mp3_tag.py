from io import BytesIO

import av
import pytest

from pipeline.engines.lame import encode_frames
from pipeline.engines.mp3_tag import frame_sizes, make_info_frame, read_music
from pipeline.engines.vectors import crc16
from pipeline.errors import EngineError

FRAMES = encode_frames(bytes(2 * 576 * 1000), 64)
TAG = make_info_frame(read_music([FRAMES]), encoder="LAME3.100", padding_samples=576)


def number(begin: int, end: int) -> int:
    return int.from_bytes(TAG[begin:end], "big")


def test_the_tag_is_a_frame_of_the_same_kind():
    assert frame_sizes(TAG + FRAMES)[0] == len(TAG) == 208


def test_the_tag_is_the_same_for_frames_in_pieces():
    """The CRC is reckoned of a megabyte or so at a time: here of two, and of what is left."""
    many = [encode_frames(bytes(2 * 576 * 1000), 64)] * 12
    whole, pieces = read_music([b"".join(many)]), read_music(iter(many))
    assert (pieces.header, pieces.sizes, pieces.crc) == (whole.header, whole.sizes, whole.crc)


def test_the_tag_stands_behind_the_side_information():
    assert (TAG[13:17], number(17, 21)) == (b"Info", 15)


def test_the_tag_counts_frames_and_bytes():
    assert (number(21, 25), number(25, 29)) == (1000, len(TAG) + len(FRAMES))


def test_the_seek_table_rises_evenly():
    table = TAG[29:129]
    assert table[0] == 0
    assert all(abs(place - 2.56 * percent) < 1.5 for percent, place in enumerate(table))


def test_the_tag_names_the_encoder_and_its_delays():
    assert TAG[133:142] == b"LAME3.100"
    assert number(154, 157) == 576 << 12 | 576


def test_the_tag_checks_the_music_and_itself():
    assert number(161, 165) == len(TAG) + len(FRAMES)
    assert number(165, 167) == crc16(FRAMES)
    assert number(167, 169) == crc16(TAG[:167])


def test_the_checksum_of_the_music_is_the_one_that_ffmpeg_writes():
    """libavformat writes an Info frame of its own: read its field as a second opinion."""
    file = BytesIO()
    with av.open(file, "w", format="mp3", options={"id3v2_version": "0"}) as container:
        stream = container.add_stream("libmp3lame", rate=22050, layout="mono")
        stream.bit_rate = 64000
        frame = av.AudioFrame(format="s16p", layout="mono", samples=576)
        frame.sample_rate = 22050
        frame.planes[0].update(bytes(frame.planes[0].buffer_size))
        for pts in range(0, 576 * 50, 576):
            frame.pts = pts
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    content = file.getvalue()
    size = frame_sizes(content)[0]
    assert content[13:17] == b"Info"
    assert int.from_bytes(content[165:167], "big") == crc16(content[size:])


@pytest.mark.parametrize("bitrate", [32, 48, 56, 96, 160])
def test_the_tag_fits_at_every_bit_rate(bitrate):
    frames = encode_frames(bytes(2 * 576 * 4), bitrate)
    tag = make_info_frame(read_music([frames]), encoder="LAME3.100", padding_samples=576)
    assert frame_sizes(tag + frames)[0] == len(tag)


def test_a_cut_frame_is_refused():
    with pytest.raises(EngineError, match="cut short"):
        frame_sizes(FRAMES[:-1])


def test_what_is_no_frame_is_refused():
    with pytest.raises(EngineError, match="at byte 208"):
        frame_sizes(FRAMES[:208] + b"RIFF" + FRAMES)
