"""The level of a voice, measured once and then kept in the store.

In: a voice and the ledger. Out: its level. Law: what is kept stands under the voice's fingerprint, so that another
voice, or another version of it, is measured anew.
"""

from contextlib import suppress

from pipeline.build.voicing import key_of
from pipeline.engines import loudness
from pipeline.engines.levels import LEAST_GAIN, MOST_GAIN, Level
from pipeline.model.ports import Ledger, Synthesiser

_VERSION = 1
"""Of this step: raised when engines/loudness.py measures otherwise (then raise _FORM in engines/mp3.py too)."""


def level_of(voice: Synthesiser, ledger: Ledger) -> Level:
    """Give the kept level, or measure and keep it."""
    level = Level()
    key = key_of({"step": "level", "version": _VERSION, "voice": voice.fingerprint(), "level": str(level)})
    with suppress(ValueError):
        gain = float(ledger.find(key) or "")
        if LEAST_GAIN <= gain <= MOST_GAIN:
            return Level(gain=gain)
    measured = loudness.measure_level(voice)
    ledger.record(key, str(measured.gain))
    return measured
