import re

from pipeline.lexicon.candidates import Candidate, Sources, find_candidates
from tests.lexicon.shelf import entry, lexicon

KNOWN = lexicon(
    entry("Shemos", "shuh-MOHS"), entry("Asniel", "AHS-nee-ul", confidence="guess"), entry("Torah", "TOH-ruh")
)
ENGLISH = frozenset(
    re.findall(
        r"\w+", "the of and a was read friend dear he said my well known word is to at we am al he wrote fun"
    )
)
SOURCES = Sources(
    knows=lambda word: word in ENGLISH or word.lower() in ENGLISH,
    is_spelled=lambda word: word.startswith("Shm"),
)


def found(*sentences):
    return [
        (one.queue, one.word, one.times, one.near)
        for one in find_candidates((("essay", text) for text in sentences), KNOWN, SOURCES)
    ]


def test_words_stand_in_their_queues_the_most_pressing_first():
    assert found(
        "Shmini was read; Shemot is well-known.",
        "Asniel said: my dear FREIND!",
        "Teshuvah, teshuvah's נפש",
        "Kol",
    ) == [
        ("guess", "Asniel", 1, "asniel"),
        ("letters", "Shmini", 1, ""),
        ("new", "Teshuvah", 2, ""),
        ("new", "Kol", 1, ""),
        ("variant", "Shemot", 1, "Shemos"),
        ("misprint", "FREIND", 1, "friend"),
        ("hebrew", "נפש", 1, ""),
    ]


def test_what_is_known_or_no_word_is_left_alone():
    assert found("The Torah's word: IV, 97b, a, www.torah.org/tehillim, vol. 3 ε-read") == []


def test_a_candidate_says_where_it_was_met():
    assert find_candidates([("first", "A\nniggun.")], KNOWN, SOURCES) == (
        Candidate(word="niggun", queue="new", times=1, near="", where="first", sentence="A niggun."),
    )


def test_a_short_english_word_before_a_hebrew_one_is_shown_with_it():
    assert found("We read Am Yisroel.", "We said Al Torah, To Torah, of Torah: Am Shemos am Shemos.") == [
        ("new", "Al Torah", 1, ""),
        ("new", "Am Yisroel", 1, ""),
        ("new", "Yisroel", 1, ""),
    ]


def test_a_short_english_word_between_two_hebrew_ones_is_shown_when_english_has_none_there():
    assert found("Vos fun zayn, Torah dear Torah, Torah to Torah, of fun zayn.") == [
        ("new", "Vos", 1, ""),
        ("new", "zayn", 2, ""),
        ("new", "fun zayn", 1, ""),
    ]


def test_words_in_the_letters_of_scholars_are_shown():
    assert found("He wrote Ṣefat and Shəmot and ε.") == [
        ("new", "Ṣefat", 1, ""),
        ("variant", "Shəmot", 1, "Shemos"),
    ]
