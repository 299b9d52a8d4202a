from pipeline.braille.signs import BOLD, ITALIC, signs_of
from pipeline.braille.typeforms import bits_of_whole, braille_typeforms
from tests.builders import em, inlines, ref, strong


def shown(*parts, bit: int = ITALIC, styling: int = 0) -> str:
    """The text with what has the bit between braces."""
    text, inside = "", False
    for sign in braille_typeforms(signs_of(inlines(*parts)), styling=styling):
        if bool(sign.typeform & bit) != inside:
            text += "}" if inside else "{"
            inside = not inside
        text += sign.text
    return text + ("}" if inside else "")


def test_emphasis_reaches_over_the_punctuation_after_it():
    assert shown(em("Hayom Yom"), ", among") == "{Hayom Yom,} among"


def test_two_emphasised_words_make_one_stretch():
    assert shown(em("Bava"), " ", em("Basra"), " 74b") == "{Bava Basra} 74b"


def test_an_emphasised_blank_at_the_end_is_not_emphasised():
    assert shown(em("Zohar "), "3:273a") == "{Zohar} 3:273a"


def test_closing_punctuation_ends_no_emphasised_word():
    assert shown("[", em("soon"), "] all") == "[{soon]} all"
    assert shown("the “Children of ", em("Israel"), "” has") == "the “Children of {Israel”} has"
    assert shown("(", em("soon"), ")", ref("1"), " all") == "({soon})⠰⠔⠼⠁ all"
    assert shown(em("soon"), "—all") == "{soon}—all"


def test_a_passage_takes_in_the_brackets_that_touch_it():
    assert shown("see [", em("he passed away"), "] now") == "see {[he passed away]} now"
    assert shown("(", em("he passed away")) == "{(he passed away}"


def test_a_passage_takes_in_the_reference_at_its_end():
    assert shown(strong("at the end"), ref("1"), " of", bit=BOLD) == "{at the end⠰⠔⠼⠁} of"


def test_a_word_does_not_take_in_the_reference_at_its_end():
    assert shown(strong("end"), ref("1"), " of", bit=BOLD) == "{end}⠰⠔⠼⠁ of"


def test_a_passage_goes_on_over_the_references_in_it():
    assert shown(em("he ", ref("1"), "passed", ref("2"), " away")) == "{he ⠰⠔⠼⠁passed⠰⠔⠼⠃ away}"
    assert shown(em("he passed ["), ref("1"), em("] away")) == "{he passed [⠰⠔⠼⠁] away}"


def test_a_word_ends_before_the_reference_within_two():
    assert shown(em("Bava", ref("1"), " Basra")) == "{Bava}⠰⠔⠼⠁{ Basra}"


def test_brackets_round_a_reference_are_no_emphasis():
    assert shown(em("soon [", ref("1"), "]"), " all") == "{soon} [⠰⠔⠼⠁] all"
    assert shown(em("soon[", ref("1"), "]"), " all") == "{soon}[⠰⠔⠼⠁] all"


def test_a_passage_in_brackets_takes_in_the_reference_before_the_closing_one():
    assert shown("(", em("he passed away", ref("1")), ") now") == "{(he passed away⠰⠔⠼⠁)} now"


def test_one_emphasis_is_enough():
    assert shown(em(strong("so very")), " much", bit=BOLD) == "so very much"
    assert shown(em(strong("so very")), " much", bit=ITALIC) == "{so very} much"


def test_emphasis_within_emphasis_sets_a_part_apart():
    assert shown(em("so ", strong("very")), " much", bit=BOLD) == "so {very} much"
    assert shown(em("so ", strong("very")), " much", bit=ITALIC) == "{so very} much"


def test_emphasis_of_marks_alone_is_none():
    assert shown(em("tiferes —"), " honor") == "{tiferes} — honor"
    assert shown(em("the feet — “"), "steps”") == "{the feet} — “steps”"
    assert shown("Torah", strong(":"), " so", bit=BOLD) == "Torah: so"
    assert shown(em("so!"), " ", em("—"), " ", em("why")) == "{so!} — {why}"
    assert shown("www.ylcrecording.com", em(".")) == "www.ylcrecording.com."


def test_styling_emphasis_is_dropped():
    assert shown(strong("Leib"), " ben Moshe", bit=BOLD, styling=BOLD) == "Leib ben Moshe"


def test_emphasis_of_the_whole_is_found_whatever_stands_between():
    assert bits_of_whole(signs_of(inlines(em("(From the"), " ", em("talks)"), "."))) == ITALIC
    assert bits_of_whole(signs_of(inlines(em("From"), " the"))) == 0
    assert bits_of_whole(signs_of(inlines("* * *"))) == 0
