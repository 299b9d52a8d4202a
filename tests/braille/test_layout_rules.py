"""Every rule of layout on a page of 24 cells and 8 lines, beside what it must look like.

The rules are those of BANA Braille Formats (2016) as the project's checklist has them: page numbers, print page
indicators, running heads, headings, paragraphs, displayed matter, attributions, lists, verse, transcriber's notes,
notes after a separation line, contents, ends of volumes. golden/layout_rules.txt was read by eye, rule by rule.
"""

from pathlib import Path

import pytest

from pipeline.braille.cells import SEPARATION_LINE
from pipeline.braille.paginate import paginate
from pipeline.braille.styles import BrailleBlock, Style
from pipeline.model.braille import PageGeometry
from tests.braille.ascii_braille import cells, page_of

TINY = PageGeometry(cells_per_line=24, lines_per_page=8)
GOLDEN = Path(__file__).with_name("golden") / "layout_rules.txt"


def block(style: Style, *lines: str, **more) -> BrailleBlock:
    return BrailleBlock(style=style, lines=tuple(cells(line) for line in lines), **more)


PARAGRAPH = Style.PARAGRAPH
WORDS = "words of text that go on and on"
RULES: dict[str, tuple[list[BrailleBlock], dict]] = {
    "running head: line 1, centred, three blank cells at least on each side": (
        [block(PARAGRAPH, "text")],
        {"running_head": cells("a long title of a book")},
    ),
    "centred heading: blank line before and after, three cells free, runovers balanced": (
        [
            block(PARAGRAPH, "text"),
            block(Style.HEADING, "the announcement of redemption"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "cell-5 heading: blank line before, none after, runover in cell 5": (
        [
            block(PARAGRAPH, "text"),
            block(Style.HEADING_CELL_5, "the announcement of redemption"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "cell-7 heading: blank line before, none after, runover in cell 7": (
        [
            block(PARAGRAPH, "text"),
            block(Style.HEADING_CELL_7, "the announcement of redemption"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "a heading is kept with the text after it": (
        [
            block(PARAGRAPH, WORDS + " " + WORDS + " " + WORDS + " " + WORDS),
            block(Style.HEADING_CELL_5, "head"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "paragraph: 3-1": ([block(PARAGRAPH, WORDS)], {}),
    "displayed quotation: blank line before and after, two cells further in": (
        [
            block(PARAGRAPH, "text"),
            block(PARAGRAPH, WORDS, indent=2, displayed=True, closes=True),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "attribution: 5-5": ([block(Style.ATTRIBUTION, WORDS)], {}),
    "list: 1-3": ([block(Style.LIST_ENTRY, WORDS), block(Style.LIST_ENTRY, "two")], {}),
    "list in a list: two cells further in": (
        [block(Style.LIST_ENTRY, "one"), block(Style.LIST_ENTRY, WORDS, indent=2)],
        {},
    ),
    "verse: each line begins in cell 1, runover in cell 3, blank lines around": (
        [
            block(PARAGRAPH, "text"),
            block(Style.VERSE, "a line of verse", "a second line that runs over"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "transcriber's note: 7-5": ([block(Style.TRANSCRIBERS_NOTE, "@.<a word of the transcriber@.>")], {}),
    "notes: separation line, each note 1-3 after its raised number": (
        [
            block(PARAGRAPH, "text"),
            BrailleBlock(style=Style.SEPARATION_LINE, lines=(SEPARATION_LINE,)),
            block(Style.NOTE, ";9#a sanhedrin and much more"),
            block(Style.NOTE, ";9#b zohar"),
        ],
        {},
    ),
    "contents: guide dots of dot 5, numbers at the right": (
        [
            block(Style.HEADING, "3t5ts"),
            block(Style.CONTENTS_ENTRY, "%emos", tail=cells("#a")),
            block(Style.CONTENTS_ENTRY, "announcement", tail=cells("#ab"), indent=2),
        ],
        {"prefix": "t"},
    ),
    "separator: centred, blank lines around": (
        [block(PARAGRAPH, "text"), block(Style.SEPARATOR, '"9 "9 "9'), block(PARAGRAPH, "text")],
        {},
    ),
    "page number: bottom right, three blank cells before it, text of that line shortened": (
        [block(Style.NOTE, letter) for letter in "abcdefg"] + [block(Style.NOTE, "words of text that go on")],
        {},
    ),
    "preliminary pages: t and p before the number": ([block(PARAGRAPH, "text")], {"prefix": "p", "first": 3}),
    "print page number: top right": (
        [block(Style.PAGE_CHANGE, "#g"), block(PARAGRAPH, "text")],
        {"running_head": cells("title")},
    ),
    "print page change within a braille page: a line of dots 36 with the number at the right": (
        [block(PARAGRAPH, "text"), block(Style.PAGE_CHANGE, "#g"), block(PARAGRAPH, "text")],
        {"running_head": cells("title")},
    ),
    "print page that goes on: a letter before its number": (
        [block(Style.PAGE_CHANGE, "#g"), *[block(Style.NOTE, letter) for letter in "abcdefghi"]],
        {"running_head": cells("title")},
    ),
    "no single line of a paragraph at the foot or head of a page": (
        [block(Style.NOTE, letter) for letter in "abcdefg"] + [block(PARAGRAPH, WORDS)],
        {},
    ),
    "end of volume: centred, a blank line before": (
        [block(PARAGRAPH, "text"), block(Style.END, ",,! ,,5d")],
        {},
    ),
}


def golden() -> dict[str, list[str]]:
    pages: dict[str, list[str]] = {}
    rule = ""
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            rule = line.removeprefix("## ")
            pages[rule] = []
        else:
            pages[rule].append(line)
    return pages


def test_the_golden_file_has_every_rule_and_no_other():
    assert list(golden()) == list(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_page_looks_as_the_rule_wants(rule):
    blocks, how = RULES[rule]
    shown: list[str] = []
    for page in paginate(blocks, TINY, **how):
        shown += [*(f"|{line}" for line in page_of(page)), "---"]
    assert shown == golden()[rule]
