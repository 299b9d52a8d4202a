from dataclasses import replace

import pytest

from pipeline.braille.outline import Draft
from pipeline.braille.styles import Style
from pipeline.braille.titlepage import title_page, transcribers_notes, volume_lines
from pipeline.model.document import Document
from pipeline.model.inline import plain_text
from pipeline.model.metadata import Contributor, Metadata
from pipeline.model.settings import BrailleSettings
from tests.builders import inlines, small_document


def words(drafts) -> list[str]:
    return [plain_text(draft.inlines) for draft in drafts]


def test_the_title_page_says_what_the_metadata_knows():
    metadata = Metadata(
        title="Cities",
        title_supplied=True,
        subtitle="A talk",
        contributors=(
            Contributor(name="Shaul"),
            Contributor(name="X", role="trl"),
            Contributor(name="Y", role="pbl"),
        ),
        publisher="The Press",
        date="2003-05",
    )
    assert words(title_page(Document(metadata=metadata))) == [
        "[Cities]",
        "A talk",
        "By Shaul",
        "Translated by X",
        "The Press",
        "2003",
    ]


def test_the_title_page_does_not_repeat_what_the_texts_own_says():
    assert words(title_page(small_document())) == ["By A. Writer", "The Press", "2026"]


def test_a_title_stands_above_a_title_page_that_lacks_it():
    document, own = small_document(), (Draft(style=Style.TITLE, inlines=inlines("Own words")),)
    assert words(title_page(document, own))[0] == "Own words"
    renamed = replace(document, metadata=replace(document.metadata, title="Cities"))
    assert words(title_page(renamed, own)) == ["Cities", "By A. Writer", "The Press", "2026", "Own words"]


@pytest.mark.parametrize(
    ("number", "of", "pages", "lines"),
    [
        (1, 1, ("p1", "p2", "1", "2", "3"), ["In one volume", "Braille pages p1 to p2 and 1 to 3"]),
        (2, 3, ("4", "5"), ["Volume 2 of 3", "Braille pages 4 to 5"]),
        (1, 1, ("1",), ["In one volume", "Braille page 1"]),
        (1, 1, (), ["In one volume"]),
    ],
)
def test_the_title_page_tells_volume_and_pages(number, of, pages, lines):
    assert words(volume_lines(number, of, pages)) == lines
    assert words(volume_lines(number, of, pages, "The Press")) == ["Transcribed by The Press", *lines]


def test_a_document_of_which_nothing_is_known_has_no_lines():
    assert title_page(Document(metadata=Metadata())) == ()


def test_the_practices_are_those_that_the_document_needs():
    lines = ("⠘⠷⠫⠐⠓",)
    notes = words(transcribers_notes(small_document(), BrailleSettings(hebrew="cells"), lines=lines))
    subjects = ("not in print", "Hebrew letters", "Italics", "raised number", "large letters")
    for subject in ("computer program", *subjects):
        assert sum(subject in note for note in notes) == 1, subject
    bare = words(
        transcribers_notes(
            replace(small_document(), front=(), body=(), back=()), BrailleSettings(hebrew="cells")
        )
    )
    for subject in subjects:
        assert not any(subject in note for note in bare), subject


def test_hebrew_by_meaning_is_said_to_be_so():
    notes = words(transcribers_notes(small_document(), BrailleSettings(hebrew="meaning")))
    assert "Hebrew abbreviations are given by their meaning in English where the lexicon knows it." in notes
    assert not any("Hebrew braille" in note for note in notes)


def test_hebrew_braille_is_explained_where_there_is_some():
    for policy, lines in (("cells", ()), ("meaning", ("⠐⠷⠄⠹",)), ("cells", ("⠘⠷⠹",))):
        notes = words(transcribers_notes(small_document(), BrailleSettings(hebrew=policy), lines=lines))
        assert any("Hebrew braille" in note for note in notes) == bool(lines)
