import pytest

from pipeline.braille.cells import is_cells, number_cells


@pytest.mark.parametrize(("number", "cells"), [("7", "⠼⠛"), ("120", "⠼⠁⠃⠚"), ("t1", "⠞⠼⠁"), ("p12", "⠏⠼⠁⠃")])
def test_page_numbers_are_digits_after_their_prefix(number, cells):
    assert number_cells(number) == cells


@pytest.mark.parametrize("number", ["", "t", "x1", "٣"])
def test_what_is_no_page_number_is_refused(number):
    with pytest.raises(ValueError, match="not a page number"):
        number_cells(number)


def test_only_six_dot_cells_count_as_cells():
    assert is_cells("⠍⠕")
    assert not is_cells("⡀")
    assert not is_cells("auto")
    assert not is_cells("")
