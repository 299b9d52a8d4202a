"""Elements into the inlines of a paragraph."""

import pytest

from pipeline.model.inline import LanguageSpan, NoteRef
from pipeline.readers.anchors import Anchors
from pipeline.readers.elements import InlineReader
from pipeline.readers.markup import parse_html
from tests.builders import BR, em, inlines, link, strong


def read(written: str, language: str = "en"):
    reader = InlineReader(Anchors(), language)
    body = parse_html("p", f"<body><p>{written}</p></body>").find("p")
    return reader.inlines(body.children), reader


def mark(sign: str) -> NoteRef:
    return NoteRef(mark=sign, note="")


def span(language: str, words: str) -> LanguageSpan:
    return LanguageSpan(language=language, children=inlines(words))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("a<em>b</em><i>c</i><cite>d</cite><dfn>e</dfn>", ["a", em("b"), em("c"), em("d"), em("e")]),
        ("<strong>a</strong><b>b</b><u>c</u>", [strong("a"), strong("b"), "c"]),
        ("a<i> </i>b", ["a b"]),
        ("<i>a<sup>1</sup></i><i><sup>2</sup></i>", [em("a", mark("1")), em(mark("2"))]),
        ("a<br>b<wbr>c", ["a", BR, "bc"]),
        ("a<sup>[12]</sup><sup>( 3* )</sup><sup>†</sup>", ["a", mark("12"), mark("3*"), mark("†")]),
        ("a<sup>th</sup><sup>0</sup><sup>12345</sup>", ["ath012345"]),
        ("<q>a</q> <q>“b”</q> <q>'c'</q>", ["“a” “b” 'c'"]),
        ("<a href='https://x.org'>a</a>", [link("https://x.org", "a")]),
        ("<a href='MAILTO:a@b.org'>a</a>", [link("MAILTO:a@b.org", "a")]),
        ("<a href='https://x.org'>a<sup>1</sup></a>", ["a", mark("1")]),
        ("<a href='https://x.org'> </a>b", [" b"]),
        ("<a href='ftp://x.org'>a</a><a name=x>b</a>", ["ab"]),
        ("<span lang=de>a</span><span lang=en-GB>b</span>", [span("de", "a"), "b"]),
        ("<span lang=he>א</span><i lang=he>ב</i><span lang=yi>ג</span>", ["אבג"]),
        ("<span lang=x>a</span>", ["a"]),
        ("<i lang=fr>mot</i>", [em("mot")]),
        ("a<script>b</script><style>c</style>d", ["ad"]),
        ("<ruby>a<rt>b</rt></ruby>", ["a (b)"]),
        ("<ruby>a<rp>[</rp><rt>b</rt><rp>]</rp></ruby>", ["a[b]"]),
        ("neigh<span class=pagenum>[Pg 3]</span>bours", ["neighbours"]),
    ],
)
def test_meaning_of_elements_is_kept(written, found):
    assert read(written)[0] == inlines(*found)


def test_in_a_hebrew_text_other_languages_are_marked():
    assert read("<span lang=en>word</span><span lang=he>א</span>", "he")[0] == inlines(
        span("en", "word"), "א"
    )


def test_links_that_lead_nowhere_pictures_and_pages_are_remembered():
    _, reader = read(
        "<a href='b.html'>to b</a><a href='#c'>c</a><img alt=' A  lamp '><img><span class=pagenum>p. 4</span>"
    )
    assert reader.dead_links == ["to b -> b.html"]
    assert reader.pictures == ["A lamp", ""]
    assert reader.pages == ["4"]
