"""Note references in raised digits."""

import pytest

from pipeline.model.inline import NoteRef
from pipeline.model.walk import every_inline
from pipeline.passes.blocks import block_inlines, block_text
from pipeline.passes.notes import tie_notes
from pipeline.passes.raised import mark_raised
from tests.passes.documents import blocks_of, para, text_of


def test_raised_digits_are_references_and_open_notes() -> None:
    document = mark_raised(
        text_of(para("Salt is left out of nothing,¹ not of wood.¹²"), para("¹ Vayikra 2:13."))
    )
    tied, notices = tie_notes(document)
    assert [(note.mark, block_text(note.blocks[0])) for note in tied.notes] == [("1", "Vayikra 2:13.")]
    assert block_text(blocks_of(tied)[0]) == "Salt is left out of nothing, not of wood."
    assert [notice.code for notice in notices] == ["N-001"]


@pytest.mark.parametrize("text", ["10² cubits", "x² and more", "four km² of land", "half is ¹⁄₂ here", "¹/₃"])
def test_powers_and_fractions_stay(text: str) -> None:
    block = blocks_of(mark_raised(text_of(para(text))))[0]
    assert not any(isinstance(inline, NoteRef) for inline in every_inline(block_inlines(block)))
    assert block_text(block) == text
