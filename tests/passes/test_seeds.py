"""Both essays, checked by hand against the print: outline, notes, joins, pull quotes, words."""

import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.model.document import (
    Document,
    Paragraph,
    ParagraphRole,
    Role,
    ThematicBreak,
    every_section,
)
from pipeline.model.inline import LanguageSpan, NoteRef, plain_text
from pipeline.model.walk import block_sentences, every_inline, every_sentence
from pipeline.passes.blocks import block_text
from tests.goldens import assert_golden
from tests.passes.outline import GOLDEN, outline
from tests.passes.seeds import ARTICLE, BOOKLET, SOURCES, essay

NOTES = [
    # note, words before its reference, its first words
    ("fn-12-1", 'We have "passed all the deadlines."', "Sanhedrin 97b."),
    ("fn-12-2", 'including the "polishing of the buttons,"', "Talk of Simchas Torah, 5689."),
    ("fn-12-3", "to greet our righteous Moshiach.", "Cf. Hayom Yom, among others, 15 Teves."),
    ("fn-12-4", 'a form "having now come into Egypt,"', "Shemos 1:1."),
    ("fn-12-5", 'had that very day entered into Egypt."', "Shemos Rabbah, beginning of our Parsha"),
    ("fn-12-6", 'that "I have indeed remembered you"', "Shemos 3:16."),
    ("fn-12-7", "hearing from the Moses of our generation,", "See Bereishis Rabbah 56:7:"),
    ("fn-12-8", "reached the milestone of forty years", "[I.e., forty years since the passing"),
    ("fn-12-9", 'eyes to see and ears to hear."', "Tavo 29:3 [Moses said this"),
    ("fn-12-10", 'Moshiach "stands behind the wall"', "Shir HaShirim 2:9."),
    ("fn-12-11", 'and that "this one is coming."', "Ibid 8. See Shir HaShirim Rabbah"),
    ("fn-12-12", "in consonance with the ruling of the Rambam", "Hilchos Teshuvah 3:4."),
    ("fn-58-1", '"all the appointed times have passed,"', "Sanhedrin 97b."),
    ("fn-58-2", "the festive meal of Livyosan, Shor HaBor,", "See Bava Basra 74b ff."),
    ("fn-58-3", 'to bring about the days of Moshiach."', "Brochos 12b."),
    ("fn-58-4", 'descended, Reuven and Shimon arose,"', "Vayikra Rabba, chapter 32:5."),
    ("fn-58-5", "with the day of passing of the Rambam", "[The Rambam passed away on 20 Teves."),
    ("fn-58-6", "especially the Laws of King Moshiach,", "This is how it is titled"),
    ("fn-58-7", 'in a manner of "raising many disciples,"', "Avos, chapter 1, Mishneh 1."),
    ("fn-58-8", "words at the conclusion of his work,", "Laws of Kings, end of chapter 11."),
]


@pytest.mark.parametrize("name", [BOOKLET, ARTICLE])
def test_outline_is_that_of_the_print(name: str) -> None:
    assert_golden(GOLDEN / f"{Path(name).stem}.txt", outline(*essay(name)))


def _references(document: Document) -> dict[str, str]:
    """Note id -> the words before its reference."""
    found = {}
    for section in every_section(document):
        for block in section.blocks:
            before = ""
            for inline in (i for s in getattr(block, "sentences", ()) for i in every_inline(s.inlines)):
                if isinstance(inline, NoteRef):
                    found[inline.note] = before
                before += getattr(inline, "text", "")
    return found


@pytest.mark.parametrize(("note", "before", "begins"), NOTES)
def test_each_reference_is_tied_to_its_own_note(note: str, before: str, begins: str) -> None:
    document, _ = essay(BOOKLET)
    found = next(found for found in document.notes if found.id == note)
    assert _references(document)[note].endswith(before)
    assert block_text(found.blocks[0]).startswith(begins)
    assert found.references == (note.replace("fn-", "ref-"),)


def test_no_reference_and_no_note_is_left_over() -> None:
    document, notices = essay(BOOKLET)
    assert [note.id for note in document.notes] == [row[0] for row in NOTES]
    assert list(_references(document)) == [row[0] for row in NOTES]
    assert not [notice for notice in notices if notice.code.startswith("N-")]


def test_exactly_the_five_broken_paragraphs_are_joined() -> None:
    document, notices = essay(BOOKLET)
    joined = [notice.pos.line for notice in notices if notice.code == "S-024" and notice.pos]
    texts = [block_text(block) for section in every_section(document) for block in section.blocks]
    assert joined == [93, 101, 109, 139, 193]
    assert any("the permanent. The giving of the Torah" in text for text in texts)
    assert any("of our generation, that we have already concluded" in text for text in texts)
    assert any('after there already exists "a king' in text for text in texts)
    assert any(text.startswith('And from "the days of your life"') for text in texts)


def test_only_the_separator_inside_the_text_is_kept() -> None:
    document, _ = essay(BOOKLET)
    kept = [
        (section.id, block.printed)
        for section in every_section(document)
        for block in section.blocks
        if isinstance(block, ThematicBreak)
    ]
    assert kept == [("sec-12", "* * *")]


def test_pull_quotes_point_at_the_sentence_they_repeat() -> None:
    document, _ = essay(ARTICLE)
    sentences = {sentence.id: sentence.text.strip() for sentence in every_sentence(document)}
    quotes = [
        (block_text(block), sentences[block.echoes])
        for block in document.body[0].blocks
        if isinstance(block, Paragraph) and block.role is ParagraphRole.PULLQUOTE
    ]
    assert quotes == [
        (
            "The Jewish people were exiled because of accidental sins….",
            "Just as the accidental sinner exiled himself to a City of Refuge, so too, the Jewish people were "
            "exiled because of accidental sins.",
        ),
        (
            "We must rectify this behavior by creating true unity between Jews….",
            "Now, we must rectify this behavior by creating true unity between Jews.",
        ),
    ]


def test_article_has_the_title_of_its_sidecar_and_says_so() -> None:
    document, _ = essay(ARTICLE)
    metadata = document.metadata
    assert (metadata.shown_title, metadata.publisher, metadata.date) == (
        "[Cities of Refuge]",
        "Kabbala Online",
        "2003",
    )
    assert metadata.rights.startswith(
        "Copyright 2003 by, a project of Ascent of Safed (// All rights reserved"
    )
    assert document.body[0].heading.supplied


def test_each_person_of_the_dedication_is_one_sentence() -> None:
    document, _ = essay(BOOKLET)
    dedication = next(section for section in document.front if section.role is Role.DEDICATION)
    entries = [" ".join(s.text.split()) for s in block_sentences(dedication.blocks[0])]
    assert entries == [
        "IN LOVING MEMORY OF",
        'Horav Schneur Zalman Halevi ע"ה ben Horav Yitzchok Elchonon Halevi ה"י Shagalov '
        "Passed away on 21 Tamuz, 5766",
        'Reb Dovid Asniel ben Reb Eliyahu ע"ה Ekman Passed away on 5 Sivan - Erev Shavuot, 5765',
        'Mrs. Devora Rivka bas Reb Yosef Eliezer ע"ה Marenburg Passed away on the second day of Rosh '
        "Chodesh Adar, 5766",
        'Reb Yitzchok Moshe (Ian) ben Reb Dovid Asniel ע"ה Ekman (Santiago, Chile) Passed away on the 24th '
        "day of Shevat, 5769",
        "ת. נ. צ. ב. ה.",
        "AND IN HONOR OF",
        "Mrs. Esther Shaindel bas Fraidel Chedva שתח'ל Shagalov",
        "DEDICATED BY",
        "Rabbi & Mrs. Yosef Y. and Gittel Rochel שיחי Shagalov",
    ]


@pytest.mark.parametrize("name", [BOOKLET, ARTICLE])
def test_hebrew_letters_stand_only_in_hebrew_spans(name: str) -> None:
    document, _ = essay(name)
    outside = [
        plain_text(inline.children) if isinstance(inline, LanguageSpan) else ""
        for sentence in every_sentence(document)
        for inline in _outside_spans(sentence.inlines)
    ]
    letters = "".join(
        plain_text((inline,))
        for sentence in every_sentence(document)
        for inline in _outside_spans(sentence.inlines)
    )
    assert not re.search("[\u05d0-\u05ea]", letters)
    assert not any(outside)


def _outside_spans(inlines):
    for inline in inlines:
        if isinstance(inline, LanguageSpan):
            continue
        if hasattr(inline, "children"):
            yield from _outside_spans(inline.children)
        else:
            yield inline


@pytest.mark.parametrize("name", [BOOKLET, ARTICLE])
def test_every_id_is_its_own_and_valid_in_xml(name: str) -> None:
    document, _ = essay(name)
    ids = [section.id for section in every_section(document)]
    ids += [sentence.id for sentence in every_sentence(document)]
    ids += [block.id for section in every_section(document) for block in section.blocks]
    ids += [block.id for note in document.notes for block in note.blocks]
    ids += [note.id for note in document.notes]
    ids += [reference for note in document.notes for reference in note.references]
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    assert [name for name in ids if not re.fullmatch(r"[a-z][a-z0-9-]*", name)] == []


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+|\d+", text))


def _printed_words(text: str) -> Counter[str]:
    """Words of a source, mark-up taken off by expressions that share nothing with the readers."""
    shown = re.sub(r"\[([^]]*)\]\(mailto:[^)]*\)", r"\1", text)
    return _words(re.sub(r"</?sup>", " ", shown))


@pytest.mark.parametrize("name", [BOOKLET, ARTICLE])
def test_every_printed_word_is_in_the_document_or_in_a_notice(name: str) -> None:
    document, notices = essay(name)
    held = [sentence.text for sentence in every_sentence(document)]
    ours = [section.heading.sentence.text for section in every_section(document) if section.heading.supplied]
    marks = [note.mark for note in document.notes]
    marks += [
        inline.mark
        for sentence in every_sentence(document)
        for inline in every_inline(sentence.inlines)
        if isinstance(inline, NoteRef)
    ]
    left_out = [notice.fragment for notice in notices if notice.code == "S-021"]
    found = _words(" ".join([*held, *marks, *left_out])) - _words(" ".join(ours))
    assert found == _printed_words((SOURCES / name).read_text(encoding="utf-8"))
