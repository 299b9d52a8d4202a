"""Hebrew and English beside each other in plain text."""

from pipeline.model.document import Paragraph
from pipeline.model.metadata import Sidecar
from pipeline.passes.blocks import block_text
from pipeline.readers.columns import columns_of, may_be_columns
from pipeline.readers.read import read_source

HEBREW = ("הכל צפוי והרשות נתונה", "ובטוב העולם נדון")
ENGLISH = ("All is foreseen, and freedom is given,", "and the world is judged with goodness,", "so he says.")


def test_each_column_is_read_by_itself_and_told() -> None:
    lines = [f"{HEBREW[0]}     {ENGLISH[0]}", f"{HEBREW[1]}     {ENGLISH[1]}", " " * 30 + ENGLISH[2]]
    assert columns_of(lines) == (HEBREW, ENGLISH)
    document, notices = read_source("avos.txt", "\n".join(lines).encode(), Sidecar())
    blocks = document.body[0].blocks
    assert [block_text(block) for block in blocks] == [" ".join(HEBREW), " ".join(ENGLISH)]
    assert all(isinstance(block, Paragraph) for block in blocks)
    assert [notice.code for notice in notices] == ["S-069"]


def test_column_may_stand_on_either_side() -> None:
    lines = [f"{english}\t{hebrew}" for english, hebrew in zip(ENGLISH, HEBREW, strict=False)]
    assert columns_of(lines) == (ENGLISH[:2], HEBREW)


def test_hebrew_words_in_english_lines_are_no_column() -> None:
    assert columns_of(["He said   הכל   and went away,", "and the world   ובטוב   was judged."]) is None
    assert columns_of(["See   הכל צפוי", "and what is said there", "about it by Rashi", "and others"]) is None
    assert columns_of([f"{HEBREW[0]} {ENGLISH[0]}", f"{HEBREW[1]} {ENGLISH[1]}"]) is None
    assert columns_of(ENGLISH) is None
    assert columns_of([f"{HEBREW[0]}   {ENGLISH[0]}", f"{ENGLISH[1]}   {HEBREW[1]}"]) is None


def test_lines_that_may_be_columns_without_a_gap_are_told() -> None:
    jumbled = [f"{hebrew} {english}" for hebrew, english in zip((*HEBREW, HEBREW[0]), ENGLISH, strict=True)]
    assert may_be_columns(jumbled)
    assert not may_be_columns(jumbled[:2])
    assert not may_be_columns([*jumbled[:2], ENGLISH[2]])
    notices = read_source("avos.txt", "\n".join(jumbled).encode(), Sidecar())[1]
    assert [notice.code for notice in notices] == ["S-070"]
