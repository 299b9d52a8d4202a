import pytest

from pipeline.lexicon.likeness import consonant_key, english_neighbours, looks_hebrew


@pytest.mark.parametrize(
    "spellings",
    [
        "Shmos Shemos Shemot Sh'mos",
        "Likkutei Likutei",
        "Teves Tevet",
        "Chanukah Hanukkah Khanukah",
        "mitzvah mitsva miṣvah",
        "Chasidim Ḥasidim Khasidim",
    ],
)
def test_spellings_of_one_word_have_one_key(spellings):
    assert len({consonant_key(word) for word in spellings.split()}) == 1


def test_different_words_have_different_keys():
    assert consonant_key("Moshe") != consonant_key("Moshiach")


def test_one_slip_of_the_finger_is_found():
    knows = {"friend", "return"}.__contains__
    assert list(english_neighbours("FREIND", knows)) == ["friend"]
    assert "return" in english_neighbours("retun", knows)
    assert list(english_neighbours("mitzvah", knows)) == []


def test_hebrew_looks_are_counted():
    assert looks_hebrew("b'mitzvos") > looks_hebrew("mitzvos") > looks_hebrew("garden") == 0
