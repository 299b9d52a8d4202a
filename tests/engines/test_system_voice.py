"""Against a driver that is pretended: the real ones need Windows or macOS."""

import platform
import sys
import wave
from array import array
from types import SimpleNamespace
from typing import ClassVar

import pytest

from pipeline.engines.system_voice import SystemVoice
from pipeline.errors import ConfigError, EngineError, MissingProgramError
from pipeline.model.speech import Pause, Phonemes, Utterance, VoiceSettings, Words


class Engine:
    """As far as pyttsx3's engine is used."""

    said: ClassVar[list[tuple[str, dict[str, object]]]] = []

    def __init__(self) -> None:
        self.properties: dict[str, object] = {}
        self.orders: list[tuple[str, str]] = []

    def getProperty(self, _name):  # noqa: N802
        return [SimpleNamespace(name="Zira", id="HKEY/Zira"), SimpleNamespace(name="David", id="HKEY/David")]

    def setProperty(self, name, value):  # noqa: N802
        self.properties[name] = value

    def save_to_file(self, text, path):
        self.orders.append((text, path))

    def runAndWait(self):  # noqa: N802
        for text, path in self.orders:
            Engine.said.append((text, dict(self.properties)))
            if text == "MUTE":
                continue
            with wave.open(path, "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(44100)
                file.writeframes(array("h", [3000, -3000] * 22050).tobytes())


def pretend_windows(monkeypatch) -> None:
    Engine.said.clear()
    monkeypatch.setattr(platform, "system", lambda: "Windows")
    monkeypatch.setitem(sys.modules, "pyttsx3", SimpleNamespace(init=lambda _driver: Engine()))


@pytest.fixture(autouse=True)
def windows(monkeypatch):
    pretend_windows(monkeypatch)


def voice(name: str = "Zira") -> SystemVoice:
    return SystemVoice(VoiceSettings(engine="system", name=name, words_per_minute=150))


def test_a_voice_is_taken_by_its_name_and_speed():
    voice().speak("A day.")
    assert Engine.said == [("A day.", {"voice": "HKEY/Zira", "rate": 150})]


def test_sound_comes_at_our_rate():
    assert abs(len(voice().speak("A day.")) // 2 - 22050) < 64


def test_pauses_are_made_here():
    parted = voice().speak("A day. {pause 500 ms} Another.")
    assert [text for text, _ in Engine.said] == ["A day.", "Another."]
    assert bytes(2 * 11025) in parted


def test_words_of_the_lexicon_are_said_as_printed():
    parts = (Words(text="Greet"), Phonemes(ipa="mɔˈʃi.ax", written="Moshiach"), Pause(milliseconds=9))
    assert (
        voice().markup(Utterance(target="s", parts=parts, pause_after_ms=0)) == "Greet Moshiach {pause 9 ms}"
    )


def test_an_unknown_voice_is_never_swapped():
    with pytest.raises(ConfigError, match=r"no voice 'Nobody'.*David, Zira"):
        voice("Nobody")


def test_a_driver_that_writes_nothing_is_an_error():
    with pytest.raises(EngineError, match="wrote nothing for 'MUTE'"):
        voice().speak("MUTE")


def test_other_systems_are_told_to_take_another_engine(monkeypatch):
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    with pytest.raises(ConfigError, match="Windows and macOS"):
        voice()


def test_a_driver_that_is_not_installed_is_told(monkeypatch):
    def init(_driver):
        raise ImportError("No module named 'comtypes'")

    monkeypatch.setitem(sys.modules, "pyttsx3", SimpleNamespace(init=init))
    with pytest.raises(MissingProgramError, match="comtypes"):
        voice()
