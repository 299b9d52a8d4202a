from pipeline.braille.paginate import paginate
from pipeline.braille.splitting import split_blocks
from pipeline.braille.styles import BrailleBlock, Style
from pipeline.model.braille import PageGeometry

TINY = PageGeometry(cells_per_line=20, lines_per_page=5)


def paragraph(lines: int) -> BrailleBlock:
    return BrailleBlock(style=Style.PARAGRAPH, lines=("⠀".join(["⠁" * 9] * (2 * lines - 1)),))


HEADING = BrailleBlock(style=Style.HEADING, lines=("⠓",))


def sizes(*blocks: BrailleBlock, most: int) -> list[int]:
    return [len(run) for run in split_blocks(blocks, TINY, head="", most_pages=most)]


def test_without_a_limit_there_is_one_volume():
    assert sizes(*[paragraph(5)] * 9, most=0) == [9]


def test_a_volume_has_no_more_pages_than_wanted():
    blocks = [paragraph(lines) for lines in (1, 4, 2, 7, 3, 3, 1, 5, 2, 8)]
    for most in (3, 4, 5):
        runs = split_blocks(blocks, TINY, head="", most_pages=most)
        assert [block for run in runs for block in run] == blocks
        assert max(len(paginate(run, TINY)) for run in runs) <= most


def test_a_volume_ends_before_a_heading_that_is_near():
    blocks = [paragraph(5)] * 3 + [HEADING] + [paragraph(5)] * 3
    assert sizes(*blocks, most=5)[0] == 3


def test_a_heading_is_never_parted_from_its_text():
    blocks = [paragraph(5), HEADING, paragraph(5), HEADING, paragraph(5)]
    for most in (1, 2, 3, 4):
        runs = split_blocks(blocks, TINY, head="", most_pages=most)
        assert all(run[-1].style is not Style.HEADING for run in runs)
        assert [block for run in runs for block in run] == blocks
