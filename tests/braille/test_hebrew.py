import unicodedata

import pytest

from pipeline.braille.characters import prepare_characters
from pipeline.braille.hebrew import braille_hebrew
from pipeline.braille.signs import signs_of
from tests.braille.ascii_braille import ascii_of
from tests.builders import hebrew, inlines


def brailled(*parts, translator) -> str:
    signs, unknown = braille_hebrew(signs_of(inlines(*parts)), translator)
    assert unknown == ()
    return "".join(sign.text for sign in signs)


def test_one_word_has_the_word_sign(translator):
    assert brailled("Leib ", hebrew('ע"ה'), " was", translator=translator) == "Leib ⠘⠷⠫⠐⠓ was"


def test_two_words_have_two_word_signs_and_an_end_before_a_bracket(translator):
    assert brailled("[", hebrew("נפלאות אראנו"), "]", translator=translator) == "[⠘⠷⠝⠋⠇⠁⠺⠹⠀⠘⠷⠁⠗⠁⠝⠺⠘⠾]"


def test_three_words_are_a_passage(translator):
    assert brailled(hebrew("ת. נ. צ. ב. ה."), translator=translator) == "⠐⠷⠄⠹⠲⠀⠝⠲⠀⠮⠲⠀⠧⠲⠀⠓⠲⠠⠐⠾"


def test_a_passage_goes_on_over_brackets_and_digits(translator):
    made = brailled(hebrew("על כל"), " [", hebrew("ברכות"), " 8], ", hebrew("כן"), ".", translator=translator)
    assert ascii_of(made[:-1]) == "\"('$L *L ,7VR*W? #H7'1 *N,\")"
    assert made[-1] == "."


def test_a_passage_takes_in_the_brackets_of_its_last_and_first_words(translator):
    made = brailled(hebrew("בני ישראל (א,א)"), ". So", translator=translator)
    assert ascii_of(made.removesuffix(". So")) == '"(\'VNJ J%RAL 7A1A7,")'
    made = brailled("[", hebrew("שמות ב"), "] ", hebrew("ויאמר משה"), translator=translator)
    assert ascii_of(made) == "\"(',7%MW? V7' WJAMR M%H,\")"


def test_a_passage_ends_at_a_bracket_of_the_english_around_it(translator):
    made = brailled("(", hebrew("על כל זה"), ") x", translator=translator)
    assert made == "(⠐⠷⠄⠫⠇⠀⠡⠇⠀⠵⠓⠠⠐⠾) x"
    made = brailled(hebrew("על כל"), " (", hebrew("זה"), " b) ", hebrew("כן"), translator=translator)
    assert made == "⠘⠷⠫⠇⠀⠘⠷⠡⠇ (⠘⠷⠵⠓ b) ⠘⠷⠡⠝"


def test_brackets_that_do_not_match_end_a_passage(translator):
    made = brailled(hebrew("על כל (זה"), "].) ", hebrew("כן"), translator=translator)
    assert made == "⠘⠷⠫⠇⠀⠘⠷⠡⠇ (⠘⠷⠵⠓⠘⠾].) ⠘⠷⠡⠝"


def test_a_geresh_at_the_end_of_a_word_closes_no_quotation(translator):
    assert brailled(hebrew("וכו'"), translator=translator) == "⠘⠷⠺⠡⠺⠄"
    assert brailled(hebrew("ה׳ הוא"), translator=translator) == "⠘⠷⠓⠄⠀⠘⠷⠓⠺⠁"
    assert brailled(hebrew("'כן לא'"), translator=translator) == "⠘⠷⠠⠦⠡⠝⠀⠘⠷⠇⠁⠴⠄"


def test_a_full_stop_by_itself_is_no_decimal_point(translator):
    assert brailled(hebrew("על . . כן"), translator=translator) == "⠐⠷⠄⠫⠇⠀⠲⠀⠲⠀⠡⠝⠠⠐⠾"


@pytest.mark.parametrize(
    ("printed", "ascii_form"), [("ע״ה", 'ע"ה'), ("שיחי׳", "שיחי'"), ("בית־דין", "בית-דין")]
)
def test_hebrew_punctuation_is_made_what_the_table_knows(printed, ascii_form, translator):
    assert brailled(hebrew(printed), translator=translator) == brailled(
        hebrew(ascii_form), translator=translator
    )


def test_a_pointed_shin_is_one_letter(translator):
    assert brailled(hebrew("שׁש"), translator=translator) == "⠘⠷⠩⠩"
    # In NFC the vowel stands before the dot that makes a shin a sin.
    israel = unicodedata.normalize("NFC", "יִשְׂרָאֵל")
    assert israel.index("\N{HEBREW POINT SHEVA}") < israel.index("\N{HEBREW POINT SIN DOT}")
    assert brailled(hebrew(israel), translator=translator) == "⠘⠷⠚⠊⠱⠄⠗⠣⠁⠌⠇"


@pytest.mark.parametrize(
    ("printed", "cells"),
    [("בַּ", "⠃⠉"), ("ב", "⠧"), ("כָּל", "⠅⠣⠇"), ("פֶּה", "⠏⠑⠓"), ("תּוֹ", "⠳⠺⠕"), ("הוּא", "⠓⠬⠁"), ("וָּה", "⠺⠣⠐⠓")],
)
def test_a_letter_with_its_dot_has_the_cell_of_both(printed, cells, translator):
    assert brailled(hebrew(unicodedata.normalize("NFC", printed)), translator=translator) == f"⠘⠷{cells}"


def test_a_sign_that_the_table_lacks_is_left_to_english(translator):
    assert brailled(hebrew("א[ב] ☺"), translator=translator) == "⠘⠷⠁⠘⠾[⠘⠷⠧⠘⠾] ☺"


def test_a_mark_of_direction_is_nothing(translator):
    printed = "א\N{RIGHT-TO-LEFT MARK}ב"
    signs, unknown = braille_hebrew(prepare_characters(signs_of((hebrew(printed),))), translator)
    assert ("".join(sign.text for sign in signs), unknown) == ("⠘⠷⠁⠧", ())


def test_yiddish_double_letters_are_two_letters(translator):
    ligature = "\N{HEBREW LIGATURE YIDDISH DOUBLE YOD}"
    assert brailled(hebrew(ligature), translator=translator) == "⠘⠷⠚⠚"


def test_a_mark_without_a_cell_is_given_back(translator):
    meteg = "\N{HEBREW POINT METEG}"
    signs, unknown = braille_hebrew(signs_of((hebrew(f"א{meteg}ב"),)), translator)
    assert unknown == (meteg,)
    assert ["".join(sign.text for sign in signs), signs[0].printed] == ["⠘⠷⠁⠧", f"א{meteg}ב"]
