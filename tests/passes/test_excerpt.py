from pipeline.passes.excerpt import words_after, words_around, words_before

TEXT = "The revelation of godliness was temporary and the permanent state, will come later than that."


def test_no_word_is_cut_at_either_side():
    at = TEXT.index(",")
    assert words_around(TEXT, at, at + 1) == "temporary and the permanent state, will come later than that."
    assert words_before(TEXT, at) == "temporary and the permanent state"


def test_the_words_stay_on_their_line():
    assert words_around("one\ntwo three\nfour", 8, 13) == "two three"


def test_a_short_text_is_given_whole():
    assert (words_before("abc", 3), words_after("abc", 0)) == ("abc", "abc")


def test_the_white_space_at_the_place_is_kept():
    assert (words_before("a b", 2), words_after("a b", 1)) == ("a ", " b")
