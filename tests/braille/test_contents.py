from pipeline.braille.contents import contents
from pipeline.braille.layout import lay_out
from pipeline.braille.styles import BrailleBlock, Style
from tests.braille.ascii_braille import ascii_of, cells


def heading(text: str, level: int = 1, entry: str | None = None) -> BrailleBlock:
    name = cells(text if entry is None else entry)
    return BrailleBlock(style=Style.HEADING, lines=(cells(text),), level=level, entry=name)


def shown(*blocks: BrailleBlock, numbers: tuple[str, ...], width: int = 20) -> list[str]:
    entries = contents(blocks, numbers)
    return [ascii_of(line) for entry in entries for line in lay_out(entry, lambda _: width)]


def test_guide_dots_lead_to_the_page_number_at_the_right():
    assert shown(heading("shemos"), numbers=("12",)) == ['SHEMOS """"""""" #AB']


def test_lower_levels_stand_two_cells_further_in():
    assert shown(heading("a"), heading("b", 2), heading("c", 3), numbers=("1", "2", "p3")) == [
        'A """"""""""""""" #A',
        '  B """"""""""""" #B',
        '    C """""""""" P#C',
    ]


def test_an_entry_leaves_room_for_two_guide_dots():
    assert shown(heading("abcdefghijklmn"), numbers=("7",)) == ['ABCDEFGHIJKLMN "" #G']
    assert shown(heading("abcdef ghijklmn"), numbers=("7",)) == ["ABCDEF", '  GHIJKLMN """""" #G']


def test_a_long_entry_runs_over_and_ends_with_its_number():
    assert shown(heading("dedication yosef yisroel"), numbers=("16",)) == [
        "DEDICATION",
        "  YOSEF",
        '  YISROEL """""" #AF',
    ]


def test_runovers_stand_further_in_than_the_deepest_entry():
    assert shown(heading("dedication yosef"), heading("b", 2), heading("d", 4), numbers=("1", "2", "3")) == [
        "DEDICATION",
        '      YOSEF """"" #A',
        '  B """"""""""""" #B',
        '    D """"""""""" #C',
    ]


def test_what_is_no_heading_is_not_in_the_contents():
    assert contents([BrailleBlock(style=Style.PARAGRAPH, lines=("⠁",))], ["1"]) == ()
