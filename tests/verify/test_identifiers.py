"""Each edition has its own identifier, which follows from the work's."""

import pytest

from pipeline.model.metadata import Metadata
from pipeline.verify.identifiers import check_identifiers, read_editions

WORK = Metadata(identifier="urn:uuid:9a1c9b0e-5f0f-5d5c-9d0a-000000000001")
EPUB, HTML = WORK.edition_identifier("epub"), WORK.edition_identifier("html")
FORMATS = {"a.epub": "epub", "index.html": "html"}


def found(epub: str = EPUB, html: str = HTML, listed: dict[str, str] | None = None) -> list[tuple[str, str]]:
    told = {
        path: {"work": (WORK.identifier,), "identifier": (own,)}
        for path, own in {"a.epub": epub, "index.html": html}.items()
    }
    findings = check_identifiers(told, FORMATS, listed or {"epub": EPUB, "html": HTML})
    return [(each.code, each.pos.path) for each in findings if each.pos]


def test_identifiers_that_follow_from_the_work_are_right():
    assert found() == []
    assert WORK.as_edition("epub").edition_identifier("html") == HTML


@pytest.mark.parametrize(
    ("fault", "path"),
    [
        ({"epub": HTML}, "a.epub"),
        ({"html": WORK.identifier}, "index.html"),
        ({"listed": {"epub": HTML, "html": HTML}}, "manifest.json"),
    ],
)
def test_another_identifier_is_named(fault, path):
    assert found(**fault) == [("E-512", path)]


def test_edition_that_names_no_work_makes_no_promise():
    told = {"a.epub": {"work": (), "identifier": ("urn:isbn:1",)}}
    assert list(check_identifiers(told, FORMATS, {})) == []


def test_manifest_that_cannot_be_read_lists_nothing():
    assert read_editions(b"[]") == read_editions(b"") == {}
    assert read_editions(b'{"editions": {"epub": "urn:isbn:1"}}') == {"epub": "urn:isbn:1"}
