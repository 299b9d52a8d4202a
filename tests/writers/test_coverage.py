from dataclasses import replace

from pipeline.model.document import Figure, Heading, LineGroup
from pipeline.model.speech import Narration
from pipeline.writers.coverage import coverage_of
from tests.builders import hebrew, paragraph, sentence, small_document, term
from tests.writers.publications import publish


def english():
    return replace(small_document(), back=())


def coverage(document, *unvoiced):
    return coverage_of(publish(document, unvoiced=frozenset(unvoiced)))


def with_blocks(*blocks):
    document = english()
    return replace(document, body=(replace(document.body[0], blocks=blocks),))


def with_note(*sentences, author=""):
    document = english()
    chapter = document.body[0]
    twelve = chapter.sections[0]
    note = replace(twelve.notes[0], author=author, blocks=(paragraph(*sentences, id="b-n1"),))
    return replace(document, body=(replace(chapter, sections=(replace(twelve, notes=(note,)),)),))


def test_a_pull_quote_needs_no_voice():
    heard = coverage(english())
    assert (heard.silent, heard.unread, heard.is_complete) == ((), (), True)


def test_a_sentence_without_a_clip_is_silent_wherever_it_stands():
    heard = coverage(english(), "s-2", "s-n1", "s-chsub")
    assert heard.silent == ("s-chsub", "s-2", "s-n1")
    assert not heard.is_synchronized


def test_signs_alone_need_no_voice():
    assert coverage(with_blocks(paragraph(sentence("* * *", id="s-stars"))), "s-stars").silent == ()


def test_what_a_picture_shows_ought_to_be_heard():
    figure = Figure(alternative="A map", id="f", caption=(paragraph(sentence("Map.", id="s-map")),))
    assert coverage(with_blocks(figure)).is_complete
    assert coverage(with_blocks(figure), "f-words").silent == ("f-words",)


def test_hebrew_in_the_words_for_a_picture_is_not_read():
    assert coverage(with_blocks(Figure(alternative="The letter א", id="f"))).unread == ("f-words",)


def test_the_signature_of_a_note_is_said_at_its_opening():
    signed = with_note(
        sentence("A word. ", id="s-w"), sentence("- Translator's note.]", id="s-sig"), author="translator"
    )
    assert coverage(signed, "s-sig").silent == ()
    assert coverage(signed, "s-w").silent == ("s-w",)


def test_the_same_words_in_an_unsigned_note_must_be_heard():
    unsigned = with_note(sentence("Translator's note.", id="s-sig"))
    assert coverage(unsigned, "s-sig").silent == ("s-sig",)


def hebrew_block(*sentences):
    return with_blocks(LineGroup(id="b-he", language="he", sentences=sentences))


def test_a_hebrew_block_is_announced_by_one_clip_and_its_words_are_missed():
    heard = coverage(hebrew_block(sentence(hebrew("היי"), id="h1"), sentence(hebrew("שותף"), id="h2")), "h2")
    assert (heard.silent, heard.unread) == ((), ("h1", "h2"))
    assert heard.is_synchronized
    assert not heard.is_complete


def test_a_hebrew_block_without_any_clip_is_silent():
    heard = coverage(hebrew_block(sentence("היי", id="h1")), "h1")
    assert (heard.silent, heard.unread) == (("h1",), ("h1",))


def test_hebrew_that_the_lexicon_says_is_read():
    known = replace(term("x", ""), children=(hebrew("היי"),), language="he", read_as="hey")
    assert coverage(hebrew_block(sentence(known, id="h1"))).unread == ()


def test_hebrew_that_the_lexicon_keeps_silent_is_missed():
    silent = replace(term("x", ""), children=(hebrew("היי"),), language="he", read_as="hey", form="silent")
    assert coverage(hebrew_block(sentence(silent, id="h1"))).unread == ("h1",)


def test_hebrew_in_an_english_sentence_or_heading_is_missed_too():
    document = english()
    heading = Heading(sentence=sentence("On ", hebrew("אב"), id="s-h"))
    body = replace(document.body[0], heading=heading, blocks=(paragraph(sentence(hebrew("גד"), id="s-g")),))
    assert coverage(replace(document, body=(body,))).unread == ("s-h", "s-g")


def test_a_book_without_sound_is_not_voiced():
    silent = replace(publish(english()), narration=Narration(tracks=(), narrator="", sample_rate_hz=22050))
    assert not coverage_of(silent).is_voiced
    assert not coverage_of(silent).is_synchronized
