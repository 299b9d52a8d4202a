import pytest

from pipeline.errors import LexiconError
from tests.lexicon.shelf import house_sounds


@pytest.mark.parametrize(
    ("ipa", "mnemonics"),
    [
        ("mɔˈʃi.ax", "mO:'Si:A:x"),
        ("bəˈɹeɪ.ʃɪs", "b@;'reISIs"),
        ("tanˈxu.mə", "tA:n;'xu:m@-"),
        ("ˈtoʊ.ɹə ˈɹɛ.bə", "'toUr@- 'rEb@-"),
        ("ˌma.ɹiˈa.ni", ",mA:ri:'A:ni:"),
    ],
)
def test_ipa_becomes_the_mnemonics_of_the_engine(ipa, mnemonics):
    assert house_sounds().mnemonics(ipa) == mnemonics


@pytest.mark.parametrize("unknown", ["mɔˈʃi.aħ", "[[x]]", "a]] b", "<s>"])
def test_what_is_no_sound_never_reaches_the_engine(unknown):
    with pytest.raises(LexiconError, match="not in the table of sounds"):
        house_sounds().mnemonics(unknown)


@pytest.mark.parametrize(
    ("ipa", "with_s"),
    [
        ("mɔˈʃi.ɑx", "mɔˈʃi.ɑxs"),
        ("ˈɹɑm.bɑm", "ˈɹɑm.bɑmz"),
        ("ˈmoʊ.zɪz", "ˈmoʊ.zɪz.ɪz"),
        ("bɑs", "ˈbɑs.ɪz"),
        ("ˈtoʊ.ɹə", "ˈtoʊ.ɹəz"),
        ("ʃɑˈbɑt ʃɑˈloʊm", "ʃɑˈbɑt ʃɑˈloʊmz"),
    ],
)
def test_an_english_ending_sounds_as_the_sound_before_it_wants(ipa, with_s):
    assert house_sounds().with_ending(ipa) == with_s


def test_a_hebrew_prefix_joins_the_word():
    prefixes = {prefix.written: prefix for prefix in house_sounds().prefixes}
    assert house_sounds().with_prefix(prefixes["b'"], "ˈxɛz.kəs") == "bəˈxɛz.kəs"
    assert house_sounds().with_prefix(prefixes["u'"], "joʊm") == "uˈjoʊm"


@pytest.mark.parametrize(
    ("word", "heard"), [("ˈɹɛ.bə", True), ("ˈʃi.ax", False), ("ˈtoʊ.ɹə ˈɹɛ.bə ˈtoʊ", False)]
)
def test_a_word_is_heard_where_all_its_sounds_follow_each_other(word, heard):
    assert house_sounds().is_heard(word, "ðə tˈoʊɹə ɹˈɛbə") is heard
