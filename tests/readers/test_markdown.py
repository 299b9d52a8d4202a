"""Markdown: blocks, inlines, notes, links."""

import pytest

from pipeline.model.document import (
    Block,
    Figure,
    LineGroup,
    ListBlock,
    Paragraph,
    Quotation,
    Sentence,
    ThematicBreak,
)
from pipeline.model.inline import Inline, NoteRef
from pipeline.readers.markdown import read_markdown
from tests.builders import BR, em, inlines, link, strong


def blocks(text: str) -> tuple[Block, ...]:
    return read_markdown("essay.md", text).sections[0].blocks


def codes(text: str) -> list[str]:
    return [notice.code for notice in read_markdown("essay.md", text).notices]


def read_inlines(text: str) -> tuple[Inline, ...]:
    block = blocks(text)[0]
    assert isinstance(block, Paragraph | LineGroup)
    return block.sentences[0].inlines


def note(mark: str) -> NoteRef:
    return NoteRef(mark=mark, note="")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a *b **c*** d", ["a ", em("b ", strong("c")), " d"]),
        ("wrapped\nby hand", ["wrapped by hand"]),
        ("one,  \n two", ["one,", BR, "two"]),
        ("one<br>two", ["one", BR, "two"]),
        ('deadlines."<sup>1</sup> We', ['deadlines."', note("1"), " We"]),
        ("**the Rambam**<sup>12</sup> (whose", [strong("the Rambam"), note("12"), " (whose"]),
        ("the 20<sup>th</sup> day", ["the 20th day"]),
        (r"934-7095 \* Fax", ["934-7095 * Fax"]),
        ("<http://www.example.org>", [link("http://www.example.org", "http://www.example.org")]),
        ("[a@b.org](mailto:a@b.org)", [link("mailto:a@b.org", "a@b.org")]),
        ("G-d &amp; man", ["G-d & man"]),
    ],
)
def test_inlines_are_read(written: str, read: list[str | Inline]) -> None:
    assert read_inlines(written) == inlines(*read)


def test_hard_breaks_keep_lines_and_soft_ones_do_not() -> None:
    assert [type(block) for block in blocks("a  \nb\n\nc\nd")] == [LineGroup, Paragraph]


def test_places_are_lines_of_the_file() -> None:
    found = blocks("\n\none\n\ntwo  \nthree\n\n---\n")
    assert [str(block.pos) for block in found] == ["essay.md:3:1", "essay.md:5:1", "essay.md:8:1"]


def test_numbered_list_keeps_its_printed_numbers() -> None:
    found = [block for block in blocks("8. eight\n\n9. nine\n\n11. eleven\n\ntext\n\n4. four") if block.pos]
    lists = [(block.start, len(block.items)) for block in found if isinstance(block, ListBlock)]
    assert lists == [(8, 2), (11, 1), (4, 1)]


def test_other_blocks_have_their_kind() -> None:
    text = "> said\n\n- one\n- two\n\n---\n\n![A lamp](lamp.png)\n"
    assert [type(block) for block in blocks(text)] == [Quotation, ListBlock, ThematicBreak, Figure]


def test_headings_nest_by_their_printed_level() -> None:
    sections = read_markdown("e.md", "before\n\n# One\n\n## In\n\ntext\n\n# Two\n").sections
    assert [(s.heading.title, s.level, s.heading.supplied) for s in sections] == [
        ("", 1, True),
        ("One", 1, False),
        ("Two", 1, False),
    ]
    assert [(s.heading.title, s.level) for s in sections[1].sections] == [("In", 2)]


@pytest.mark.parametrize(
    ("written", "words", "code"),
    [
        ("see [page](page.html) now", "see page now", "S-007"),
        ("see [x](file:///etc/passwd)", "see [x](file:///etc/passwd)", ""),
        ("a <u>b</u> c", "a b c", ""),
        ("a <blink>b</blink> c", "a b c", "S-006"),
        ("a ![lamp](x.png) c", "a lamp c", "S-008"),
        ("type `cat`", "type cat", "S-009"),
        ("x<sup>up</sup>", "xup", "S-012"),
        ("<div>words <b>here</b></div>", "words here", "S-006"),
    ],
)
def test_words_stay_when_mark_up_cannot(written: str, words: str, code: str) -> None:
    assert Sentence(inlines=read_inlines(written)).text == words
    assert codes(written)[:1] == ([code] if code else [])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("# \n\na", ["a"]),
        ("# {#name}\n\na", ["a"]),
        ("<u></u>\n\na", ["a"]),
        ("<br>a<br>", ["a"]),
        ("```\n\n```\n\na", ["a"]),
    ],
)
def test_what_prints_nothing_is_no_block(written: str, read: list[str]) -> None:
    assert [len(section.blocks) for section in read_markdown("e.md", written).sections] == [1]
    assert read_inlines(written) == inlines(*read)
