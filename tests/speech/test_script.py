import pathlib
from dataclasses import replace

import pytest

from pipeline.model.document import (
    Block,
    Document,
    Figure,
    Heading,
    LineGroup,
    ListBlock,
    Note,
    Quotation,
    Role,
    Section,
    Sentence,
    Table,
    ThematicBreak,
    Verse,
)
from pipeline.model.inline import LanguageSpan, Term, Text
from pipeline.model.metadata import Metadata
from pipeline.model.settings import PauseSettings, SpeechSettings
from pipeline.model.source import Notice, SourcePos
from pipeline.model.speech import Pause, Phonemes, Script, Utterance, Words
from pipeline.model.walk import every_sentence
from pipeline.speech.script import utterance_of, write_script
from tests.builders import BR, hebrew, inlines, paragraph, sentence, small_document
from tests.goldens import assert_golden

GOLDEN = pathlib.Path(__file__).parent / "small_document.script.txt"
PAUSES = PauseSettings(sentence_ms=1, line_ms=2, paragraph_ms=3, heading_ms=4, separator_ms=5)
SETTINGS = SpeechSettings(pauses=PAUSES)


def as_text(script: Script, notices: tuple[Notice, ...]) -> str:
    """A script as a person reads it: [IPA] behind what the lexicon says, silences in milliseconds."""
    lines: list[str] = []
    for track in script.tracks:
        lines.append(f"== {track.section}: {track.title}")
        for utterance in track.utterances:
            words = (
                part.text
                if isinstance(part, Words)
                else f"{part.written} [{part.ipa}]"
                if isinstance(part, Phonemes)
                else f"<{part.milliseconds} ms>"
                for part in utterance.parts
            )
            lines.append(f"{utterance.target} ({utterance.pause_after_ms} ms): {' '.join(words)}")
    return "\n".join((*lines, *map(str, notices))) + "\n"


def with_blocks(*blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
    section = Section(
        id="sec",
        level=1,
        role=Role.CHAPTER,
        heading=Heading(sentence=sentence("Title", id="s-title")),
        blocks=blocks,
        notes=notes,
    )
    return Document(metadata=Metadata(title="T"), body=(section,))


def heard(document: Document) -> list[tuple[str, str, int]]:
    script, _ = write_script(document, SETTINGS)
    return [(each.target, each.spoken, each.pause_after_ms) for each in script.tracks[0].utterances[1:]]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(notice.code, notice.fragment) for notice in write_script(document, SETTINGS)[1]]


def test_the_script_of_the_small_document_is_the_golden_one():
    assert_golden(GOLDEN, as_text(*write_script(small_document(), SpeechSettings())))


def test_every_sentence_but_the_pull_quote_is_heard_once_in_reading_order():
    document = small_document()
    script, _ = write_script(document, SETTINGS)
    targets = [utterance.target for track in script.tracks for utterance in track.utterances]
    assert targets == [each.id for each in every_sentence(document) if each.id != "s-pull"]


def test_the_silence_is_the_longest_that_structure_asks_for():
    blocks = (
        paragraph(sentence("One. ", id="a"), sentence("Two.", id="b")),
        ThematicBreak(),
        paragraph(sentence("Three.", id="c")),
    )
    assert heard(with_blocks(*blocks)) == [("a", "One.", 1), ("b", "Two.", 5), ("c", "Three.", 3)]


def test_a_heading_and_its_subtitle_have_their_silences():
    document = with_blocks(paragraph(sentence("One.", id="a")))
    (section,) = document.body
    heading = replace(section.heading, subtitle=sentence("MOSES AND ALL", id="sub"))
    script, _ = write_script(replace(document, body=(replace(section, heading=heading),)), SETTINGS)
    assert [(each.target, each.pause_after_ms) for each in script.tracks[0].utterances] == [
        ("s-title", 3),
        ("sub", 4),
        ("a", 3),
    ]


def test_lines_have_short_silences_and_entries_of_several_lines_longer_ones():
    settings = SpeechSettings(pauses=replace(PAUSES, sentence_ms=9, line_ms=2))
    group = LineGroup(
        sentences=(sentence("A", BR, id="a"), sentence("B", BR, "b", BR, id="b"), sentence("C", id="c"))
    )
    script, _ = write_script(with_blocks(group), settings)
    assert [each.pause_after_ms for each in script.tracks[0].utterances] == [9, 2, 9, 9]


def test_blocks_inside_blocks_are_read_in_order():
    def para(name: str) -> Block:
        return paragraph(sentence(name, id=name))

    blocks = (
        Quotation(blocks=(para("a"),)),
        Verse(stanzas=((sentence("b", id="b"), sentence("c", id="c")), (sentence("d", id="d"),))),
        ListBlock(items=((para("e"),), (para("f"),))),
        Table(rows=(((para("g"),), (para("h"),)),)),
    )
    assert [target for target, _, _ in heard(with_blocks(*blocks))] == list("abcdefgh")


def test_what_stands_in_a_block_quotation_is_marked_and_nothing_else():
    said = paragraph(sentence("quoted", id="q"))
    items = ((paragraph(sentence("item", id="i")),),)
    blocks = (Quotation(blocks=(said, ListBlock(items=items))), paragraph(sentence("after", id="a")))
    script, _ = write_script(with_blocks(*blocks), SETTINGS)
    assert [each.quoted for each in script.tracks[0].utterances if each.target in "qia"] == [
        True,
        True,
        False,
    ]


def test_what_a_picture_shows_is_said_before_its_caption():
    picture = Figure(id="f", alternative="A map.", caption=(paragraph(sentence("The cities.", id="a")),))
    assert heard(with_blocks(picture)) == [("f-words", "Picture: A map.", 1), ("a", "The cities.", 3)]
    assert left_out(with_blocks(picture)) == []


def test_a_hebrew_block_is_announced_once_and_named():
    block = LineGroup(
        language="he",
        sentences=(
            Sentence(id="a", inlines=(hebrew("היי שותף"),)),
            Sentence(id="b", inlines=(hebrew("טל"), Text(text=" 753-6844"))),
        ),
    )
    assert heard(with_blocks(block)) == [("a", "Hebrew text.", 3)]
    assert left_out(with_blocks(block)) == [("V-002", "היי שותף טל 753-6844")]


def test_a_hebrew_block_that_the_lexicon_knows_is_said():
    blessing = Term(
        children=inlines("ת. נ. צ. ב. ה."), entry="tnzbh", form="exact", read_as="may their souls rest"
    )
    span = LanguageSpan(language="he", children=(blessing,))
    block = paragraph(Sentence(id="a", inlines=(span,)))
    assert heard(with_blocks(replace(block, language="he"))) == [("a", "may their souls rest", 3)]
    assert left_out(with_blocks(replace(block, language="he"))) == []


def test_hebrew_sentences_among_english_ones_are_announced_once_a_block():
    block = paragraph(
        Sentence(id="a", inlines=(hebrew("היי"),)),
        sentence("and", id="b"),
        Sentence(id="c", inlines=(hebrew("שותף"),)),
    )
    assert heard(with_blocks(block)) == [("a", "Hebrew text.", 1), ("b", "and", 3)]
    assert left_out(with_blocks(block)) == [("V-001", "היי"), ("V-001", "שותף")]


def test_letters_of_another_script_are_not_called_hebrew():
    block = paragraph(sentence("λόγος", id="a"))
    assert heard(with_blocks(block)) == [("a", "Text in another script.", 3)]


def test_a_sentence_of_signs_has_a_notice_and_no_utterance():
    block = replace(paragraph(sentence("*", id="a")), pos=SourcePos(path="x.md", line=7))
    assert heard(with_blocks(block)) == []
    assert [str(notice) for notice in write_script(with_blocks(block), SETTINGS)[1]] == [
        "x.md:7:1: There is nothing to say here: only signs are printed. “*” [V-004]"
    ]


def test_a_silent_term_is_named_in_a_notice():
    silent = Term(children=(hebrew("נפלאות"),), entry="n", form="silent")
    block = paragraph(sentence("him [", silent, "]", id="a"))
    assert heard(with_blocks(block)) == [("a", "him", 3)]
    assert left_out(with_blocks(block)) == [("V-007", "נפלאות")]


def test_a_note_opens_with_its_number_once():
    note = Note(
        id="n", mark="11", blocks=(paragraph(sentence("Ibid 8. ", id="a"), sentence("See there.", id="b")),)
    )
    assert heard(with_blocks(notes=(note,))) == [
        ("a", "Note eleven. In the same place, eight.", 1),
        ("b", "See there.", 3),
    ]


@pytest.mark.parametrize(
    ("sentences", "spoken", "names"),
    [
        (
            ("[I.e., forty years earlier. - Translator's note.]",),
            ["Note eight. Translator's note. That is, forty years earlier."],
            [],
        ),
        (
            ("Moses said this. ", "Translator's note.]"),
            ["Note eight. Translator's note. Moses said this."],
            [("V-005", "Translator's note.")],
        ),
        (
            ("Moses said this. ", "- Translator’s note.]"),
            ["Note eight. Translator's note. Moses said this."],
            [("V-005", "Translator's note.")],
        ),
    ],
)
def test_a_translator_is_named_at_the_beginning_only(
    sentences: tuple[str, ...], spoken: list[str], names: list[tuple[str, str]]
):
    block = paragraph(*(sentence(text, id=str(number)) for number, text in enumerate(sentences)))
    note = Note(id="n", mark="8", author="translator", blocks=(block,))
    document = with_blocks(notes=(note,))
    assert [words for _, words, _ in heard(document)] == spoken
    assert left_out(document) == names


def test_a_section_in_which_nothing_sounds_has_no_track():
    section = Section(id="x", level=1, role=Role.CHAPTER, heading=Heading(sentence=sentence("* * *", id="h")))
    assert write_script(Document(metadata=Metadata(), body=(section,)), SETTINGS)[0] == Script(tracks=())


def test_one_sentence_by_itself():
    assert utterance_of(sentence("See p. 8,", BR, "end", id="a"), SETTINGS) == Utterance(
        target="a",
        parts=(Words(text="See page eight,"), Pause(milliseconds=2), Words(text="end")),
        pause_after_ms=1,
    )
