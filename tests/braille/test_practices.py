from dataclasses import replace

from pipeline.braille.practices import DAMAGED, transcribers_notes
from pipeline.model.document import Document, Heading, Role, Section
from pipeline.model.inline import plain_text
from pipeline.model.metadata import Metadata
from pipeline.model.settings import BrailleSettings
from pipeline.passes.damage import find_damage
from tests.builders import paragraph, sentence, small_document


def words(drafts) -> list[str]:
    return [plain_text(draft.inlines) for draft in drafts]


def document_of(text: str, **heading) -> Document:
    section = Section(
        id="s",
        level=1,
        role=Role.CHAPTER,
        heading=Heading(sentence=sentence("1"), **heading),
        blocks=(paragraph(sentence(text)),),
    )
    return Document(metadata=Metadata(title="So"), body=(section,))


def told(document: Document, about: str, **how) -> bool:
    return any(about in note for note in words(transcribers_notes(document, BrailleSettings(), **how)))


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


def test_a_number_with_a_word_in_the_contents_is_explained():
    assert told(document_of("Text.", label="Section 1"), "stands before headings")
    assert not told(document_of("Text."), "stands before headings")


def test_a_supplied_title_is_explained():
    document = document_of("Text.")
    assert not told(document, "are not in print")
    document = replace(document, metadata=Metadata(title="So", title_supplied=True))
    assert told(document, "are not in print")


def test_the_word_for_damaged_hebrew_is_explained_and_is_the_same_in_any_grade(translator):
    document, _ = find_damage(document_of("the letters \ufffdמ which"))
    assert told(document, f"“{DAMAGED}”")
    assert not told(document_of("the letters מ which"), DAMAGED)
    contracted, plain = (
        translator.translate(DAMAGED, [0] * len(DAMAGED), language=language).cells
        for language in ("en", "en-uncontracted")
    )
    (damaged,) = (
        inline for inline in document.body[0].blocks[0].sentences[0].inlines if hasattr(inline, "entry")
    )
    assert damaged.braille == f"⠈⠨⠣{contracted}⠈⠨⠜"
    assert contracted == plain


def test_signs_and_marks_without_braille_are_explained():
    document = document_of("Text.")
    assert told(document, "is named", codes={"B-001"})
    assert told(document, "Marks on letters", codes={"B-002"})
    assert not told(document, "does not have")
    assert told(document_of("ʿOlam"), "alef and ayin")
