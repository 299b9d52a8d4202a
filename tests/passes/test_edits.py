"""Edits of characters inside mark-up."""

from pipeline.model.inline import Text
from pipeline.passes.edits import merge_texts, replace_text
from tests.builders import em, inlines, link


def test_edit_stays_inside_its_mark_up() -> None:
    assert replace_text(inlines("a ", em("b,c"), " d"), 3, 4, ", ") == inlines("a ", em("b, c"), " d")


def test_insertion_goes_between_characters() -> None:
    assert replace_text(inlines("ab"), 1, 1, "-") == inlines("a-b")


def test_edit_over_mark_up_or_in_a_link_is_refused() -> None:
    assert replace_text(inlines("a", em("b")), 0, 2, "x") is None
    assert replace_text(inlines(link("https://a.org", "a.org")), 1, 2, " ") is None


def test_neighbouring_texts_become_one() -> None:
    assert merge_texts(inlines("a", "b", em("c"), "d")) == (Text(text="ab"), em("c"), Text(text="d"))
