"""Word files."""

import zipfile
from io import BytesIO

import pytest

from pipeline.errors import SourceError
from pipeline.readers import limits
from pipeline.readers.archive import Archive
from pipeline.readers.docx import is_docx, read_docx
from tests.readers.archives import docx, epub, packed


def read(content: bytes):
    return read_docx(Archive("w.docx", content), content)


def with_core(core: str) -> bytes:

    with zipfile.ZipFile(BytesIO(docx("Words."))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return packed(files | {"docProps/core.xml": f"<core>{core}</core>"})


def test_a_word_file_is_told_by_its_document():
    assert is_docx(Archive("w.docx", docx("x")))
    assert not is_docx(Archive("w.docx", epub({"a.xhtml": "x"})))


@pytest.mark.parametrize("name", ["word/document.xml", "word/other.xml", "_rels/.rels"])
def test_entities_are_refused_wherever_they_stand(name):
    content = packed({"word/document.xml": "<d/>", name: "<!doctype x><d/>"})
    with pytest.raises(SourceError, match="entities of its own") as caught:
        read(content)
    assert caught.value.code == "S-016"


def test_a_damaged_file_is_refused():
    with pytest.raises(SourceError, match="this Word file is damaged") as caught:
        read(packed({"word/document.xml": "<d/>"}))
    assert (caught.value.code, caught.value.where) == ("S-019", "w.docx")


def test_what_the_file_says_of_itself_is_metadata():
    told = read(
        with_core(
            "<title>T</title><creator>A. Writer</creator><language>en-GB</language><description>D</description>"
        )
    ).metadata
    assert (told.title, told.contributors[0].name, told.language, told.description) == (
        "T",
        "A. Writer",
        "en-GB",
        "D",
    )
    bare = read(docx("Words.")).metadata
    assert (bare.title, bare.contributors, bare.language) == ("", (), "en")


def test_lines_count_blocks_and_styles_nobody_knows_are_not_told():
    styled = '<w:p><w:pPr><w:pStyle w:val="Odd"/></w:pPr><w:r><w:t>Odd</w:t></w:r></w:p>'
    reading = read(docx("One.", "Two.", styled))
    assert [block.pos.line for block in reading.sections[0].blocks] == [1, 2, 3]
    assert all("Unrecognised" not in notice.fragment for notice in reading.notices)


def test_more_paragraphs_than_any_book_has_are_refused_before_they_are_read(monkeypatch):
    monkeypatch.setattr(limits, "_MOST_IN_WORD", 2)
    monkeypatch.setattr("mammoth.convert_to_html", None)
    with pytest.raises(SourceError, match="more than 2 paragraphs"):
        read(docx("One.", "Two.", "Three."))
