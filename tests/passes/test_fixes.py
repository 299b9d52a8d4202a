"""Safe fixes: each changes what it should and nothing else."""

from dataclasses import replace

import pytest

from pipeline.passes.blocks import block_text
from pipeline.passes.fixes import fix_safely
from tests.builders import em, link
from tests.passes.documents import blocks_of, lines, para, text_of


@pytest.mark.parametrize(
    ("printed", "fixed", "codes"),
    [
        ("(Likutei Torah,Bamidbar13:3)", "(Likutei Torah, Bamidbar 13:3)", ["S-031", "S-032"]),
        ("its state -and beyond – by them", "its state – and beyond – by them", ["S-033"]),
        ('all your life.," into the days', 'all your life," into the days', ["S-034"]),
    ],
)
def test_spacing_and_dashes_are_put_right_and_told(printed: str, fixed: str, codes: list[str]) -> None:
    document, notices = fix_safely(text_of(para(printed)))
    assert block_text(blocks_of(document)[0]) == fixed
    assert [notice.code for notice in notices] == codes


def test_telephone_number_is_turned_in_hebrew_only() -> None:
    hebrew = replace(lines("היי", "753-6844 (718)", line=4), language="he")
    document, notices = fix_safely(text_of(hebrew, para("753-6844 (718)")))
    assert [block_text(block) for block in blocks_of(document)] == [
        "היי\n(718) 753-6844",
        "753-6844 (718)",
    ]
    assert [str(notice) for notice in notices] == [
        "essay.md:5:1: a telephone number in Hebrew text stood in right-to-left order. It now reads "
        "“(718) 753-6844”; printed: “753-6844 (718)” [S-035]"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a well-known thing, G-d willing",
        "the suffix -ing is short",
        "immediately - totally",
        "1,900 years; 3:273a; a.m.,",
        'Reuven, Shimon, etc.," he said',
        "write to a,b@example.org or https://example.org/a,b",
        "The Center, Inc., and others",
    ],
)
def test_right_text_is_left_alone(text: str) -> None:
    document = text_of(para(text))
    assert fix_safely(document) == (document, ())


def test_marked_up_words_and_links_keep_their_mark_up() -> None:
    document, _ = fix_safely(text_of(para(em("Torah,Zohar"), " at ", link("https://a.org/b,c", "a.org/b,c"))))
    assert blocks_of(document) == (para(em("Torah, Zohar"), " at ", link("https://a.org/b,c", "a.org/b,c")),)
