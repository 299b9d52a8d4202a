"""The Info frame in front of an MP3's sound: how long it is, where to seek, what a player must skip at either end.

In: finished frames. Out: one more frame, silent to players that do not know it. Fields and their order are those that
LAME's own VbrTag.c writes (functions PutVbrTag and PutLameVBR, "Mp3 Info Tag rev 1").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from pipeline.engines import vectors
from pipeline.errors import EngineError

ENCODER_DELAY_SAMPLES = 576
"""By which LAME is late; a decoder adds its own 529, which players that honour the tag know."""

_BITRATES_KBPS = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""MPEG-2 layer III, by bit rate index."""
_SAMPLE_RATE_HZ = 22050
_HEADER_AND_SIDE = 4 + 9
"""Bytes before the tag: frame header and MPEG-2 mono side information."""
_LEAST_KBPS = 64
"""A smaller frame would not hold the tag."""
_FRAMES, _BYTES, _TOC, _QUALITY = 1, 2, 4, 8
_CONSTANT_BITRATE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Music:
    """What the tag tells of the frames behind it."""

    frames: bytes
    encoder: str
    """At most nine characters: LAME3.100."""
    padding_samples: int
    """Samples at the end that are not sound."""


def make_info_frame(music: Music) -> bytes:
    """Build the frame."""
    sizes = frame_sizes(music.frames)
    kbps = bitrate_kbps(music.frames)
    header = _header(music.frames, max(kbps, _LEAST_KBPS))
    size = _frame_size(header[:3])
    total = size + len(music.frames)
    frame = header + bytes(_HEADER_AND_SIDE - len(header)) + b"Info"
    frame += _number(_FRAMES | _BYTES | _TOC | _QUALITY) + _number(len(sizes)) + _number(total)
    frame += _seek_table(sizes, size, total) + _number(0)
    frame += music.encoder.encode("ascii").ljust(9)[:9] + bytes([_CONSTANT_BITRATE])
    frame += bytes(1 + 4 + 2 + 2 + 1)  # low-pass, peak, two replay gains, flags: not told
    frame += bytes([min(kbps, 255)])
    frame += (ENCODER_DELAY_SAMPLES << 12 | music.padding_samples).to_bytes(3, "big")
    frame += bytes(1 + 1 + 2)  # noise shaping, gain, preset: not told
    frame += _number(total) + vectors.crc16(music.frames).to_bytes(2, "big")
    frame += vectors.crc16(frame).to_bytes(2, "big")
    return frame.ljust(size, b"\0")


def frame_sizes(frames: bytes) -> Sequence[int]:
    """Give the size in bytes of each frame, read off its header."""
    sizes: list[int] = []
    position = 0
    while position < len(frames):
        size = _frame_size(frames[position : position + 3])
        if not size:
            raise EngineError(f"there is no MPEG-2 layer III frame of 22050 Hz at byte {position}.")
        sizes.append(size)
        position += size
    if position != len(frames):
        raise EngineError("the last MP3 frame is cut short.")
    return sizes


def bitrate_kbps(frames: bytes) -> int:
    """Give the bit rate of the first frame."""
    return _BITRATES_KBPS[frames[2] >> 4]


@cache
def _frame_size(header: bytes) -> int:
    """Give how long a frame with this header is, its first three bytes; 0 when it is none."""
    if len(header) < 3 or header[0] != 0xFF or header[1] & 0xFE != 0xF2 or header[2] & 0x0C:
        return 0
    third = header[2]
    return 72000 * _BITRATES_KBPS[third >> 4] // _SAMPLE_RATE_HZ + (third >> 1 & 1)


def _header(frames: bytes, kbps: int) -> bytes:
    return bytes([frames[0], frames[1], _BITRATES_KBPS.index(kbps) << 4 | frames[2] & 0x0D, frames[3]])


def _seek_table(sizes: Sequence[int], first: int, total: int) -> bytes:
    """Give for each percent of the time the place in the file, in 256ths."""
    starts = list(accumulate(sizes, initial=first))
    return bytes(min(255, 256 * starts[percent * len(sizes) // 100] // total) for percent in range(100))


def _number(value: int) -> bytes:
    return value.to_bytes(4, "big")
