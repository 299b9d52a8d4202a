from pipeline.writers.markup import element, empty, escape, lines


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
