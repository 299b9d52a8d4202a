from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.inline import Gloss, plain_text
from pipeline.model.weave import cut, cut_all, wrap
from tests.builders import BR, em, inlines, ref, strong


def gloss(children):
    return Gloss(children=children)


def test_a_stretch_of_text_is_wrapped_where_it_stands():
    assert wrap(inlines("see Bava Basra now"), [(4, 14, gloss)]) == inlines(
        "see ", Gloss(children=inlines("Bava Basra")), " now"
    )


def test_wrapping_goes_as_deep_as_the_mark_up_allows():
    assert wrap(inlines(em("see Zohar")), [(4, 9, gloss)]) == (em("see ", Gloss(children=inlines("Zohar"))),)


def test_mark_up_that_spans_the_border_is_closed_and_opened_again():
    woven = wrap(inlines(em("a Bava"), " Basra"), [(2, 12, gloss)])
    assert woven == inlines(em("a "), Gloss(children=(em("Bava"), *inlines(" Basra"))))


def test_a_whole_element_is_wrapped_from_outside():
    assert wrap(inlines(em("Zohar")), [(0, 5, gloss)]) == (Gloss(children=(em("Zohar"),)),)


def test_a_line_break_counts_as_one_character():
    woven = wrap(inlines("Rosh", BR, "Chodesh."), [(0, 12, gloss)])
    assert woven == inlines(Gloss(children=inlines("Rosh", BR, "Chodesh")), ".")


def test_a_note_reference_behind_the_stretch_stays_outside():
    assert wrap(inlines("Rambam", ref("1")), [(0, 6, gloss)]) == (Gloss(children=inlines("Rambam")), ref("1"))


@pytest.mark.parametrize("offset", range(12))
def test_a_cut_loses_no_character(offset):
    whole = inlines("ab", em("cd", strong("ef")), BR, ref("1"), "ghij")
    left, right = cut(whole, offset)
    assert (plain_text(left) + plain_text(right), len(plain_text(left))) == (
        plain_text(whole),
        min(offset, 11),
    )


@settings(deadline=None)
@given(st.data())
def test_many_stretches_are_the_same_as_one_after_the_other(data):
    whole = inlines("ab", ref("1"), em("cd", strong("ef"), ref("2"), "g"), BR, em("hi"), "jk")
    borders = data.draw(st.lists(st.integers(0, 12), unique=True).map(sorted))
    stretches = [(begin, end, gloss) for begin, end in pairwise(borders)][:: data.draw(st.integers(1, 2))]
    one_by_one = whole
    for stretch in stretches:
        one_by_one = wrap(one_by_one, [stretch])
    assert wrap(whole, stretches) == one_by_one
    assert plain_text(one_by_one) == plain_text(whole)


def test_what_overlaps_is_refused():
    with pytest.raises(ValueError, match=r"no characters at 2\.\.4"):
        wrap(inlines("abcdef"), [(1, 3, gloss), (2, 4, gloss)])


def test_what_ends_behind_the_text_is_refused():
    with pytest.raises(ValueError, match="behind the last character"):
        wrap(inlines("abcdef"), [(4, 7, gloss)])


def test_no_characters_cannot_be_wrapped():
    with pytest.raises(ValueError, match=r"no characters at 3\.\.3"):
        wrap(inlines("abcdef"), [(3, 3, gloss)])


def test_many_cuts_are_the_same_as_one_after_the_other():
    whole = inlines("ab", em("cd", strong("ef")), BR, ref("1"), "ghij")
    first, rest = cut(whole, 3)
    second, third = cut(rest, 4)
    assert cut_all(whole, (3, 7)) == (first, second, third)


@pytest.mark.parametrize("offsets", [(), (1,), (2, 4), (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)])
def test_many_cuts_lose_nothing(offsets):
    whole = inlines("ab", em("cd", strong("ef")), BR, ref("1"), "ghij")
    parts = cut_all(whole, offsets)
    assert "".join(map(plain_text, parts)) == plain_text(whole)
    assert [inline for part in parts for inline in part if isinstance(inline, type(ref("1")))] == [ref("1")]


def test_a_note_reference_at_a_cut_stays_before_it():
    assert cut_all(inlines("One.", ref("1"), " Two."), (4,)) == (inlines("One.", ref("1")), inlines(" Two."))
