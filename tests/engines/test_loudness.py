import math
from io import BytesIO

import av
import numpy as np
import pytest

from pipeline.engines.espeak import EspeakVoice
from pipeline.engines.levels import Level
from pipeline.engines.loudness import measure_level
from pipeline.engines.mp3 import Mp3Encoder
from pipeline.engines.tone import ToneVoice
from pipeline.errors import EngineError
from pipeline.model.settings import AudioSettings
from pipeline.model.speech import VoiceSettings

SENTENCES = ("The time of your redemption has come.", "How can one speak of a city that gives shelter?")


def voice(name: str, words_per_minute: int) -> EspeakVoice:
    return EspeakVoice(VoiceSettings(engine="espeak", name=name, words_per_minute=words_per_minute), str)


def frames(speaking: EspeakVoice, level: Level) -> bytes:
    encoder = Mp3Encoder(AudioSettings(), level)
    return b"".join(encoder.encode(speaking.speak(said), 350)[0] for said in SENTENCES)


@pytest.mark.parametrize(
    ("name", "words_per_minute"), [("en-us", 165), ("en-us+f2", 165), ("en-us", 100), ("en-us+whisper", 300)]
)
def test_every_voice_is_as_loud_as_an_audiobook(name, words_per_minute):
    speaking = voice(name, words_per_minute)
    with av.open(BytesIO(frames(speaking, measure_level(speaking)))) as file:
        heard = np.concatenate([frame.to_ndarray().ravel() for frame in file.decode(audio=0)]).astype(float)
    finer = np.fft.irfft(np.fft.rfft(heard), 4 * len(heard)) * 4
    assert -23 < 10 * math.log10(np.mean(heard**2)) < -18
    assert 20 * math.log10(np.abs(finer).max()) < -3


def test_a_soft_voice_is_given_more():
    assert measure_level(voice("en-us+whisper", 165)).gain > measure_level(voice("en-us+f2", 165)).gain + 0.5


def test_the_measure_is_the_same_each_time():
    assert measure_level(voice("en-us", 165)) == measure_level(voice("en-us", 165))


def test_the_gain_of_the_default_voice_is_about_what_the_level_says_unmeasured():
    assert abs(measure_level(voice("en-us", 165)).gain - Level().gain) < 0.2


def test_a_voice_that_hardly_sounds_is_an_error():
    class Faint(ToneVoice):
        def speak(self, markup: str) -> bytes:
            return (np.frombuffer(super().speak(markup), "<i2") // 100).astype("<i2").tobytes()

    with pytest.raises(EngineError, match=r"too soft or too loud.*pipeline\.toml \[voice\]"):
        measure_level(Faint(VoiceSettings(engine="tone", name="", words_per_minute=165)))
