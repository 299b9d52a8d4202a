from pipeline.braille.paginate import paginate, shorten_head
from pipeline.braille.styles import BrailleBlock, Style
from pipeline.model.braille import PageGeometry
from tests.braille.ascii_braille import ascii_of, cells, page_of

TINY = PageGeometry(cells_per_line=20, lines_per_page=5)


def block(style: Style, *lines: str, **more) -> BrailleBlock:
    return BrailleBlock(style=style, lines=tuple(cells(line) for line in lines), **more)


def paragraph(lines: int, letter: str = "a") -> BrailleBlock:
    """A paragraph of so many full lines."""
    return block(Style.PARAGRAPH, " ".join([letter * 9] * (2 * lines - 1)))


def pages(*blocks: BrailleBlock, head: str = "", geometry: PageGeometry = TINY, **more) -> list[list[str]]:
    made = paginate(blocks, geometry, running_head=cells(head), **more)
    return [page_of(page) for page in made]


def test_the_page_number_stands_at_the_end_of_the_last_line():
    assert pages(block(Style.PARAGRAPH, "one")) == [["  ONE", "", "", "", " " * 18 + "#A"]]


def test_text_on_the_last_line_leaves_three_cells_before_the_number():
    (page,) = pages(block(Style.LINES, "a", "b", "c", "d", "123456789 12345"))
    assert page[-1] == "123456789 12345   #A"
    longer = [block(Style.NOTE, letter) for letter in "abcd"]
    first, second = pages(*longer, block(Style.NOTE, "123456789 123456"))
    assert (first[-1], second[0]) == (" " * 18 + "#A", "123456789 123456")


def test_pages_are_numbered_with_their_prefix_from_the_first_number():
    made = paginate([block(Style.LINES, *"abcdef")], TINY, prefix="t", first=2)
    assert [page.number for page in made] == ["t2", "t3"]
    assert ascii_of(made[1].lines[-1].cells) == " " * 17 + "T#C"


def test_the_running_head_is_centred_on_the_first_line():
    assert pages(block(Style.PARAGRAPH, "one"), head="ab cd")[0][:2] == ["       AB CD", "  ONE"]


def test_a_long_running_head_loses_whole_words():
    assert ascii_of(shorten_head(cells("reflections of it all"), TINY)) == "REFLECTIONS OF"


def test_capitals_in_a_shortened_running_head_end_with_it():
    assert ascii_of(shorten_head(cells(",,,a sharp look at us,'"), TINY)) == ",,,A SHARP,'"
    assert ascii_of(shorten_head(cells(",,,a b c,' and then again"), TINY)) == ",,,A B C,' AND"


def test_a_heading_has_blank_lines_before_and_after_it():
    blocks = (paragraph(1), block(Style.HEADING, "head"), paragraph(1))
    assert pages(*blocks, geometry=PageGeometry(cells_per_line=20, lines_per_page=6))[0][:5] == [
        "  AAAAAAAAA", "", "        HEAD", "", "  AAAAAAAAA",
    ]  # fmt: skip


def test_a_heading_under_the_running_head_keeps_its_blank_line():
    assert pages(block(Style.HEADING, "ab"), paragraph(1), head="run")[0][:4] == [
        "        RUN",
        "",
        "         AB",
        "",
    ]


def test_a_subtitle_follows_its_heading_without_a_blank_line():
    (page,) = pages(block(Style.HEADING, "ab"), block(Style.SUBTITLE, "cd"), block(Style.PARAGRAPH, "e"))
    assert page[:4] == ["         AB", "         CD", "", "  E"]


def test_a_cell_5_heading_has_no_blank_line_after_it():
    (page,) = pages(
        block(Style.PARAGRAPH, "a"), block(Style.HEADING_CELL_5, "bb"), block(Style.PARAGRAPH, "c")
    )
    assert page[:4] == ["  A", "", "    BB", "  C"]


def test_a_heading_never_ends_a_page():
    first, second = pages(block(Style.LINES, "a", "b"), block(Style.HEADING, "head"), paragraph(2))
    assert first[:4] == ["A", "B", "", ""]
    assert second[:4] == ["        HEAD", "", "  AAAAAAAAA", "AAAAAAAAA AAAAAAAAA"]


def test_a_separation_line_never_ends_a_page():
    first, second = pages(
        block(Style.LINES, "a", "b", "c"), block(Style.SEPARATION_LINE, '"333333'), block(Style.NOTE, "one")
    )
    assert (first[3:], second[:2]) == (["", " " * 18 + "#A"], ['"333333', "ONE"])


def test_a_paragraph_leaves_no_single_line_at_the_foot():
    first, second = pages(*[block(Style.PARAGRAPH, letter) for letter in "1234"], paragraph(4))
    assert first == ["  1", "  2", "  3", "  4", " " * 18 + "#A"]
    assert second[0] == "  AAAAAAAAA"


def test_a_paragraph_sends_no_single_line_ahead():
    first, second = pages(block(Style.PARAGRAPH, "1"), paragraph(4))
    assert first == ["  1", "  AAAAAAAAA", "AAAAAAAAA AAAAAAAAA", "", " " * 18 + "#A"]
    assert second[:3] == ["AAAAAAAAA AAAAAAAAA", "AAAAAAAAA AAAAAAAAA", ""]


def test_a_short_paragraph_that_cannot_be_parted_goes_to_the_next_page():
    first, second = pages(block(Style.PARAGRAPH, "1"), block(Style.PARAGRAPH, "2"), paragraph(3))
    assert first == ["  1", "  2", "", "", " " * 18 + "#A"]
    assert second[:3] == ["  AAAAAAAAA", "AAAAAAAAA AAAAAAAAA", "AAAAAAAAA AAAAAAAAA"]


def test_no_blank_line_begins_a_page():
    blocks = (block(Style.LINES, *"abcde"), block(Style.SEPARATOR, "* * *"), paragraph(1))
    assert pages(*blocks)[1][0] == "       * * *"


def test_displayed_matter_has_a_blank_line_before_and_after_it():
    quoted = block(Style.PARAGRAPH, "b", indent=2, displayed=True, closes=True)
    assert pages(paragraph(1), quoted, paragraph(1))[0] == [
        "  AAAAAAAAA",
        "",
        "    B",
        "",
        "  AAAAAAAAA       #A",
    ]


def test_the_end_is_said_when_the_page_has_room():
    end = block(Style.END, "the end")
    assert pages(paragraph(1), end)[0][2] == "      THE END"
    assert len(pages(block(Style.LINES, *"abcd"), end)) == 1
    assert len(pages(block(Style.LINES, *"abcde"), end)) == 1


def test_a_block_longer_than_a_page_goes_on():
    made = pages(paragraph(12))
    words = " ".join(
        line.replace("#A", "").replace("#B", "").replace("#C", "") for page in made for line in page
    )
    assert words.split() == ["AAAAAAAAA"] * 23


def test_every_page_has_all_its_lines():
    for page in pages(paragraph(12), head="run"):
        assert len(page) == 5
        assert max(len(line) for line in page) <= 20


def test_no_blocks_give_no_pages():
    assert pages() == []


def test_a_page_of_print_that_begins_within_a_braille_page_has_a_line_of_its_own():
    (page,) = pages(
        block(Style.NOTE, "a"), block(Style.PAGE_CHANGE, "#g"), block(Style.NOTE, "b"), head="title"
    )
    assert page == ["       TITLE", "A", "-" * 18 + "#G", "B", " " * 18 + "#A"]


def test_the_number_of_the_print_page_stands_at_the_right_above_and_goes_on_with_letters():
    made = pages(
        block(Style.PAGE_CHANGE, "#g"),
        *(block(Style.NOTE, letter) for letter in "abcdefghijkl"),
        head="title",
    )
    assert [page[0] for page in made] == [
        "       TITLE      #G",
        "       TITLE     A#G",
        "       TITLE     B#G",
    ]


def test_a_long_running_head_makes_room_for_the_print_page_number():
    (page,) = pages(block(Style.PAGE_CHANGE, "#aj"), block(Style.NOTE, "a"), head="a long head here")
    assert page[0] == "       A LONG    #AJ"


def test_pages_without_a_running_head_keep_the_first_line_for_the_print_page_number():
    (page,) = pages(block(Style.PAGE_CHANGE, "#g"), block(Style.NOTE, "a"))
    assert page[:2] == [" " * 18 + "#G", "A"]
