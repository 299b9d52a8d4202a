"""What counts as heard."""

from pipeline.verify.coverage import Hearing, check_coverage
from pipeline.verify.markup import Flaw, Markup, descendants, parse_markup


def unheard(body: str) -> list[tuple[str, str]]:
    """Check a body in which the elements of class v are voiced and those of class note are notes."""
    markup = parse_markup("a.html", f"<html><body>{body}</body></html>".encode())
    assert not isinstance(markup, Flaw)
    hearing = Hearing(
        voiced=_of(markup, "v"), notes=_of(markup, "note"), silent=lambda each: each.name == "nav"
    )
    return [(finding.code, finding.fragment) for finding in check_coverage(markup, hearing, "E-324")]


def _of(markup: Markup, kind: str) -> set:
    return {element for element in descendants(markup.root) if element.get("class") == kind}


def test_words_inside_a_voiced_element_are_heard_at_any_depth():
    assert unheard('<p class="v">All <b>is <i>good</i></b>.</p>') == []


def test_words_beside_a_voiced_element_are_not():
    assert unheard('<p><span class="v">All</span> is good.</p>') == [("E-324", "is good.")]


def test_bare_signs_need_no_sound():
    assert unheard("<p>* * *</p>") == []


def test_excused_elements_are_silent_with_all_they_hold():
    assert unheard("<nav><p>Contents</p></nav>") == []


def test_hebrew_block_with_one_clip_is_announced():
    body = '<p lang="he"><span class="v">שלום</span> <span>לכם</span> <span>כולם</span></p>'
    assert unheard(body) == [("E-113", "שלום לכם כולם")]


def test_hebrew_block_without_clip_is_not_announced():
    assert unheard('<p lang="he"><span>שלום</span></p>') == [("E-324", "שלום")]


def test_signature_of_a_note_has_its_own_code():
    assert unheard('<div class="note"><i class="v">See.</i> <i>Translator’s note.</i></div>') == [
        ("E-114", "Translator’s note.")
    ]


def test_words_inside_a_note_are_no_signature():
    assert unheard('<div class="note"><i>See.</i> <i class="v">More.</i></div>') == [("E-324", "See.")]


def test_signature_may_be_emphasised_inside_brackets():
    body = '<div class="note"><i class="v">[See.</i> <i><b>Translator’s note.</b>]</i></div>'
    assert unheard(body) == [("E-114", "Translator’s note.")]


def test_sign_with_which_a_note_begins_needs_no_sound():
    assert unheard('<div class="note">2 <i class="v">See.</i></div>') == []
    assert unheard('<div class="note"><p>8* <i class="v">See.</i></p></div>') == []


def test_number_inside_a_note_does():
    assert unheard('<div class="note"><p><i class="v">See</i> 2 <i class="v">more.</i></p></div>') == [
        ("E-324", "2")
    ]
