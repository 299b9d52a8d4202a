"""The signs of notes."""

import pytest

from pipeline.verify.note_marks import is_mark_of, is_note_mark


@pytest.mark.parametrize("text", ["1", "12.", "[3]", "iv", "*", "††", " 7 ", "8*", "12a", "3††"])
def test_signs_of_notes(text):
    assert is_note_mark(text)


@pytest.mark.parametrize("text", ["", "See", "12345", "1 2", "me", "8 men", "12abc"])
def test_words_are_no_signs(text):
    assert not is_note_mark(text)


@pytest.mark.parametrize(
    ("reference", "note", "fits"),
    [
        ("1", "1 See.", True),
        ("[1]", "1. See.", True),
        ("1", "12 See.", False),
        ("2", "1 See 2.", False),
        ("", "See.", False),
    ],
)
def test_note_begins_with_the_sign_of_its_reference(reference, note, fits):
    assert is_mark_of(reference, note) is fits
