"""PyAV: decodes finished sound files as a player does, and makes AAC and MP4 files.

In: a file. Out: a count of samples, AAC frames, an MP4 file. The AAC encoder of FFmpeg calculates in floating point:
its frames are the same on the same machine, and need not be on another. What may be as long as a book is never in
memory as a whole.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from importlib.metadata import version
from io import BytesIO
from typing import Any, BinaryIO

import av
import numpy as np
from av.audio.frame import AudioFrame

from pipeline.errors import EngineError
from pipeline.model.publication import Audiobook

_RATE_HZ = 22050
AAC_SAMPLES = 1024
"""Of an AAC frame; by as many the encoder is late."""
_AAC_BITRATE = 64_000
_AAC_OPTIONS = {"aac_coder": "fast"}
"""A quarter of the time of the default coder (7 minutes of speech: 1.6 s for 6.1 s)."""
_TICK = Fraction(1, _RATE_HZ)


def count_samples(content: bytes) -> int:
    """Decode a whole MP3 file and count its samples, as a player that honours the Info frame hears them."""
    return sum(frame.samples for frame in _decoded(BytesIO(content)))


def read_levels(content: bytes, level_ms: int) -> tuple[int, bytes]:
    """Decode a whole MP3 file: give its length in ms, and the loudest sample of each stretch, from 0 to 255."""
    samples, rate_hz = 0, _RATE_HZ
    pieces: list[bytes] = []
    rest = np.zeros(0)
    for frame in _decoded(BytesIO(content)):
        samples, rate_hz = samples + frame.samples, frame.sample_rate
        loud = np.concatenate([rest, np.abs(frame.to_ndarray()).max(axis=0)])
        size = rate_hz * level_ms // 1000
        whole = len(loud) // size * size
        peaks = loud[:whole].reshape(-1, size).max(axis=1) * 255
        pieces.append(np.minimum(peaks, 255).astype(np.uint8).tobytes())
        rest = loud[whole:]
    return samples * 1000 // rate_hz, b"".join(pieces)


def read_speech(content: bytes) -> bytes:
    """Decode a sound file of any kind to 16-bit mono samples at 22,050 Hz."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=_RATE_HZ)
    try:
        with av.open(BytesIO(content), "r") as file:
            given = [plain for frame in file.decode(audio=0) for plain in resampler.resample(frame)]
    except av.FFmpegError as problem:
        raise EngineError(f"this sound file cannot be decoded: {problem}.") from problem
    frames = [*given, *resampler.resample(None)]
    return b"".join(bytes(frame.planes[0])[: 2 * frame.samples] for frame in frames)


def aac_version() -> str:
    """Name all that AAC frames and MP4 files depend on beside the sound and the words."""
    return f"PyAV {version('av')}, {_AAC_BITRATE} bit/s, {_AAC_OPTIONS}"


def encode_aac(file: BinaryIO) -> Iterator[bytes]:
    """Decode a whole MP3 file and encode it to AAC-LC frames of 1024 samples, the last filled up with silence.

    The frame that an encoder holds back is left out: so that frames of files that begin and end in silence can stand
    one behind the other.
    """
    codec = av.CodecContext.create("aac", "w")
    _configure(codec)
    taken = given = 0
    for frame in _plain(file):
        frame.pts, frame.time_base = taken * AAC_SAMPLES, _TICK
        taken += 1
        for packet in codec.encode(frame):
            given += 1
            yield bytes(packet)
    rest = [bytes(packet) for packet in codec.encode(None)]
    if given + len(rest) < taken:
        raise EngineError(f"the AAC encoder gave {given + len(rest)} frames for {taken}.")
    yield from rest[: taken - given]


def write_m4b(file: BinaryIO, packets: Iterable[bytes], book: Audiobook) -> None:
    """Write AAC frames as an MP4 file with chapters and the words of a catalogue."""
    with av.open(file, "w", format="ipod") as container:
        stream: Any = container.add_stream("aac", rate=_RATE_HZ)
        _configure(stream.codec_context)
        container.metadata.update({name: value for name, value in _words(book).items() if value})
        container.set_chapters(
            [
                {
                    "id": number,
                    "start": chapter.begin,
                    "end": chapter.end,
                    "time_base": _TICK,
                    "metadata": {"title": chapter.title},
                }
                for number, chapter in enumerate(book.chapters, 1)
            ]
        )
        for number, content in enumerate(packets):
            packet = av.Packet(content)
            packet.stream, packet.time_base, packet.duration = stream, _TICK, AAC_SAMPLES
            # Beginning before 0 makes an edit list, by which players skip what the encoder is late.
            packet.pts = packet.dts = (number - 1) * AAC_SAMPLES
            packet.is_keyframe = True
            container.mux(packet)


def _words(book: Audiobook) -> dict[str, str]:
    return {
        "title": book.title,
        "album": book.title,
        "artist": book.author,
        "composer": book.narrator,  # where audiobook players look for who reads
        "date": book.date,
        "copyright": book.publisher,
        "genre": "Audiobook",
    }


def _configure(codec: Any) -> None:  # noqa: ANN401 - PyAV's types do not know these fields
    codec.sample_rate, codec.format, codec.layout = _RATE_HZ, "fltp", "mono"
    codec.bit_rate, codec.options, codec.time_base = _AAC_BITRATE, dict(_AAC_OPTIONS), _TICK
    codec.open(strict=False)


def _decoded(file: BinaryIO) -> Iterator[AudioFrame]:
    try:
        with av.open(file, "r", format="mp3") as container:
            yield from container.decode(audio=0)
    except av.FFmpegError as problem:
        raise EngineError(f"this MP3 file cannot be decoded: {problem}.") from problem


def _plain(file: BinaryIO) -> Iterator[AudioFrame]:
    """Give a file's sound in frames as the AAC encoder takes them."""
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=_RATE_HZ, frame_size=AAC_SAMPLES)
    for frame in _decoded(file):
        yield from resampler.resample(frame)
    for frame in resampler.resample(None):
        yield _filled(frame)


def _filled(frame: AudioFrame) -> AudioFrame:
    """Give the last frame with silence behind it: the encoder would shorten it otherwise."""
    whole = AudioFrame(format="fltp", layout="mono", samples=AAC_SAMPLES)
    plane = whole.planes[0]
    plane.update(bytes(frame.planes[0])[: 4 * frame.samples].ljust(plane.buffer_size, b"\0"))
    whole.sample_rate = _RATE_HZ
    return whole
