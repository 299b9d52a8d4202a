"""Every rule of layout on a page of 24 cells and 8 lines, beside what it must look like.

Each rule begins with its section of BANA Braille Formats (docs/braille.md tells what these say), or with "ours" where
BANA has none. golden/layout_rules.txt was read by eye, rule by rule.
"""

from pathlib import Path

import pytest

from pipeline.braille.cells import SEPARATION_LINE
from pipeline.braille.paginate import fill_pages
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
    "1.8 running head: line 1, centred, three blank cells at least on each side": (
        [block(PARAGRAPH, "text")],
        {"running_head": cells("a long title of a book")},
    ),
    "4.4 centred heading: blank line before and after, three cells free, runovers balanced": (
        [
            block(PARAGRAPH, "text"),
            block(Style.HEADING, "the announcement of redemption"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "4.5 cell-5 heading: blank line before, none after, runover in cell 5": (
        [
            block(PARAGRAPH, "text"),
            block(Style.HEADING_CELL_5, "the announcement of redemption"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "4.6 cell-7 heading: blank line before, none after, runover in cell 7": (
        [
            block(PARAGRAPH, "text"),
            block(Style.HEADING_CELL_7, "the announcement of redemption"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "4.3 a heading is kept with the text after it": (
        [
            block(PARAGRAPH, WORDS + " " + WORDS + " " + WORDS + " " + WORDS),
            block(Style.HEADING_CELL_5, "head"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "1.9 paragraph: 3-1": ([block(PARAGRAPH, WORDS)], {}),
    "9.2 displayed quotation: blank line before and after, two cells further in": (
        [
            block(PARAGRAPH, "text"),
            block(PARAGRAPH, WORDS, indent=2, displayed=True, closes=True),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "9.4 attribution: 5-5": ([block(Style.ATTRIBUTION, WORDS)], {}),
    "8 list: 1-3": ([block(Style.LIST_ENTRY, WORDS), block(Style.LIST_ENTRY, "two")], {}),
    "8 list in a list: two cells further in, all runovers beyond the deepest entry": (
        [block(Style.LIST_ENTRY, WORDS, hang=2), block(Style.LIST_ENTRY, WORDS, indent=2)],
        {},
    ),
    "13 verse: each line begins in cell 1, runover in cell 3, blank lines around": (
        [
            block(PARAGRAPH, "text"),
            block(Style.VERSE, "a line of verse", "a second line that runs over"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "3 transcriber's note: 7-5": ([block(Style.TRANSCRIBERS_NOTE, "@.<a word of the transcriber@.>")], {}),
    "16.5 notes: separation line, each note 1-3 after its raised number": (
        [
            block(PARAGRAPH, "text"),
            BrailleBlock(style=Style.SEPARATION_LINE, lines=(SEPARATION_LINE,)),
            block(Style.NOTE, ";9#a sanhedrin and much more"),
            block(Style.NOTE, ";9#b zohar"),
        ],
        {},
    ),
    "2.10 contents: guide dots of dot 5, numbers at the right": (
        [
            block(Style.HEADING, "3t5ts"),
            block(Style.CONTENTS_ENTRY, "%emos", tail=cells("#a")),
            block(Style.CONTENTS_ENTRY, "announcement", tail=cells("#ab"), indent=2),
        ],
        {"prefix": "t"},
    ),
    "ours separator: centred, blank lines around": (
        [block(PARAGRAPH, "text"), block(Style.SEPARATOR, '"9 "9 "9'), block(PARAGRAPH, "text")],
        {},
    ),
    "1.15 page number: bottom right, three blank cells before it, text of that line shortened": (
        [block(Style.NOTE, letter) for letter in "abcdefg"] + [block(Style.NOTE, "words of text that go on")],
        {},
    ),
    "1.15 preliminary pages: t and p before the number": (
        [block(PARAGRAPH, "text")],
        {"prefix": "p", "first": 3},
    ),
    "1.11 print page number: top right": (
        [block(Style.PAGE_CHANGE, "#g"), block(PARAGRAPH, "text")],
        {"running_head": cells("title")},
    ),
    "1.11 print page change within a braille page: a line of dots 36 with the number at the right": (
        [block(PARAGRAPH, "text"), block(Style.PAGE_CHANGE, "#g"), block(PARAGRAPH, "text")],
        {"running_head": cells("title")},
    ),
    "1.11 print page that goes on: a letter before its number": (
        [block(Style.PAGE_CHANGE, "#g"), *[block(Style.NOTE, letter) for letter in "abcdefghi"]],
        {"running_head": cells("title")},
    ),
    "ours no single line of a paragraph at the foot or head of a page": (
        [block(Style.NOTE, letter) for letter in "abcdefg"] + [block(PARAGRAPH, WORDS)],
        {},
    ),
    "1.6 end of volume: centred, a blank line before": (
        [block(PARAGRAPH, "text"), block(Style.END, ",,! ,,5d")],
        {},
    ),
    "1.8 running head beside a print page number: shortened by whole words": (
        [block(Style.PAGE_CHANGE, "#g"), block(PARAGRAPH, "text")],
        {"running_head": cells("a longer title of book")},
    ),
    "1.8 a heading keeps its blank line under a running head": (
        [block(Style.HEADING, "head"), block(PARAGRAPH, "text")],
        {"running_head": cells("title")},
    ),
    "1.11 print page that begins with a braille page: its number above, no line": (
        [
            *[block(Style.NOTE, letter) for letter in "abcdefg"],
            block(Style.PAGE_CHANGE, "#h"),
            block(PARAGRAPH, "text"),
        ],
        {"running_head": cells("title"), "print_page": cells("#g")},
    ),
    "1.11 a print page change is kept with the text after it": (
        [
            *[block(Style.NOTE, letter) for letter in "abcdef"],
            block(Style.PAGE_CHANGE, "#h"),
            block(PARAGRAPH, WORDS),
        ],
        {"running_head": cells("title"), "print_page": cells("#g")},
    ),
    "1.15 long numbers: text of that line shortened by as much": (
        [block(Style.NOTE, letter) for letter in "abcd"] + [block(Style.NOTE, " ".join([WORDS] * 4))],
        {"first": 1234},
    ),
    "2.3 title page: centred lines, a blank line between, no running head": (
        [block(Style.TITLE, "cities of refuge"), block(Style.TITLE, "by %aul")],
        {"prefix": "t"},
    ),
    "2.10 contents: a long entry runs over, two guide dots at least": (
        [
            block(Style.CONTENTS_ENTRY, "! announcement of ! redemption", tail=cells("#abc")),
            block(Style.CONTENTS_ENTRY, "an entry so long", tail=cells("#abc")),
        ],
        {"prefix": "t"},
    ),
    "4.3 one heading under another: all stay with the text": (
        [
            *[block(Style.NOTE, letter) for letter in "abcd"],
            block(Style.HEADING, "head"),
            block(Style.HEADING_CELL_5, "lower"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "4.4 subtitle: centred under its heading, no blank line between": (
        [block(Style.HEADING, "head"), block(Style.SUBTITLE, "of a talk"), block(PARAGRAPH, "text")],
        {},
    ),
    "8 list after text: blank line before and after": (
        [
            block(PARAGRAPH, "text"),
            block(Style.LIST_ENTRY, "one", displayed=True),
            block(Style.LIST_ENTRY, "two", closes=True),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "9.2 dedication: its lines are a group, 1-3, blank lines around": (
        [
            block(PARAGRAPH, "text"),
            block(Style.LINES, "9 lov+ memory (", "! de> fr ( ! hor family"),
            block(PARAGRAPH, "text"),
        ],
        {},
    ),
    "16.5 a separation line is kept with the first note": (
        [
            *[block(Style.NOTE, letter) for letter in "abcdefg"],
            BrailleBlock(style=Style.SEPARATION_LINE, lines=(SEPARATION_LINE,)),
            block(Style.NOTE, ";9#a sanhedrin"),
        ],
        {},
    ),
    "ours a word is not divided; what is longer than a line is cut with dot 5": (
        [block(PARAGRAPH, "see www4averylongaddressofthe4org now")],
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
    for page in fill_pages(blocks, TINY, **how).pages:
        shown += [*(f"|{line}" for line in page_of(page)), "---"]
    assert shown == golden()[rule]
