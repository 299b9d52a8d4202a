"""Arithmetic on long rows of numbers, by numpy: the places where Python alone is too slow.

In and out: bytes. Law: only operations that IEEE 754 and whole-number arithmetic fix to the bit, one at a
time, so that a result does not depend on the processor.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

_SAMPLE = np.dtype("<i2")
_BLOCK = 32
"""Samples for which the limiter knows one peak: 1.5 ms."""
_REACH = 6
"""Blocks over which its gain falls before a peak and rises behind it: 9 ms."""
_LANES = 1 << 12


def limit(pcm: bytes, *, gain: float, ceiling: int) -> bytes:
    """Amplify 16-bit samples by a factor and hold them below a ceiling, without a corner in the gain.

    The gain at a sample depends on the samples within some 20 ms, and on nothing else.
    """
    given = np.frombuffer(pcm, _SAMPLE)
    blocks = -(-len(given) // _BLOCK)
    # Half a block more at either end: then a row reaches from the middle of one block to the middle of the next.
    rows = np.zeros((blocks + 1, _BLOCK), np.float32)
    samples = rows.ravel()[_BLOCK // 2 : -_BLOCK // 2]
    np.multiply(given, np.float32(gain), out=samples[: len(given)], dtype=np.float32)
    peaks = _peaks(samples)
    if len(peaks) and peaks.max() > ceiling:
        _hold(rows, np.divide(ceiling, np.maximum(peaks, ceiling), dtype=np.float32))
        np.clip(samples, -ceiling, ceiling, out=samples)
    return np.rint(samples[: len(given)]).astype(_SAMPLE).tobytes()


def _hold(rows: NDArray[np.float32], allowed: NDArray[np.float32]) -> None:
    """Multiply by a gain that nowhere exceeds what is allowed; rows that need none, most of them, are left alone."""
    # The least of all neighbours, one more than the mean reaches to: neither the mean nor the straight line to the next
    # block's middle can then exceed what the block itself allows.
    least = _least(_windows(allowed, _REACH + 1))
    ends = np.pad(_mean(_windows(least, _REACH)), 1, mode="edge")
    begin, end = ends[:-1, None], ends[1:, None]
    (held,) = np.nonzero((begin < 1).ravel() | (end < 1).ravel())
    way = (np.arange(_BLOCK, dtype=np.float32) + np.float32(0.5)) / np.float32(_BLOCK)
    rows[held] *= begin[held] * (1 - way) + end[held] * way


def _peaks(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give the loudest sample of each block; halved again and again, which is many times faster than row by row."""
    loud = np.abs(samples).reshape(-1, _BLOCK)
    while loud.shape[1] > 1:
        half = loud.shape[1] // 2
        loud = np.maximum(loud[:, :half], loud[:, half:])
    return loud[:, 0]


def _windows(row: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    return np.lib.stride_tricks.sliding_window_view(np.pad(row, reach, mode="edge"), 2 * reach + 1)


def _least(windows: NDArray[np.float32]) -> NDArray[np.float32]:
    least = windows[:, 0]
    for column in range(1, windows.shape[1]):
        least = np.minimum(least, windows[:, column])
    return least


def _mean(windows: NDArray[np.float32]) -> NDArray[np.float32]:
    # Added column by column: numpy's own sum groups its terms as the processor likes.
    total = np.zeros(len(windows), np.float32)
    for column in range(windows.shape[1]):
        total = total + windows[:, column]
    return total / np.float32(windows.shape[1])


def mean_square(pcm: bytes) -> float:
    """Give the mean square of 16-bit samples; summed in whole numbers, which is exact in any order."""
    samples = np.frombuffer(pcm, _SAMPLE).astype(np.int64)
    return int(np.dot(samples, samples)) / max(1, len(samples))


def crc16(content: bytes, before: int = 0) -> int:
    """Give the CRC-16 that MP3 tags use (polynomial 0x8005, bits reversed, start 0).

    `before` is the CRC of what stands in front of the content, which then has two bytes at least: with them it is
    XORed, and all begins at 0 again.

    The content is cut into lanes that are worked on side by side, two bytes at a time, and then joined two by two; a
    CRC that starts at 0 is not changed by zeros in front, and the CRC of two parts is that of the first, moved over as
    many zeros as the second is long, XOR that of the second.
    """
    if before:
        content = (int.from_bytes(content[:2], "little") ^ before).to_bytes(2, "little") + content[2:]
    width = -(-len(content) // (2 * _LANES))
    row = np.frombuffer(content.rjust(2 * width * _LANES, b"\0"), "<u2")
    table = _crc_table()
    states = np.zeros(_LANES, np.uint16)
    for column in np.ascontiguousarray(row.reshape(_LANES, width).T):
        states = table.take(states ^ column)  # half the time of table[...]
    moved = np.left_shift(np.uint16(1), np.arange(16, dtype=np.uint16))
    for _ in range(width):
        moved = table[moved]
    while len(states) > 1:
        states = _move(states[::2], moved) ^ states[1::2]
        moved = _move(moved, moved)
    return int(states[0])


@cache
def _crc_table() -> NDArray[np.uint16]:
    """Give what becomes of each CRC behind two more bytes that are zero; other bytes are XORed to it before."""
    table = np.arange(1 << 16, dtype=np.uint16)
    for _ in range(16):
        table = (table >> np.uint16(1)) ^ np.where(table & np.uint16(1), np.uint16(0xA001), np.uint16(0))
    return table


def _move(states: NDArray[np.uint16], moved: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """Move CRCs over zeros; `moved` tells what becomes of each bit."""
    result = np.zeros_like(states)
    for bit, after in enumerate(moved):
        result ^= np.where(states >> np.uint16(bit) & np.uint16(1), after, np.uint16(0))
    return result
