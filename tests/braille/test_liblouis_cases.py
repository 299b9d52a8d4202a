"""No case of liblouis' own tests comes out worse by our translation than by liblouis alone."""

import pytest

from pipeline.braille.transcribe import Code, transcribe
from pipeline.model.settings import BrailleSettings
from tests.braille.liblouis_cases import FOLDER, Case, read_cases

BLANK = "\u2800"
FILES = sorted(FOLDER.glob("en-ueb*.yaml")) if FOLDER.is_dir() else []
DELIBERATE = {
    # A whole quotation between straight marks is quoted, with direction; liblouis keeps the marks of print.
    "'display will minimise'",
    # Bold and italics on the same word: one of them shows that it is set apart (BANA Braille Formats, typeforms).
    "... referred to as sea waves or (from the Japanese) tsunami.",
}


def words(cells: str) -> str:
    return BLANK.join(word for word in cells.split(BLANK) if word)


@pytest.mark.skipif(not FILES, reason="liblouis' test cases are not beside the project")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_case_is_worse_than_by_liblouis_alone(path, translator):
    worse = [
        case.text
        for case in read_cases(path)
        if case.text not in DELIBERATE and right_alone(case, translator) and not right_by_us(case, translator)
    ]
    assert worse == []


def right_alone(case: Case, translator) -> bool:
    alone = translator.translate(case.text, case.typeforms, language=case.language)
    return words(alone.cells) == words(case.cells)


def right_by_us(case: Case, translator) -> bool:
    code = Code(translator=translator, settings=BrailleSettings(), english=case.language)
    return BLANK.join(transcribe(case.inlines, code).lines) == words(case.cells)
