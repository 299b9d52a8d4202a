from pipeline.braille.signs import BOLD, ITALIC, UNCONTRACTED, Kind, reference_cells, signs_of
from pipeline.model.inline import Term, Text, plain_text
from pipeline.model.walk import every_sentence
from tests.builders import BR, em, hebrew, inlines, ref, small_document, strong, term


def row(signs) -> list[tuple[str, Kind, int]]:
    return [(sign.text, sign.kind, sign.typeform) for sign in signs]


def test_emphasis_becomes_typeforms():
    signs = signs_of(inlines(em("a", strong("b")), "c"))
    assert row(signs) == [("a", Kind.TEXT, ITALIC), ("b", Kind.TEXT, ITALIC | BOLD), ("c", Kind.TEXT, 0)]


def test_the_lexicon_can_forbid_contractions():
    signs = signs_of((em(term("Al", "al", braille="uncontracted")),))
    assert {sign.typeform for sign in signs} == {ITALIC | UNCONTRACTED}


def test_the_lexicon_can_give_the_cells():
    (sign,) = signs_of((term("Moshiach", "x", braille="⠍⠕"),))
    assert (sign.text, sign.printed, sign.kind) == ("⠍⠕", "Moshiach", Kind.CELLS)


def test_a_note_reference_is_a_raised_number():
    (sign,) = signs_of((ref("12"),))
    assert (sign.text, sign.printed, sign.kind) == ("⠰⠔⠼⠁⠃", "", Kind.REFERENCE)
    assert reference_cells("*") == "⠰⠔*"


def test_hebrew_letters_are_known_without_a_language_span():
    assert "".join(sign.kind for sign in signs_of(inlines('a (ע"ה) ב.'))) == "tst" + "hhh" + "ts" + "h" + "t"


def test_in_hebrew_a_word_with_latin_letters_or_digits_is_not_hebrew():
    kinds = "".join(sign.kind for sign in signs_of(inlines("טל.: (718) א!"), language="he"))
    assert kinds == "hhhh" + "s" + "ttttt" + "s" + "hh"


def test_hebrew_that_the_lexicon_knows_can_be_given_by_its_meaning():
    honorific = Term(children=(hebrew('ע"ה'),), entry="x", form="exact", read_as="peace", language="he")
    signs = signs_of((honorific,), hebrew="meaning")
    assert "".join(sign.text for sign in signs) == "peace"
    assert "".join(sign.printed for sign in signs) == 'ע"ה'
    assert {sign.kind for sign in signs_of((honorific,))} == {Kind.HEBREW}


def test_a_line_break_is_a_sign_of_its_own():
    assert [sign.kind for sign in signs_of((Text(text="a"), BR))] == [Kind.TEXT, Kind.LINE_BREAK]


def test_every_character_of_print_is_printed_by_one_sign():
    for sentence in every_sentence(small_document()):
        for setting in ("cells", "meaning"):
            signs = signs_of(sentence.inlines, hebrew=setting)
            assert "".join(sign.printed for sign in signs) == plain_text(sentence.inlines)
