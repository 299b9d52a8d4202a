"""The house lexicon itself: what its files say, and that the voice says it."""

import re
from itertools import chain

import pytest

from pipeline.engines.dictionary import EnglishWords
from pipeline.engines.espeak import EspeakVoice
from pipeline.model.settings import Settings
from tests.lexicon.shelf import ROOT, WORDS, heard, house_entries, house_lexicon, house_sounds


@pytest.fixture(scope="module")
def voice():
    return EspeakVoice(Settings().voice, house_sounds().mnemonics)


def test_each_file_stands_in_the_folder_of_its_first_letter():
    assert [path for path in WORDS if path.parent.name != path.stem[0]] == []


def test_no_two_files_have_one_slug():
    slugs = [path.stem for path in WORDS]
    assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize("entry", house_entries(), ids=lambda entry: entry.slug)
def test_every_entry_is_proved_by_a_sentence(entry):
    assert entry.tests
    for test in entry.tests:
        fired = [match for match in house_lexicon().find(test.text) if match.entry == entry]
        assert bool(fired) is test.changes
        if test.hears:
            heard = [match.ipa for match in fired]
            assert test.hears in (*heard, *map(house_sounds().say_of, heard))


def asked_sounds():
    sounds = house_sounds()
    spoken = list(chain.from_iterable((entry, *entry.forms) for entry in house_entries()))
    asked = [sounds.normal_ipa(one.ipa or sounds.ipa_of(one.say)) for one in spoken if one.ipa or one.say]
    return [*asked, *(sounds.with_ending(ipa) for ipa in asked)]


TOGETHER = 200
"""Words that the voice is asked for at once."""


@pytest.mark.parametrize("begin", range(0, len(asked_sounds()), TOGETHER))
def test_the_voice_says_every_sound_of_the_house_as_it_is_asked(voice, begin):
    sounds = house_sounds()
    asked = asked_sounds()[begin : begin + TOGETHER]
    said = voice.phonemes(" . ".join(f" [[{sounds.mnemonics(ipa)}]] " for ipa in asked))
    assert sounds.alike(said, " ".join(asked))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Torah reading, Devora Rivka", "ˈtoʊ.ɹə ˈɹi.dɪŋ dəˈvoʊ.ɹə ˈɹɪv.kə"),
        ("(Moshiach), “Moshiach’s” [mitzvos]", "mɔˈʃi.ɑx mɔˈʃi.ɑxs ˈmɪts.voʊs"),
        ("non-Moshiach", "nɑn mɔˈʃi.ɑx"),
    ],
)
def test_no_word_melts_into_its_neighbour_or_vanishes(voice, text, said):
    assert house_sounds().alike(voice.phonemes(_marked(text)), said)


def _marked(text):
    """Give a text with its known words as the engine is told them."""
    marked, done = "", 0
    for match in house_lexicon().find(text):
        marked += f"{text[done : match.begin]} [[{house_sounds().mnemonics(match.ipa)}]] "
        done = match.end
    return re.sub(r"\s+", " ", marked + text[done:])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bass and bask; Chaim bas Leib", [("Chaim", "ˈxaɪ.ɪm"), ("bas", "bɑs"), ("Leib", "leɪb")]),
        ("Num Lock and a num. 3", []),
        ("(Num. 35:11)", [("Num.", "ˈnʌm.bɚz")]),
        ("Tel. 753", []),
        ("the signer, a wolf, hot chile", []),
        ("to rebel; Reb Ber", [("Reb", "ɹɛb"), ("Ber", "bɛɹ")]),
        ("Levi; levied", [("Levi", "ˈli.vaɪ")]),
        ("the short Shor HaBor", [("Shor", "ʃoʊɹ"), ("HaBor", "hɑˈbɔɹ")]),
        ("an avos, Avos 1:1", [("Avos", "ˈɔ.voʊs")]),
        ("torah4blind.org", []),
        ("G-d, G\N{NON-BREAKING HYPHEN}dly", [("G-d", "ɡɑd"), ("G\N{NON-BREAKING HYPHEN}dly", "ˈɡɑd.li")]),
        ("the Jews's", [("Jews's", "ˈdʒuz.ɪz")]),
    ],
)
def test_words_that_are_also_something_else(text, found):
    assert heard(house_lexicon(), text) == found


def test_the_word_that_the_guide_adds_is_still_to_be_added():
    guide = (ROOT / "lexicon" / "README.md").read_text(encoding="utf-8")
    (word,) = set(re.findall(r"lexicon add (\S+)", guide)) - {"WORD"}
    assert house_lexicon().find(word) == ()


def test_no_plural_of_a_hebrew_word_is_an_english_word():
    knows = EnglishWords().knows
    printed = (
        word.lower()
        for entry in house_entries()
        if entry.endings == "english" and entry.kind != "name"
        for word in (entry.word, *entry.spellings)
        if word.isalpha()
    )
    plurals = [word + ending for word in printed for ending in ("s", "es") if not knows(word)]
    derived = [plural for plural in plurals if knows(plural) and house_lexicon().find(plural)]
    assert derived == [plural for plural in derived if house_lexicon().find(plural)[0].form == "exact"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Reb Leib ben Reb Dov ע"ה', "peace be upon him"),
        ("Mrs. Rivka bas Reb Yosef ע״ה", "peace be upon her"),
        ("Yosef and Gittel שיחי", "may they live long"),
        ("Reb Dovid ben Leib שיחי'", "may he live long"),
        ("ת. נ. צ. ב. ה.", "may the soul be bound in the bond of life"),
        ('תנצב"ה', "may the soul be bound in the bond of life"),
        ("שתח'ל", "may she live long"),
    ],
)
def test_hebrew_abbreviations_are_said_in_english(text, words):
    assert house_lexicon().find(text)[-1].entry.read_as == words
