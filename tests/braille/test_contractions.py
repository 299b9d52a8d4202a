from dataclasses import replace

import pytest

from pipeline.braille.contractions import Contractions, break_mark
from pipeline.braille.transcribe import Code, transcribe
from pipeline.model.inline import LanguageSpan, Term
from pipeline.model.lexicon import Entry
from pipeline.model.settings import BrailleSettings
from tests.braille.ascii_braille import ascii_of
from tests.builders import em, hebrew, inlines, term

SOFER = term("Sofer", "ˈsoʊ.fɚ")


def brf(translator, *parts, entries=(), **settings) -> str:
    made = BrailleSettings(**settings)
    code = Code(translator=translator, settings=made, contractions=Contractions(translator, made, entries))
    return " / ".join(ascii_of(line) for line in transcribe(inlines(*parts), code).lines)


@pytest.mark.parametrize(
    ("policy", "braille"),
    [("auto", ",SOF]"), ("contract", ",S(]"), ("uncontracted", ",SOFER"), ("break", ",SOF]"), ("⠎⠕", "SO")],
)
def test_the_lexicon_decides_by_word(policy, braille, translator):
    assert brf(translator, replace(SOFER, braille=policy)) == braille


@pytest.mark.parametrize(
    ("profile", "roman", "italic"),
    [
        ("bana-english", ",%A2OS", ".1,%A2OS"),
        ("ueb-13.2-strict", ",%A2OS", ".1,SHABBOS"),
        ("uncontracted-hebrew", ",SHABBOS", ".1,SHABBOS"),
    ],
)
def test_the_profile_decides_where_the_lexicon_does_not(profile, roman, italic, translator):
    shabbos = term("Shabbos", "ˈʃa.bəs")
    assert brf(translator, shabbos, profile=profile) == roman
    assert brf(translator, em(shabbos), profile=profile) == italic
    assert brf(translator, replace(shabbos, braille="contract"), profile=profile) == ",%A2OS"


def test_names_are_not_foreign_words(translator):
    name = term("Shaindel", "ˈʃeɪn.dəl", language="")
    assert brf(translator, name, profile="uncontracted-hebrew") == ",%A9DEL"


def test_words_that_the_source_marks_as_foreign_follow_the_profile(translator):
    span = LanguageSpan(language="he-Latn", children=inlines("Shabbos"))
    assert brf(translator, span) == ",%A2OS"
    assert brf(translator, span, profile="uncontracted-hebrew") == ",SHABBOS"
    assert brf(translator, span, profile="ueb-13.2-strict") == ",SHABBOS"


def test_words_that_english_has_taken_in_contract_as_english(translator):
    sinai = term("Sinai", "ˈsaɪ.naɪ", language="")
    assert brf(translator, sinai) == ",SINAI"
    english = Entry(slug="sinai", word="Sinai", say="SYE-nye", tradition="english")
    assert brf(translator, sinai, entries=(english,)) == ",S9AI"


def test_a_sign_of_an_english_word_does_not_stand_for_a_hebrew_one(translator):
    assert brf(translator, "in ", term("as", "ɑs"), " it") == "9 AS X"


def test_a_rule_of_the_table_that_gives_letters_one_by_one_is_no_contraction(translator):
    settings = BrailleSettings()
    plan = Contractions(translator, settings).plan(term("Leah", "ˈleɪ.ə"), emphasised=False)
    assert (plan.breaks, plan.decision) == ((), None)


def test_a_decision_says_what_was_decided_and_why(translator):
    plan = Contractions(translator, BrailleSettings()).plan(SOFER, emphasised=False)
    assert plan.decision is not None
    assert (ascii_of(plan.decision.cells), ascii_of(plan.decision.usual)) == (",SOF]", ",S(]")
    assert plan.decision.rule == "broken: of bridges two syllables (13.2.1)"


def test_hebrew_letters_can_be_given_in_english_letters(translator):
    word = Term(children=(hebrew("משיח"),), entry="moshiach", form="exact", language="he")
    entry = Entry(slug="moshiach", word="Moshiach", say="maw-SHEE-akh")
    assert brf(translator, "our ", word, entries=(entry,), hebrew="transliteration") == "\\R ,MO%IA*"
    assert brf(translator, "our ", word, hebrew="transliteration") == "\\R ^(M%JX"


def test_the_mark_has_the_case_of_its_neighbours():
    assert break_mark("B", "E") != break_mark("B", "e") == break_mark("b", "e")


def test_a_word_whose_sound_does_not_fit_its_letters_is_shown_to_the_transcriber(translator):
    plan = Contractions(translator, BrailleSettings()).plan(term("Shas", "ˈmɪʃ.nə.joʊs"), emphasised=False)
    assert plan.breaks == ()
    assert plan.decision is not None
    assert plan.decision.rule.startswith("contracted as English: the sound does not fit")
