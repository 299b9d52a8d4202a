from pipeline.writers.markup import element, empty, escape, escape_words, lines


def test_characters_of_the_text_are_escaped():
    assert escape('Mr. & Mrs. <"Levi">') == 'Mr. &amp; Mrs. &lt;"Levi"&gt;'


def test_attributes_keep_their_order_and_empty_ones_are_left_out():
    assert (
        element("p", {"id": "b", "class": "", "a": 'x "y"'}, "text")
        == '<p id="b" a="x &quot;y&quot;">text</p>'
    )


def test_an_element_without_content_keeps_its_end_tag():
    assert element("span", {}) + empty("br", {}) == "<span></span><br/>"


def test_lines_leave_out_what_is_empty():
    assert lines("<p/>", "", "<hr/>") == "<p/>\n<hr/>"


def test_hebrew_in_a_plain_line_has_its_language_and_direction():
    span = '<span lang="he" xml:lang="he" dir="rtl">\u05e4\u05e8\u05e9\u05ea \u05ea\u05e8\u05d5\u05de\u05d4</span>'
    line = "\u05e4\u05e8\u05e9\u05ea \u05ea\u05e8\u05d5\u05de\u05d4 | A & B"
    assert escape_words(line) == f"{span} | A &amp; B"
    own = span.replace(' lang="he"', "")
    assert escape_words(line, ("xml:lang",)) == f"{own} | A &amp; B"
