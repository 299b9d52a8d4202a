"""Pages of Wikisource."""

import pytest

from pipeline.model.metadata import Sidecar
from pipeline.readers.read import read_source
from tests.readers.outline_text import outline


def read(text: str) -> list[str]:
    document, notices = read_source("w.txt", ("{{nop}}" + text).encode(), Sidecar())
    return [line.strip() for line in outline(document, notices).splitlines()[2:]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "'''b''' ''i'' [[a]] [[a|c]] [https://x.org d]",
            ["p @1 strong{b} em{i} a c link<https://x.org>{d}"],
        ),
        ("{{sc|Small}} {{c|{{larger|mid}}}} {{gap}}{{dhr|2em}}end", ["p @1 Small mid end"]),
        ("{{sc|style=x|Small}}", ["p @1 Small"]),
        ("one {{hws|wo|word}} half", ["p @1 one wo half"]),
        ("one {{hws|wo|word}} {{hwe|rd|word}} whole", ["p @1 one word whole"]),
        ("a\n\nb", ["p @1 a", "p @3 b"]),
        ("a<ref>N</ref> b", ["p @1 aref[1=#wn1] b", "note 1 = #wn1 @3", "p @3 N"]),
        ("x&nbsp;a&amp;b", ["p @1 x⍽a&b"]),
    ],
)
def test_mark_up_is_read(text, lines):
    assert read(text) == lines


def test_running_heads_and_unknown_templates_are_told():
    found = read("<noinclude>{{rh|12|THE LAMP|}}{{rule}}</noinclude>a {{odd|b}} {{odd|c}} {{new|d}}")
    assert found[0] == "p @1 a b c d"
    assert [line.split(" ")[0] + line.split(" | ")[1] for line in found[1:]] == [
        "S-06712 THE LAMP",
        "S-068new",
        "S-068odd",
    ]
    assert "(2 times)" in found[3]


def test_all_words_of_an_unknown_template_are_kept():
    assert read("{{tooltip|a|b}} c")[0] == "p @1 a b c"


def test_number_at_the_foot_stands_where_the_page_begins():
    text = "one<noinclude>{{c|3}}</noinclude>\n\ntwo<noinclude>{{center|iv}}</noinclude>"
    assert [line for line in read(text) if line[:4] == "page"] == ["page @1 3", "page @1 iv"]


def test_lines_of_equals_signs_and_enlarged_lines_are_headings():
    document, _ = read_source(
        "w.txt", b"{{nop}}\n\n== Two ==\n\na\n\n=== Three ===\n\nb\n\n{{c|{{x-larger|BIG}}}}\n\nc", Sidecar()
    )
    assert [(one.heading.title, [in_.heading.title for in_ in one.sections]) for one in document.body] == [
        ("Two", ["Three"]),
        ("BIG", []),
    ]
