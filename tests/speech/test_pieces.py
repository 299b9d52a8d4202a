from pipeline.model.inline import Citation, Gloss, Term, Text
from pipeline.speech.pieces import Foreign, Known, LineEnd, Plain, flatten, is_all_known
from tests.builders import BR, em, hebrew, inlines, link, ref, strong, term


def test_mark_up_and_note_signs_leave_no_trace():
    assert flatten(inlines("all ", strong("the ", em("end")), ref("1"), " of exile")) == (
        Plain(text="all the end of exile"),
    )


def test_terms_and_line_ends_are_pieces_of_their_own():
    zohar = term("Zohar", "ˈzoʊ.haɹ")
    assert flatten(inlines("see ", em(zohar), " 3:273a", BR, "end")) == (
        Plain(text="see "),
        Known(term=zohar),
        Plain(text=" 3:273a"),
        LineEnd(),
        Plain(text="end"),
    )


def test_a_term_without_a_sound_is_read_as_printed():
    assert flatten((Term(children=(Text(text="Chile"),), entry="chile", form="exact"),)) == (
        Plain(text="Chile"),
    )


def test_hebrew_letters_are_foreign_with_and_without_a_language_span():
    assert flatten(inlines("a ", hebrew("היי שותף"), " b תודה c")) == (
        Plain(text="a "),
        Foreign(text="היי שותף"),
        Plain(text=" b "),
        Foreign(text="תודה"),
        Plain(text=" c"),
    )


def test_a_term_inside_a_language_span_is_known():
    honorific = Term(children=inlines('ע"ה'), entry="ah", form="exact", read_as="peace be upon him")
    assert flatten((hebrew("x").__class__(language="he", children=(honorific,)),)) == (Known(term=honorific),)


def test_a_link_that_shows_its_address_is_one_plain_piece_whatever_the_lexicon_knows():
    torah = term("torah", "ˈtoʊ.ɹə")
    shown = link("https://torah.org", "")
    assert flatten((shown.__class__(href=shown.href, children=(torah, Text(text=".org"))),)) == (
        Plain(text="torah.org"),
    )


def test_the_words_of_a_link_keep_their_terms():
    torah = term("Torah", "ˈtoʊ.ɹə")
    assert flatten(
        (link("https://x.org", "").__class__(href="https://x.org", children=(Text(text="The "), torah)),)
    ) == (
        Plain(text="The "),
        Known(term=torah),
    )


def test_glosses_and_citations_are_read_through():
    assert flatten((Gloss(children=inlines("[soon]")), Citation(children=inlines(" 1:1")))) == (
        Plain(text="[soon] 1:1"),
    )


def test_only_punctuation_may_lie_outside_known_terms():
    honorific = Known(term=Term(children=inlines("ת. נ."), entry="x", form="exact", read_as="y"))
    assert is_all_known((honorific, Plain(text=" . ")))
    assert not is_all_known((honorific, Plain(text=" a")))
    assert not is_all_known((honorific, Foreign(text="ב")))
