"""EPUB, Word, JSON, Wikisource, front matter, old encodings: each read into the same sections."""

import pytest

from pipeline.model.document import PageBreak
from pipeline.model.metadata import Sidecar
from pipeline.model.walk import block_sentences
from pipeline.readers.read import read_source
from tests.readers.archives import docx, epub


def shape(name: str, content: bytes) -> list[tuple[str, list[str], list[str]]]:
    """Give heading, words of the blocks, words of the notes of each section."""
    document, _ = read_source(name, content, Sidecar())
    found = []
    stack = list(reversed(document.body))
    while stack:
        section = stack.pop()
        stack.extend(reversed(section.sections))
        words = ["".join(s.text for s in block_sentences(block)) for block in section.blocks]
        notes = ["".join(s.text for b in note.blocks for s in block_sentences(b)) for note in section.notes]
        found.append((section.heading.title, words, notes))
    return found


def codes(name: str, content: bytes) -> list[str]:
    return [notice.code for notice in read_source(name, content, Sidecar())[1]]


def test_epub_is_read_in_the_order_of_its_spine_with_notes_from_another_file() -> None:
    book = epub(
        {
            "two.xhtml": '<h1>Two</h1><p>Word.<a epub:type="noteref" href="notes.xhtml#n1">1</a></p>',
            "one.xhtml": "<h1>One</h1><p>First.</p>",
            "notes.xhtml": '<aside epub:type="footnote" id="n1"><p>Ibid. '
            '<a href="two.xhtml#r" role="doc-backlink">↩</a></p></aside>',
        },
        metadata="<dc:title>A Book</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en</dc:language>",
    )
    assert shape("b.epub", book) == [("Two", ["Word."], ["Ibid."]), ("One", ["First."], [])]
    document, _ = read_source("b.epub", book, Sidecar())
    assert (document.metadata.title, document.metadata.contributors[0].name) == ("A Book", "A. Writer")


def test_chapter_number_over_a_larger_title_heads_the_chapter() -> None:
    book = epub(
        {
            "one.xhtml": "<h5>One</h5><h3>The Title</h3><p>a</p>",
            "two.xhtml": "<h5>Two</h5><h3>Next</h3><p>b</p>",
        }
    )
    assert [heading for heading, _, _ in shape("b.epub", book)] == ["One", "The Title", "Two", "Next"]


def test_word_file_is_read_with_its_footnotes() -> None:
    reference = '<w:p><w:r><w:t>Word.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>Ibid.</w:t></w:r></w:p></w:footnote>'
    assert shape("w.docx", docx(reference, "More.", footnotes=notes)) == [("", ["Word.", "More."], ["Ibid."])]


def test_record_gives_the_article_and_what_is_said_of_it() -> None:
    document, notices = read_source(
        "r.json",
        '{"title": "T", "date": "2018-02-18", "content": "<p>Wörter.</p>", "tags": []}'.encode(),
        Sidecar(),
    )
    assert (document.metadata.title, document.metadata.date) == ("T", "2018-02-18")
    assert [notice.code for notice in notices] == ["S-065"]


def test_word_broken_by_a_page_of_wikisource_is_whole() -> None:
    pages = (
        "their closer {{hws|neigh|neighbours.}}<noinclude>{{c|iii}}</noinclude>\n"
        "<noinclude>{{c|PREFACE}}</noinclude>{{hwe|bours.|neighbours.}} These.<noinclude>{{c|iv}}</noinclude>"
    )
    document, notices = read_source("w.txt", pages.encode(), Sidecar())
    blocks = document.body[0].blocks
    assert [block.number for block in blocks if isinstance(block, PageBreak)] == ["iii", "iv"]
    assert "".join(s.text for s in block_sentences(blocks[-1])) == "their closer neighbours. These."
    assert [(n.code, n.fragment) for n in notices if n.code == "S-067"] == [("S-067", "PREFACE")]


@pytest.mark.parametrize(
    "settings",
    ["---\ntitle: T\nauthor: 'A'\ndate: 2021-12-21T11:30\n---\n", '+++\ntitle = "T"\nauthor = "A"\n+++\n'],
)
def test_front_matter_describes_the_text_and_its_words_are_told(settings: str) -> None:
    document, notices = read_source("e.md", f"{settings}Text.".encode(), Sidecar())
    assert (document.metadata.title, document.metadata.contributors[0].name) == ("T", "A")
    assert [notice.code for notice in notices] == ["S-004"]
    assert shape("e.md", f"{settings}Text.".encode()) == [("", ["Text."], [])]


def test_pandoc_notes_are_tied_and_those_without_reference_stay() -> None:
    text = b"Word[^1].\n\n[^1]: Ibid.\n\n    Second paragraph.\n\n[^2]: Lost.\n"
    assert shape("e.md", text) == [("", ["Word."], ["Ibid.Second paragraph.", "Lost."])]


def test_note_like_definition_does_not_vanish() -> None:
    assert shape("e.md", b"Word [12].\n\n[12]: Ibid.\n") == [("", ["Word [12].", "[12]: Ibid."], [])]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1252", "A café – with many plain words round “naïve” ones"),
        ("cp1255", "שלום עליכם"),
        ("utf-16", "Café שלום"),
    ],
)
def test_old_encodings_are_read_and_said(encoding: str, words: str) -> None:
    assert shape("e.txt", words.encode(encoding)) == [("", [words], [])]
    assert codes("e.txt", words.encode(encoding)) == ["S-013"]


def test_gutenberg_header_and_licence_are_set_apart() -> None:
    text = (
        "Title: T\nAuthor: A. Writer\n\n*** START OF THIS PROJECT GUTENBERG EBOOK T ***\n\n\n\nCHAPTER I\n\nText.\n\n"
        "*** END OF THIS PROJECT GUTENBERG EBOOK T ***\n\nLicence.\n"
    )
    document, notices = read_source("t.txt", text.encode(), Sidecar())
    assert [(section.heading.title, len(section.blocks)) for section in document.body] == [("CHAPTER I", 1)]
    assert (document.metadata.title, [notice.code for notice in notices]) == ("T", ["S-062", "S-062"])


def test_kind_is_told_by_content_not_by_name() -> None:
    page = b"A title<br/>\n<div><span>Words in a page.</span></div><p>More.</p>"
    assert shape("e.txt", page)[0][1][-1] == "More."
