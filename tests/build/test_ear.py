from dataclasses import replace

from pipeline.build.ear import ear, whose_ear
from pipeline.build.phrase import record_phrase, say_phrase
from pipeline.build.words import Words
from pipeline.model.settings import Settings
from pipeline.model.speech import VoiceSettings
from tests.lexicon.shelf import entry, house_sounds, lexicon

OWN = Settings()
TONES = replace(OWN, voice=VoiceSettings(engine="tone", name="", words_per_minute=400))
WORDS = Words(lexicon=lexicon(entry("Moshiach", "maw-SHEE-akh")))


def test_the_ear_is_espeak_whichever_voice_reads():
    piper = replace(
        OWN, voice=VoiceSettings(engine="piper", name="en_US-lessac-medium", words_per_minute=165)
    )
    assert ear(piper, house_sounds()).phonemes("soon") == ear(OWN, house_sounds()).phonemes("soon")
    assert whose_ear(OWN) == ""
    assert "this press reads with the voice piper" in whose_ear(piper)


def test_a_phrase_tells_whose_sounds_it_shows():
    assert whose_ear(TONES) in say_phrase("Moshiach", WORDS, TONES).as_full_text()
    assert "Sounds are" not in say_phrase("Moshiach", WORDS, OWN).as_full_text()


def test_a_phrase_is_recorded_by_the_press_own_voice():
    assert record_phrase("Moshiach", WORDS, TONES) != record_phrase("Moshiach", WORDS, OWN)
