import pytest

from tests.lexicon.shelf import entry, heard, lexicon

MOSHIACH = entry("Moshiach", "maw-SHEE-akh", prefixes="hebrew")
WORDS = lexicon(
    MOSHIACH,
    entry("Kodesh", "KOH-desh"),
    entry("Rosh Chodesh", "rohsh KHOH-desh"),
    entry("Rosh Chodesh Adar", "rohsh KHOH-desh ah-DAR"),
    entry("Moses", "MOH-ziz"),
    entry("Rebbe", "REB-uh"),
    entry("Shabbos", "SHAH-bus"),
    entry("Jew", "joo"),
    entry("bas", "bahs", endings="possessive"),
    entry("Chile", "CHIL-ee", case="capital"),
    entry("Av", "ahv", case="exact"),
    entry("G-d", "god"),
    entry("Num.", "NUM-berz", slug="num", kind="abbreviation", only_when="before:number", endings="none"),
    entry("ת. נ. צ.", slug="may", read_as="may it be", kind="abbreviation", spellings=("תנצ",)),
    entry('ה"י', slug="hei-yud", status="disputed"),
    entry("נפלאות", "nif-LAW-ohs", slug="wonders", silent_when="before:Niflaos"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Moshiach's", [("Moshiach's", "mɔˈʃi.ɑxs")]),
        ("MOSHIACH’S", [("MOSHIACH’S", "mɔˈʃi.ɑxs")]),
        ("Moses's, Moses'", [("Moses's", "ˈmoʊ.zɪz.ɪz"), ("Moses", "ˈmoʊ.zɪz")]),
        ("Rebbes and Shabboses", [("Rebbes", "ˈɹɛb.əz"), ("Shabboses", "ˈʃɑ.bəs.ɪz")]),
        ("Shabboss", []),
        ("Jews, Jews's", [("Jews", "dʒuz"), ("Jews's", "ˈdʒuz.ɪz")]),
        ("bas, bas's, bass", [("bas", "bɑs"), ("bas's", "ˈbɑs.ɪz")]),
        ("G\N{NON-BREAKING HYPHEN}d's", [("G\N{NON-BREAKING HYPHEN}d's", "ɡɑdz")]),
    ],
)
def test_english_endings_are_sounded_inside_the_word(text, found):
    assert heard(WORDS, text) == found


def test_an_entry_without_endings_is_found_only_as_it_stands():
    assert heard(lexicon(entry("Reb", "reb", endings="none")), "Reb Reb's Rebs") == [("Reb", "ɹɛb")]


@pytest.mark.parametrize("text", ["HaKodesh", "Moshiachology", "xMoshiach", "Moshiachim"])
def test_a_word_that_holds_a_known_word_is_left_alone(text):
    assert heard(WORDS, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("M'chodesh, Mecho’desh’s", [("M'chodesh", "məˈxoʊ.dɛʃ"), ("Mecho’desh’s", "məˈxoʊ.dɛʃ.ɪz")]),
        ("Rosh Cho'desh", [("Rosh Cho'desh", "ɹoʊʃ ˈxoʊ.dɛʃ")]),
        ("she'll, we're", []),
    ],
)
def test_an_apostrophe_inside_a_word_is_a_weak_vowel_or_nothing(text, found):
    words = lexicon(
        entry("Mechodesh", "muh-KHOH-desh"),
        entry("Rosh Chodesh", "rohsh KHOH-desh"),
        entry("shell", "shel"),
        entry("were", "wer"),
    )
    assert heard(words, text) == found


def test_the_longest_phrase_wins_over_line_ends():
    assert heard(WORDS, "Rosh\nChodesh  Adar, Rosh Chodesh. Rosh, Chodesh") == [
        ("Rosh\nChodesh  Adar", "ɹoʊʃ ˈxoʊ.dɛʃ ɑˈdɑɹ"),
        ("Rosh Chodesh", "ɹoʊʃ ˈxoʊ.dɛʃ"),
    ]


def test_hebrew_prefixes_are_taken_only_where_the_entry_allows_them():
    assert heard(WORDS, "b'Moshiach v’Moshiach's b'Kodesh") == [
        ("b'Moshiach", "bə.mɔˈʃi.ɑx"),
        ("v’Moshiach's", "və.mɔˈʃi.ɑxs"),
    ]


def test_parts_of_a_hyphenated_word_are_found():
    assert heard(WORDS, "non-Moshiach, G-d-fearing, two-stage") == [("Moshiach", "mɔˈʃi.ɑx"), ("G-d", "ɡɑd")]


def test_capitals_count_where_the_entry_says_so():
    assert heard(WORDS, "Chile CHILE chile Av AV av") == [
        ("Chile", "ˈtʃɪl.i"),
        ("CHILE", "ˈtʃɪl.i"),
        ("Av", "ɑv"),
    ]


def test_an_abbreviation_takes_its_full_stop_along():
    assert heard(WORDS, "(Num. 35:11), Num Lock, num.") == [("Num.", "ˈnʌm.bɚz")]


def test_letters_with_full_stops_are_one_phrase():
    assert heard(WORDS, "ת. נ. צ.\nתנצ") == [("ת. נ. צ.", "may it be"), ("תנצ", "may it be")]


def test_what_is_disputed_and_has_no_sound_is_silent():
    (match,) = WORDS.find('Leib ה"י Dov')
    assert (match.form, match.ipa, match.silent) == ("silent", "", True)


def test_words_are_silent_where_the_print_says_them_twice():
    assert [match.silent for match in WORDS.find("[נפלאות - Niflaos]")] == [True]
    assert [match.silent for match in WORDS.find("[נפלאות]")] == [False]


def test_nothing_is_looked_for_in_closed_stretches():
    assert [match.begin for match in WORDS.find("Moses Moses Moses", closed=[(6, 11)])] == [0, 12]


def test_a_book_may_be_known_in_citations_only():
    cited = lexicon(entry("Avos", "AW-vohs", only_when="in:citation"))
    assert [match.begin for match in cited.find("Avos Avos", citations=[(5, 9)])] == [5]


@pytest.mark.parametrize("piece", ["b'", "b'-v'-", "ha-", "sh'l'"])
def test_a_thousand_prefixes_in_a_row_are_no_word(piece):
    assert lexicon(entry("moshiach", "moh-SHEE-akh", prefixes="hebrew")).find(piece * 25_000) == ()
