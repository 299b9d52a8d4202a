"""What holds for any source: it is read or refused, twice alike, in NFC, with places in the file and no word lost."""

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.model.document import Document, every_section
from pipeline.model.metadata import Sidecar
from pipeline.model.source import Notice
from pipeline.model.walk import every_sentence
from pipeline.passes.ledger import LEFT_OUT
from pipeline.passes.refine import refine
from pipeline.readers.read import read_source
from pipeline.readers.spans import has_words
from tests.readers.archives import CONTAINER, docx, epub, packed

NOTHING = Sidecar()
NAMES = ("e.md", "e.txt", "e.html", "e.json")
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(name: str, content: bytes) -> tuple[Document, tuple[Notice, ...]] | str:
    """Give the refined Document and its notices, or the code of the refusal; any other exception is a defect."""
    try:
        document, told = read_source(name, content, NOTHING)
    except SourceError as error:
        return error.code if error.where.startswith(name) else f"{error.code} at {error.where}"
    refined, from_passes = refine(document, NOTHING)
    return refined, told + from_passes


def holds(name: str, content: bytes) -> tuple[Document, tuple[Notice, ...]] | str:
    """Check what holds for every source."""
    found = outcome(name, content)
    assert outcome(name, content) == found
    if isinstance(found, str):
        assert " at " not in found
        return found
    document, notices = found
    ids = [sentence.id for sentence in every_sentence(document)]
    assert len(ids) == len(set(ids))
    for sentence in every_sentence(document):
        assert unicodedata.is_normalized("NFC", sentence.text)
        assert has_words(sentence.inlines)
    places = [one.pos for one in notices if one.pos]
    places += [block.pos for section in every_section(document) for block in section.blocks if block.pos]
    lines = content.count(b"\n") + content.count(b"\r") + 1
    if not content.startswith((b"PK", b"\xff\xfe", b"\xfe\xff")):
        assert all(1 <= place.line <= lines for place in places)
    assert all(place.path.startswith(name) for place in places)
    return found


@few
@given(
    st.sampled_from(NAMES),
    st.one_of(
        st.binary(max_size=150),
        st.text(max_size=150).map(str.encode),
        st.text(max_size=80).map(lambda text: text.encode("utf-16")),
        st.text(alphabet="<>/pbh1ia \n&;\"'=#[]()*_`^~|:-+!{}é\u0301א.0123", max_size=150).map(str.encode),
    ),
)
def test_any_bytes_are_read_or_refused(name: str, content: bytes) -> None:
    holds(name, content)


def numbered(templates: list[str]) -> tuple[str, list[str]]:
    """Give every "@" a word of its own; the words."""
    words: list[str] = []
    written = ""
    for piece in "".join(templates).split("@"):
        word = "w" + "".join(chr(ord("a") + int(digit)) for digit in str(len(words))) + "x"
        written += piece + word
        words.append(word)
    return written[: -len(words[-1])], words[:-1]


def every_word_once(name: str, content: bytes, words: list[str]) -> None:
    """Each word stands once in the Document, or in a notice that says why it was left out."""
    found = holds(name, content)
    if isinstance(found, str):
        assert found in ("S-001", "S-017"), found
        return
    document, notices = found
    texts = [sentence.text for sentence in every_sentence(document)]
    texts += [one.fragment for one in notices if one.code in LEFT_OUT]
    stands = "\n".join(texts)
    assert {word: stands.count(word) for word in words} == dict.fromkeys(words, 1)


inline_html = st.recursive(
    st.sampled_from(
        ["@", "@ @", "<br>", " ", "@<wbr>@", "&amp;@", "<sup>th</sup>", "@<sup>7</sup>", "<!-- x -->"]
    ),
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format,
        st.sampled_from(
            ["i", "b", "span lang=he", "span", "a href='x.html'", "q", "small", "sub", "ruby", "rt"]
        ),
        st.lists(inner, max_size=3).map(" ".join),
    ),
    max_leaves=5,
)
block_html = st.recursive(
    st.builds(
        "<{0}>{1}</{0}>".format,
        st.sampled_from(
            ["p", "h2", "h4", "div", "pre", "li", "center", "p class=pagenum", "nav", "p hidden"]
        ),
        inline_html,
    ),
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format,
        st.sampled_from(
            [
                "div",
                "ul",
                "ol start=3",
                "blockquote",
                "section",
                "aside",
                "figure",
                "dl",
                "dd",
                "div class=poem",
                "div class=footnotes",
                "details",
                "article",
                "form",
                "div class=share",
            ]
        ),
        st.lists(inner | inline_html, max_size=3).map("\n".join),
    ),
    max_leaves=6,
)


@few
@given(st.lists(block_html, min_size=1, max_size=5))
def test_no_word_of_a_page_is_lost_or_doubled(blocks: list[str]) -> None:
    written, words = numbered(["<html><body>", *blocks, "<p>@ @</p></body></html>@"])
    every_word_once("e.html", written.replace("</span lang=he", "</span").encode(), words)


marks = st.sampled_from(
    [
        "@",
        "@ ",
        "*@*",
        "**@ @**",
        "[@](x.html)",
        "<b>@</b>",
        "`@`",
        "\\*",
        "<br>",
        "  \n",
        "\n",
        "@[^n]",
        "^[@]",
        " ",
        "~~@~~",
        "![@](x.png) @",
        "@<sup>2</sup>",
        "&amp;",
        "<u>",
        "</i>",
        "_@_",
        "[@]",
        "{#n}",
        "@: ",
        "| @ |",
    ]
)
blocks_of_markdown = st.builds(
    "{}{}".format,
    st.sampled_from(
        [
            "",
            "# ",
            "> ",
            "- ",
            "1. ",
            "7. ",
            "    ",
            "\t",
            "[^n]: ",
            "[^m]: ",
            ":   ",
            "* * *\n",
            "| ",
            "```\n",
        ]
    ),
    st.lists(marks, max_size=6).map("".join),
)


@few
@given(st.lists(blocks_of_markdown, min_size=1, max_size=6), st.sampled_from(["\n\n", "\n"]))
def test_no_word_of_markdown_is_lost_or_doubled(blocks: list[str], parted: str) -> None:
    written, words = numbered(["# @\n\n@ @ @.\n\n", parted.join(blocks), "\n\n@\n@"])
    every_word_once("e.md", written.encode(), words)


@few
@given(
    st.lists(st.lists(st.sampled_from(["@", " ", "@ @"]), min_size=1, max_size=4), min_size=1, max_size=4),
    st.data(),
)
def test_no_word_of_a_word_file_is_lost_or_doubled(paragraphs: list[list[str]], data: st.DataObject) -> None:
    dress = st.sampled_from(
        ["", "<w:b/>", "<w:i/>", "<w:rtl/>", '<w:vertAlign w:val="superscript"/>', "<w:caps/>"]
    )
    runs = [
        "<w:p>"
        + "".join(
            f'<w:r><w:rPr>{data.draw(dress)}</w:rPr><w:t xml:space="preserve">{run}</w:t></w:r>'
            for run in paragraph
        )
        + "</w:p>"
        for paragraph in paragraphs
    ]
    written, words = numbered(["|".join(runs), "|@"])
    every_word_once("e.docx", docx(*written.split("|")), words)


@few
@given(
    st.dictionaries(
        st.sampled_from(
            [
                "META-INF/container.xml",
                "OEBPS/book.opf",
                "word/document.xml",
                "[Content_Types].xml",
                "a",
                "a/b",
            ]
        ),
        st.one_of(st.binary(max_size=60), st.sampled_from([CONTAINER.encode(), b"<p>x</p>", b"<x/>"])),
        max_size=5,
    ),
    st.integers(0, 400),
    st.binary(max_size=3),
)
def test_any_archive_is_read_or_refused(members: dict[str, bytes], at: int, damage: bytes) -> None:
    content = packed(dict(members))
    holds("e.epub", content)
    holds("e.docx", content[:at] + damage + content[at + len(damage) :])
    holds("e.epub", (whole := epub({"a.xhtml": "<p>Words.</p>"}))[:at] + damage + whole[at + len(damage) :])
