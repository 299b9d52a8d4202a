"""Pages into headed stretches of blocks."""

import pytest

from pipeline.model.metadata import Sidecar
from pipeline.readers.read import read_source
from tests.readers.outline_text import outline


def read(body: str, *, notices: bool = False) -> list[str]:
    page = f"<html><body><article>{body}</article></body></html>"
    document, told = read_source("p.html", page.encode(), Sidecar())
    lines = outline(document, told if notices else ()).replace(" @1", "").splitlines()
    return [line for line in lines if line != "language: en"]


TOP = "h1 [chapter] (supplied) "


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("a<p>b</p>c", [TOP, "  p a", "  p b", "  p c"]),
        ("<p>a</p><div><span><p>b</p></span></div>", [TOP, "  p a", "  p b"]),
        ("<h2>H</h2><p>a</p><h3>I</h3><p>b</p>", ["h2 [section] H", "  p a", "  h3 [section] I", "    p b"]),
        ("<h1>A<br>B</h1><p>a</p>", ["h1 [chapter] A B", "  p a"]),
        ("<h2></h2><p>a</p>", [TOP, "  p a"]),
        ("<h2>H<img alt='seal'></h2><p>a</p>", ["h2 [section] H", "  figure seal", "  p a"]),
        ("<hr><h1>A</h1><p>a</p>", ["h1 [chapter] A", "  p a"]),
        ("<p>a</p><hr><p>b</p>", [TOP, "  p a", "  break ---", "  p b"]),
        ("<p>a</p><blockquote></blockquote>", [TOP, "  p a"]),
        ("<p>a</p><blockquote>b</blockquote>", [TOP, "  p a", "  quotation", "    p b"]),
        ("<ul></ul><p>a</p>", [TOP, "  p a"]),
        ("<ul start=4><li>a</li><li></li></ul>", [TOP, "  list from 1", "  - item", "      p a"]),
        ("<ol start=x><li>a</li></ol>", [TOP, "  ordered from 1", "  - item", "      p a"]),
        ("<ol start=99999><li>a</li></ol>", [TOP, "  ordered from 99999", "  - item", "      p a"]),
        ("<ol start=100000><li>a</li></ol>", [TOP, "  ordered from 1", "  - item", "      p a"]),
        (
            "<ol><li>a</li><li value=5>b</li><li>c</li></ol>",
            [
                TOP,
                *("  ordered from 1", "  - item", "      p a"),
                *("  ordered from 5", "  - item", "      p b", "  - item", "      p c"),
            ],
        ),
        ("<p>a</p><pre>b\n c\n\n\nd</pre>", [TOP, "  p a", "  lines b\\nc", "  p @5 d"]),
        ("<figure><p>a</p></figure><p>b</p>", [TOP, "  p a", "  p b"]),
        ("<figure><img alt=x>cap</figure>", [TOP, "  figure x", "    p cap"]),
        ("<figure><img alt=x><img alt=y>cap</figure>", [TOP, "  p cap", "  figure x", "  figure y"]),
        ("<p>a</p><img alt=x><p>b</p>", [TOP, "  p a", "  figure x", "  p b"]),
        ("<span class=pagenum>7</span><p>a</p>", [TOP, "  page 7", "  p a"]),
        ("<p class=pagenum>8</p><p>a</p>", [TOP, "  page 8", "  p a"]),
        ("<h2>H<span class=pagenum>9</span></h2><p>a</p>", ["h2 [section] H", "  page 9", "  p a"]),
        (
            "<p>x</p><section class=dedication><p>a</p></section>",
            [TOP, "  p x", "h1 [dedication] (supplied) ", "  p a"],
        ),
        (
            "<blockquote><div class=dedication><h2>b</h2></div></blockquote>",
            [TOP, "  quotation", "    p b"],
        ),
        (
            "<table><caption>C</caption><tr><td>long</td></tr></table>",
            [TOP, "  p C", "  p long"],
        ),
        (
            "<div class=poem><p>one<br>two</p></div><div class=poem>loose<p>x</p></div>",
            [TOP, "  verse", "    1: one", "    1: two", "  p loose", "  p x"],
        ),
        ("<div class=poem><div><p>one</p></div></div>", [TOP, "  p one"]),
        ("<span class=poem><p>one</p></span>", [TOP, "  p one"]),
        (
            "<div class=poem><p><span>one<br></span>two</p><p><br></p></div>",
            [TOP, "  verse", "    1: one", "    1: two"],
        ),
    ],
)
def test_blocks_are_read_by_their_kind(body, lines):
    assert read(body) == lines


def test_notes_in_the_rows_of_a_table_and_the_items_of_a_list_are_taken_out():
    refs = "<p>a<a href='#n'><sup>1</sup></a> b<a href='#m'><sup>2</sup></a></p>"
    rows = "<table><tr id=n><td>1</td><td>One.</td></tr><tr id=m><td>2</td><td>Two.</td></tr></table>"
    items = "<ol><li id=n>One.</li><li id=m>Two.</li></ol>"
    expected = [
        TOP,
        "  p aref[1=#n] bref[2=#m]",
        "  note 1 = #n",
        "    p One.",
        "  note 2 = #m",
        "    p Two.",
    ]
    assert read(refs + rows) == expected
    assert read(refs + items) == expected


def test_what_happens_many_times_is_told_once():
    found = read(
        "<p>a<a href='x.html'>b</a><a href='y.html'>c</a></p><p>d<span class=pagenum>2</span>e"
        "<span class=pagenum>3</span></p><img><img><img alt=x>",
        notices=True,
    )
    assert [line.split(":")[0] + line.split("1:1:")[1][:3] for line in found if line[:2] == "S-"] == [
        "S-007 p.html 2 ",
        "S-063 p.html 2 ",
        "S-008 p.html 2 ",
    ]


def test_mottos_and_pull_quotes_that_the_page_calls_so_are_marked() -> None:
    motto = "<div epub:type='epigraph'><p>a</p><p>b</p></div>"
    pull = "<aside class='pull-quote'><blockquote><p>c</p></blockquote></aside>"
    document, _ = read_source("p.html", f"<body>{motto}{pull}<p>d</p></body>".encode(), Sidecar())
    blocks = document.body[0].blocks
    assert [getattr(block, "role", "") for block in blocks] == ["epigraph", "epigraph", "pullquote", "body"]


def test_pull_quote_of_several_paragraphs_stays_what_it_is() -> None:
    document, _ = read_source(
        "p.html", b"<body><aside class='pullquote'><p>a</p><p>b</p></aside></body>", Sidecar()
    )
    assert [getattr(block, "role", "") for block in document.body[0].blocks] == ["body", "body"]
