"""Editions that stand alone are held against what the manifest says of the source's words."""

import json
from dataclasses import asdict

import pytest

from pipeline.verify.word_ledger import check_ledger, ledger_row, read_ledger
from pipeline.verify.words import words_of_plain

SECTIONS = {
    "The Lamp": "A lamp was lit. It is bright.",
    "The Door": "All may enter.",
    "The Road": "It is long.",
}
LEDGER = tuple(ledger_row(name, words_of_plain(text)[0]) for name, text in SECTIONS.items())
MANIFEST = json.dumps({"words": [asdict(row) for row in LEDGER]}).encode()


def found(*sections: str) -> list[tuple[str, str, str]]:
    edition = {"a.epub": words_of_plain("\n\n".join(sections))}
    return [(n.code, str(n.pos), n.fragment) for n in check_ledger(MANIFEST, edition)]


def test_ledger_is_read_as_it_was_written():
    assert read_ledger(MANIFEST) == LEDGER


def test_words_of_the_source_in_their_order_are_good():
    assert found(*SECTIONS.values()) == []


@pytest.mark.parametrize(
    ("sections", "named"),
    [
        (["A lamp was lit. It bright.", "All may enter.", "It is long."], "The Lamp"),
        (["A lamp was lit. It is bright.", "All may may enter.", "It is long."], "The Door"),
        (["A lamp was lit. It is bright.", "All enter may.", "It is long."], "The Door"),
        (["A lamp was lit. It is bright.", "It is long.", "All may enter."], "The Door"),
        (["A lamp was lit. It is bright.", "All may enter."], "The Road"),
        (["A lamp was lit. It is bright.", "All may enter.", "It is long. Amen."], "Amen"),
    ],
)
def test_first_section_that_differs_is_named(sections, named):
    assert found(*sections) == [("E-513", "a.epub:1:1", named)]


@pytest.mark.parametrize(
    "words", [[], 7, "words", [{"section": "The Lamp"}], [asdict(LEDGER[0]) | {"words": -1}]]
)
def test_manifest_without_a_ledger_is_said(words):
    manifest = json.dumps({"words": words}).encode()
    assert [n.code for n in check_ledger(manifest, {"a.epub": ()})] == ["E-514"]
    assert [n.code for n in check_ledger(b"", {"a.epub": ()})] == ["E-514"]


def test_where_nothing_is_read_no_ledger_is_missed():
    assert list(check_ledger(b"", {})) == []
