"""What a web page says of itself."""

import pytest

from pipeline.readers.head import language_of, metadata_of
from pipeline.readers.markup import parse_html


def told(head: str, body: str = "<p>words</p>", dress: str = ""):
    root = parse_html("p.html", f"<html {dress}><head>{head}</head><body>{body}</body></html>")
    return metadata_of(root, root)


def schema(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    ("head", "name", "value"),
    [
        ('<meta property="og:title" content=" A  title ">', "title", "A title"),
        ('<meta name="DC.title" content="T">', "title", "T"),
        (schema('{"headline": "T"}'), "title", "T"),
        (schema('{"headline": "T"}') + '<meta property="og:title" content="O">', "title", "O"),
        ('<meta property="og:title" content=" "><meta property="og:title" content="O">', "title", "O"),
        ('<meta property="og:title" content="1"><meta property="og:title" content="2">', "title", "1"),
        (schema('{"name": "T"}') + schema('{"headline": "S"}'), "title", "S"),
        (schema("[1]") + schema("{") + schema('{"headline": ["S", "T"]}'), "title", "S"),
        ("<title>Not this - A Site</title>", "title", ""),
        ('<meta property="og:site_name" content="P">', "publisher", "P"),
        (schema('{"headline": "T", "publisher": {"name": "Q"}}'), "publisher", "Q"),
        ('<meta property="article:published_time" content="2020-01-02T03:04">', "date", "2020-01-02"),
        ('<meta name="dc.date" content="2020">', "date", "2020"),
        ('<meta name="dc.date" content="May 2020">', "date", ""),
        (schema('{"headline": "T", "datePublished": "2019-05"}'), "date", "2019-05"),
        ('<meta name="dc.rights" content="R">', "rights", "R"),
        ('<meta name="copyright" content="C">', "rights", "C"),
    ],
)
def test_fields_are_read(head, name, value):
    assert getattr(told(head), name) == value


@pytest.mark.parametrize(
    ("head", "names"),
    [
        (schema('{"headline": "T", "author": [{"name": "S"}]}') + '<meta name="author" content="M">', ["S"]),
        ('<meta name="author" content="M"><meta name="article:author" content="X">', ["M"]),
        ('<meta name="article:author" content="X">', ["X"]),
        (schema('{"headline": "T", "author": 7}'), ["B"]),
        ("", ["B"]),
    ],
)
def test_author_is_the_first_that_is_named(head, names):
    assert [one.name for one in told(head, "<p class=author>by B</p>").contributors] == names


@pytest.mark.parametrize(
    ("declared", "words", "language"),
    [
        ("en-US", "words", "en-US"),
        ("", "words", "en"),
        ("???", "words", "en"),
        ("he", "words", "en"),
        ("he", "שלום", "he"),
        ("iw", "abc", "en"),
        ("yi", "שלום", "yi"),
        ("", "שלוםם ab", "he"),
        ("", "שלום ab", "en"),
        ("he", "שלום abc", "he"),
        ("he", "שלו abc", "en"),
    ],
)
def test_language_is_declared_unless_the_letters_say_otherwise(declared, words, language):
    assert language_of(declared, parse_html("p", f"<body>{words}</body>")) == language
