"""The two guards on ebooklib (what is asked for is what is in the file), and plain archives."""

import zipfile
import zlib
from io import BytesIO

import pytest
from lxml import etree

from pipeline.engines.packing import pack_epub, pack_zip
from pipeline.errors import EngineError
from pipeline.model.publication import Digest, EpubPackage, PackageElement, PackageItem, ZipArchive

AUDIO = Digest(sha256="ab" * 32, size_bytes=5)
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "application/xhtml+xml"


def element(name, value, **attributes):
    return PackageElement(name=name, value=value, attributes=tuple(attributes.items()))


PACKAGE = EpubPackage(
    identifier="urn:uuid:1",
    title="A Book",
    language="en",
    modified="2026-01-10T00:00:00Z",
    metadata=(
        element("dc:title", "A Book"),
        element("meta", "0:00:01.000", property="media:duration"),
        element("dc:identifier", "urn:uuid:1", id="pub-id"),
        element("link", "", rel="record", href="http://example.org/r", **{"media-type": "text/html"}),
        element("dc:language", "en"),
        element("dc:language", "he"),
    ),
    prefixes=(("x", "http://example.org/x#"),),
    items=(
        PackageItem(id="nav", href="nav.xhtml", media_type=XHTML, content=b"<?xml?>nav", properties=("nav",)),
        PackageItem(
            id="a", href="text/a.xhtml", media_type=XHTML, content=b"\xd7\x90 & <", media_overlay="o"
        ),
        PackageItem(id="o", href="a.smil", media_type="application/smil+xml", content=b"smil"),
        PackageItem(id="m", href="audio/a.mp3", media_type="audio/mpeg", content=AUDIO),
    ),
    spine=(("a", True), ("nav", False)),
)


def crc32(digest):
    assert digest == AUDIO
    return zlib.crc32(b"sound")


def content_of(pieces):
    return b"".join(b"sound" if part == AUDIO else part for part in pieces.parts)


def opened(pieces):
    return zipfile.ZipFile(BytesIO(content_of(pieces)))


def test_sound_is_named_and_not_held():
    assert [part for part in pack_epub(PACKAGE, crc32).parts if isinstance(part, Digest)] == [AUDIO]


def test_a_blob_stands_in_the_file_as_its_bytes_would():
    named = pack_zip(ZipArchive(files={"a.mp3": AUDIO, "b": b"2"}), crc32)
    written = pack_zip(ZipArchive(files={"a.mp3": b"sound", "b": b"2"}), crc32)
    assert content_of(named) == content_of(written)
    assert opened(named).testzip() is None


def package_document():
    return etree.fromstring(opened(pack_epub(PACKAGE, crc32)).read("EPUB/content.opf"))


def test_every_byte_in_the_epub_is_the_one_that_was_given():
    packed = opened(pack_epub(PACKAGE, crc32))
    assert {name: packed.read(name) for name in packed.namelist()[3:]} == {
        "EPUB/nav.xhtml": b"<?xml?>nav",
        "EPUB/text/a.xhtml": b"\xd7\x90 & <",
        "EPUB/a.smil": b"smil",
        "EPUB/audio/a.mp3": b"sound",
    }


def test_the_metadata_read_back_is_what_was_asked_in_its_order():
    metadata = package_document().find(f"{OPF}metadata")
    read = [
        (node.tag.replace(DC, "dc:").replace(OPF, ""), node.text or "", tuple(node.attrib.items()))
        for node in metadata
    ]
    asked = [(part.name, part.value, part.attributes) for part in PACKAGE.metadata]
    assert read == [*asked, ("meta", "2026-01-10T00:00:00Z", (("property", "dcterms:modified"),))]


def test_the_manifest_read_back_is_what_was_asked():
    assert [dict(node.attrib) for node in package_document().find(f"{OPF}manifest")] == [
        {"href": "nav.xhtml", "id": "nav", "media-type": XHTML, "properties": "nav"},
        {"href": "text/a.xhtml", "id": "a", "media-type": XHTML, "media-overlay": "o"},
        {"href": "a.smil", "id": "o", "media-type": "application/smil+xml"},
        {"href": "audio/a.mp3", "id": "m", "media-type": "audio/mpeg"},
    ]


def test_the_spine_read_back_is_what_was_asked_and_names_no_ncx():
    spine = package_document().find(f"{OPF}spine")
    assert dict(spine.attrib) == {}
    assert [dict(node.attrib) for node in spine] == [{"idref": "a"}, {"idref": "nav", "linear": "no"}]


def test_the_package_names_its_language_and_identifier():
    package = package_document()
    assert package.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert package.get("unique-identifier") == "pub-id"
    assert "x: http://example.org/x#" in package.get("prefix")


def test_the_mimetype_comes_first():
    packed = opened(pack_epub(PACKAGE, crc32))
    assert packed.namelist()[:2] == ["mimetype", "META-INF/container.xml"]
    assert packed.read("mimetype") == b"application/epub+zip"


def test_the_same_package_gives_the_same_bytes():
    assert pack_epub(PACKAGE, crc32) == pack_epub(PACKAGE, crc32)


@pytest.mark.parametrize(
    "packed",
    [lambda: pack_epub(PACKAGE, crc32), lambda: pack_zip(ZipArchive(files={"b": b"2", "a": AUDIO}), crc32)],
)
def test_nothing_in_a_file_tells_when_or_where_it_was_made(packed):
    entries = opened(packed()).infolist()
    assert {(entry.date_time, entry.create_system, entry.external_attr >> 16) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o644)
    }
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}


def test_a_zip_holds_its_files_sorted_by_path():
    packed = opened(pack_zip(ZipArchive(files={"b/x.txt": b"2", "a.mp3": AUDIO}), crc32))
    assert [(name, packed.read(name)) for name in packed.namelist()] == [
        ("a.mp3", b"sound"),
        ("b/x.txt", b"2"),
    ]


def test_an_archive_in_an_archive_is_refused():
    with pytest.raises(EngineError, match="another archive"):
        pack_zip(ZipArchive(files={"a.zip": ZipArchive(files={})}), crc32)


def test_a_package_without_its_identifier_is_refused():
    bare = EpubPackage(
        identifier="urn:uuid:2",
        title="A Book",
        language="en",
        modified="2026-01-10T00:00:00Z",
        metadata=(),
        prefixes=(),
        items=(),
        spine=(),
    )
    with pytest.raises(EngineError, match="lacks its identifier"):
        pack_epub(bare, crc32)
