"""The table of voices: what pipeline.toml [voice] engine can name.

A new voice is one module with a Synthesiser and one line here. A module runs when its voice is first asked for.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from pipeline.engines import espeak, piper, system_voice, tone
from pipeline.model.ports import Synthesiser
from pipeline.model.speech import VoiceSettings

MakeVoice: TypeAlias = Callable[[VoiceSettings, Callable[[str], str]], Synthesiser]
"""From settings and the way from IPA to the engine's phonemes."""

VOICES: Mapping[str, MakeVoice] = {
    "espeak": lambda settings, mnemonics: espeak.EspeakVoice(settings, mnemonics),
    "piper": lambda settings, _mnemonics: piper.PiperVoice(settings),
    "system": lambda settings, _mnemonics: system_voice.SystemVoice(settings),
    "tone": lambda settings, _mnemonics: tone.ToneVoice(settings),
}
