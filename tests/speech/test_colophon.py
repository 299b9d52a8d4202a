from dataclasses import replace

import pytest

from pipeline.model.metadata import Contributor, Correction, Metadata, Producer
from pipeline.speech.colophon import Recording, colophon_sentences, day_in_words

RECORDING = Recording(narrator="A voice", seconds=1238.0, is_whole=True, words_decided=0)


def said(metadata: Metadata, recording: Recording = RECORDING) -> list[str]:
    return [sentence for paragraph in colophon_sentences(metadata, recording) for sentence in paragraph]


def test_an_edition_says_what_it_is_and_who_reads_it():
    metadata = Metadata(
        title="Cities of Refuge",
        contributors=(Contributor(name="A. Writer"), Contributor(name="B. Other", role="trl")),
        publisher="The Press",
        date="2026-01-10",
    )
    assert colophon_sentences(metadata, replace(RECORDING, words_decided=2)) == (
        ("Cities of Refuge, by A. Writer.", "Published by The Press, 2026."),
        ("Version 1.0, as first published in this form.",),
        (
            "The text is read aloud by A voice.",
            "It plays 21 minutes.",
            "The publisher's pronunciation lexicon decides how 2 words of this text sound.",
        ),
    )


def test_what_nobody_knows_is_not_said():
    silent = replace(RECORDING, seconds=0.0)
    assert said(Metadata(title="Shmos"), silent) == [
        "Shmos.",
        "Version 1.0, as first published in this form.",
    ]


def test_a_title_that_ends_with_a_stop_gets_no_second_one():
    assert said(Metadata(title="A Talk", contributors=(Contributor(name="B. Other, Ph.D."),)))[0] == (
        "A Talk, by B. Other, Ph.D."
    )


def test_a_supplied_title_is_shown_as_one():
    assert said(Metadata(title="Shmos", title_supplied=True))[0] == "[Shmos]."


def test_corrections_are_listed_and_raise_the_version():
    corrections = (
        Correction(date="2026-02-03", what="A name."),
        Correction(date="2026-03-01", what="Note 4."),
    )
    assert said(Metadata(title="T", corrections=corrections))[1:4] == [
        "Version 1.2, last corrected on 1 March 2026.",
        "3 February 2026: A name.",
        "1 March 2026: Note 4.",
    ]


def test_an_edition_says_who_produced_it_and_where_to_write():
    producer = Producer(name="The Bindery", place="Leeds", contact="books@example.org")
    assert said(Metadata(title="Shmos", producer=producer))[2:4] == [
        "Produced by The Bindery, Leeds.",
        "Contact: books@example.org.",
    ]


def test_what_is_left_out_of_the_sound_is_not_claimed():
    part = replace(RECORDING, is_whole=False)
    assert "Part of the text is read aloud by A voice." in said(Metadata(title="T"), part)


@pytest.mark.parametrize(
    ("seconds", "length"),
    [(3.0, "1 minute"), (3600, "1 hour"), (7260, "2 hours 1 minute"), (5399, "1 hour 30 minutes")],
)
def test_lengths_are_said_in_hours_and_minutes(seconds, length):
    assert said(Metadata(title="T"), replace(RECORDING, seconds=seconds))[-1] == f"It plays {length}."


def test_one_word_is_one_word():
    assert said(Metadata(title="T"), replace(RECORDING, words_decided=1))[-1] == (
        "The publisher's pronunciation lexicon decides how 1 word of this text sounds."
    )


def test_several_authors_are_listed():
    names = ("Ann", "Ben", "Cy")
    metadata = Metadata(title="T", contributors=tuple(Contributor(name=name) for name in names))
    assert said(metadata)[0] == "T, by Ann, Ben and Cy."


def test_a_day_is_written_in_words():
    assert day_in_words("2026-12-31") == "31 December 2026"
