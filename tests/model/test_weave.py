import pytest

from pipeline.model.inline import Gloss, plain_text
from pipeline.model.weave import cut, wrap
from tests.builders import BR, em, inlines, ref, strong


def gloss(children):
    return Gloss(children=children)


def test_a_stretch_of_text_is_wrapped_where_it_stands():
    assert wrap(inlines("see Bava Basra now"), 4, 14, gloss) == inlines(
        "see ", Gloss(children=inlines("Bava Basra")), " now"
    )


def test_wrapping_goes_as_deep_as_the_mark_up_allows():
    assert wrap(inlines(em("see Zohar")), 4, 9, gloss) == (em("see ", Gloss(children=inlines("Zohar"))),)


def test_mark_up_that_spans_the_border_is_closed_and_opened_again():
    woven = wrap(inlines(em("a Bava"), " Basra"), 2, 12, gloss)
    assert woven == inlines(em("a "), Gloss(children=(em("Bava"), *inlines(" Basra"))))


def test_a_whole_element_is_wrapped_from_outside():
    assert wrap(inlines(em("Zohar")), 0, 5, gloss) == (Gloss(children=(em("Zohar"),)),)


def test_a_line_break_counts_as_one_character():
    woven = wrap(inlines("Rosh", BR, "Chodesh."), 0, 12, gloss)
    assert woven == inlines(Gloss(children=inlines("Rosh", BR, "Chodesh")), ".")


def test_a_note_reference_behind_the_stretch_stays_outside():
    assert wrap(inlines("Rambam", ref("1")), 0, 6, gloss) == (Gloss(children=inlines("Rambam")), ref("1"))


@pytest.mark.parametrize("offset", range(12))
def test_a_cut_loses_no_character(offset):
    whole = inlines("ab", em("cd", strong("ef")), BR, ref("1"), "ghij")
    left, right = cut(whole, offset)
    assert (plain_text(left) + plain_text(right), len(plain_text(left))) == (
        plain_text(whole),
        min(offset, 11),
    )


def test_no_characters_cannot_be_wrapped():
    with pytest.raises(ValueError, match=r"no characters at 3\.\.3"):
        wrap(inlines("abcdef"), 3, 3, gloss)
