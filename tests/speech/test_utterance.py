import re

import pytest

from pipeline.model.inline import Inline, Term, Text
from pipeline.model.settings import PauseSettings, SpeechSettings
from pipeline.model.speech import Pause, Phonemes, SpeechPart, Words
from pipeline.speech.utterance import Spoken, speak
from tests.builders import BR, em, hebrew, inlines, ref, sentence, strong, term

SETTINGS = SpeechSettings()
MOSHIACH = term("Moshiach", "mɔˈʃi.ax")
SAID = Phonemes(ipa="mɔˈʃi.ax", written="Moshiach")
G_D = term("G-d", "ɡɑd", entry="g-d")
HONORIFIC = Term(
    children=(hebrew('ע"ה'),), entry="alav-hasholom", form="exact", read_as="peace be upon him", language="he"
)


def parts(*pieces: Inline | str) -> tuple[SpeechPart, ...]:
    return speak(sentence(*pieces), SETTINGS).parts


@pytest.mark.parametrize("before", ['"', "“", "'", "‘", '"“'])
def test_no_quote_stands_before_phonemes(before: str):
    assert parts(f"our {before}", MOSHIACH) == (Words(text="our"), SAID)


@pytest.mark.parametrize("before", ["(", "[", "— ", "- ", "-", "(“", "[*", "… ", '..."'])
def test_what_interrupts_before_phonemes_is_a_pause(before: str):
    assert parts(f"our {before}", MOSHIACH) == (Words(text="our,"), SAID)


@pytest.mark.parametrize("after", [")", "]", '"', "”", "'", "’", "…", "—"])
def test_what_closes_behind_phonemes_is_not_said(after: str):
    assert parts("our ", MOSHIACH, after) == (Words(text="our"), SAID)


def test_a_full_stop_behind_phonemes_stays():
    assert parts("our ", MOSHIACH, '."') == (Words(text="our"), SAID, Words(text="."))


def test_a_hyphen_between_phonemes_and_words_is_a_space():
    assert parts("pre-", MOSHIACH, "-like") == (Words(text="pre"), SAID, Words(text="like"))


def test_figures_are_said_by_the_term_before_them():
    tractate = term("Sanhedrin", "sanˈhɛd.ɹɪn")
    assert parts(em(tractate), " 97b.") == (
        Phonemes(ipa="sanˈhɛd.ɹɪn", written="Sanhedrin"),
        Words(text="ninety-seven b."),
    )


def test_a_name_of_two_terms_tells_how_its_figures_are_said():
    assert parts(term("Bereishis", "x"), " ", term("Rabbah", "y"), " 56:7.") == (
        Phonemes(ipa="x", written="Bereishis"),
        Phonemes(ipa="y", written="Rabbah"),
        Words(text=", chapter fifty-six, section seven."),
    )


def test_a_day_before_a_month_that_is_a_term():
    assert parts("on 19 ", term("Teves", "ˈteɪ.vəs"), " 5751)") == (
        Words(text="on the nineteenth of"),
        Phonemes(ipa="ˈteɪ.vəs", written="Teves"),
        Words(text=", fifty-seven fifty-one"),
    )


def test_an_abbreviated_book_that_is_a_term_loses_its_dot():
    assert parts(
        "(", Term(children=inlines("Num"), entry="num", form="exact", read_as="Numbers"), ". 35:11)."
    ) == (Words(text="Numbers thirty-five, eleven."),)


def test_note_signs_are_not_said():
    assert parts("the deadlines.", ref("1"), " Next") == (Words(text="the deadlines. Next"),)


def test_a_line_end_is_a_pause_and_the_last_one_is_none():
    settings = SpeechSettings(pauses=PauseSettings(line_ms=123))
    assert speak(sentence("Reb ", MOSHIACH, BR, "of exile", BR), settings).parts == (
        Words(text="Reb"),
        SAID,
        Pause(milliseconds=123),
        Words(text="of exile"),
    )


def test_an_honorific_in_hebrew_letters_is_said_by_its_meaning_between_pauses():
    assert parts("Reb ", strong("Leib"), " ", HONORIFIC, " Fleischman") == (
        Words(text="Reb Leib, peace be upon him, Fleischman"),
    )


def test_an_honorific_by_its_sound_when_the_press_wants_it():
    both = Term(children=(hebrew('ע"ה'),), entry="a", form="exact", read_as="peace be upon him", ipa="aˈlav")
    by_sound = SpeechSettings(hebrew="sound")
    assert speak(sentence(both), SETTINGS).parts == (Words(text="peace be upon him"),)
    assert speak(sentence(both), by_sound).parts == (Phonemes(ipa="aˈlav", written='ע"ה'),)


def test_the_divine_name_is_said_as_the_lexicon_says():
    assert parts(G_D, " will") == (Phonemes(ipa="ɡɑd", written="G-d"), Words(text="will"))


@pytest.mark.parametrize(
    ("printed", "spoken"),
    [("G-d", "Hashem"), ("G‑d", "Hashem"), ("G-D", "Hashem"), ("G-d's", "Hashem's"), ("G-d’s", "Hashem's")],
)
def test_the_divine_name_is_said_as_the_press_sets_it(printed: str, spoken: str):
    said = speak(sentence(term(printed, "ɡɑd", entry="g-d")), SpeechSettings(divine_name="Hashem"))
    assert said.parts == (Words(text=spoken),)


def test_other_words_of_the_divine_name_keep_their_sound():
    godly = term("G-dly", "ˈɡɑd.li", entry="g-d")
    assert speak(sentence(godly), SpeechSettings(divine_name="Hashem")).parts == (
        Phonemes(ipa="ˈɡɑd.li", written="G-dly"),
    )


def test_an_acrostic_is_said_once_in_the_letters_that_have_a_sound():
    acrostic = Term(children=(hebrew("נפלאות אראנו"),), entry="niflaos", form="silent", language="he")
    assert speak(sentence("him [", acrostic, " - ", MOSHIACH, "]."), SETTINGS) == Spoken(
        parts=(Words(text="him,"), SAID, Words(text=".")), silenced=("נפלאות אראנו",)
    )


def test_hebrew_that_no_entry_explains_is_left_out_and_named():
    assert speak(sentence("Horav ", hebrew('ה"י'), " ben"), SETTINGS) == Spoken(
        parts=(Words(text="Horav ben"),), unread=('ה"י',)
    )


@pytest.mark.parametrize("printed", ["*", "* * *", "—", " ", "", "[]", "…", "•"])
def test_signs_alone_say_nothing(printed: str):
    assert parts(printed) == ()


def test_a_text_cannot_forge_the_signs_that_stand_for_terms():
    assert parts("a \U000f0000 b \ue000 ", MOSHIACH) == (Words(text="a b"), SAID)


@pytest.mark.parametrize(
    "hostile",
    [
        "[[m@Si]]",
        "<break time='9s'/>",
        "&lt;x&gt;",
        "a\x00b",
        "{|}~^`",
        "((([[[",
        "1" * 400,
        "5:5:5:5",
        "97a-",
        "pp. -",
        "http://",
        "@",
        "...…...",
        "-–—-",
    ],
)
def test_nothing_that_an_engine_could_name_or_obey_is_left(hostile: str):
    said = "".join(part.text for part in parts("So ", hostile, " it is") if isinstance(part, Words))
    assert re.fullmatch(r"[A-Za-z' ,.;:!?-]+", said)
    assert not re.search(r"\s-|-\s|,\s*,", said)


def test_mark_up_does_not_change_what_is_said():
    assert parts("at the ", strong(em("very end")), " of exile") == parts("at the very end of exile")


def test_the_printed_form_of_a_term_is_never_rewritten_by_rules():
    assert parts(term("Cf. 97b", "x")) == (Phonemes(ipa="x", written="Cf. 97b"),)


def test_what_an_entry_says_instead_obeys_the_same_law_as_the_text():
    odd = Term(children=(Text(text="odd"),), entry="odd", form="exact", read_as="[peace] שלום & 12")
    assert parts("a ", odd) == (Words(text="a peace, and twelve"),)
