"""The door: what is refused, what is told, and that the content decides the kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.model.metadata import Metadata, Sidecar
from pipeline.model.walk import block_sentences
from pipeline.readers.read import read_source

NOTHING = Sidecar()


@pytest.mark.parametrize(
    ("content", "where", "code"),
    [
        (b"", "e.md", "S-001"),
        (b" \n\n", "e.md", "S-001"),
        (b"\xef\xbb\xbf", "e.md", "S-001"),
        (b"# Only a heading\n", "e.md", "S-001"),
        ("caf\u00e9 \u05d0\u05d1\nzwei ".encode() + b"\xfc", "e.md:2:6", "S-002"),
        (b"%PDF-1.7", "e.md", "S-003"),
        (b"PK\x03\x04rest", "e.md", "S-019"),
        (b'{"name": "x"}', "e.md", "S-003"),
        (b'{"text": ', "e.md:1", "S-018"),
        (b"<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x;", "e.md", "S-016"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(content: bytes, where: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_source("e.md", content, NOTHING)
    assert (caught.value.where, caught.value.code) == (where, code)


def test_byte_order_mark_line_ends_and_accents_are_made_alike() -> None:
    one, _ = read_source("e.txt", b"\xef\xbb\xbfcafe\xcc\x81\r\n\r\ntwo", NOTHING)
    two, _ = read_source("e.txt", "caf\u00e9\n\ntwo".encode(), NOTHING)
    assert one == two


def test_control_characters_and_lost_letters_are_told() -> None:
    _, notices = read_source("e.txt", "a\x07b\nc\ufffdd".encode(), NOTHING)
    assert [(notice.code, str(notice.pos)) for notice in notices] == [
        ("S-005", "e.txt:1:2"),
        ("S-010", "e.txt:2:2"),
    ]


def test_content_tells_markdown_whatever_the_name() -> None:
    document, _ = read_source("e.txt", b"# Title\n\nText.", NOTHING)
    assert document.body[0].heading.title == "Title"


def test_rules_round_a_first_paragraph_are_no_settings() -> None:
    document, _ = read_source("e.md", b"---\n\nText.\n\nMore.\n\n***\n\nEnd.", NOTHING)
    assert len(document.body[0].blocks) == 5


def test_plain_text_keeps_its_signs() -> None:
    document, _ = read_source("e.txt", b"2 * 3 is a_six_b [so].", NOTHING)
    assert [s.text for s in block_sentences(document.body[0].blocks[0])] == ["2 * 3 is a_six_b [so]."]


def test_sidecar_metadata_goes_into_the_document() -> None:
    told = Metadata(title="T")
    assert read_source("e.txt", b"Text.", Sidecar(metadata=told))[0].metadata == told


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8"))))
def test_any_bytes_give_a_document_or_a_source_error(content: bytes) -> None:
    for name in ("e.md", "e.txt", "e.html"):
        assert _outcome(name, content) == _outcome(name, content)


def _outcome(name: str, content: bytes) -> object:
    try:
        return read_source(name, content, NOTHING)
    except SourceError as error:
        return error.code
