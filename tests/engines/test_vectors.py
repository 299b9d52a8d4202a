from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.vectors import crc16, limit

samples = st.lists(st.integers(-32768, 32767), max_size=700)


def slow_crc16(content: bytes) -> int:
    crc = 0
    for octet in content:
        crc ^= octet
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def test_the_check_value_of_the_crc_is_the_published_one():
    assert crc16(b"123456789") == 0xBB3D  # CRC-16/ARC in the usual catalogues


@pytest.mark.parametrize("size", [0, 1, 2, 4095, 4096, 4097, 10_000])
def test_the_crc_is_that_of_one_bit_after_the_other(size):
    content = bytes(position * 7 % 251 for position in range(size))
    assert crc16(content) == slow_crc16(content)


def test_a_crc_goes_on_behind_another():
    content = bytes(position * 7 % 251 for position in range(10_000))
    for size in (2, 5000, 9_998):
        assert crc16(content[size:], crc16(content[:size])) == slow_crc16(content)


@given(samples, st.floats(0.1, 8))
def test_nothing_exceeds_the_ceiling_and_nothing_is_lost(values, gain):
    limited = array("h", limit(array("h", values).tobytes(), gain=gain, ceiling=20000))
    assert len(limited) == len(values)
    assert max(map(abs, limited), default=0) <= 20000


@given(samples)
def test_quiet_samples_are_only_amplified(values):
    quiet = [value // 8 for value in values]
    limited = array("h", limit(array("h", quiet).tobytes(), gain=2.0, ceiling=20000))
    assert list(limited) == [2 * value for value in quiet]


def test_the_limiter_turns_down_a_loud_stretch_and_leaves_what_is_far_from_it():
    loud = [1000] * 4000 + [30000] * 100 + [1000] * 4000
    limited = array("h", limit(array("h", loud).tobytes(), gain=1.0, ceiling=15000))
    assert (limited[0], limited[-1]) == (1000, 1000)
    assert 14000 <= limited[4050] <= 15000


def test_the_gain_has_no_corner():
    loud = [10000] * 4000 + [30000] * 100 + [10000] * 4000
    limited = array("h", limit(array("h", loud).tobytes(), gain=1.0, ceiling=15000))
    steps = [abs(after - before) for before, after in pairwise(limited[:4000])]
    assert 0 < max(steps) < 60
