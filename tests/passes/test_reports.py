"""Reports: each rule sees its fault, and right text gives none."""

import pytest

from pipeline.model.document import Block
from pipeline.passes.reports import report
from pipeline.passes.segment import segment
from tests.passes.documents import lines, para, text_of


def codes(block: Block) -> list[str]:
    return [notice.code for notice in report(segment(text_of(block)))]


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (para("a project of Ascent (// All rights reserved"), "S-041"),
        (para("closed] but never opened"), "S-041"),
        (para('"Chazak!" - \'Be strong!" he said.'), "S-042"),
        (para("the “small city, his body"), "S-042"),
        (para('in unity,..."and "so'), "S-043"),
        (para("the soul. \"a 'nefesh'\" is one."), "S-044"),
        (para("Ibid 8."), "S-045"),
        (para("Rabbi Kaufmann, Ph.D"), "S-045"),
        (para("the fifty first year"), "S-046"),
        (para("in the the world"), "S-047"),
        (para("Copyright 2003 by, a project"), "S-048"),
        (lines("602 North Orange Drive.", "Los Angeles, CA 90036"), "S-049"),
        (para("bas Chedva שתח'ל Wolf"), "S-050"),
    ],
)
def test_fault_is_reported(block: Block, code: str) -> None:
    assert codes(block) == [code]


@pytest.mark.parametrize(
    "block",
    [
        para('He said, "So it is" (as above [here]).'),
        para('ע"ה and "so on" etc., etc. and Ph.D. too'),
        para("that that is, very very good"),
        para("fifty-first of fifty, first of all"),
        para("Copyright 2003 by the Press."),
        lines("602 North St.", "Los Angeles, CA 90036"),
        para("the year ה'תשמ"),
    ],
)
def test_right_text_is_not_reported(block: Block) -> None:
    assert codes(block) == []


def test_place_is_the_line_of_the_fault() -> None:
    notice = report(text_of(lines("The Center", "602 Drive.", "Los Angeles, CA 90036", line=46)))[0]
    assert (notice.pos and notice.pos.line) == 47
