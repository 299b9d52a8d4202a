"""The article in a web page, and what is round it."""

import pytest

from pipeline.model.metadata import Sidecar
from pipeline.model.walk import block_sentences
from pipeline.readers.article import author_in, find_article, left_out_notices, prune
from pipeline.readers.markup import parse_html
from pipeline.readers.read import read_source


def parted(body: str) -> tuple[str, list[tuple[str, str]]]:
    root = parse_html("p.html", f"<html><head><title>T</title></head><body>{body}</body></html>")
    article = find_article(root)
    left = prune(root, article)
    return article.words(), [(part.reason, part.words) for part in left]


ROUND = "a part of the page round the text"
SHARE = "links for sharing"


@pytest.mark.parametrize(
    ("body", "words", "left"),
    [
        ("<p>a</p><article>the text</article>", "the text", [(ROUND, "a")]),
        ("<article>one</article><article>the longer text</article>", "the longer text", [(ROUND, "one")]),
        ("<article>one two</article><article>two one</article><p>" + "x " * 9 + "</p>", None, []),
        ("<main>the text</main><p>a</p>", "the text", [(ROUND, "a")]),
        ("<div role=main>the text</div>", "the text", []),
        ("<div itemprop=articleBody>the text</div>bare", "the text", [(ROUND, "bare")]),
        ("<h1>Blog</h1><div class='post hentry'>the text</div>", "the text", [(ROUND, "Blog")]),
        ("<p>only words</p>", "only words", []),
    ],
)
def test_the_text_is_the_fullest_article_or_the_main_part_or_all(body, words, left):
    found, parts = parted(body)
    assert parts == left
    assert words in (None, found)


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("<nav>x</nav>", "navigation"),
        ("<form>x</form>", "a form"),
        ("<button>x</button>", "a button"),
        ("<iframe>x</iframe>", "a frame from another page"),
        ("<dialog>x</dialog>", "a dialogue"),
        ("<video>x</video>", "a film"),
        ("<div class='share-links'>x</div>", SHARE),
        ("<div id='comments'>x</div>", "comments"),
        ("<div class='post-tags'>x</div>", "tags"),
        ("<div class='related-posts'>x</div>", "links to other articles"),
        ("<div class='jp-relatedposts'>x</div>", "links to other articles"),
        ("<div class='post-footer'>x</div>", "the byline, which the metadata hold"),
        ("<div class='cookie-banner'>x</div>", "an offer"),
        ("<p class='byline'>x</p>", "the byline, which the metadata hold"),
        ("<p hidden>x</p>", "hidden on the page"),
        ("<p style='color: red; DISPLAY : none'>x</p>", "hidden on the page"),
        ("<p style='visibility: hidden'>x</p>", "hidden on the page"),
        ("<ul>" + "<li><a href='/a'>xxxxx</a></li>" * 4 + "</ul>", "links to other pages"),
    ],
)
def test_furniture_inside_the_article_is_left_out_with_its_words(part, reason):
    words, left = parted(f"<article><p>The text of the article, which is long enough.</p>{part}</article>")
    assert [one[0] for one in left] == [reason]
    assert set(left[0][1]) <= {"x", " "}
    assert words == "The text of the article, which is long enough."


@pytest.mark.parametrize(
    "part",
    [
        "<nav class=toc>x</nav>",
        "<ul>" + "<li><a href='/a'>xxxxx</a></li>" * 3 + "</ul>",
        "<ul><li><a href='#a'>xxxxx</a></li>" + "<li><a href='/a'>xxxxx</a></li>" * 4 + "</ul>",
        "<p>" + "<a href='/a'>xxxxx</a> " * 5 + "</p>",
        "<ul>" + "<li><a href='/a'>x</a> y</li>" * 4 + "</ul>",
        "<div class='shared'>x</div>",
        "<div class='byline'><h1>x</h1></div>",
        "<div class='share'>" + "the longest part of all, which cannot be furniture " * 2 + "</div>",
    ],
)
def test_what_only_looks_like_furniture_stays(part):
    words, left = parted(f"<article><p>The text of the article, which is long.</p>{part}</article>")
    assert left == []
    assert not words.endswith("long.")


def test_an_article_whose_own_name_is_that_of_furniture_is_the_text():
    assert parted("<article class='comments'>the text</article>") == ("the text", [])


def test_each_part_is_told_on_its_line():
    root = parse_html(
        "p.html", "<body>\n<article><p>Text</p>\n<nav>Home</nav></article>\n<p>After</p></body>"
    )
    left = prune(root, find_article(root))
    told = left_out_notices("p.html", left)
    assert [(str(one.pos), one.fragment) for one in told] == [("p.html:3:1", "Home"), ("p.html:4:1", "After")]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<p class='author'>By A. Writer</p>", "A. Writer"),
        ("<a rel='author'>Ben</a>", "Ben"),
        ("<span class='post-author'>Posted by Ben</span>", "Ben"),
        ("<p class='author'></p><p class='author'>Ben</p>", "Ben"),
        (f"<p class='author'>{'x' * 81}</p>", ""),
        (f"<p class='author'>{'x' * 80}</p>", "x" * 80),
        ("<p>By A. Writer</p>", ""),
    ],
)
def test_author_is_whom_the_byline_names(body, name):
    assert author_in(parse_html("p.html", f"<body>{body}</body>")) == name


def test_words_of_drawings_and_of_pages_without_scripts_are_told() -> None:
    page = "<article><p>a</p><noscript>Turn on scripts.</noscript><svg><text>Rung</text></svg></article>"
    notices = read_source("p.html", f"<body>{page}</body>".encode(), Sidecar())[1]
    assert [(notice.code, notice.fragment) for notice in notices] == [
        ("S-061", "Turn on scripts."),
        ("S-061", "Rung"),
    ]


def test_what_stands_in_place_of_an_object_is_read() -> None:
    page = b"<body><p>a</p><object data='x.swf'><p>b</p></object></body>"
    blocks = read_source("p.html", page, Sidecar())[0].body[0].blocks
    assert ["".join(s.text for s in block_sentences(block)) for block in blocks] == ["a", "b"]
