import pytest

from pipeline.model.metadata import Contributor, Metadata, Producer
from pipeline.speech.colophon import colophon_sentences


def test_a_recording_says_what_it_is_and_how_long_it_plays():
    metadata = Metadata(
        title="Cities of Refuge",
        contributors=(Contributor(name="A. Writer"), Contributor(name="B. Other", role="trl")),
        publisher="The Press",
        date="2026-01-10",
    )
    assert colophon_sentences(metadata, 1238.0) == (
        "This was Cities of Refuge, by A. Writer.",
        "Published by The Press, 2026.",
        "The voice that read it is synthetic.",
        "The recording plays 21 minutes.",
    )


def test_what_nobody_knows_is_not_said():
    assert colophon_sentences(Metadata(title="Shmos"), 3.0) == (
        "This was Shmos.",
        "The voice that read it is synthetic.",
        "The recording plays 1 minute.",
    )


def test_a_recording_says_who_produced_it_and_where_to_write():
    producer = Producer(name="The Bindery", place="Leeds", contact="books@example.org")
    said = colophon_sentences(Metadata(title="Shmos", producer=producer), 3.0)
    assert said[1:3] == ("Produced by The Bindery, Leeds.", "Contact: books@example.org.")


@pytest.mark.parametrize(
    ("seconds", "length"), [(3600, "1 hour"), (7260, "2 hours 1 minute"), (5399, "1 hour 30 minutes")]
)
def test_lengths_are_said_in_hours_and_minutes(seconds, length):
    assert colophon_sentences(Metadata(title="T"), seconds)[-1] == f"The recording plays {length}."


def test_several_authors_are_listed():
    names = ("Ann", "Ben", "Cy")
    metadata = Metadata(title="T", contributors=tuple(Contributor(name=name) for name in names))
    assert colophon_sentences(metadata, 60)[0] == "This was T, by Ann, Ben and Cy."
