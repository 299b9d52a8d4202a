from itertools import pairwise

import pytest

from pipeline.braille.syllables import syllables_of


@pytest.mark.parametrize(
    ("word", "ipa", "parted"),
    [
        ("Bein", "beɪn", "Bein"),
        ("Oneg", "ˈoʊ.nɛɡ", "O-neg"),
        ("Moshiach", "mɔˈʃi.ax", "Mo-shi-ach"),
        ("Shabbos", "ˈʃa.bəs", "Shab-bos"),
        ("Knesset", "ˈknɛ.sɛt", "Knes-set"),
        ("Bethel", "bɛθˈɛl", "Beth-el"),
        ("tzedakah", "tsəˈdɑ.kɑ", "tze-da-kah"),
        ("Yitzchok", "ˈjɪts.xɔk", "Yitz-chok"),
        ("b'chezkas", "bəˈxɛz.kəs", "b'-chez-kas"),
        ("Lubavitcher", "luˈbɑ.vɪ.tʃɚ", "Lu-ba-vi-tcher"),
    ],
)
def test_letters_are_parted_where_sounds_are(word, ipa, parted):
    syllables = syllables_of(word, ipa)
    assert syllables is not None
    edges = (0, *syllables.starts, len(word))
    assert "-".join(word[begin:end] for begin, end in pairwise(edges)) == parted


def test_an_h_that_is_heard_is_found():
    syllables = syllables_of("ishapcha", "ɪs.hɑpˈxɔ")
    assert syllables is not None
    assert syllables.aspirated == (2,)


def test_the_strong_syllable_is_found():
    syllables = syllables_of("tzedakah", "tsəˈdɑ.kɑ")
    assert syllables is not None
    assert syllables.stressed == (3, 5)


@pytest.mark.parametrize(("word", "ipa"), [("num", "ˈnʌm.bɚz"), ("R.", "ˈɹæb.aɪ"), ("Moshiach", "")])
def test_letters_that_do_not_fit_the_sound_are_left_alone(word, ipa):
    assert syllables_of(word, ipa) is None
