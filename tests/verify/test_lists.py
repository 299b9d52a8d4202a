"""The signs before the items of a list."""

import pytest

from pipeline.verify.lists import signs_of_items
from pipeline.verify.markup import Flaw, parse_markup


@pytest.mark.parametrize(
    ("attributes", "signs"),
    [
        ("", ["1", "2", "3"]),
        ('start="4"', ["4", "5", "6"]),
        ('start="x"', ["1", "2", "3"]),
        ('reversed="reversed"', ["3", "2", "1"]),
        ('type="a"', ["a", "b", "c"]),
        ('type="A" start="3"', ["C", "D", "E"]),
        ('type="i"', ["i1", "i2", "i3"]),
    ],
)
def test_signs_are_those_that_the_eye_reads(attributes, signs):
    assert read(f"<ol {attributes}><li/><li/><li/></ol>") == signs


def test_item_may_have_a_number_of_its_own():
    assert read('<ol><li/><li value="7"/><li/></ol>') == ["1", "7", "8"]


def test_list_of_a_dtbook_says_its_kind_elsewhere():
    assert read('<list type="ol" enum="1"><li/></list>') == ["1"]
    assert read('<list type="ol" enum="a"><li/></list>') == ["a"]


def test_other_lists_have_no_signs():
    assert read("<ul><li/></ul>") == read('<list type="pl"><li/></list>') == []


def read(text: str) -> list[str]:
    markup = parse_markup("a.xml", text.encode())
    assert not isinstance(markup, Flaw)
    return list(signs_of_items(markup.root).values())
