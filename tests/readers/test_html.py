"""Web pages: the article, notes by their links, printed pages, tables, lines."""

from pipeline.model.document import (
    Document,
    LineGroup,
    ListBlock,
    PageBreak,
    Paragraph,
    Quotation,
    Table,
    Verse,
)
from pipeline.model.inline import NoteRef
from pipeline.model.walk import block_sentences, every_inline
from pipeline.readers.html import read_html
from pipeline.readers.reading import Reading
from tests.builders import em, inlines, link, strong


def read(body: str) -> Reading:
    return read_html("p.html", f"<html><body>{body}</body></html>")


def blocks(body: str) -> list[tuple[type, str]]:
    return [
        (type(block), "".join(sentence.text for sentence in block_sentences(block)))
        for section in read(body).sections
        for block in section.blocks
    ]


def test_article_is_found_and_what_is_round_it_is_told_with_its_words() -> None:
    reading = read(
        "<nav><a href='/'>Home</a></nav><article><h1>Title</h1><p>Text.</p><div class='share-links'>Tweet</div>"
        "</article><footer>Colophon</footer><script>x()</script>"
    )
    assert [section.heading.title for section in reading.sections] == ["Title"]
    assert [notice.fragment for notice in reading.notices] == ["Home", "Colophon", "Tweet"]
    assert {notice.code for notice in reading.notices} == {"S-061"}


def test_marks_and_white_space_are_those_of_print() -> None:
    paragraph = read("<p>  a <i>b <b>c</b></i>\n d<a href='https://x.org/'>e</a> </p>").sections[0].blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.sentences[0].inlines == inlines(
        "a ", em("b ", strong("c")), " d", link("https://x.org/", "e")
    )


def test_note_is_tied_by_its_link_and_its_back_link_is_no_word() -> None:
    section = read(
        "<p>Word.<a id='r1' href='#n1'><sup>[1]</sup></a></p><div class='footnotes'>"
        "<p id='n1'><a href='#r1'>[1]</a> Ibid.</p></div>"
    ).sections[0]
    note = section.notes[0]
    assert (note.mark, "".join(s.text for s in block_sentences(note.blocks[0]))) == ("1", "Ibid.")
    references = [
        i
        for s in block_sentences(section.blocks[0])
        for i in every_inline(s.inlines)
        if isinstance(i, NoteRef)
    ]
    assert [reference.note for reference in references] == [note.id]


def test_links_to_pages_and_chapters_are_no_notes() -> None:
    section = read(
        "<p>See <a href='#c2'>2</a> and <a href='#p9'>9</a>.</p><h2 id='c2'>2 Two</h2>"
        "<p><span class='pagenum'><a id='p9'>9</a></span>Text.</p>"
    ).sections[0]
    assert blocks("<p>See <a href='#c2'>2</a>.</p><h2 id='c2'>2 Two</h2>")[0] == (Paragraph, "See 2.")
    assert section.notes == ()


def test_page_that_begins_inside_a_word_leaves_the_word_whole() -> None:
    reading = read("<p>The neigh<span class='pagenum'>[Pg 12]</span>bours came.</p>")
    assert reading.sections[0].blocks[0] == PageBreak(number="12", pos=reading.sections[0].blocks[0].pos)
    assert blocks("<p>The neigh<span class='pagenum'>[Pg 12]</span>bours came.</p>")[1] == (
        Paragraph,
        "The neighbours came.",
    )
    assert [notice.code for notice in reading.notices] == ["S-063"]


def test_layout_table_dissolves_and_table_of_data_stays() -> None:
    long = " ".join(["word"] * 30)
    assert blocks(f"<table><tr><td>{long}</td><td>שלום</td></tr></table>") == [
        (Paragraph, long),
        (Paragraph, "שלום"),
    ]
    assert [
        kind
        for kind, _ in blocks("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>")
    ] == [Table]


def test_line_breaks_make_lines_paragraphs_or_verse() -> None:
    assert blocks("<p>one<br>two</p>") == [(LineGroup, "one\ntwo")]
    assert blocks("<div>one<br><br>two</div>") == [(Paragraph, "one"), (Paragraph, "two")]
    assert [kind for kind, _ in blocks("<div class='poem'><p>one<br>two</p><p>three<br>four</p></div>")] == [
        Verse
    ]


def test_lists_and_quotations_keep_their_form() -> None:
    kinds = [kind for kind, _ in blocks("<ol start='4'><li>a</li></ol><blockquote><p>b</p></blockquote>")]
    assert kinds == [ListBlock, Quotation]


def test_hidden_copy_of_a_note_is_left_out_and_told() -> None:
    reading = read(
        "<p>Word<sup>1</sup><span class='footnote_tooltip'> Ibid.</span> goes on for a good while.</p>"
    )
    assert [(notice.code, notice.fragment) for notice in reading.notices] == [("S-061", "Ibid.")]


def test_metadata_comes_from_the_page() -> None:
    reading = read_html(
        "p.html",
        '<html lang="he"><head><meta property="og:title" content="T"><meta name="author" content="A. Writer"></head>'
        "<body><p>English words.</p></body></html>",
    )
    told = reading.metadata
    assert (told.title, told.contributors[0].name, told.language) == ("T", "A. Writer", "en")
    assert Document(metadata=told).metadata.shown_title == "T"
