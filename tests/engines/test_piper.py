from importlib.util import find_spec
from pathlib import Path

import pytest

from pipeline.engines.piper import PiperVoice
from pipeline.errors import ConfigError, EngineError, MissingProgramError
from pipeline.model.speech import Phonemes, Utterance, VoiceSettings, Words

TINY = str(Path(__file__).parent / "voices" / "tiny.onnx")
with_piper = pytest.mark.skipif(find_spec("piper") is None, reason="piper-tts is optional and not installed")


def voice(name: str = TINY) -> PiperVoice:
    return PiperVoice(VoiceSettings(engine="piper", name=name, words_per_minute=165))


def test_a_missing_voice_file_is_told_with_where_to_put_one(tmp_path):
    with pytest.raises(ConfigError, match=r"no voice file.*folder voices/.*pipeline\.toml"):
        voice(str(tmp_path / "nobody.onnx"))


def test_a_voice_without_its_description_is_told(tmp_path):
    (tmp_path / "half.onnx").touch()
    with pytest.raises(ConfigError, match=r"half\.onnx\.json"):
        voice(str(tmp_path / "half.onnx"))


def test_the_lexicon_s_words_are_given_as_ipa():
    parts = (Words(text="Greet"), Phonemes(ipa="mɔˈʃi.ax", written="Moshiach"), Words(text="[now]."))
    told = voice().markup(Utterance(target="s", parts=parts, pause_after_ms=0))
    assert told == "Greet [[mɔˈʃiax]] (now)."


@pytest.mark.skipif(find_spec("piper") is not None, reason="piper-tts is installed")
def test_without_piper_the_remedy_is_told():
    with pytest.raises(MissingProgramError, match="pip install piper-tts"):
        voice().fingerprint()


@with_piper
def test_ipa_reaches_the_model():
    assert voice().speak("[[baba]]") != voice().speak("[[bab]]")


@with_piper
def test_a_sound_the_voice_does_not_know_is_an_error():
    with pytest.raises(EngineError, match="does not know the sound 'ʘ'") as caught:
        voice().speak("A [[ʘa]] day.")
    assert caught.value.code == "V-021"


@with_piper
def test_nothing_to_say_is_an_error():
    with pytest.raises(EngineError, match="no sound"):
        voice().speak("...")
