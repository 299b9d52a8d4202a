"""LAME, as the wheel of PyAV brings it: one clip's samples into MP3 frames that need no neighbours.

In: samples, a whole number of frames. Out: as many frames. Law: no bit reservoir, so that frames of different clips can
stand one behind the other.

The library is called directly: PyAV's own way to it gives the same bytes, frame by frame through Python, and takes a
quarter more time (60 sentences, every byte equal).
"""

import ctypes
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from pipeline.engines.levels import SAMPLE_RATE_HZ, SAMPLES_PER_FRAME
from pipeline.engines.mp3_tag import frame_sizes
from pipeline.errors import EngineError, MissingProgramError

_FRAME_BYTES = 2 * SAMPLES_PER_FRAME
_FLUSH_FRAMES = 2
"""What LAME holds back: its own delay of 1105 samples is less than two frames."""
_MEMORY_FRAMES = 5
"""So long a sound can be heard after its end: LAME's filters, windows and look-ahead are less than four frames.
In the fourth frame of silence at the latest nothing was left of 403 sentences."""
_TURNS = 60
"""Frames among which each size occurs, at every bit rate."""
_QUALITY = 7
"""Of LAME's 0 (slow) to 9. For eSpeak's speech at 64 kbit/s, 7 is both the fastest and the nearest to the samples:
signal to noise 24.4 dB (5: 22.6, 2: 20.0), the least noise in its worst band (benchmarks/encoding.py)."""
_MONO = 3
_BESIDE_PYAV = ("av.libs/libmp3lame*", "av/.dylibs/libmp3lame*", "av.libs/*mp3lame*.dll")
"""Where the wheels for Linux, macOS and Windows put it. The last two have not been tried."""


def lame_version() -> str:
    """Name the encoder, its options and the digest of its program: all that the frames depend on beside samples."""
    digest = hashlib.sha256(_library_path().read_bytes()).hexdigest()
    return f"LAME (sha256 {digest}), quality {_QUALITY}, no reservoir"


def encode_frames(pcm: bytes, bitrate_kbps: int) -> bytes:
    """Encode 16-bit mono samples at a constant bit rate.

    Of the silence at the end LAME gets as much as it takes to forget the sound: frames of silence are all alike.
    """
    wanted, rest = divmod(len(pcm), _FRAME_BYTES)
    if rest:
        raise ValueError(f"{len(pcm)} bytes are not a whole number of frames")
    sounding = -(-len(pcm.rstrip(b"\0")) // _FRAME_BYTES)
    settled = min(wanted, sounding + _MEMORY_FRAMES)
    frames = _first_frames(pcm, settled, bitrate_kbps)
    if settled == wanted:
        return frames
    silent = _silent_frames(bitrate_kbps)
    begin, end = (_start_of(number, bitrate_kbps) for number in (settled - 1, settled))
    if len(frames) != end or frames[begin:] != silent.get(end - begin):  # it has not forgotten yet
        return _first_frames(pcm, wanted, bitrate_kbps)
    starts = [_start_of(number, bitrate_kbps) for number in range(settled, wanted + 1)]
    return frames + b"".join(silent[after - before] for before, after in pairwise(starts))


def _first_frames(pcm: bytes, wanted: int, bitrate_kbps: int) -> bytes:
    frames = _encode(pcm[: wanted * _FRAME_BYTES] + bytes(_FLUSH_FRAMES * _FRAME_BYTES), bitrate_kbps)
    sizes = frame_sizes(frames)
    if len(sizes) < wanted:
        raise EngineError(f"the MP3 encoder gave {len(sizes)} frames for {wanted}.")
    return frames[: sum(sizes[:wanted])]


def _start_of(number: int, bitrate_kbps: int) -> int:
    """Give where a frame begins, counted from 0: they take turns to be a byte longer, the first never is."""
    whole, part = divmod(72000 * bitrate_kbps, SAMPLE_RATE_HZ)
    return number * whole - (1 - number) * part // SAMPLE_RATE_HZ


@cache
def _silent_frames(bitrate_kbps: int) -> Mapping[int, bytes]:
    """Give a frame of silence in each size that a frame can have."""
    frames = _first_frames(bytes(_TURNS * _FRAME_BYTES), _TURNS, bitrate_kbps)
    starts = accumulate(frame_sizes(frames), initial=0)
    return {end - begin: frames[begin:end] for begin, end in pairwise(starts)}


def _encode(pcm: bytes, bitrate_kbps: int) -> bytes:
    lame = _library()
    state = ctypes.c_void_p(lame.lame_init())
    try:
        _configure(lame, state, bitrate_kbps)
        samples = len(pcm) // 2
        room = ctypes.create_string_buffer(samples * 5 // 4 + 7200)  # lame.h: 1.25 * samples + 7200
        size = _sized(lame.lame_encode_buffer(state, pcm, pcm, samples, room, len(room)))
        size += _sized(lame.lame_encode_flush(state, ctypes.byref(room, size), len(room) - size))
        return room.raw[:size]
    finally:
        lame.lame_close(state)


def _configure(lame: Any, state: ctypes.c_void_p, bitrate_kbps: int) -> None:  # noqa: ANN401 - a ctypes library
    settings = {
        "in_samplerate": SAMPLE_RATE_HZ,
        "out_samplerate": SAMPLE_RATE_HZ,
        "num_channels": 1,
        "mode": _MONO,
        "brate": bitrate_kbps,
        "quality": _QUALITY,
        "disable_reservoir": 1,
        "bWriteVbrTag": 0,
    }
    for name, value in settings.items():
        getattr(lame, f"lame_set_{name}")(state, value)
    _sized(lame.lame_init_params(state))


def _sized(result: int) -> int:
    if result < 0:
        raise EngineError(f"the MP3 encoder failed with status {result}.")
    return result


@cache
def _library() -> Any:  # noqa: ANN401 - a ctypes library
    try:
        lame: Any = ctypes.CDLL(str(_library_path()))
    except OSError as problem:
        raise _missing(f"cannot be loaded ({problem})") from problem
    lame.lame_init.restype = ctypes.c_void_p
    return lame


@cache
def _library_path() -> Path:
    found = find_spec("av")
    if found is None or found.origin is None:
        raise _missing("is not installed")
    site = Path(found.origin).parents[1]
    for pattern in _BESIDE_PYAV:
        for path in sorted(site.glob(pattern)):
            return path
    raise _missing("is not where its wheel puts it")


def _missing(what: str) -> MissingProgramError:
    return MissingProgramError(
        f"the MP3 encoder LAME {what}. Install it again: pip install --force-reinstall av "
        "(./run does this when .venv is deleted)."
    )
