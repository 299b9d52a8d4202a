from pipeline.braille.layout import lay_out
from pipeline.braille.styles import BrailleBlock, Style
from tests.braille.ascii_braille import ascii_of, cells


def laid(style: Style, *lines: str, width: int = 20, indent: int = 0) -> list[str]:
    block = BrailleBlock(style=style, lines=tuple(cells(line) for line in lines), indent=indent)
    return [ascii_of(line) for line in lay_out(block, lambda _: width)]


def test_a_paragraph_is_3_1():
    assert laid(Style.PARAGRAPH, "one two three four five six") == ["  ONE TWO THREE FOUR", "FIVE SIX"]


def test_lines_keep_their_breaks_and_run_over_two_cells_in():
    assert laid(Style.LINES, "reb leib ben reb eliyahu", "ekman") == [
        "REB LEIB BEN REB",
        "  ELIYAHU",
        "EKMAN",
    ]


def test_a_note_is_1_3():
    assert laid(Style.NOTE, ";9#a sanhedrin 97b and more") == [";9#A SANHEDRIN 97B", "  AND MORE"]


def test_an_attribution_is_5_5():
    assert laid(Style.ATTRIBUTION, "from the talks of teves") == ["    FROM THE TALKS", "    OF TEVES"]


def test_a_transcribers_note_is_7_5():
    assert laid(Style.TRANSCRIBERS_NOTE, "@.<picture of it here@.>") == [
        "      @.<PICTURE OF",
        "    IT HERE@.>",
    ]


def test_cell_5_and_cell_7_headings_are_blocked():
    assert laid(Style.HEADING_CELL_5, "the going out of egypt") == ["    THE GOING OUT OF", "    EGYPT"]
    assert laid(Style.HEADING_CELL_7, "the going out of") == ["      THE GOING OUT", "      OF"]


def test_a_heading_is_centred():
    assert laid(Style.HEADING, "shmos") == ["       SHMOS"]


def test_a_long_heading_leaves_three_cells_and_balances_its_lines():
    assert laid(Style.HEADING, "the announcement") == ["        THE", "    ANNOUNCEMENT"]
    assert laid(Style.HEADING, "a bb ccc dddd eeeee") == ["      A BB CCC", "     DDDD EEEEE"]


def test_displayed_matter_stands_two_cells_further_in():
    assert laid(Style.PARAGRAPH, "one two three four five", indent=2) == ["    ONE TWO THREE", "  FOUR FIVE"]


def test_a_line_may_end_after_a_dash_without_blanks():
    assert laid(Style.PARAGRAPH, "the redemption,-soon now") == ["  THE REDEMPTION,-", "SOON NOW"]


def test_a_line_is_filled_to_its_last_cell():
    assert laid(Style.NOTE, "12345678901234567890 1") == ["12345678901234567890", "  1"]
    assert laid(Style.NOTE, "1234567890123456789 12") == ["1234567890123456789", "  12"]


def test_what_is_longer_than_a_line_is_cut_with_the_continuation_sign():
    assert laid(Style.NOTE, "abcdefghijklmnopqrstuvwxyz") == ['ABCDEFGHIJKLMNOPQRS"', "  TUVWXYZ"]


def test_a_print_page_change_is_a_line_with_the_number_at_its_end():
    assert laid(Style.PAGE_CHANGE, "#ab") == ["-----------------#AB"]


def test_each_line_has_its_own_width():
    block = BrailleBlock(style=Style.PARAGRAPH, lines=(cells("one two three four five six"),))
    lines = lay_out(block, lambda line: 10 if line == 0 else 20)
    assert [ascii_of(line) for line in lines] == ["  ONE TWO", "THREE FOUR FIVE SIX"]


def test_a_heading_fits_the_narrower_of_its_lines():
    block = BrailleBlock(style=Style.HEADING, lines=(cells("aa bb cc dd"),))
    lines = lay_out(block, lambda line: 20 if line == 0 else 14)
    assert [ascii_of(line) for line in lines] == ["       AA BB", "    CC DD"]
