import pytest

from pipeline.engines.espeak_data import digest_voice, list_voices, read_mnemonics, unknown_mnemonic
from pipeline.engines.espeak_library import find_installation


@pytest.fixture(scope="module")
def installed():
    return find_installation()


def test_voices_are_found_by_their_language(installed):
    voice = list_voices(installed.data)["en-us"]
    assert (voice.identifier, voice.phonemes, voice.dictionary) == ("gmw/en-US", "en-us", "en_dict")


def test_every_voice_has_a_dictionary_and_phonemes(installed):
    voices = list_voices(installed.data).values()
    without = [voice.language for voice in voices if not read_mnemonics(installed.data, voice.phonemes)]
    assert len(voices) > 100
    assert without == []


def test_the_mnemonics_of_a_voice_include_those_its_table_builds_on(installed):
    assert {"@", "oU", "S", "x", "tS", "r-", "'", ",", "||"} <= read_mnemonics(installed.data, "en-us")


def test_an_unknown_table_has_no_mnemonics(installed):
    assert read_mnemonics(installed.data, "xx-yy") == frozenset()


@pytest.mark.parametrize(
    ("written", "rest"),
    [("m@'Si:ax", ""), ("mə'Si:", "ə'Si:"), ("g@-'u:l@", ""), ("pA:r-|S@s", ""), ("m@ Si:", ""), ("aé", "é")],
)
def test_transcriptions_are_checked_sign_by_sign(installed, written, rest):
    assert unknown_mnemonic(written, read_mnemonics(installed.data, "en-us")) == rest


def test_the_digest_of_a_voice_depends_on_its_dictionary(installed, tmp_path):
    voice = list_voices(installed.data)["en-us"]
    for name in ("phontab", "phonindex", "phondata", "intonations", "en_dict"):
        (tmp_path / name).write_bytes(b"1")
    before = digest_voice(tmp_path, installed.library, voice)
    (tmp_path / "en_dict").write_bytes(b"2")
    assert digest_voice(tmp_path, installed.library, voice) != before
