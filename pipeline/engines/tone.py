"""A test voice that needs no engine: each letter is a short tone. Ships, so that a press can be tried anywhere.

In: utterances. Out: samples that are the same on every machine, because whole-number arithmetic makes them.
"""

import re
import sys
from array import array

from pipeline.engines.espeak_library import SAMPLE_RATE_HZ
from pipeline.model.speech import Pause, Phonemes, Utterance, VoiceSettings

_LOUDNESS = 6000
_LOWEST_PERIOD, _PERIODS = 50, 100
"""In samples: tones lie between 147 and 441 Hz."""
_PAUSE = re.compile(r"\{pause (\d+) ms\}")


class ToneVoice:
    """Letters as triangle waves, spaces as silence."""

    sample_rate_hz = SAMPLE_RATE_HZ

    def __init__(self, settings: VoiceSettings) -> None:
        """Take the speed: five letters and a space to the word."""
        self._words_per_minute = settings.words_per_minute
        self._letter_samples = SAMPLE_RATE_HZ * 60 // (settings.words_per_minute * 6)

    def voices(self) -> tuple[str, ...]:
        """Give the one name there is; any other is as good."""
        return ("tone",)

    def fingerprint(self) -> str:
        """Give version and speed."""
        return f"tone 2, {self._words_per_minute} words a minute"

    def narrator(self) -> str:
        """Say plainly that this is no voice."""
        return "test tones, not a voice"

    def markup(self, utterance: Utterance) -> str:
        """Give words, and the IPA of the lexicon's, so that a correction is heard; pauses as {pause 250 ms}."""
        parts = (
            f" {{pause {part.milliseconds} ms}} "
            if isinstance(part, Pause)
            else f" {part.ipa} "
            if isinstance(part, Phonemes)
            else part.text.translate(str.maketrans("{}", "()"))
            for part in utterance.parts
        )
        return " ".join("".join(parts).split())

    def speak(self, markup: str) -> bytes:
        """Give 16-bit mono samples."""
        samples = array("h")
        for index, piece in enumerate(_PAUSE.split(markup)):
            if index % 2:
                samples.extend([0] * (int(piece) * SAMPLE_RATE_HZ // 1000))
            else:
                for letter in piece:
                    samples.extend(self._tone(letter))
        if sys.byteorder == "big":
            samples.byteswap()
        return samples.tobytes()

    def _tone(self, letter: str) -> list[int]:
        if not letter.isalnum():
            return [0] * self._letter_samples
        period = _LOWEST_PERIOD + ord(letter) % _PERIODS
        return [_triangle(position % period, period) for position in range(self._letter_samples)]


def _triangle(position: int, period: int) -> int:
    return _LOUDNESS * (4 * min(position, period - position) - period) // period
