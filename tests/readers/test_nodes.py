"""Markdown into nodes."""

import pytest

from pipeline.errors import SourceError
from pipeline.readers.nodes import closing_tag, parse, text_of


def nodes(text: str):
    return parse("e.md", text)[0].children[0].children[0].children


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("[12]: Ibid.", True),
        ("[a]: See there", True),
        ("[a]: https://x.org", False),
        ("[a]: page.html", False),
        ("[a]: lamp.png", False),
        ("[a]: #top", False),
        ("[a]: <any where>", True),
    ],
)
def test_a_line_is_a_definition_only_when_it_names_an_address(line, stays):
    tree, _ = parse("e.md", f"Text.\n\n{line}\n")
    assert (len(tree.children) == 2) is stays


def test_notes_in_the_text_are_given_with_their_number():
    _, notes = parse("e.md", "a^[one] b[^x] c^[two]\n\n[^x]: Note.\n\n[1]: Ibid.")
    assert [node.children[0].content for node in notes.values()] == ["one", "two"]


def test_a_raw_tag_is_closed_by_its_sibling_of_the_same_name():
    found = nodes("a <SUP>1</sup> <b>x <i>y</i></b> <b>open")
    tags = [closing_tag(found, index) for index in range(len(found))]
    assert [(name, found[at].content) for name, at in tags if at] == [
        ("sup", "</sup>"),
        ("b", "</b>"),
        ("i", "</i>"),
    ]


def test_text_is_without_tags():
    assert text_of(nodes("a <b>c</b>*d*")) == "a c"


def test_marks_too_deep_are_refused():
    with pytest.raises(SourceError, match="too deep inside each other"):
        parse("e.md", "*" * 5_000 + "x" + "*" * 5_000)
