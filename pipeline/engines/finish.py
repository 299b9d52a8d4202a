"""One clip as a listener gets it: without the voice's own silence, at an even level, with silence of ours around it.

In: what a voice gave. Out: samples ready to be encoded, a whole number of MP3 frames. Law: one fixed gain and a limiter
that sees this clip only, so that a clip's bytes do not depend on its neighbours.

pydub does here what it is good at, on one clip: finding silence, cutting, fading (docs/measured.md, "pydub").
"""

import os
import warnings

from pipeline.engines.levels import LEAD_MS, LEAST_TAIL_MS, SAMPLE_RATE_HZ, SAMPLES_PER_FRAME, Level, silence
from pipeline.engines.vectors import limit
from pipeline.errors import EngineError

os.environ.setdefault("PATH", os.defpath)  # pydub cannot be imported without one
with warnings.catch_warnings():
    # pydub warns that it found no ffmpeg, which it is not asked to use, and that audioop will go in Python 3.13, for
    # which pyproject.toml names the replacement.
    warnings.simplefilter("ignore")
    from pydub import AudioSegment
    from pydub.silence import detect_leading_silence


def finish_clip(pcm: bytes, pause_after_ms: int, level: Level) -> bytes:
    """Trim, level and pad one clip.

    The pause is what is heard between the clip and the next one: the silence before that one is part of it.
    """
    return level_clip(trim_clip(pcm, level), pause_after_ms, level)


def level_clip(speech: bytes, pause_after_ms: int, level: Level) -> bytes:
    """Level and pad what was trimmed."""
    levelled = limit(speech, gain=level.gain, ceiling=level.ceiling)
    tail_ms = max(LEAST_TAIL_MS, pause_after_ms - LEAD_MS)
    whole = silence(LEAD_MS) + levelled + silence(tail_ms)
    return whole + bytes(-len(whole) % (2 * SAMPLES_PER_FRAME))


def trim_clip(pcm: bytes, level: Level) -> bytes:
    """Take the voice's own silence off either end; the gain of the level plays no part."""
    clip = AudioSegment(data=pcm, sample_width=2, frame_rate=SAMPLE_RATE_HZ, channels=1)
    before = _silence_before(clip, level)
    if before >= len(clip):
        raise EngineError("the voice gave silence only.")
    after = _silence_before(clip.reverse(), level)
    kept = clip[max(0, before - level.margin_ms) : len(clip) - max(0, after - level.margin_ms)]
    return bytes(kept.fade_in(level.fade_in_ms).fade_out(level.fade_out_ms).raw_data)


def _silence_before(clip: AudioSegment, level: Level) -> int:
    return int(detect_leading_silence(clip, silence_threshold=level.silence_dbfs, chunk_size=level.step_ms))
