"""How loud a clip is made, and how much silence stands around it: the numbers.

In: nothing. Out: settings of the finished clip (engines/finish.py), which the encoder's fingerprint names. Apart from
the work, so that the fingerprint needs neither pydub nor numpy.
"""

from dataclasses import dataclass, fields

SAMPLE_RATE_HZ = 22050
SAMPLES_PER_FRAME = 576
"""Of an MPEG-2 layer III frame."""
TARGET_RMS_DBFS = -19.0
"""What a voice is brought to on the text it is measured by (engines/loudness.py). With the longer pauses of a chapter
that gives about -20, in the middle of what audiobook shops ask: -23 to -18."""
LEAD_MS = 60
"""Silence before each clip: players that ignore an MP3's delay, which is 50 ms, still cut in silence."""
LEAST_TAIL_MS = 200
"""Silence behind each clip, at least: for the encoder's ends, and for players that cut late."""
LEAST_GAIN, MOST_GAIN = 0.05, 50.0
"""What a voice may need; beyond it, something is wrong with the voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How loud speech is made."""

    gain: float = 1.9
    """Factor, of one voice: measured once (engines/loudness.py). This is what the voice that ships needs, about."""
    ceiling: int = 20600
    """-4 dBFS: decoded MP3 then stays below -3 dB true peak (measured, tests/engines/test_mp3.py)."""
    silence_dbfs: int = -60
    step_ms: int = 5
    """How finely silence is looked for."""
    margin_ms: int = 15
    """What is kept of the voice's own silence, so that no soft consonant loses its edge."""
    fade_in_ms: int = 2
    fade_out_ms: int = 8

    def __str__(self) -> str:
        """Name all of it, for fingerprints; instead of the gain, what it follows from beside the voice."""
        rest = (field.name for field in fields(self) if field.name != "gain")
        return f"{TARGET_RMS_DBFS} dBFS, " + ", ".join(f"{name} {getattr(self, name)}" for name in rest)


def silence(milliseconds: int) -> bytes:
    """Give silence, rounded up to a whole sample."""
    return bytes(2 * -(-milliseconds * SAMPLE_RATE_HZ // 1000))
