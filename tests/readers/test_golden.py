"""One small document of each kind, ours, read to a golden outline with all inlines and notices."""

from pathlib import Path

import pytest

from pipeline.model.metadata import Sidecar
from pipeline.readers.read import read_source
from tests.goldens import assert_golden
from tests.readers.archives import docx, epub
from tests.readers.outline_text import outline

GOLDEN = Path(__file__).parent / "golden"
TEXTS = (
    "commonmark.md",
    "yaml.md",
    "toml.md",
    "unwrapped.txt",
    "gutenberg.txt",
    "wiki.txt",
    "page.html",
    "record.json",
)


def check(name: str, content: bytes) -> None:
    document, notices = read_source(name, content, Sidecar())
    assert_golden(GOLDEN / f"{name}.outline", outline(document, notices))


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_read_as_its_golden_says(name: str) -> None:
    check(name, (GOLDEN / name).read_bytes())


@pytest.mark.parametrize("name", TEXTS)
def test_line_ends_and_byte_order_mark_change_nothing(name: str) -> None:
    content = (GOLDEN / name).read_bytes()
    plain = read_source(name, content, Sidecar())
    assert read_source(name, b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"), Sidecar()) == plain
    assert read_source(name, content.replace(b"\n", b"\r"), Sidecar()) == plain


@pytest.mark.parametrize(
    ("name", "encoding", "text"),
    [
        ("latin-1.txt", "latin-1", "A café in a naïve town, where plain English words are many."),
        (
            "windows-1252.html",
            "cp1252",
            '<meta charset="iso-8859-1"><p>“Curly” – a café…</p><p>€5</p>' + "<p>x</p>" * 3,
        ),
        ("windows-1255.txt", "cp1255", "שלום עליכם, word"),
        ("utf-16-le.md", "utf-16", "# כותרת\n\nA *café*"),
    ],
)
def test_old_encoding_is_read_as_its_golden_says(name: str, encoding: str, text: str) -> None:
    check(name, text.encode(encoding))


def test_word_file_is_read_as_its_golden_says() -> None:
    note = '<w:{0} w:id="{1}"><w:p><w:r><w:t>Ibid.</w:t></w:r></w:p><w:p><w:r><w:t>More.</w:t></w:r></w:p></w:{0}>'
    paragraphs = (GOLDEN / "word.xml").read_text(encoding="utf-8").splitlines()
    check(
        "word.docx",
        docx(*paragraphs, footnotes=note.format("footnote", 2), endnotes=note.format("endnote", 3)),
    )


@pytest.mark.parametrize("version", ["2.0", "3.0"])
def test_book_is_read_as_its_golden_says(version: str) -> None:
    """The second version names its page of contents in the manifest, and keeps its metadata bare."""
    names = ("cover.xhtml", "one.xhtml", "copy right.xhtml", "toc.xhtml", "notes.xhtml")
    bodies = (GOLDEN / "book.xhtml").read_text(encoding="utf-8").splitlines()
    metadata = (GOLDEN / "book.metadata.xml").read_text(encoding="utf-8")
    if version == "2.0":
        metadata = f"<dc-metadata>{metadata}</dc-metadata>"
    pages = dict(zip(names, bodies, strict=True))
    check(f"book-{version[0]}.epub", epub(pages, metadata=metadata, version=version))
