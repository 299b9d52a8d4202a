from dataclasses import replace

from pipeline.model.document import PageBreak, Role
from pipeline.writers.epub_navigation import navigation_document
from pipeline.writers.sections import heading_label
from tests.builders import BR, hebrew, ref, sentence, small_document

FILES = {section.id: f"text/{section.id}.xhtml" for section in small_document().sections}


def test_every_section_is_listed_under_its_label():
    nav = navigation_document(small_document(), FILES).decode()
    assert '<a href="text/sec-announcement.xhtml#sec-12">Announcement 12</a>' in nav
    assert nav.count("<li><a href=") == 5


def test_a_label_keeps_languages_and_leaves_out_notes_and_line_ends():
    heading = small_document().body[0].heading
    long = replace(heading, sentence=sentence("One", BR, "line ", hebrew("א"), ref("1", "n"), id="s"))
    assert heading_label(long) == 'One line <span lang="he" xml:lang="he" dir="rtl">א</span>'


def test_landmarks_tell_the_colophon_from_what_follows_the_text():
    document = small_document()
    colophon = replace(document.back[0], id="colophon", role=Role.COLOPHON)
    files = {**FILES, "colophon": "text/colophon.xhtml"}
    nav = navigation_document(replace(document, back=(colophon,)), files).decode()
    assert "After the text" not in nav
    assert '<a epub:type="colophon" href="text/colophon.xhtml">Advertisement</a>' in nav


def test_print_pages_become_a_page_list():
    document = small_document()
    chapter = replace(document.body[0], blocks=(PageBreak(number="7", id="page-7"),))
    nav = navigation_document(replace(document, body=(chapter,)), FILES).decode()
    assert '<li><a href="text/sec-announcement.xhtml#page-7">7</a></li>' in nav
    assert 'role="doc-pagelist"' in nav
