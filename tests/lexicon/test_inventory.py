import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon.inventory import parse_inventory
from tests.lexicon.shelf import house_sounds

ROW = """
[[sound]]
ipa = "x"
respelling = ["kh"]
espeak = "x"
kind = "consonant"
ending = "s"
example = "loch"
words = "the throat sound"
"""


def test_a_row_becomes_a_sound():
    (sound,) = parse_inventory(ROW, "sounds.toml").sounds
    assert (sound.ipa, sound.respelling, sound.espeak, sound.vowel, sound.ending) == (
        "x",
        ("kh",),
        "x",
        False,
        "s",
    )


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('ipa = "x"', 'iap = "x"', "unknown field 'iap'"),
        ("[[sound]]", "[[noise]]", "unknown table"),
        ('kind = "consonant"', 'kind = "loud"', "kind = 'loud'"),
        ('espeak = "x"', 'espeak = "x]] [["', "is not a mnemonic"),
        ('respelling = ["kh"]', 'respelling = "kh"', "respelling as a list"),
        ("[[sound]]", "[[sound", "not valid TOML"),
    ],
)
def test_a_fault_in_the_table_is_named(before, after, message):
    with pytest.raises(LexiconError, match=message.replace("[", r"\[")) as caught:
        parse_inventory(ROW.replace(before, after), "sounds.toml")
    assert caught.value.where == "sounds.toml"


def test_no_two_sounds_share_a_sign_or_a_mnemonic():
    sounds = house_sounds().inventory.sounds
    signs = [sign for sound in sounds for sign in (sound.ipa, *sound.also)]
    assert len(signs) == len(set(signs))
    assert len({sound.espeak for sound in sounds}) == len(sounds)


def test_sounds_that_only_stress_tells_apart_are_alike():
    known = house_sounds().inventory.by_ipa
    assert known["ʌ"].likeness == known["ə"].likeness
    assert known["j"].likeness != known["aɪ"].likeness
