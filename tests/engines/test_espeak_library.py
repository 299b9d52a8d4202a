import importlib
import sys

import pytest

from pipeline.engines import espeak_library
from pipeline.engines.espeak_library import Mouth, find_installation, library_version
from pipeline.errors import EngineError, MissingProgramError


def test_the_engine_is_the_one_of_the_wheel():
    assert library_version(find_installation()) == "1.52.0"


def test_the_private_binding_has_what_is_used():
    binding = espeak_library._binding(find_installation())
    used = (
        "AUDIO_OUTPUT_SYNCHRONOUS EE_OK Initialize POS_CHARACTER RATE VOLUME SetParameter SetPhonemeTrace "
        "SetSynthCallback SetVoiceByName cSynth dll Info"
    )
    assert [name for name in used.split() if not hasattr(binding, name)] == []


def test_a_missing_wheel_is_told_with_its_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    with pytest.raises(MissingProgramError, match=r"is not installed.*espeakng-loader"):
        find_installation()


def test_a_wheel_without_its_data_is_told(monkeypatch, tmp_path):
    loader = importlib.import_module("espeakng_loader")
    monkeypatch.setattr(loader, "get_data_path", lambda: str(tmp_path))
    with pytest.raises(MissingProgramError, match="damaged: phontab"):
        find_installation()


def test_a_child_that_dies_gets_one_successor(monkeypatch, tmp_path):
    mouth = Mouth(find_installation(), "gmw/en-US", 165)
    sound = Mouth._sound
    mark = tmp_path / "died"

    def die_once(self, segment, hear):
        if not mark.exists():
            mark.touch()
            raise RuntimeError("as planned")
        return sound(self, segment, hear)

    whole = mouth.samples(["Shelter."])
    monkeypatch.setattr(Mouth, "_sound", die_once)
    assert mouth.samples(["Shelter."]) == whole


def test_a_child_that_dies_twice_is_an_error(monkeypatch):
    mouth = Mouth(find_installation(), "gmw/en-US", 165)

    def die(_self, _segment, _hear):
        raise RuntimeError("as planned")

    monkeypatch.setattr(Mouth, "_sound", die)
    with pytest.raises(EngineError, match="failed twice: as planned"):
        mouth.samples(["Shelter."])


def test_a_voice_file_that_is_not_there_is_an_error():
    with pytest.raises(EngineError, match="'gmw/nobody'"):
        Mouth(find_installation(), "gmw/nobody", 165).samples(["Shelter."])


def test_another_library_is_never_taken(monkeypatch):
    monkeypatch.setattr(espeak_library, "_address", _another_each_time())
    with pytest.raises(EngineError, match="another eSpeak"):
        library_version(find_installation())


def _another_each_time():
    numbers = iter(range(9))
    return lambda _function: next(numbers)
