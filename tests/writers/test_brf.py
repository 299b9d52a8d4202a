from dataclasses import replace

import pytest

from pipeline.model.braille import BrailleLine, BraillePage, PageGeometry, Volume
from pipeline.model.document import Document
from pipeline.model.metadata import Metadata
from pipeline.model.publication import Publication
from pipeline.model.speech import Narration
from pipeline.writers.brf import write_brf, write_uncontracted_brf


def publication(*volumes: Volume) -> Publication:
    return Publication(
        slug="two-essays",
        document=Document(metadata=Metadata()),
        narration=Narration(tracks=(), narrator="", sample_rate_hz=22050),
        volumes=volumes,
        entries=(),
        generator="test",
    )


def volume(*pages: tuple[str, ...]) -> Volume:
    made = tuple(
        BraillePage(lines=tuple(BrailleLine(cells=line) for line in lines), number="1") for lines in pages
    )
    return Volume(pages=made, geometry=PageGeometry())


def test_lines_end_with_crlf_and_every_page_with_a_form_feed():
    files = write_brf(publication(volume(("⠠⠍⠕⠩⠊⠁⠡", "", "⠀⠀⠼⠁"), ("⠮", "⠼⠃"))))
    assert files == {"braille/two-essays.brf": b",MO%IA*\r\n\r\n  #A\r\n\f!\r\n#B\r\n\f"}


def test_no_blank_ends_a_line():
    assert write_brf(publication(volume(("⠁⠀⠀", "⠀"))))["braille/two-essays.brf"] == b"A\r\n\r\n\f"


def test_each_of_the_64_cells_has_its_own_byte():
    cells = "".join(chr(0x2800 + place) for place in range(1, 64))
    line = write_brf(publication(volume((cells,))))["braille/two-essays.brf"].removesuffix(b"\r\n\f")
    assert sorted(line) == list(range(0x21, 0x60))


@pytest.mark.parametrize(
    ("cell", "byte"),
    [("⠁", b"A"), ("⠼", b"#"), ("⠈", b"@"), ("⠘", b"^"), ("⠳", b"\\"), ("⠸", b"_"), ("⠿", b"=")],
)
def test_the_set_is_the_north_american_one_in_capitals(cell, byte):
    assert write_brf(publication(volume((cell,))))["braille/two-essays.brf"] == byte + b"\r\n\f"


@pytest.mark.parametrize("strange", ["⡀", "a", "\n"])
def test_what_is_no_cell_of_six_dots_is_refused(strange):
    with pytest.raises(ValueError, match=r"not cells|can't decode"):
        write_brf(publication(volume(("⠁" + strange,))))


def test_more_volumes_are_more_files():
    one = volume(("⠁",))
    two = replace(one, pages=one.pages * 2)
    assert write_brf(publication(one, two)) == {
        "braille/two-essays-1.brf": b"A\r\n\f",
        "braille/two-essays-2.brf": b"A\r\n\fA\r\n\f",
    }


def test_the_grade_1_edition_has_a_name_of_its_own():
    made = replace(publication(), uncontracted_volumes=(volume(("⠞⠓⠑",)),))
    assert write_uncontracted_brf(made) == {"braille/two-essays-grade1.brf": b"THE\r\n\f"}


def test_line_ends_can_be_lf():
    made = replace(publication(volume(("⠮",))), braille_line_end="lf")
    assert write_brf(made) == {"braille/two-essays.brf": b"!\n\f"}
