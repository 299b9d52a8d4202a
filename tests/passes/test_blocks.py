"""Blocks as the passes see them."""

from dataclasses import replace

from pipeline.model.document import Note, Quotation
from pipeline.passes.blocks import block_lines, is_italic, map_blocks, place_of
from tests.builders import em, inlines, ref, strong
from tests.passes.documents import book, chapter, lines, para


def test_italics_may_hold_bold_and_note_signs() -> None:
    assert is_italic(inlines(em("a ", strong("b")), " ", ref("1"), em("c")))
    assert is_italic(inlines(strong(em("a"))))
    assert not is_italic(inlines(em("a"), " b"))
    assert not is_italic(inlines(" "))


def test_place_in_kept_lines_counts_them() -> None:
    group = lines("one", "two", "three", line=7)
    assert block_lines(group) == ["one", "two", "three"]
    assert [str(place_of(group, offset)) for offset in (0, 4, 8)] == [
        "essay.md:7:1",
        "essay.md:8:1",
        "essay.md:9:1",
    ]


def test_change_reaches_inner_blocks_and_notes() -> None:
    note = Note(id="fn-1", mark="1", blocks=(para("a"),))
    document = book(replace(chapter(Quotation(blocks=(para("a"),))), notes=(note,)))
    changed = map_blocks(document, lambda _section, block: para("b") if block == para("a") else block)
    assert changed.body[0].blocks == (Quotation(blocks=(para("b"),)),)
    assert changed.notes[0].blocks == (para("b"),)
