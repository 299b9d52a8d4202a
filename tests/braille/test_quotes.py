import pytest

from pipeline.braille.quotes import direct_quotes


@pytest.mark.parametrize(
    ("printed", "directed"),
    [
        ('"passed all the deadlines."', "“passed all the deadlines.”"),
        ('("All of you")', "(“All of you”)"),
        ('life..."', "life...”"),
        ("\"a 'nefesh' that\"", "“a ‘nefesh’ that”"),
        ("[in Hebrew 'nefesh']", "[in Hebrew ‘nefesh’]"),
        ("“already” ‘curly’", "“already” ‘curly’"),
        ('word -"then" on', "word -“then” on"),
        ("'The Sages' words are true,' he said", "‘The Sages' words are true,’ he said"),
        ("‘The Sages’ words are true,’ he said", "‘The Sages' words are true,’ he said"),
        ("'mitzvos' and 'sichos', as said.", "‘mitzvos’ and ‘sichos’, as said."),
        ("the 'mitzvos' of the boys' fathers", "the ‘mitzvos’ of the boys' fathers"),
    ],
)
def test_quotation_marks_get_their_direction(printed, directed):
    assert direct_quotes(printed) == directed


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("b'chezkas", "b'chezkas"),
        ("G-d's people", "G-d's people"),
        ("b’chezkas", "b'chezkas"),
        ("the Sages’ words", "the Sages' words"),
        ("’tis so", "'tis so"),
        ("'tis so", "'tis so"),
        ("a 'don't' sign", "a ‘don't’ sign"),
        ("'Be strong!\"", "'Be strong!”"),
        ("'e 'n' Ma", "'e 'n' Ma"),
    ],
)
def test_a_mark_without_a_partner_is_an_apostrophe(printed, kept):
    assert direct_quotes(printed) == kept


def test_the_text_keeps_its_length():
    text = "\"'' ‘x’ '\"' \" '"
    assert len(direct_quotes(text)) == len(text)


@pytest.mark.parametrize("text", ["‘your", '40" E', '"', "’", "gone.’"])
def test_a_mark_whose_meaning_nobody_knows_stays_what_print_has(text):
    assert direct_quotes(text) == text
