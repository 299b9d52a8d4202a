"""Sidecars: every key, and every fault with its place and remedy."""

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.model.metadata import AccessibilityCheck, Contributor, Correction, Metadata, Sidecar
from pipeline.readers.sidecar import parse_sidecar

SOURCES = Path(__file__).parents[2] / "sources"


def test_all_keys_are_read() -> None:
    content = """
[metadata]
title = "T"
title_supplied = true
subtitle = "S"
language = "en-US"
publisher = "P"
date = "2026-01"
modified = "2026-01-10T00:00:00Z"
rights = "R"
source = "So"
series = "Se"
series_number = "13"
description = "D"
identifier = "urn:isbn:1"
[[contributor]]
name = "A. Writer"
file_as = "Writer, A."
[[contributor]]
name = "B. Translator"
role = "trl"
[headings]
number_word = "Announcement"
"""
    assert parse_sidecar("e.toml", content.encode()) == Sidecar(
        metadata=Metadata(
            identifier="urn:isbn:1",
            title="T",
            title_supplied=True,
            subtitle="S",
            language="en-US",
            contributors=(
                Contributor(name="A. Writer", file_as="Writer, A."),
                Contributor(name="B. Translator", role="trl"),
            ),
            publisher="P",
            date="2026-01",
            modified="2026-01-10T00:00:00Z",
            rights="R",
            source="So",
            series="Se",
            series_number="13",
            description="D",
        ),
        number_heading="Announcement",
    )


def test_empty_sidecar_says_nothing() -> None:
    assert parse_sidecar("e.toml", b"\xef\xbb\xbf") == Sidecar()


@pytest.mark.parametrize(
    ("content", "where", "words"),
    [
        (b"[metadata]\ntitel = 'T'", "e.toml:2", "metadata.titel: there is no such key."),
        (b"[meta]\ntitle = 'T'", "e.toml:1", "meta: there is no such key."),
        (b"[metadata]\ndate = 2026", "e.toml:2", "metadata.date: this must be text."),
        (b"[metadata]\n\ndate = 'May'", "e.toml:3", 'metadata.date: "May" cannot be used.'),
        (b"[metadata]\ntitle_supplied = 'yes'", "e.toml:2", "must be true or false"),
        (b"metadata = 'T'", "e.toml:1", "metadata: this must be a table."),
        (b"[contributor]\nname = 'A'", "e.toml:1", "two brackets"),
        (b"[[contributor]]\nrole = 'aut'", "e.toml", "every contributor needs a name."),
        (b"[[contributor]]\nname = 'A'\nrole = 'author'", "e.toml:3", "MARC relator"),
        (b"contributor = ['A']", "e.toml:1", "two brackets"),
        (b"correction = 'A'", "e.toml:1", "two brackets"),
        (b"[[correction]]\ndate = '2026'\nwhat = 'A'", "e.toml:2", "give the day"),
        (b"[[correction]]\ndate = '2026-01-10'", "e.toml", "say in a sentence"),
        (b"[accessibility_check]\ndate = '2026-01-10'", "e.toml", "name the person"),
        (b"[metadata]\ntitle = 'T", "e.toml:2", "not valid TOML"),
        (b"[metadata]\n\xff", "e.toml:2", "not UTF-8"),
    ],
)
def test_fault_names_file_line_field_and_remedy(content: bytes, where: str, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_sidecar("e.toml", content)
    assert caught.value.where == where
    assert words in caught.value.message


@pytest.mark.parametrize("path", sorted(SOURCES.glob("*.toml")), ids=lambda path: path.stem)
def test_sidecars_of_this_repository_are_good(path: Path) -> None:
    assert parse_sidecar(path.name, path.read_bytes()) != Sidecar()


def test_corrections_and_a_check_of_accessibility_are_read():
    content = (
        b"[metadata]\nmodified = '2026-01-10T00:00:00Z'\n"
        b"[[correction]]\ndate = '2026-03-01'\nwhat = 'Note 4 was lost.'\n"
        b"[[correction]]\ndate = '2026-02-03'\nwhat = 'A name was misspelt.'\n"
        b"[accessibility_check]\nby = 'A. Reader'\ndate = '2026-03-05'\n"
    )
    metadata = parse_sidecar("e.toml", content).metadata
    assert metadata == Metadata(
        modified="2026-03-01T00:00:00Z",
        corrections=(
            Correction(date="2026-02-03", what="A name was misspelt."),
            Correction(date="2026-03-01", what="Note 4 was lost."),
        ),
        accessibility_check=AccessibilityCheck(by="A. Reader", date="2026-03-05"),
    )
    assert metadata.version == "1.2"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('[metadata]\ndate = "2026-13-01"', "cannot be used"),
        ('[metadata]\nmodified = "9999-99-99T99:99:99Z"', "cannot be used"),
        ('[metadata]\ntitle = "a \\u0001"', "an invisible sign (U+0001) stands in it"),
        ('[metadata]\ntitle = "a\\u202Eb"', "an invisible sign (RIGHT-TO-LEFT OVERRIDE) stands in it"),
        (f'[metadata]\ntitle = "{"a" * 3000}"', "this is too long"),
        ("a = " + "[" * 5000, "Brackets within brackets without end"),
    ],
)
def test_what_would_spoil_an_edition_is_refused(written, message):
    with pytest.raises(ConfigError) as caught:
        parse_sidecar("a.toml", written.encode())
    assert message in caught.value.message
