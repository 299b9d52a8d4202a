import hashlib
import pickle

from pipeline.engines.tone import ToneVoice
from pipeline.model.speech import Pause, Phonemes, Utterance, VoiceSettings, Words

VOICE = ToneVoice(VoiceSettings(engine="tone", name="", words_per_minute=150))


def test_the_tones_are_the_same_on_every_machine():
    digest = hashlib.sha256(VOICE.speak("Shelter, 6.")).hexdigest()
    assert digest == "46a5cbb8dee05efd9ae536ce48f16dc00f8b586b32da847491115126989235ad"


def test_a_letter_lasts_as_the_speed_says():
    assert len(VOICE.speak("abc def")) == 2 * 7 * (22050 * 60 // (150 * 6))


def test_other_letters_give_other_tones():
    assert VOICE.speak("ab") != VOICE.speak("ba")


def test_a_pause_is_silence():
    assert VOICE.speak("{pause 100 ms}") == bytes(2 * 2205)


def test_markup_holds_words_sounds_and_pauses():
    parts = (
        Words(text="Our {x}"),
        Phonemes(ipa="ˈʃa", written="Sha"),
        Pause(milliseconds=9),
        Words(text="."),
    )
    utterance = Utterance(target="s", parts=parts, pause_after_ms=0)
    assert VOICE.markup(utterance) == "Our (x) ˈʃa {pause 9 ms} ."


def test_the_fingerprint_holds_the_speed():
    other = ToneVoice(VoiceSettings(engine="tone", name="", words_per_minute=151))
    assert other.fingerprint() != VOICE.fingerprint()


def test_it_says_that_it_is_no_voice_and_travels():
    assert pickle.loads(pickle.dumps(VOICE)).narrator() == "test tones, not a voice"
