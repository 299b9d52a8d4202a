from dataclasses import replace

from pipeline.model.metadata import Correction, Producer
from pipeline.writers.colophon import colophon, day_in_words
from tests.writers.publications import publish, small_document, small_publication


def said(publication):
    return {statement.name: statement.sentences for statement in colophon(publication)}


def test_the_colophon_names_version_and_voice():
    statements = said(small_publication())
    assert statements["Version"] == ("1.0, as first published in this form.",)
    assert statements["Corrections"] == ("None so far.",)
    assert statements["Voice"] == (
        "The text is read aloud by Silence, synthetic voice.",
        "This page is not read aloud.",
    )


def test_corrections_are_listed_and_raise_the_version():
    document = small_document()
    corrections = (
        Correction(date="2026-02-03", what="A name."),
        Correction(date="2026-03-01", what="Note 4."),
    )
    corrected = publish(replace(document, metadata=replace(document.metadata, corrections=corrections)))
    assert said(corrected)["Version"] == ("1.2, last corrected on 1 March 2026.",)
    assert said(corrected)["Corrections"] == ("3 February 2026: A name.", "1 March 2026: Note 4.")


def test_the_producer_is_named_only_if_there_is_one():
    document = small_document()
    producer = Producer(name="The Bindery", place="Leeds", contact="books@example.org")
    produced = publish(replace(document, metadata=replace(document.metadata, producer=producer)))
    assert said(produced)["Producer"] == ("The Bindery, Leeds", "books@example.org")
    assert "Producer" not in said(small_publication())


def test_a_day_is_written_in_words():
    assert day_in_words("2026-12-31") == "31 December 2026"
