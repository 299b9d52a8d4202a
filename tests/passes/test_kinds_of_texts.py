"""Texts written for these tests, of the kinds that presses have; what must be found was counted by hand before.

Each row: headings, note references with the beginning of the note each is tied to, pull quotes, joined paragraphs.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from pipeline.model.document import Document, Paragraph, ParagraphRole, every_section
from pipeline.model.metadata import Sidecar
from pipeline.model.source import Notice
from pipeline.passes.blocks import block_text
from pipeline.passes.ledger import account
from pipeline.passes.refine import refine
from pipeline.readers.read import read_source
from pipeline.readers.words import printed_words

KINDS = Path(__file__).parent / "kinds"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expected:
    headings: tuple[str, ...]
    notes: tuple[tuple[str, str], ...] = ()
    """Mark, and the beginning of the note, in the order of the notes."""
    pulls: tuple[str, ...] = ()
    joins: int = 0


EXPECTED = {
    "parsha.html": _Expected(
        headings=("A House with Two Doors", "The open door", "The closed door"),
        notes=(("1", "Bereishis Rabbah"), ("2", "See Sotah"), ("3", "Yoma")),
        pulls=("A door that is open asks nothing of the one who comes in.",),
    ),
    "endnotes.md": _Expected(
        headings=("The Lamp and the Oil", "First Talk", "Second Talk"),
        notes=(("1", "Tanchuma"), ("2", "Menachos"), ("1", "Zohar"), ("2", "See at"), ("3", "Shabbos")),
    ),
    "quotes.md": _Expected(
        headings=("The Broken Tablets",),
        # One more says the same in other words, and stays a quotation: no rule can tell.
        pulls=(
            '"What was written on him once is written still…"',
            "The place of the broken is beside the whole.",
        ),
    ),
    "letter.txt": _Expected(headings=()),
    "bilingual.html": _Expected(headings=("Three Sayings",)),
    "interview.md": _Expected(
        headings=("THE DOCTOR OF SMALL THINGS", "A ROOM WITHOUT A CLOCK", "THE LAST PATIENT")
    ),
    "wrapped.txt": _Expected(
        headings=("ON PATIENCE", "I.", "II."),
        notes=(("*", "R. Yehudah"), ("**", "Gate of"), ("*", "Compare")),
    ),
    "scan.txt": _Expected(
        headings=("LECTURES ON THE PRAYER BOOK",),
        notes=(("1", "So the"), ("1", "Berachos"), ("2", "Megillah"), ("1", "Shabbos")),
        joins=2,  # a third half begins with a capital, and no rule can tell it from a new paragraph
    ),
}


@cache
def refined(name: str) -> tuple[Document, tuple[Notice, ...]]:
    printed, from_reader = read_source(name, (KINDS / name).read_bytes(), Sidecar())
    document, from_passes = refine(printed, Sidecar())
    return document, from_reader + from_passes


@pytest.mark.parametrize("name", EXPECTED)
def test_headings_are_those_of_the_print(name: str) -> None:
    sections = every_section(refined(name)[0])
    found = tuple(section.heading.sentence.text for section in sections if not section.heading.supplied)
    assert found == EXPECTED[name].headings


@pytest.mark.parametrize("name", EXPECTED)
def test_each_note_is_tied_to_its_own_reference_and_none_is_left(name: str) -> None:
    document, notices = refined(name)
    expected = EXPECTED[name].notes
    found = [(note.mark, block_text(note.blocks[0])) for note in document.notes if len(note.references) == 1]
    assert [
        (mark, words[: len(begin)]) for (mark, words), (_, begin) in zip(found, expected, strict=True)
    ] == [*expected]
    assert len(document.notes) == len(expected)
    assert not [notice for notice in notices if notice.code.startswith("N-")]


@pytest.mark.parametrize("name", EXPECTED)
def test_pull_quotes_and_joins_are_those_of_the_print(name: str) -> None:
    document, notices = refined(name)
    blocks = [block for section in every_section(document) for block in section.blocks]
    pulls = [b for b in blocks if isinstance(b, Paragraph) and b.role is ParagraphRole.PULLQUOTE]
    assert tuple(block_text(block) for block in pulls) == EXPECTED[name].pulls
    assert Counter(notice.code for notice in notices)["S-024"] == EXPECTED[name].joins


@pytest.mark.parametrize("name", EXPECTED)
def test_no_word_is_lost(name: str) -> None:
    document, notices = refined(name)
    ledger = account(document, printed_words(name, (KINDS / name).read_bytes()), notices)
    assert (ledger.lost, ledger.invented) == ((), ())


def test_each_paragraph_of_two_columns_stands_beside_its_twin() -> None:
    blocks = [block for block in refined("bilingual.html")[0].body[0].blocks if isinstance(block, Paragraph)]
    assert [block.language for block in blocks] == ["", "he", "", "he", "", "he", ""]


def test_signature_stands_above_the_postscript() -> None:
    blocks = [block for block in refined("letter.txt")[0].body[0].blocks if isinstance(block, Paragraph)]
    assert [block_text(block) for block in blocks if block.role is ParagraphRole.SIGNATURE] == [
        "M. Schneerson"
    ]


def test_bylines_name_who_made_the_text() -> None:
    people = {name: refined(name)[0].metadata.contributors for name in EXPECTED}
    assert {name: [(who.role, who.name) for who in made] for name, made in people.items() if made} == {
        "parsha.html": [("aut", "Rabbi Mendel Strauss")],
        "wrapped.txt": [("aut", "a Student of the Yeshivah")],
        "interview.md": [("ivr", "Chana Levin")],
    }
