"""Poetry in pages."""

import pytest

from pipeline.model.source import SourcePos
from pipeline.readers.anchors import Anchors
from pipeline.readers.elements import InlineReader
from pipeline.readers.markup import parse_html
from pipeline.readers.verse import is_verse, read_verse


def read(inside: str, tag: str = "div"):
    element = parse_html("p", f"<body><{tag} class='poem'>{inside}</{tag}></body>").find(tag)
    verse = read_verse(element, InlineReader(Anchors()), SourcePos(path="p", line=1))
    return verse and [[line.text for line in stanza] for stanza in verse.stanzas]


@pytest.mark.parametrize(
    ("inside", "stanzas"),
    [
        ("<p>a<br>b</p> <p>c</p>", [["a", "b"], ["c"]]),
        ("<div><span>a<br></span><span>b</span></div>", [["a", "b"]]),
        ("<p>a<br><br>b</p><p> </p>", [["a", "b"]]),
        ("<p> </p>", None),
        ("", None),
        ("loose<p>a</p>", None),
        ("<p>a</p><ul><li>b</li></ul>", None),
        ("<div><p>a</p></div>", None),
        ("<p>a<img></p>", None),
    ],
)
def test_stanzas_and_lines_are_read_or_it_is_no_verse(inside, stanzas):
    assert read(inside) == stanzas


@pytest.mark.parametrize(
    ("written", "is_poem"),
    [
        ("<div class='verse x'></div>", True),
        ("<section role='poem'></section>", True),
        ("<div class='prose'></div>", False),
        ("<p class='poem'></p>", False),
    ],
)
def test_poetry_says_that_it_is(written, is_poem):
    element = parse_html("p", f"<body>{written}</body>").find("body").children[0]
    assert is_verse(element) is is_poem
