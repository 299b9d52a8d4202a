import pytest

from pipeline.braille.characters import TRAPS, character_name, prepare_characters, substitute
from pipeline.braille.signs import Kind, Sign, signs_of
from tests.builders import inlines, ref


def prepared(text: str) -> str:
    return "".join(sign.text for sign in prepare_characters(signs_of(inlines(text))))


@pytest.mark.parametrize("character", TRAPS)
def test_no_trap_reaches_the_table_and_no_substitute_is_unknown(character, translator):
    text = prepared(f"a{character}b")
    assert character not in text
    assert translator.translate(text, [0] * len(text), language="en").unknown == ()


@pytest.mark.parametrize(
    ("printed", "given"),
    [
        ("said\N{WORD JOINER}—", "said—"),
        ("\N{ZERO WIDTH NO-BREAK SPACE}said", "said"),
        ("re\N{SOFT HYPHEN}demption", "redemption"),
        ("re\N{ZERO WIDTH SPACE}demption", "redemption"),
        ("\N{MODIFIER LETTER LEFT HALF RING}al", "'al"),
        ("word¹²", "word⠰⠔⠼⠁⠰⠔⠼⠃"),
    ],
)
def test_traps_are_taken_out(printed, given):
    assert prepared(printed) == given


def test_among_hebrew_only_what_is_invisible_is_taken_out():
    assert (
        prepared("א\N{RIGHT-TO-LEFT MARK}ב\N{HEBREW PUNCTUATION MAQAF}ג") == "אב\N{HEBREW PUNCTUATION MAQAF}ג"
    )


def test_a_hyphen_between_blanks_is_a_hyphen():
    assert prepared("Sivan - Erev") == "Sivan - Erev"


def test_letters_that_a_font_joins_are_letters():
    assert prepared("\ufb01nd the \ufb02ow") == "find the flow"


def test_a_bullet_of_any_shape_is_a_bullet():
    assert prepared("◆ one") == "• one"


@pytest.mark.parametrize("text", ["state -and", "pre- and post-war", "G-d", "8-13", "- first", "last -"])
def test_other_hyphens_stay(text):
    assert prepared(text) == text


def test_two_hyphens_are_one_dash():
    assert prepared("redemption--soon") == "redemption—soon"


@pytest.mark.parametrize("text", ["th--r", "d--d", "a ---- b"])
def test_hyphens_for_letters_left_out_stay(text):
    assert prepared(text) == text


def test_cells_are_not_touched():
    signs = signs_of((*inlines('"so"'), ref("1")))
    assert [sign.text for sign in prepare_characters(signs)] == ["“", "so", "”", "⠰⠔⠼⠁"]


def test_a_letter_with_an_unknown_mark_loses_the_mark_only():
    sign, lost = substitute(Sign(text="ḥ", printed="ḥ"))
    assert (sign.text, sign.printed, lost) == ("h", "ḥ", False)


def test_a_letter_of_another_width_is_the_letter():
    sign, lost = substitute(Sign(text="Ａ", printed="Ａ"))
    assert (sign.text, lost) == ("A", False)


def test_a_sign_without_braille_is_named_in_a_transcribers_note():
    sign, lost = substitute(Sign(text="☺", printed="☺", kind=Kind.TEXT))
    assert (sign.text, sign.printed, lost) == ("⠈⠨⠣white smiling face⠈⠨⠜", "☺", True)


def test_a_character_without_a_name_is_called_by_its_number():
    assert character_name("\ue000") == "u+e000"


def test_a_digit_of_another_script_is_the_digit():
    sign, lost = substitute(Sign(text="٣", printed="٣"))
    assert (sign.text, lost) == ("3", False)
