"""What every voice promises (model/ports.py, Synthesiser): one contract, all engines that this machine has."""

import pickle
from importlib.util import find_spec
from pathlib import Path

import pytest

from pipeline.engines.table import VOICES
from pipeline.model.speech import Pause, Phonemes, Utterance, VoiceSettings, Words
from tests.engines.test_system_voice import pretend_windows

TINY = str(Path(__file__).parent / "voices" / "tiny.onnx")
NAMES = {"espeak": "en-us", "tone": "tone", "piper": TINY, "system": "Zira"}
SOUNDS = {"ˈʃa.bos": "'SA:b0s"}
UTTERANCE = Utterance(
    target="s-1",
    parts=(Words(text="A day,"), Pause(milliseconds=200), Phonemes(ipa="ˈʃa.bos", written="Shabbos")),
    pause_after_ms=350,
)


def mnemonics(ipa: str) -> str:
    return SOUNDS[ipa]


def voice_at(engine: str, words_per_minute: int = 165):
    if engine == "piper" and find_spec("piper") is None:
        pytest.skip("piper-tts is optional and not installed")
    settings = VoiceSettings(engine=engine, name=NAMES[engine], words_per_minute=words_per_minute)
    return VOICES[engine](settings, mnemonics)


@pytest.fixture(params=sorted(VOICES))
def engine(request, monkeypatch):
    if request.param == "system":
        pretend_windows(monkeypatch)
    return request.param


def test_a_voice_is_among_those_its_engine_has(engine):
    names = voice_at(engine).voices()
    assert NAMES[engine] in names
    assert list(names) == sorted(set(names))


def test_the_same_markup_gives_the_same_samples(engine):
    voice = voice_at(engine)
    first = voice.speak(voice.markup(UTTERANCE))
    voice.speak("Something else.")
    assert voice.speak(voice.markup(UTTERANCE)) == first


def test_another_instance_and_another_process_say_the_same(engine):
    voice = voice_at(engine)
    travelled = pickle.loads(pickle.dumps(voice))
    assert travelled.fingerprint() == voice.fingerprint()
    assert travelled.speak("A day.") == voice.speak("A day.")


def test_samples_are_whole_and_at_the_rate_that_is_told(engine):
    voice = voice_at(engine)
    assert len(voice.speak("A day.")) % 2 == 0
    assert voice.sample_rate_hz == 22050


def test_a_pause_is_heard_as_long_as_it_is(engine):
    voice = voice_at(engine)
    difference = len(voice.speak("A day. {pause 700 ms} A day.")) - len(
        voice.speak("A day. {pause 200 ms} A day.")
    )
    assert difference == 2 * 22050 // 2


def test_another_speed_is_another_fingerprint(engine):
    assert voice_at(engine, 120).fingerprint() != voice_at(engine, 200).fingerprint()


def test_words_cannot_give_commands(engine):
    voice = voice_at(engine)
    told = Utterance(target="s", parts=(Words(text="{pause 9000 ms} day"),), pause_after_ms=0)
    assert voice.markup(told) == "(pause 9000 ms) day"


def test_the_narrator_has_a_name(engine):
    assert voice_at(engine).narrator()
