"""What the links of a text mean."""

import pytest

from pipeline.readers.anchors import Page, find_anchors, page_number
from pipeline.readers.markup import parse_html


def tied(*bodies: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Give (mark, words of the note) of each reference, and the words of the back links."""
    pages = [Page(path=f"{n}.html", root=parse_html("p", f"<body>{b}</body>")) for n, b in enumerate(bodies)]
    anchors = find_anchors(pages)
    elements = {id(element): element for page in pages for element in page.root.elements()}
    keys = {key: elements[at].words() for at, (key, _) in anchors.notes.items()}
    for at, key in anchors.more.items():
        keys[key] += f" + {elements[at].words()}"
    found = [(mark, keys[key]) for key, mark in anchors.references.values()]
    return found, sorted(elements[at].words() for at in anchors.back_links)


@pytest.mark.parametrize(
    ("body", "references"),
    [
        ("<p>a<a href='#n'><sup>1</sup></a></p><p id='n'>Ibid.</p>", [("1", "Ibid.")]),
        ("<p>a<sup><a href='#n'>1</a></sup></p><p id='n'>Ibid.</p>", [("1", "Ibid.")]),
        ("<p>a<a href='#n'>1</a></p><p id='n'>1. Ibid.</p>", [("1", "1. Ibid.")]),
        ("<p>a<a href='#n'>1</a></p><p id='n'>12 Ibid.</p>", []),
        ("<p>a<a href='#n'>1</a></p><p id='n'>Ibid.</p>", []),
        ("<p>a<a href='#n' class='noteref'>1</a></p><p id='n'>Ibid.</p>", [("1", "Ibid.")]),
        ("<p>a<a href='#n'>[1]</a></p><p id='n' class='footnote'>Ibid.</p>", [("1", "Ibid.")]),
        ("<p>a<a href='#n'>1</a></p><p id='n' class='footnote'>Ibid.</p>", []),
        ("<p id='n'>1 Ibid.</p><p>a<a href='#n'><sup>1</sup></a></p>", []),
        ("<p id='n'>1 Ibid.</p><p>a<a href='#n' class='fnref'>1</a></p>", [("1", "1 Ibid.")]),
        ("<p>a<a href='#n'><sup>see there</sup></a></p><p id='n'>Ibid.</p>", []),
        ("<p>a<a href='#n'><sup>1</sup></a></p><h2 id='n'>1 One</h2>", []),
        ("<p>a<a href='#n'><sup>1</sup></a></p><div id='n'><h2>1 One</h2></div>", []),
        ("<p>a<a href='#n'><sup>1</sup></a></p><section id='n'>1 One</section>", []),
        ("<p>a<a href='#n'><sup>1</sup></a></p><p><span class='pagenum' id='n'>1</span>Text</p>", []),
        ("<p>a<a href='#gone'><sup>1</sup></a></p><p id='n'>Ibid.</p>", []),
        ("<p>a<a onclick=\"go('n')\"><sup>1</sup></a></p><p id='n'>Ibid.</p>", [("1", "Ibid.")]),
        ("<p>a<a href='#n%201'><sup>1</sup></a></p><p id='n 1'>Ibid.</p>", [("1", "Ibid.")]),
        ("<p>a<a href='https://x.org/#n'><sup>1</sup></a></p><p id='n'>Ibid.</p>", []),
        ("<p>a<a href='#n'><sup>*</sup></a></p><p><a name='n'></a>* Ibid.</p>", [("*", "* Ibid.")]),
        (
            "<p>a<a href='#n'><sup>1</sup></a></p><div class='note'><p id='n'>Ibid.</p><p>More.</p></div>",
            [("1", "Ibid. More.")],
        ),
        (
            "<p>a<a href='#n'><sup>1</sup></a></p><div class='notes'><p id='n'>Ibid.</p><p id='m'>Lost.</p></div>",
            [("1", "Ibid.")],
        ),
        (
            "<p>a<a href='#n'><sup>1</sup></a></p><div class='note'><p id='n'>Ibid.</p><p id='p9'>More.</p></div>",
            [("1", "Ibid. More.")],
        ),
        (
            "<p>a<a href='#n'><sup>1</sup></a></p><div><p id='n'>Ibid.</p><p>Text.</p></div>",
            [("1", "Ibid.")],
        ),
        (
            "<p>a<a href='#n'><sup>1</sup></a></p><div class='note'><p>Text.</p><p id='n'>Ibid.</p></div>",
            [("1", "Ibid.")],
        ),
    ],
)
def test_a_link_is_a_reference_only_when_it_leads_to_a_note(body, references):
    assert tied(body)[0] == references


def test_notes_may_lie_in_another_file():
    assert tied("<p>a<a href='1.html#n'><sup>1</sup></a></p>", "<p id='n'>Ibid.</p>")[0] == [("1", "Ibid.")]
    assert tied("<p>a<a href='2.html#n'><sup>1</sup></a></p>", "<p id='n'>Ibid.</p>")[0] == []


NOTES = (
    "<p>a<a href='#n'><sup>1</sup></a> b<a href='#m'><sup>2</sup></a></p>"
    "<div><p id='n'>1 One.</p>{}<p id='m'>2 Two.</p></div>"
)


@pytest.mark.parametrize(
    ("between", "first"),
    [
        ("<p>More.</p>", "1 One. + More."),
        ("<p>More.</p><blockquote>And.</blockquote>", "1 One. + More. + And."),
        ("<p>a</p><p>b</p><p>c</p>", "1 One."),
        ("<p>Text<a href='#m'><sup>2</sup></a></p>", "1 One."),
        ("<hr>", "1 One."),
    ],
)
def test_one_or_two_paragraphs_between_notes_belong_to_the_one_before(between, first):
    assert ("1", first) in tied(NOTES.format(between))[0]


@pytest.mark.parametrize(
    ("inside", "backs"),
    [
        ("<a href='#r'>↩</a> Ibid.", ["↩"]),
        ("<a href='#r'>[1]</a> Ibid.", ["[1]"]),
        ("<a href='#gone'>1</a> Ibid.", ["1"]),
        ("<a href='#r'>see the text</a> Ibid.", []),
        ("<a href='#r' class='backlink'>go up</a> Ibid.", ["go up"]),
        ("Ibid. <a href='#later'>2</a>", []),
    ],
)
def test_back_links_are_signs_that_lead_back(inside, backs):
    body = f"<p id='r'>Word<a href='#n'><sup>1</sup></a></p><p id='n'>{inside}</p><p id='later'>x</p>"
    assert tied(body)[1] == backs


def test_a_back_sign_outside_a_note_is_a_word():
    assert tied("<p id='top'>Text</p><p><a href='#top'>1</a></p>") == ([], [])


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("<span class='pagenum'>[Pg 12]</span>", "12"),
        ("<span class='pagenum'>xiv</span>", "xiv"),
        ("<span class='pagenum' title='7'></span>", "7"),
        ("<span epub:type='pagebreak' aria-label='page 8'></span>", "8"),
        ("<span class='pagenum'><a id='Page_9'></a></span>", "9"),
        ("<span class='pagenum'><a name='p10'></a></span>", "10"),
        ("<span class='pagenum'>see there</span>", ""),
        ("<span>12</span>", ""),
        ("<span class='page'>12</span>", ""),
    ],
)
def test_page_number_is_in_label_words_or_name(written, number):
    span = parse_html("p", f"<body>{written}</body>").find("span")
    assert page_number(span) == number


def test_sign_inside_a_note_that_leads_to_a_whole_page_is_no_word() -> None:
    note = "<p>a<a href='#n'><sup>1</sup></a></p><p id='n'>Ibid. <a href='c1.html'>{}</a></p>"
    assert tied(note.format("↩"))[1] == ["↩"]
    assert tied(note.format("back"))[1] == []
    assert tied("<p>a <a href='c1.html'>↩</a></p>")[1] == []
