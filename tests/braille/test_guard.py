import pytest

from pipeline.braille.guard import check_back
from pipeline.braille.styles import BrailleBlock, Style
from pipeline.braille.transcribe import Code, transcribe
from pipeline.model.settings import BrailleSettings
from pipeline.model.source import SourcePos
from tests.braille.ascii_braille import cells
from tests.builders import em, hebrew, inlines, ref, strong

POS = SourcePos(path="essay.md", line=3)


def found(lines: tuple[str, ...], printed: str, translator) -> list[tuple[str, str]]:
    block = BrailleBlock(style=Style.PARAGRAPH, lines=lines, printed=printed, pos=POS)
    return [(notice.code, notice.fragment) for notice in check_back((block,), translator)]


def brailled(translator, *parts) -> list[tuple[str, str]]:
    code = Code(translator=translator, settings=BrailleSettings())
    made = transcribe(inlines(*parts), code)
    return found(made.lines, made.printed, translator)


@pytest.mark.parametrize(
    "parts",
    [
        ('We have "passed all the deadlines."', ref("12"), " It was [all] of it."),
        (em("The whole of it"), " and ", strong("one"), " word"),
        ("Leib ", hebrew('ע"ה'), " of ", hebrew("נפלאות אראנו זאת"), ", there"),
        ("see ", hebrew("שמות (פרק 20) ועוד"), " and 30"),
        ("That is enough; i.e. heav'n, B.H. and M.P.",),
    ],
)
def test_braille_gives_its_words_again(parts, translator):
    assert brailled(translator, *parts) == []


def test_a_word_that_is_lost_is_named(translator):
    assert found((cells(",greet ,mo%ia*"),), "Greet our Moshiach", translator) == [("B-005", "our")]


def test_a_word_that_is_another_is_named(translator):
    assert found((cells(",greet \\r rebbe"),), "Greet our Moshiach", translator) == [("B-005", "moshiach")]


def test_a_word_that_nobody_printed_is_named(translator):
    assert found((cells(",greet \\r ,mo%ia* d1rly"),), "Greet our Moshiach", translator) == [("B-005", "")]
