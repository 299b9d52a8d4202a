from pipeline.model.document import Figure, Heading, Note, Sentence
from pipeline.model.inline import Text
from pipeline.model.speech import Pause, Phonemes, Words
from pipeline.speech.announce import heading_sentence, note_opening, picture_opening, without_signature
from tests.builders import sentence, term


def test_a_label_is_spoken_round_the_printed_heading_and_its_terms():
    shmos = term("Shmos", "ʃmoʊs")
    heading = Heading(sentence=sentence(shmos, id="s"), label="Portion Shmos (1)")
    assert heading_sentence(heading) == Sentence(
        id="s", inlines=(Text(text="Portion "), shmos, Text(text=" (1)"))
    )


def test_a_label_in_other_words_replaces_the_printed_heading():
    heading = Heading(sentence=sentence("XII", id="s"), label="Announcement 12")
    assert heading_sentence(heading) == sentence("Announcement 12", id="s")


def test_without_a_label_the_heading_is_spoken_as_printed():
    assert heading_sentence(Heading(sentence=sentence("Shmos", id="s"))) == sentence("Shmos", id="s")


def test_a_note_says_its_number():
    assert note_opening(Note(id="n", mark="12", blocks=())) == (Words(text="Note twelve."),)


def test_a_mark_without_a_name_is_not_said():
    assert note_opening(Note(id="n", mark="*", blocks=())) == (Words(text="Note."),)


def test_a_translators_note_says_whose_it_is():
    note = Note(id="n", mark="5", blocks=(), author="translator")
    assert note_opening(note) == (Words(text="Note five. Translator's note."),)


def test_the_signature_goes_and_the_full_stop_stays():
    assert without_signature((Words(text="It was forty years. Translator's note."),)) == (
        Words(text="It was forty years."),
    )


def test_a_signature_alone_leaves_nothing():
    assert without_signature((Words(text="Translator's note."),)) == ()


def test_words_about_a_translators_note_stay():
    parts = (Words(text="See the translator's note above."),)
    assert without_signature(parts) == parts


def test_parts_before_the_signature_stay_as_they_are():
    teves = Phonemes(ipa="ˈteɪ.vəs", written="Teves")
    assert without_signature(
        (Words(text="a"), Pause(milliseconds=5), teves, Words(text=", Translator's note"))
    ) == (
        Words(text="a"),
        Pause(milliseconds=5),
        teves,
    )


def test_a_picture_is_announced_once():
    assert picture_opening(Figure(alternative="A lamp.")) == (Words(text="Picture:"),)
    assert picture_opening(Figure(alternative="Photo: a lamp.")) == ()
