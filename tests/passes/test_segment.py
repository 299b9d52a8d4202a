"""Sentences: where they end, and that nothing is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.document import Document, Heading, Note, Paragraph, Role, Section, Sentence
from pipeline.model.metadata import Metadata
from pipeline.passes.segment import segment, sentence_starts
from tests.builders import em, paragraph, ref, sentence


def cut(text: str) -> list[str]:
    starts = [0, *sentence_starts(text), len(text)]
    return [text[begin:end] for begin, end in pairwise(starts)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["How so? ", "The first qualification is Torah."],
        ['He tells G-d, "Please send the one You will send." ', "Moses was asking."],
        ["See Bava Basra 74b ff. Pesachim 119b and in other places."],
        ["Tanya chapter 44. ", "Ibid. Iggeres HaKodesh, elucidation of sec. 27, end."],
        ["Cf. Hayom Yom, among others, 15 Teves."],
        ["Tikkunei Zohar 69 (112, beginning of side a. 114, beginning of side a). ", "Tanya chapter 44."],
        ["See also Zohar 3:273a. ", "Tikkunei Zohar 69."],
        ["Tanchuma, loc. cit. 3."],
        ["Rabbi Menachem M. Schneerson spoke. ", "Mr. & Mrs. Y. Wolf heard him."],
        ["It's understood... in this generation."],
        ["the dispersed of Israel... ", "He will improve the world."],
        ['A soul that strikes by accident…." (Num. 35:11) ', "The Rebbe teaches."],
        ['the "Cities of Refuge" (Num. 35:11). ', "If a person came."],
        ["the G‑dly soul. ", "\"a 'nefesh' that strikes\" - can also be understood."],
        ['Redemption of Israel." ', "[This is achieved] through preparation."],
        ['announces "Chazak!" - \'Be strong!" ', "G‑d is pumping energy."],
        ["ת. נ. צ. ב. ה."],
        ["Buttons, etc. ", "He came."],
        ["[Forty years since the passing. ", "He said it earlier. - Translator's note.]"],
        ["The Rambam passed away on 20 Teves. Translator’s note.]"],
        ["He was older than seventy, etc. every Jew will go."],
        ["Printed in the U.S.A. ", "All rights reserved."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    assert cut("".join(sentences)) == sentences


def test_note_reference_stays_with_the_sentence_before_it() -> None:
    whole = paragraph(sentence('"passed all."', ref("1", "fn-1"), " We have ", em("also. And"), " more."))
    assert _segmented(whole).sentences == (
        sentence('"passed all."', ref("1", "fn-1"), " "),
        sentence("We have ", em("also. ")),
        sentence(em("And"), " more."),
    )


def test_notes_are_cut_too() -> None:
    note = Note(id="fn-1", mark="1", blocks=(paragraph(sentence("Ibid 8. See there.")),))
    document = _document(paragraph(sentence("One.")), note)
    assert segment(document).notes[0].blocks == (paragraph(sentence("Ibid 8. "), sentence("See there.")),)


def _document(block: Paragraph, *notes: Note) -> Document:
    heading = Heading(sentence=sentence("Heading"))
    section = Section(id="sec-1", level=1, role=Role.CHAPTER, heading=heading, blocks=(block,), notes=notes)
    return Document(metadata=Metadata(), body=(section,))


def _segmented(block: Paragraph) -> Paragraph:
    found = segment(_document(block)).body[0].blocks[0]
    assert isinstance(found, Paragraph)
    return found


@given(st.text(alphabet="aBc .!?…\"'()[]1נ\n", max_size=60))
def test_cutting_loses_no_character(text: str) -> None:
    whole = Paragraph(sentences=(Sentence(inlines=sentence(text).inlines),))
    assert "".join(found.text for found in _segmented(whole).sentences) == text
    assert all(found.text.strip() for found in _segmented(whole).sentences) or not text.strip()
