"""What no text has is refused at once, with its place."""

import pytest

from pipeline.errors import SourceError
from pipeline.model.document import Role, Section
from pipeline.model.metadata import Sidecar
from pipeline.readers import limits
from pipeline.readers.limits import refuse_endless, refuse_lumps, refuse_many_tags
from pipeline.readers.outline import UNTITLED
from pipeline.readers.read import read_source
from tests.builders import em, paragraph, sentence


def section(*blocks, sections=()):
    return Section(id="", level=1, role=Role.CHAPTER, heading=UNTITLED, blocks=blocks, sections=sections)


def refused(check, *given) -> str:
    try:
        check("e.md", *given)
    except SourceError as error:
        return f"{error.where}: {error.code} {error}"
    return ""


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("x" * 250_000, ""),
        ("x" * 250_001, "e.md:1"),
        ("one\n\ntwo\nlines\n \n" + "x" * 250_001, "e.md:6"),
        ("x" + "*" * 6_000, ""),
        ("x" + "*" * 6_001, "e.md:1"),
        ("*\n\n" * 6_001, ""),
        ("\n" * 500_000, ""),
        ("\n" * 500_001, "e.md"),
    ],
)
def test_text_without_end_is_refused_before_it_is_parsed(text, where):
    assert refused(refuse_lumps, text).split(": ")[0] == where


def test_pages_of_more_tags_than_any_book_are_refused():
    assert refused(refuse_many_tags, 2_000_000) == ""
    assert "more than 2000000 tags" in refused(refuse_many_tags, 2_000_001)


def test_paragraphs_are_counted_in_all_sections(monkeypatch):
    monkeypatch.setattr(limits, "_MOST_PARAGRAPHS", 3)
    two = (paragraph(sentence("a")), paragraph(sentence("b")))
    assert refused(refuse_endless, [section(*two)]) == ""
    assert "more than 3 paragraphs" in refused(refuse_endless, [section(*two, sections=(section(*two),))])


@pytest.mark.parametrize(
    ("words", "is_refused"),
    [
        (["x" * 250_000], False),
        (["x" * 250_001], True),
        ([em("x")] * 3_000, False),
        ([em("x")] * 3_001, True),
        (["x"] * 6_001, True),
    ],
)
def test_a_paragraph_longer_than_any_is_refused(words, is_refused):
    inner = section(paragraph(sentence(*words)))
    assert bool(refused(refuse_endless, [section(sections=(inner,))])) is is_refused


@pytest.mark.parametrize("name", ["e.html", "e.json"])
def test_a_page_of_nothing_but_tags_is_refused_before_a_tree_is_made(name):
    content = "<p>" * 2_000_001
    with pytest.raises(SourceError, match="more than 2000000 tags"):
        read_source(
            name, (f'{{"content": "{content}"}}' if name == "e.json" else content).encode(), Sidecar()
        )
