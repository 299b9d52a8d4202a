"""MP3: clips encoded each by itself, and tracks that are clips one behind the other.

In: samples of single clips. Out: frames, and files. Laws: a clip's frames depend on its samples and the settings only;
a track decodes to exactly as many samples as its clips have together, the first of them at 0.

How that is possible stands in docs/measured.md, "Joining encoded clips": each clip is a whole number of frames, begins
and ends in silence, and LAME keeps no bit reservoir.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import version
from typing import BinaryIO, TypeAlias

from pipeline.engines import finish, id3
from pipeline.engines.lame import encode_frames, lame_version
from pipeline.engines.levels import (
    LEAD_MS,
    LEAST_TAIL_MS,
    SAMPLE_RATE_HZ,
    SAMPLES_PER_FRAME,
    Level,
)
from pipeline.engines.mp3_tag import (
    ENCODER_DELAY_SAMPLES,
    Music,
    bitrate_kbps,
    frame_size,
    make_info_frame,
    read_music,
    whole_frames,
)
from pipeline.errors import EngineError
from pipeline.model.settings import AudioSettings
from pipeline.model.speech import TrackTags

Clips: TypeAlias = Callable[[], Iterable[bytes]]
"""Opens the frames of clips, one clip after the other; asked twice, so that no more than one need be in memory."""

_FLUSH_FRAMES = 2
"""Silent frames behind a track: with the delay of encoder and decoder, 1105 samples, the last clip ends in them."""
_PADDING_SAMPLES = _FLUSH_FRAMES * SAMPLES_PER_FRAME - ENCODER_DELAY_SAMPLES
_PIECE_BYTES = 1 << 18
_FORM = 3
"""Of the finished clip and track: raised when this package makes other bytes from the same samples."""


class Mp3Encoder:
    """LAME at a constant bit rate, 22,050 Hz mono."""

    def __init__(self, settings: AudioSettings, level: Level | None = None) -> None:
        """Take the bit rate, and the level of the voice whose clips will be encoded."""
        self._settings = settings
        self._level = level or Level()

    def fingerprint(self) -> str:
        """Give encoder, bit rate, form and level; not the gain, which the voice's own fingerprint decides."""
        return (
            f"{lame_version()}, pydub {version('pydub')}, numpy {version('numpy')}, form {_FORM}, "
            f"{self._settings.bitrate_kbps} kbit/s, silence {LEAD_MS} and {LEAST_TAIL_MS} ms, {self._level}"
        )

    def join_fingerprint(self) -> str:
        """Give what a track depends on beside its clips and tags."""
        return f"{lame_version()}, numpy {version('numpy')}, mutagen {version('mutagen')}, form {_FORM}"

    def encode(self, pcm: bytes, pause_after_ms: int) -> tuple[bytes, int]:
        """Level, pad and encode one clip; give its frames and its length in samples."""
        finished = finish.finish_clip(pcm, pause_after_ms, self._level)
        return encode_frames(finished, self._settings.bitrate_kbps), len(finished) // 2

    def join(self, clips: Clips, tags: TrackTags) -> Iterator[bytes]:
        """Give one MP3 file in pieces: ID3 tag, Info frame, the clips, silence for what decoders hold back."""
        music = read_music(_sound(clips))
        samples = (len(music.sizes) - _FLUSH_FRAMES) * SAMPLES_PER_FRAME
        # Rounded up, so that nobody stops before the end.
        duration_ms = -(-samples * 1000 // SAMPLE_RATE_HZ)
        yield id3.make_id3(tags, duration_ms)
        yield _info_frame(music)
        yield from _sound(clips)


def file_of_frames(clips: Clips) -> Iterator[bytes]:
    """Give clips as a file without tags of its own: Info frame, frames, silence for what decoders hold back."""
    yield _info_frame(read_music(_sound(clips)))
    yield from _sound(clips)


def _info_frame(music: Music) -> bytes:
    encoder = _encoder_name(bitrate_kbps(music.header))
    return make_info_frame(music, encoder=encoder, padding_samples=_PADDING_SAMPLES)


def _sound(clips: Clips) -> Iterator[bytes]:
    """Give the clips, and behind the last silence for what decoders hold back."""
    kbps = 0
    for frames in clips():
        kbps = kbps or bitrate_kbps(frames)
        yield frames
    yield _flush(kbps)


def frames_of_file(file: BinaryIO) -> Iterator[bytes]:
    """Give back the frames that a file of ours was made of, some whole ones at a time."""
    tag = file.read(10)
    # Four times seven bits (ID3v2.4, 6.2: synchsafe integers), without the ten bytes of the header.
    begin = 10 + (tag[6] << 21 | tag[7] << 14 | tag[8] << 7 | tag[9]) if tag[:3] == b"ID3" else 0
    file.seek(begin)
    header = file.read(3)
    end = file.seek(0, os.SEEK_END) - len(_flush(bitrate_kbps(header)))
    file.seek(begin + frame_size(header))  # behind the Info frame
    cut = b""
    while piece := file.read(min(_PIECE_BYTES, end - file.tell())):
        piece = cut + piece
        whole = whole_frames(piece)
        yield piece[:whole]
        cut = piece[whole:]
    if cut:
        raise EngineError("the last MP3 frame is cut short.")


@cache
def _flush(kbps: int) -> bytes:
    return encode_frames(bytes(_FLUSH_FRAMES * 2 * SAMPLES_PER_FRAME), kbps)


@cache
def _encoder_name(kbps: int) -> str:
    # LAME signs the bits it does not need.
    signed = re.search(rb"LAME\d\.\d+", _flush(kbps))
    return signed[0].decode("ascii") if signed else "LAME"
