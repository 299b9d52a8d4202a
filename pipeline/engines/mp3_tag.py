"""The Info frame in front of an MP3's sound: how long it is, where to seek, what a player must skip at either end.

In: finished frames, in pieces. Out: one more frame, silent to players that do not know it. Fields and their order are
those that LAME's own VbrTag.c writes (functions PutVbrTag and PutLameVBR, "Mp3 Info Tag rev 1").
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

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
_CRC_BYTES = 1 << 21
"""What the CRC is reckoned of at a time: enough for its lanes, little beside a book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Music:
    """What the tag tells of the frames behind it."""

    header: bytes
    """Of the first frame."""
    sizes: Sequence[int]
    """In bytes, of each frame."""
    crc: int


def read_music(pieces: Iterable[bytes]) -> Music:
    """Go through frames, of which each piece holds some whole ones."""
    header, sizes, crc = b"", array("H"), 0
    waiting = bytearray()
    for piece in pieces:
        if len(waiting) >= _CRC_BYTES:
            crc = vectors.crc16(bytes(waiting), crc)
            waiting.clear()
        header = header or piece[:4]
        sizes.extend(frame_sizes(piece))
        waiting += piece
    return Music(header=header, sizes=sizes, crc=vectors.crc16(bytes(waiting), crc))


def make_info_frame(music: Music, *, encoder: str, padding_samples: int) -> bytes:
    """Build the frame; the encoder has at most nine characters, LAME3.100, and the padding is what is not sound at
    the end.
    """
    kbps = bitrate_kbps(music.header)
    header = _header(music.header, max(kbps, _LEAST_KBPS))
    size = frame_size(header[:3])
    total = size + sum(music.sizes)
    frame = header + bytes(_HEADER_AND_SIDE - len(header)) + b"Info"
    frame += _number(_FRAMES | _BYTES | _TOC | _QUALITY) + _number(len(music.sizes)) + _number(total)
    frame += _seek_table(music.sizes, size, total) + _number(0)
    frame += encoder.encode("ascii").ljust(9)[:9] + bytes([_CONSTANT_BITRATE])
    frame += bytes(1 + 4 + 2 + 2 + 1)  # low-pass, peak, two replay gains, flags: not told
    frame += bytes([min(kbps, 255)])
    frame += (ENCODER_DELAY_SAMPLES << 12 | padding_samples).to_bytes(3, "big")
    frame += bytes(1 + 1 + 2)  # noise shaping, gain, preset: not told
    frame += _number(total) + music.crc.to_bytes(2, "big")
    frame += vectors.crc16(frame).to_bytes(2, "big")
    return frame.ljust(size, b"\0")


def frame_sizes(frames: bytes) -> Sequence[int]:
    """Give the size in bytes of each frame, read off its header."""
    sizes: list[int] = []
    position = 0
    while position < len(frames):
        size = frame_size(frames[position : position + 3])
        if not size:
            raise EngineError(f"there is no MPEG-2 layer III frame of 22050 Hz at byte {position}.")
        sizes.append(size)
        position += size
    if position != len(frames):
        raise EngineError("the last MP3 frame is cut short.")
    return sizes


@cache
def frame_size(header: bytes) -> int:
    """Give how long a frame with this header is, its first three bytes; 0 when it is none."""
    if len(header) < 3 or header[0] != 0xFF or header[1] & 0xFE != 0xF2 or header[2] & 0x0C:
        return 0
    third = header[2]
    return 72000 * _BITRATES_KBPS[third >> 4] // _SAMPLE_RATE_HZ + (third >> 1 & 1)


def whole_frames(frames: bytes) -> int:
    """Give how many bytes the whole frames take up that stand in front; behind them a frame may be cut off."""
    position = 0
    while size := frame_size(frames[position : position + 3]):
        if position + size > len(frames):
            break
        position += size
    return position


def bitrate_kbps(frames: bytes) -> int:
    """Give the bit rate of the first frame."""
    return _BITRATES_KBPS[frames[2] >> 4]


def _header(frames: bytes, kbps: int) -> bytes:
    return bytes([frames[0], frames[1], _BITRATES_KBPS.index(kbps) << 4 | frames[2] & 0x0D, frames[3]])


def _seek_table(sizes: Sequence[int], first: int, total: int) -> bytes:
    """Give for each percent of the time the place in the file, in 256ths."""
    marks = [percent * len(sizes) // 100 for percent in range(100)]
    starts = accumulate((sum(sizes[begin:end]) for begin, end in pairwise(marks)), initial=first)
    return bytes(min(255, 256 * start // total) for start in starts)


def _number(value: int) -> bytes:
    return value.to_bytes(4, "big")
