"""The table of voices: what pipeline.toml [voice] engine can name.

A new voice is one module with a Synthesiser and one line here.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from pipeline.engines.espeak import EspeakVoice
from pipeline.engines.piper import PiperVoice
from pipeline.engines.system_voice import SystemVoice
from pipeline.engines.tone import ToneVoice
from pipeline.model.ports import Synthesiser
from pipeline.model.speech import VoiceSettings

MakeVoice: TypeAlias = Callable[[VoiceSettings, Callable[[str], str]], Synthesiser]
"""From settings and the way from IPA to the engine's phonemes."""

VOICES: Mapping[str, MakeVoice] = {
    "espeak": EspeakVoice,
    "piper": lambda settings, _mnemonics: PiperVoice(settings),
    "system": lambda settings, _mnemonics: SystemVoice(settings),
    "tone": lambda settings, _mnemonics: ToneVoice(settings),
}
