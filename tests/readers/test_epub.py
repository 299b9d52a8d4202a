"""EPUB 2 and 3."""

import zipfile
from io import BytesIO

import pytest

from pipeline.errors import SourceError
from pipeline.readers.archive import Archive
from pipeline.readers.epub import is_epub, page_names, read_epub
from tests.readers.archives import CONTAINER, epub, packed, xhtml

PAGE = {"a.xhtml": "<p>Words.</p>"}


def refused(files: dict[str, str]) -> str:
    with pytest.raises(SourceError) as caught:
        read_epub(Archive("b.epub", packed(files)))
    return f"{caught.value.code} {caught.value.where}"


def package(
    spine: str, items: str = '<item id="a" href="../a.xhtml#x" media-type="application/xhtml+xml"/>'
) -> str:
    return f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>"


def test_pages_are_those_of_the_spine_once_each():
    archive = Archive("b.epub", epub({"b%c.xhtml": "x", "a.xhtml": "y"}))
    assert is_epub(archive)
    assert page_names(archive) == ("OEBPS/b%c.xhtml", "OEBPS/a.xhtml")
    files = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package('<itemref idref="a"/><itemref idref="gone"/><itemref idref="a"/>'),
        "a.xhtml": xhtml("<p>x</p>"),
    }
    assert page_names(Archive("b.epub", packed(files))) == ("a.xhtml",)


def test_a_book_without_package_pages_or_page_is_refused():
    assert refused({"META-INF/container.xml": "<container/>"}) == "S-019 b.epub"
    assert refused({"META-INF/container.xml": "<container>"}) == "S-018 b.epub:1"
    assert refused({"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": package("")}) == "S-001 b.epub"
    picture = '<item id="a" href="a.svg" media-type="image/svg+xml"/>'
    whole = {"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": package('<itemref idref="a"/>', picture)}
    assert refused(whole) == "S-001 b.epub"
    assert refused(whole | {"OEBPS/book.opf": package('<itemref idref="a"/>')}) == "S-019 b.epub"


@pytest.mark.parametrize(
    ("method", "code"),
    [
        ("http://www.idpf.org/2008/embedding", ""),
        ("http://ns.adobe.com/pdf/enc#RC", ""),
        ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "S-016 b.epub"),
    ],
)
def test_scrambled_fonts_do_no_harm_and_locked_books_are_refused(method, code):
    files = {
        "META-INF/container.xml": CONTAINER,
        "META-INF/encryption.xml": f'<encryption><EncryptionMethod Algorithm="{method}"/></encryption>',
        "OEBPS/book.opf": package('<itemref idref="a"/>'),
        "a.xhtml": xhtml("<p>x</p>"),
    }
    if code:
        assert refused(files) == code
    else:
        assert len(read_epub(Archive("b.epub", packed(files))).sections) == 1


@pytest.mark.parametrize(
    ("page", "is_left_out"),
    [
        ('<nav epub:type="toc"><a href="a.xhtml">Words of the contents</a></nav>', True),
        ('<div epub:type="landmarks"><a href="a.xhtml">Words of it</a></div>', True),
        ('<div epub:type="toc"><a href="a.xhtml">Few</a> and many other words</div>', False),
        ('<div><a href="a.xhtml">Words</a></div>', False),
    ],
)
def test_a_page_that_is_only_navigation_is_left_out_with_its_words(page, is_left_out):
    reading = read_epub(Archive("b.epub", epub({"n.xhtml": page} | PAGE)))
    assert [one.code for one in reading.notices if one.code == "S-061"] == ["S-061"] * is_left_out


@pytest.mark.parametrize(
    ("written", "name", "value"),
    [
        ("<dc:title>T</dc:title><dc:title>U</dc:title>", "title", "T"),
        ("<dc:title> </dc:title><dc:title>U</dc:title>", "title", "U"),
        ("<dc:language>he-IL</dc:language>", "language", "he-IL"),
        ("<dc:language>Hebrew!</dc:language>", "language", "en"),
        ("", "language", "en"),
        ("<dc:date>1999-05</dc:date>", "date", "1999-05"),
        ("<dc:date>May 1999</dc:date>", "date", ""),
        ("<dc:source>S</dc:source>", "source", "S"),
        ("<dc:description>&lt;b>A&lt;/b>  D</dc:description>", "description", "A D"),
        ("<dc-metadata><dc:rights>R</dc:rights></dc-metadata>", "rights", "R"),
        ("<x><dc:rights>R</dc:rights></x>", "rights", ""),
    ],
)
def test_metadata_are_those_of_the_package(written, name, value):
    assert getattr(read_epub(Archive("b.epub", epub(PAGE, metadata=written))).metadata, name) == value


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        ("<p><b>The Coachman</b></p><p>He whistled.</p>", "The Coachman"),
        ("<p>He whistled.</p><p>The Coachman</p>", ""),
        ("<p>The coachman</p><h2>A Tune</h2><p>He whistled.</p>", "A Tune"),
    ],
)
def test_first_line_that_the_contents_of_the_book_name_is_a_heading(page, heading):
    contents = '<nav epub:type="toc"><a href="c.xhtml">The Coachman</a></nav>'
    book = read_epub(Archive("b.epub", epub({"toc.xhtml": contents, "c.xhtml": page})))
    assert heading in [section.heading.title for section in book.sections]


def test_contents_of_epub_2_name_the_pages_too():
    ncx = (
        "<ncx><navMap><navPoint><navLabel><text>The Coachman</text></navLabel>"
        '<content src="c.xhtml"/></navPoint></navMap></ncx>'
    )
    extra = '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    made = epub({"c.xhtml": "<p>The Coachman</p><p>He whistled.</p>"}, extra=extra, version="2.0")
    with zipfile.ZipFile(BytesIO(made)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    book = read_epub(Archive("b.epub", packed(files | {"OEBPS/toc.ncx": ncx})))
    assert [section.heading.title for section in book.sections] == ["The Coachman"]
