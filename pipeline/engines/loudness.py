"""How loud a voice is by itself: the one gain with which everything it says is made as loud as our recordings are.

In: a voice. Out: the level for its clips. Law: the gain depends on the voice alone, measured on a fixed text, and on
nothing that is being read, so that a clip's bytes never depend on its neighbours.
"""

import copy
import math

from pipeline.engines.finish import level_clip, trim_clip
from pipeline.engines.levels import LEAST_GAIN, MOST_GAIN, TARGET_RMS_DBFS, Level
from pipeline.engines.vectors import mean_square
from pipeline.errors import EngineError
from pipeline.model.ports import Synthesiser
from pipeline.model.speech import Utterance, Words

_TEXT = (
    "The old city stands on a hill, and in the evening its lamps are lit, one by one.",
    "Who goes there?",
    "Twelve men and a child came down to the river; they had walked since morning, and nobody spoke.",
    "Stop!",
    "Every house, every street and every garden had a name, which the people of the valley had forgotten long ago.",
)
_PAUSE_MS = 350
_STEPS = 6
"""The limiter takes a little of what the gain gives: each step makes up for what is left of that."""


def measure_level(voice: Synthesiser) -> Level:
    """Give the level at which a voice comes to TARGET_RMS_DBFS; EngineError for one that hardly sounds."""
    speaking = copy.copy(voice)  # its process ends with it
    level = Level(gain=1.0)
    said = [
        trim_clip(speaking.speak(speaking.markup(_utterance(number))), level) for number in range(len(_TEXT))
    ]
    for _ in range(_STEPS):
        change = 10 ** ((TARGET_RMS_DBFS - _rms_dbfs(said, level)) / 20)
        level = Level(gain=round(level.gain * change, 2))
        if not LEAST_GAIN <= level.gain <= MOST_GAIN:
            raise EngineError(
                f"the voice is too soft or too loud: it would need a gain of {level.gain}. Choose another in "
                "pipeline.toml [voice]."
            )
    return level


def _utterance(number: int) -> Utterance:
    return Utterance(target=f"level-{number}", parts=(Words(text=_TEXT[number]),), pause_after_ms=_PAUSE_MS)


def _rms_dbfs(said: list[bytes], level: Level) -> float:
    finished = b"".join(level_clip(speech, _PAUSE_MS, level) for speech in said)
    return 10 * math.log10(mean_square(finished) / (1 << 30))
