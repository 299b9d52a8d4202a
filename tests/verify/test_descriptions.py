"""What editions say of the book, compared."""

import json

import pytest

from pipeline.verify.descriptions import (
    check_same_descriptions,
    describe_daisy3,
    describe_epub,
    describe_manifest,
    describe_ncc,
    describe_page,
)

OPF = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title id="t">A Book</dc:title><dc:title id="s">A Subtitle</dc:title><dc:creator id="c">Ann</dc:creator>
<meta property="title-type" refines="#t">main</meta><meta property="title-type" refines="#s">subtitle</meta>
<meta property="file-as" refines="#c">Writer, Ann</meta><meta property="role" refines="#c">aut</meta>
<dc:publisher>Press</dc:publisher><dc:date>2026</dc:date>
<dc:language>en</dc:language><meta property="media:narrator">Voice</meta>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata></package>"""
NCC = """<html xmlns="http://www.w3.org/1999/xhtml"><head><meta name="dc:title" content="A Book"/>
<meta name="dc:creator" content="Ann"/><meta name="dc:publisher" content="Press"/>
<meta name="dc:date" content="2026"/><meta name="dc:language" content="en"/>
<meta name="ncc:narrator" content="Voice"/><meta name="prod:subtitle" content="A Subtitle"/></head></html>"""
DAISY3 = """<package xmlns="http://openebook.org/namespaces/oeb-package/1.0/"><metadata><dc-metadata
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:Title>A Book</dc:Title>
<dc:Creator role="aut" file-as="Writer, Ann">Ann</dc:Creator>
<dc:Publisher>Press</dc:Publisher><dc:Date>2026</dc:Date><dc:Language>en</dc:Language></dc-metadata>
<x-metadata><meta name="dtb:narrator" content="Voice"/>
<meta name="prod:subtitle" content="A Subtitle"/></x-metadata></metadata></package>"""
PAGE = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A Book</title><meta name="author" content="Ann"/>
<meta name="dcterms.publisher" content="Press"/><meta name="dcterms.date" content="2026"/>
<meta name="dcterms.modified" content="2026-01-01T00:00:00Z"/></head></html>"""
MANIFEST = json.dumps(
    {
        "title": "A Book",
        "subtitle": "A Subtitle",
        "contributors": [{"name": "Ann", "role": "aut", "file_as": "Writer, Ann"}],
        "publisher": "Press",
        "date": "2026",
        "modified": "2026-01-01T00:00:00Z",
    }
)
READERS = {
    "a.epub": (describe_epub, OPF),
    "ncc.html": (describe_ncc, NCC),
    "book.opf": (describe_daisy3, DAISY3),
    "index.html": (describe_page, PAGE),
    "manifest.json": (describe_manifest, MANIFEST),
}


def found(**changed: str) -> list[tuple[str, str, str]]:
    texts = {path: changed.get(path.partition(".")[0], text) for path, (_, text) in READERS.items()}
    told = {path: READERS[path][0](text.encode()) for path, text in texts.items()}
    return [(n.code, n.pos.path, n.fragment) for n in check_same_descriptions(told) if n.pos]


def test_editions_that_say_the_same_agree():
    assert found() == []


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"a": OPF.replace(">Ann<", ">Bob<")}, ("a.epub", "author: Bob / Ann")),
        ({"ncc": NCC.replace('"Press"', '"Unit"')}, ("ncc.html", "publisher: Unit / Press")),
        ({"book": DAISY3.replace('"Voice"', '"Ann"')}, ("book.opf", "narrator: Ann / Voice")),
        (
            {"book": DAISY3.replace('"A Subtitle"', '"Essays"')},
            ("book.opf", "subtitle: Essays / A Subtitle"),
        ),
        (
            {"ncc": NCC.replace("<meta", '<meta name="prod:series" content="Weekly"/><meta', 1)},
            ("ncc.html", "series: Weekly / nothing"),
        ),
        ({"index": PAGE.replace(">A Book<", ">A Page<")}, ("index.html", "title: A Page / A Book")),
        (
            {"ncc": NCC.replace("<meta", '<meta name="ncc:producer" content="Other"/><meta', 1)},
            ("ncc.html", "producer: Other / nothing"),
        ),
        ({"index": PAGE.replace('"Press"', '"Print"')}, ("index.html", "publisher: Print / Press")),
        ({"manifest": MANIFEST.replace('"2026"', '"1926"')}, ("manifest.json", "date: 1926 / 2026")),
        (
            {"book": DAISY3.replace("<dc:Publisher>Press</dc:Publisher>", "")},
            ("book.opf", "publisher: nothing / Press"),
        ),
    ],
)
def test_edition_that_says_something_else_is_named(changed, what):
    assert ("E-510", *what) in found(**changed)


def test_date_that_only_daisy_must_state_is_no_difference():
    assert (
        found(a=OPF.replace("<dc:date>2026</dc:date>", ""), manifest=MANIFEST.replace('"date": "2026", ', ""))
        == []
    )


def test_author_filed_under_another_name_is_named():
    assert found(a=OPF.replace("Writer, Ann", "Reader, Ann")) == [
        ("E-510", "a.epub", "filed as: Ann Reader, Ann / Ann Writer, Ann")
    ]


def test_manifest_that_tells_no_filing_names_contradicts_none():
    assert found(manifest=MANIFEST.replace(', "file_as": "Writer, Ann"', "")) == []


def test_second_title_that_calls_itself_the_first_is_named():
    assert found(a=OPF.replace(">subtitle<", ">main<")) == [
        ("E-510", "a.epub", "title: A Book, A Subtitle / A Book"),
        ("E-510", "a.epub", "subtitle: nothing / A Subtitle"),
    ]


def test_manifest_that_cannot_be_read_says_nothing():
    assert describe_manifest(b"[]") == {}


def test_source_that_one_edition_lacks_is_named():
    stated = OPF.replace("<dc:date>", "<dc:source>A Talk</dc:source><dc:date>")
    ncc = NCC.replace("<meta", '<meta name="dc:source" content="A Talk"/><meta', 1)
    manifest = MANIFEST.replace("{", '{"source": "A Talk", ', 1)
    page = PAGE.replace("<meta", '<meta name="dcterms.source" content="A Talk"/><meta', 1)
    assert found(a=stated, ncc=ncc, index=page, manifest=manifest) == [
        ("E-510", "book.opf", "source: nothing / A Talk")
    ]


def test_role_of_an_author_is_compared():
    other = DAISY3.replace('role="aut"', 'role="trl"')
    assert ("E-510", "book.opf", "role: Ann: trl / Ann: aut") in found(book=other)
