from dataclasses import replace

import pytest

from pipeline.braille.outline import Draft
from pipeline.braille.styles import Style
from pipeline.braille.titlepage import title_page, volume_lines
from pipeline.model.document import Document
from pipeline.model.inline import plain_text
from pipeline.model.metadata import Contributor, Metadata
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
    made = title_page(Document(metadata=metadata))
    assert [draft.enclosed for draft in made] == [True, False, False, False, False, False]
    assert words(made) == [
        "Cities",
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
        (1, 1, ("t1", "t2", "p1", "1", "2", "3"), ["In 1 Volume", "Braille pages t1-t2, p1, 1-3"]),
        (2, 3, ("4", "5"), ["Volume 2 of 3", "Braille pages 4-5"]),
        (1, 1, ("1",), ["In 1 Volume", "Braille page 1"]),
        (1, 1, (), ["In 1 Volume"]),
    ],
)
def test_the_title_page_tells_volume_and_pages(number, of, pages, lines):
    assert words(volume_lines(number, of, pages)) == lines
    told = words(volume_lines(number, of, pages, transcriber="The Press", print_pages=("7", "8", "12")))
    assert told == ["Transcribed by The Press", *lines, "Print pages 7-12"]


def test_a_document_of_which_nothing_is_known_has_no_lines():
    assert title_page(Document(metadata=Metadata())) == ()
