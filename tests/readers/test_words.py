"""The words a source prints, counted on a way of their own."""

import pytest

from pipeline.readers.words import printed_words, words_of
from tests.readers.archives import docx, epub


def count(name: str, written: str) -> str:
    return " ".join(printed_words(name, written.encode()))


def test_words_are_runs_of_letters_and_runs_of_digits():
    assert " ".join(words_of("Don't, 3:16a nai\u0308ve_x")) == "Don t 3 16 a na\u00efve x"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("<p>un<b>believ</b>able</p><p>next</p>", "unbelievable next"),
        ("<p>5786<sup>12</sup> word</p>", "5786 12 word"),
        ("<p>165<sup>0</sup>/<sub>1</sub> old</p>", "1650 1 old"),
        ("<p>neigh<span>[Pg 12]</span>bours came</p>", "neigh Pg 12 bours came"),
        ("<script>no()</script><p>a</p><style>b</style>", "a"),
        ("<p>one<br>two</p><td>three</td>", "one two three"),
    ],
)
def test_words_of_a_page(written, printed):
    assert count("e.html", f"<html><body>{written}</body></html>") == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("# A *word*[^1]\n\n[^1]: Ibid.", "A word Ibid"),
        ('[here](http://x.org/a_(b) "title") <b class="c">bold</b>', "here bold"),
        ("in 5786<sup>12</sup> it <sup>th</sup>", "in 5786 12 it th"),
        ("```python\ncode\n```\n\ntext &amp; more<br>now", "code text more now"),
    ],
)
def test_words_of_markdown(written, printed):
    assert count("e.md", written) == printed


def test_words_of_the_other_kinds():
    assert count("e.txt", "A plain text, wrapped\nby hand.") == "A plain text wrapped by hand"
    assert count("e.json", '{"title": "T", "content": "<p>In &amp; out.</p>"}') == "In out"
    wiki = (
        "<noinclude>{{rh|PREFACE}}</noinclude>{{hws|neigh|neighbour}} "
        "[[Page|link]]<ref name=x>Note.</ref> {{sc|Small}}"
    )
    assert count("e.txt", wiki) == "PREFACE neigh link Note Small"
    assert (
        " ".join(printed_words("e.epub", epub({"a.xhtml": "<p>one</p>", "b.xhtml": "<p>two</p>"})))
        == "one two"
    )
    runs = "<w:p><w:r><w:t>un</w:t></w:r><w:r><w:t>whole</w:t><w:tab/><w:t>tab</w:t></w:r></w:p>"
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>'
    assert " ".join(printed_words("e.docx", docx(runs, "next", footnotes=notes))) == "unwhole tab next note"
