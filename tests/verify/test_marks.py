"""What editions print and mark, compared sign by sign."""

import pytest

from pipeline.verify.marks import check_same_print, check_same_roles, read_print, read_roles

PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><body><h1>A Word</h1>
<div role="doc-pagebreak" aria-label="page 3"></div>
<p>All <em>is</em> good, <a href="#n">1</a> and <span lang="he" dir="rtl">\u05d8\u05d5\u05d1</span>.</p>
<ol><li>See <a href="http://a.example/">this</a>.</li></ol></body></html>"""
DTBOOK = """<dtbook xmlns="http://www.daisy.org/z3986/2005/dtbook/" xml:lang="en"><book><bodymatter><level1>
<h1>A Word</h1><pagenum>3</pagenum><p>All <em>is</em> good, <noteref idref="#n">1</noteref> and
<span xml:lang="he" dir="rtl">\u05d8\u05d5\u05d1</span>.</p>
<list type="ol" enum="1"><li>See <a href="http://a.example/" external="true">this</a>.</li></list>
</level1></bodymatter></book></dtbook>"""


def found(page: str) -> list[tuple[str, str]]:
    texts = {"a.epub": PAGE, "b.xml": DTBOOK, "c.html": page}
    prints = {path: read_print({path: text.encode()}) for path, text in texts.items()}
    return [(str(notice.pos.path), notice.code) for notice in check_same_print(prints)]


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("page 3", "page 4"),
        PAGE.replace('<div role="doc-pagebreak" aria-label="page 3"></div>', ""),
        PAGE.replace("<h1>A Word</h1>", "").replace('page 3"></div>', 'page 3"></div><h1>A Word</h1>'),
    ],
)
def test_page_that_begins_elsewhere_or_has_another_number_is_named(page):
    assert ("c.html", "E-515") in found(page)


@pytest.mark.parametrize(
    ("old", "new"),
    [("<ol>", '<ol type="a">'), ("<ol>", '<ol reversed="reversed" start="2">'), ("<li>", '<li value="7">')],
)
def test_items_under_other_signs_are_named(old, new):
    assert found(PAGE.replace(old, new)) == [("c.html", "E-507")]


def test_second_arrow_back_of_a_note_is_no_sign_of_the_text():
    page = PAGE.replace("</body>", '<p><a role="doc-backlink" href="#r">↩</a></p></body>')
    assert found(page) == []
    assert found(page.replace("↩", "2")) == [("c.html", "E-506")]


def test_formats_that_say_the_same_in_their_own_elements_agree():
    assert found(PAGE) == []
    assert list(check_same_print({})) == []


@pytest.mark.parametrize(
    ("old", "new"), [("good,", "good;"), ("<p>All", "<p>All</p><p>"), ("A Word", "A Word!"), ("is", "Is")]
)
def test_other_signs_are_named_with_the_edition(old, new):
    assert found(PAGE.replace(old, new, 1)) == [("c.html", "E-506")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("em>", "span>"),
        ("h1>", "p>"),
        ("<p>", '<p dir="rtl">'),
        (' lang="en"', ' lang="de"'),
        ("a.example", "b.example"),
        ("<ol>", '<ol start="2">'),
        ("ol>", "ul>"),
        ("good", '<abbr title="better">good</abbr>'),
    ],
)
def test_other_marks_are_named_with_the_edition(old, new):
    assert found(PAGE.replace(old, new)) == [("c.html", "E-507")]


def test_finding_shows_what_is_said_and_what_most_say():
    changed = read_print({"c.html": PAGE.replace("em>", "strong>").encode()})
    same = read_print({"a.epub": PAGE.encode()})
    (notice,) = check_same_print({"a": same, "b": same, "c": changed})
    assert notice.fragment.startswith("AWord | Allisgood,")
    assert notice.fragment.endswith(": strong, en, ltr / em, en, ltr")


def test_section_with_another_role_is_named():
    page = b'<html><body><div id="s" class="chapter"><h1>A</h1></div></body></html>'
    text = b'<dtbook><book><level1 id="s" class="chapter"><h1>A</h1></level1></book></dtbook>'
    good = {"a.html": page, "b.xml": text}
    roles = {path: read_roles({path: content}) for path, content in good.items()}
    assert roles == {"a.html": {"s": "chapter"}, "b.xml": {"s": "chapter"}}
    assert list(check_same_roles(roles)) == []
    other = {**roles, "c.html": {"s": "glossary"}}
    assert [(n.code, n.fragment) for n in check_same_roles(other)] == [("E-511", "s: glossary / chapter")]
