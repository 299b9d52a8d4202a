"""Trees of HTML and XML."""

import pytest

from pipeline.errors import SourceError
from pipeline.readers.markup import DEEPEST, parse_html, parse_xhtml, parse_xml, squeezed


def code(parse, text: str) -> str:
    with pytest.raises(SourceError) as caught:
        parse("e.html", text)
    return f"{caught.value.code} {caught.value.where}"


def test_tree_has_tags_attributes_lines_and_parents():
    root = parse_html("e.html", "<body>\n<P Class='A note_x' id=i>one<br>two</P>tail</body>")
    body, p = root.find("body"), root.find("p")
    assert (p.tag, p.get("id"), p.get("none"), p.line, p.parent) == ("p", "i", "", 2, body)
    assert [child if isinstance(child, str) else child.tag for child in p.children] == ["one", "br", "two"]
    assert body.children[-1] == "tail"
    assert list(p.ancestors()) == [body, root]
    assert [one.tag for one in body.elements()] == ["body", "p", "br"]
    assert body.find("table") is None


def test_classes_are_those_of_class_role_and_type_and_their_parts():
    p = parse_xml(
        "e", '<p xmlns:epub="http://www.idpf.org/2007/ops" class="A-b" role="doc-note" epub:type="x:y_z"/>'
    )
    assert p.classes == {"a-b", "a", "b", "doc-note", "doc", "note", "x:y_z", "x", "y", "z"}


def test_names_of_attributes_have_no_prefix_but_those_that_mean_something():
    p = parse_xml(
        "e",
        '<p xml:lang="he" xmlns:a="urn:a" a:b="c" xmlns:epub="http://www.idpf.org/2007/ops" epub:type="t"/>',
    )
    assert p.attributes == {"lang": "he", "b": "c", "epub:type": "t"}


def test_words_are_those_of_print():
    root = parse_html(
        "e", "<body><p>a<b>b</b></p><p>c\n  d</p><script>x</script><style>y</style>e<br>f</body>"
    )
    assert root.words() == "ab c d e f"
    assert root.find("p").text() == "ab"


def test_comments_and_instructions_are_no_words():
    assert parse_html("e", "<p>a<!-- b -->c<?php d ?>e</p>").words() == "ace"
    assert parse_xml("e", "<p>a<!-- b -->c<?x d?>e</p>").words() == "ace"


def test_named_characters_are_those_of_html():
    assert parse_html("e", "<p>a&nbsp;&mdash;&eacute;</p>").text() == " a\u00a0—é "
    page = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd"><p>a&nbsp;&mdash;b</p>'
    assert parse_xhtml("e", page).text() == "a\u00a0—b"


@pytest.mark.parametrize("parse", [parse_html, parse_xml, parse_xhtml])
def test_what_is_not_safe_or_too_deep_is_refused(parse):
    entity = "<!DOCTYPE p [<!entity x 'y'>]><p>&x;</p>"
    assert code(parse, entity) == "S-016 e.html"
    inside = DEEPEST - (2 if parse is parse_html else 0)
    assert parse("e.html", "<b>" * inside + "x" + "</b>" * inside).words() == "x"
    assert code(parse, "<b>" * (inside + 1) + "x" + "</b>" * (inside + 1)) == "S-017 e.html"


def test_a_tree_deeper_than_the_library_goes_is_refused():
    assert code(parse_html, "<b>" * 5_000 + "x") == "S-017 e.html"


def test_xml_that_is_not_well_formed_is_refused_with_its_line_and_read_as_a_browser_does():
    assert code(parse_xml, "<p>a\n<b></p>") == "S-018 e.html:2"
    assert parse_xhtml("e", "<p>a\n<b>c</p>").words() == "a c"
    assert code(parse_html, "<!-- -->") == "S-001 e.html"


def test_declaration_of_another_encoding_does_no_harm():
    assert parse_xml("e", '<?xml version="1.0" encoding="latin-1"?><p>é</p>').words() == "é"


def test_no_break_spaces_stay_where_others_fold():
    assert squeezed("a \n\t b\u00a0c") == "a b\u00a0c"


def test_what_stands_behind_the_end_of_the_body_is_in_it():
    body = parse_html("e", "<html><body><p>a</p></body></html>b<p>c</p>").find("body")
    assert body.words() == "a b c"
    assert all(one.parent for one in body.elements())
