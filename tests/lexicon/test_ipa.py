import pytest

from pipeline.errors import LexiconError
from tests.lexicon.shelf import house_sounds


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("'toʊ.rə", "ˈtoʊ.ɹə"),
        ("mˈɔʃi.ax", "ˈmɔʃi.ɑx"),
        ("ʃəmˈoʊs", "ʃəmˈoʊs"),
        ("ˈt͡ʃɪ.liː", "ˈtʃɪ.li"),
        ("ˌma.ɹiˈa.ni", "ˌmɑ.ɹiˈɑ.ni"),
        ("ˈgɑd", "ˈɡɑd"),
    ],
)
def test_ipa_is_brought_into_the_house_form(typed, normal):
    assert house_sounds().normal_ipa(typed) == normal


def test_a_sign_outside_the_table_is_named():
    with pytest.raises(
        LexiconError, match="'ʁ' \\(latin letter small capital inverted r\\) is not in the table"
    ):
        house_sounds().normal_ipa("ʁɔʃ")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("mɔˈʃi.ax", "mɔːʃˈiːɑːx", True),
        ("ˈʃɑ.bəs", "ʃɑˈbəs", False),
        ("ˈʃɑ.bəs", "ˈʃɑ.bɑs", False),
        ("ɹɛb", "ˈɹɛb", True),
        ("ɑˈdɑɹ", "ɑˈdɑɹ ɑˈdɑɹ", False),
    ],
)
def test_two_transcriptions_are_alike_when_sounds_and_strong_vowel_agree(one, other, alike):
    assert house_sounds().alike(one, other) is alike
