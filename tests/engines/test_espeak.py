import pickle

import pytest

from pipeline.engines.espeak import EspeakVoice, find_unsaid
from pipeline.errors import ConfigError, EngineError
from pipeline.model.speech import Pause, Phonemes, Utterance, VoiceSettings, Words

SETTINGS = VoiceSettings(engine="espeak", name="en-us", words_per_minute=165)
MNEMONICS = {"məˈʃi.ax": "m@'Si:ax", "tə.ʃuˈva": "t@Su:'vA:", "ø": "Ö", "": ""}


def mnemonics(ipa: str) -> str:
    return MNEMONICS[ipa]


@pytest.fixture(scope="module")
def voice():
    return EspeakVoice(SETTINGS, mnemonics)


def utterance(*parts):
    return Utterance(target="s-1", parts=parts, pause_after_ms=350)


MOSHIACH = Phonemes(ipa="məˈʃi.ax", written="Moshiach")


def test_markup_sets_phonemes_apart_with_spaces(voice):
    parts = (Words(text="Greet “"), MOSHIACH, Words(text="”,"), Pause(milliseconds=250), Words(text="now."))
    assert voice.markup(utterance(*parts)) == "Greet “ [[m@'Si:ax]] ”, {pause 250 ms} now."


def test_words_cannot_give_commands(voice):
    parts = (Words(text="[[b@d]] {pause 9000 ms}\x1b\u2028 [as printed]"),)
    assert voice.markup(utterance(*parts)) == "[b@d] (pause 9000 ms) [as printed]"


def test_hebrew_letters_never_reach_an_english_voice(voice):
    with pytest.raises(EngineError, match="Hebrew letters"):
        voice.markup(utterance(Words(text="see נפלאות")))


def test_a_phoneme_the_voice_does_not_know_is_an_error_with_the_word(voice):
    with pytest.raises(EngineError, match=r"'Örev'.*'Ö'.*sounds\.toml"):
        voice.markup(utterance(Phonemes(ipa="ø", written="Örev")))


def test_a_word_without_phonemes_is_an_error(voice):
    with pytest.raises(EngineError, match="'Nothing'"):
        voice.markup(utterance(Phonemes(ipa="", written="Nothing")))


def test_the_engine_says_the_phonemes_of_the_lexicon(voice):
    markup = voice.markup(utterance(Words(text="Our"), MOSHIACH, Words(text="came.")))
    assert voice.phonemes(markup) == "ˌaʊɚ məʃˈiːæx kˈeɪm"


@pytest.mark.parametrize("around", ["“{}”", '"{}"', "({})", "‘{}’", "—{}—", "[{}]"])
def test_no_quote_or_bracket_swallows_a_word(voice, around):
    before, after = around.split("{}")
    markup = voice.markup(utterance(Words(text=f"He is {before}"), MOSHIACH, Words(text=f"{after} to us.")))
    assert "məʃˈiːæx" in voice.phonemes(markup)


def test_plain_text_is_said_by_rule(voice):
    assert voice.phonemes("Redemption") == "ɹᵻdˈɛmpʃən"


def test_the_same_sentence_gives_the_same_bytes_in_any_order(voice):
    sentences = ["The first sentence.", "And a second, longer one!", "Is this the third?"]
    forward = [voice.speak(sentence) for sentence in sentences]
    backward = [voice.speak(sentence) for sentence in reversed(sentences)]
    assert forward == backward[::-1]


def test_another_voice_in_between_changes_nothing(voice):
    other = EspeakVoice(VoiceSettings(engine="espeak", name="en-gb", words_per_minute=220), mnemonics)
    before = voice.speak("Shelter.")
    assert other.speak("Shelter.") != before
    assert voice.speak("Shelter.") == before


def test_a_pause_is_exact_to_the_sample(voice):
    parted = voice.speak("One. {pause 250 ms} Two.")
    assert bytes(2 * 22050 // 4) in parted
    assert len(voice.speak("One. {pause 750 ms} Two.")) - len(parted) == 22050


def test_a_faster_voice_is_shorter(voice):
    fast = EspeakVoice(VoiceSettings(engine="espeak", name="en-us", words_per_minute=300), mnemonics)
    text = "Moses was sent to redeem the people."
    assert len(fast.speak(text)) < 0.75 * len(voice.speak(text))


def test_silence_is_an_error(voice):
    with pytest.raises(EngineError, match="gave no sound"):
        voice.speak("...")


def test_an_unknown_voice_is_told_with_those_near_it():
    with pytest.raises(ConfigError, match=r"no voice 'en-uss'.*pipeline\.toml.*en-us, "):
        EspeakVoice(VoiceSettings(engine="espeak", name="en-uss", words_per_minute=165), mnemonics)


def test_a_voice_can_have_another_speaker(voice):
    female = EspeakVoice(VoiceSettings(engine="espeak", name="en-us+f2", words_per_minute=165), mnemonics)
    told = female.markup(utterance(MOSHIACH, Words(text="came.")))
    assert female.speak(told) != voice.speak(told)
    assert female.phonemes(told) == voice.phonemes(told)
    assert female.fingerprint() != voice.fingerprint()


@pytest.mark.parametrize("speaker", ["f22", "../../lang/gmw/en", "."])
def test_a_speaker_who_is_not_there_is_never_swapped(speaker):
    with pytest.raises(ConfigError, match=r"no speaker.*behind the \+"):
        EspeakVoice(VoiceSettings(engine="espeak", name=f"en-us+{speaker}", words_per_minute=165), mnemonics)


def test_the_fingerprint_holds_all_that_changes_the_samples(voice):
    slower = EspeakVoice(VoiceSettings(engine="espeak", name="en-us", words_per_minute=120), mnemonics)
    british = EspeakVoice(VoiceSettings(engine="espeak", name="en-gb", words_per_minute=165), mnemonics)
    assert len({voice.fingerprint(), slower.fingerprint(), british.fingerprint()}) == 3


def test_the_narrator_is_told_as_synthetic(voice):
    assert voice.narrator() == "eSpeak NG 1.52.0, voice en-us, 165 words a minute (synthetic)"


def test_a_voice_that_travelled_says_the_same(voice):
    assert pickle.loads(pickle.dumps(voice)).speak("Shelter.") == voice.speak("Shelter.")


def test_every_word_of_the_lexicon_is_among_the_phonemes():
    heard = "gri:t m@'Si:;aks\n t@Su:v'A:"
    assert find_unsaid("Greet [[m@'Si:aks]] , [[t@Su:'vA:]]", heard) == ""
    assert find_unsaid("[[t@Su:'vA:]] Greet [[m@'Si:aks]]", heard) == "m@'Si:aks"


def test_a_word_that_the_engine_did_not_say_is_an_error(voice, monkeypatch):
    monkeypatch.setattr(voice, "_mouth", Deaf())
    with pytest.raises(EngineError, match=r"changed the word it was told as \"m@'Si:ax\"") as caught:
        voice.speak("Greet [[m@'Si:ax]] now.")
    assert caught.value.code == "V-021"


class Deaf:
    """A mouth that leaves out what it was told by phonemes."""

    def say(self, _segments):
        return b"\1\0" * 100, "gri:t n'aU"
