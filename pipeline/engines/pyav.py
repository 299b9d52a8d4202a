"""PyAV: decodes finished sound files, as a player does.

In: a file's bytes. Out: how many samples a listener gets.
"""

from io import BytesIO

import av

from pipeline.errors import EngineError


def count_samples(content: bytes) -> int:
    """Decode a whole MP3 file and count its samples, as a player that honours the Info frame hears them."""
    try:
        with av.open(BytesIO(content), "r", format="mp3") as file:
            return sum(frame.samples for frame in file.decode(audio=0))
    except av.FFmpegError as problem:
        raise EngineError(f"this MP3 file cannot be decoded: {problem}.") from problem
