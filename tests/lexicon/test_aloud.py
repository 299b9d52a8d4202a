import pytest

from pipeline.lexicon.aloud import misleading_syllables, spell_out, tell_difference, tell_sound
from tests.lexicon.shelf import house_sounds


@pytest.mark.parametrize(
    ("say", "told"),
    [
        ("maw-SHEE-akh", "three syllables: maw, SHEE, akh; the second is strong"),
        ("bas", "one syllable: bas"),
        ("rohsh KHOH-desh", "one syllable: rohsh; then two syllables: KHOH, desh; the first is strong"),
    ],
)
def test_a_sound_is_told_in_words(say, told):
    sounds = house_sounds()
    assert tell_sound(sounds.ipa_of(say), sounds) == told


@pytest.mark.parametrize(
    ("heard", "told"),
    [
        ("bɹˈɛŋɡɛn", "says ng, as in sing, instead of n, as in no"),
        ("bɹˈɛn", "says nothing, instead of g, as in go"),
        ("bɹɛnɡˈɛn", "makes another syllable strong"),
        ("bɹˈɛnʁɛn", "says ʁ, instead of g, as in go"),
    ],
)
def test_where_the_voice_leaves_what_is_written_is_told_in_words(heard, told):
    assert tell_difference("ˈbɹɛn.ɡɛn", heard, house_sounds()) == told


def test_letters_are_named_so_that_capitals_and_hyphens_are_heard():
    assert (
        spell_out("b'TZ-é") == "B, apostrophe, capital T, capital Z, hyphen, latin small letter e with acute"
    )


def test_a_syllable_that_is_an_english_word_said_otherwise_is_named():
    english = {"mow": "mˈoʊ", "ton": "tˈʌn", "see": "sˈiː"}
    found = misleading_syllables(
        "MOW-see-ton", house_sounds(), is_english=english.__contains__, heard=english.__getitem__
    )
    assert found == ("mow", "ton")
