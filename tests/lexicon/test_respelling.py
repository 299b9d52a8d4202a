import pytest

from pipeline.errors import LexiconError
from tests.lexicon.shelf import house_entries, house_sounds


@pytest.mark.parametrize(
    ("say", "ipa"),
    [
        ("moh-SHEE-akh", "moʊˈʃi.ɑx"),
        ("moh-'shee-akh", "moʊˈʃi.ɑx"),
        ("moh\N{NON-BREAKING HYPHEN}SHEE\N{HYPHEN}akh", "moʊˈʃi.ɑx"),
        ("SHAH-buss", "ˈʃɑ.bəs"),
        ("NUM-berz", "ˈnʌm.bɚz"),
        ("MITZ-vohs", "ˈmɪts.voʊs"),
        ("YITS-khawk", "ˈjɪts.xɔk"),
        ("SY-ny", "ˈsaɪ.naɪ"),
        ("yohm", "joʊm"),
        ("rohsh KHOH-desh", "ɹoʊʃ ˈxoʊ.dɛʃ"),
        ("GAIR-shun", "ˈɡɛɹ.ʃən"),
        ("BERD", "ˈbɝd"),
        ("king", "kɪŋ"),
    ],
)
def test_a_respelling_is_read_as_ipa(say, ipa):
    assert house_sounds().ipa_of(say) == ipa


@pytest.mark.parametrize(
    ("say", "message"),
    [
        ("mo-SHIACH", "two vowel sounds in the syllable 'shiach'; put a hyphen between them"),
        ("AW-vose", "two vowel sounds in the syllable 'vose'"),
        ("shee-akh", "the word 'shee-akh' has no strong syllable; write exactly one in capitals"),
        ("SHEE-AKH", "has 2 strong syllables"),
        ("SHee-akh", "the syllable 'SHee' mixes capitals and small letters"),
        ("SHEE-kh", "no vowel sound in the syllable 'kh'"),
        ("SHEE--akh", "has a hyphen without a syllable beside it"),
        ("SI-cos", "the letter 'c' in the syllable 'cos' has no sound of its own; write k, s or ch"),
        ("SHEE-ɑx", "the letter 'ɑ'"),
        ("  ", "the respelling is empty"),
    ],
)
def test_a_fault_is_named_in_words(say, message):
    with pytest.raises(LexiconError, match=message):
        house_sounds().ipa_of(say)


@pytest.mark.parametrize(
    ("ipa", "say"),
    [
        ("mɔˈʃi.ax", "maw-SHEE-akh"),
        ("ˈmɪts.voʊs", "MITS-vohs"),
        ("ˈnɛ.fɛʃ", "NEH-fesh"),
        ("ˈpaɹ.ʃəs", "PAR-shus"),
        ("ˈlaɪ", "LY"),
        ("ˈflaɪʃ.mən", "FLYSH-mun"),
        ("ˈli.vaɪ", "LEE-vy"),
    ],
)
def test_ipa_is_printed_as_a_respelling(ipa, say):
    assert house_sounds().say_of(ipa) == say


@pytest.mark.parametrize(("ipa", "say"), [("ˈshɑ.tə", "S'H'AH-tuh"), ("ˈʃɑːbəs", "SH'AH'B'UH'S")])
def test_what_only_ipa_can_write_is_printed_so_that_it_is_never_read_back_as_another_sound(ipa, say):
    assert house_sounds().say_of(ipa) == say
    with pytest.raises(LexiconError, match="has no sound of its own"):
        house_sounds().ipa_of(say)


def test_every_respelling_of_the_house_survives_the_way_to_ipa_and_back():
    sounds = house_sounds()
    for entry in house_entries():
        if entry.say:
            ipa = sounds.ipa_of(entry.say)
            assert sounds.alike(sounds.ipa_of(sounds.say_of(ipa)), ipa), entry.slug


@pytest.mark.parametrize(
    ("numbered", "capitals"),
    [
        ("maw-shee-akh 2", "maw-SHEE-akh"),
        ("rohsh khoh-dush 1", "rohsh KHOH-dush"),
        ("bas 1 toh-ruh 1", "BAS TOH-ruh"),
    ],
)
def test_the_strong_syllable_may_be_named_by_its_number(numbered, capitals):
    assert house_sounds().ipa_of(numbered) == house_sounds().ipa_of(capitals)


@pytest.mark.parametrize(
    ("say", "message"),
    [
        ("maw-shee-akh 4", "has 3 syllables; number 4"),
        ("maw-shee-akh 0", "number 0"),
        ("maw-SHEE-akh 2", "names its strong syllable twice"),
        ("2 maw-shee", "stands behind no word"),
    ],
)
def test_a_number_that_cannot_be_is_refused(say, message):
    with pytest.raises(LexiconError, match=message):
        house_sounds().ipa_of(say)
