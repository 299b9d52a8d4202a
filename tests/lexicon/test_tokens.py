import pytest

from pipeline.lexicon.tokens import address_spans, key_of, tokenise


def keys(text):
    return [token.key for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Moshiach’s” day", ["moshiach's", "day"]),
        ("the G\N{NON-BREAKING HYPHEN}dly 'nefesh'", ["the", "g-dly", "nefesh"]),
        ("MO\N{SOFT HYPHEN}SHI\N{ZERO WIDTH SPACE}ACH", ["moshiach"]),
        ('Rabbi ע״ה and ע"ה', ["rabbi", 'ע"ה', "and", 'ע"ה']),
        ('the "word"and', ["the", "word", "and"]),
        ("שָׁלוֹם", ["שלום"]),
        ("Bamidbar13:3 97b", ["bamidbar", "13", "3", "97b"]),
        ("ש׳ל", ["ש'ל"]),
    ],
)
def test_words_are_found_whatever_signs_they_are_written_with(text, found):
    assert keys(text) == found


def test_offsets_count_in_the_string_as_it_was_given():
    text = "a Mo\N{SOFT HYPHEN}shiach שָׁלוֹם\N{HEBREW POINT DAGESH OR MAPIQ}."
    assert [text[token.begin : token.end] for token in tokenise(text)] == [
        "a",
        "Mo\N{SOFT HYPHEN}shiach",
        "שָׁלוֹם\N{HEBREW POINT DAGESH OR MAPIQ}",
    ]


def test_white_space_is_one_gap_whatever_it_is_made_of():
    assert [token.gap for token in tokenise("Rosh\nChodesh  Adar, chazak.\tA")] == ["", " ", " ", ", ", ". "]


def test_keys_are_composed():
    assert key_of("Tanh\N{COMBINING DOT BELOW}uma") == key_of("Tanḥuma")


def test_addresses_are_found():
    text = "See www.torah.org/x or info@torah4blind.org, torah4blind.org etc."
    assert [text[begin:end] for begin, end in address_spans(text)] == [
        "www.torah.org/x",
        "info@torah4blind.org,",
        "torah4blind.org",
    ]
