"""The voice that can tell what it says: eSpeak NG, whichever voice reads the press's books.

In: settings and sounds. Out: eSpeak NG, and a sentence for people where another voice reads. Law: what is proved or
shown of a sound is what an engine itself reported; no other engine reports anything.
"""

from dataclasses import replace

from pipeline.engines.espeak import EspeakVoice
from pipeline.lexicon.sounds import Sounds
from pipeline.model.settings import Settings


def ear(settings: Settings, sounds: Sounds) -> EspeakVoice:
    """Give eSpeak NG: as the press set it, or its own American English where another voice reads."""
    voice = settings.voice
    if voice.engine != "espeak":
        voice = replace(voice, engine="espeak", name=Settings().voice.name)
    return EspeakVoice(voice, sounds.mnemonics)


def whose_ear(settings: Settings) -> str:
    """Tell that not the press's own voice was asked; empty when it was."""
    engine = settings.voice.engine
    if engine == "espeak":
        return ""
    return f"Sounds are those of eSpeak NG: this press reads with the voice {engine}, which cannot tell what it says."
