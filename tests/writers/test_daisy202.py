"""The rules of DAISY 2.02, each checked on the finished files of a small book."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from pipeline.model.document import PageBreak, Section
from pipeline.model.metadata import Producer
from pipeline.model.publication import Digest, ZipArchive
from pipeline.model.walk import every_sentence
from pipeline.writers.daisy202 import daisy202_book, write_daisy202
from pipeline.writers.daisy202_content import page_class
from tests.builders import em, link, paragraph, ref, sentence
from tests.writers.goldens import assert_golden
from tests.writers.publications import publish, small_document, small_publication

SCHEMAS = Path(__file__).parents[2].parent / "shared" / "schemas" / "d202"
with_schemas = pytest.mark.skipif(
    not SCHEMAS.exists(), reason="the DAISY schemas are not beside the repository"
)
XHTML = "{http://www.w3.org/1999/xhtml}"


def book_of(document, **more):
    return daisy202_book(publish(document, **more))


def paged_document():
    """The small document with pages, a reference and a link in a heading, and three levels."""
    document = small_document()
    chapter = document.body[0]
    twelve = chapter.sections[0]
    deep = Section(
        id="deep",
        level=3,
        role=twelve.role,
        heading=replace(
            twelve.heading,
            sentence=sentence(
                "Deep ", em(link("http://example.org", "down")), ref("1", "fn-12-1", "r2"), id="s-d"
            ),
            label="",
        ),
        blocks=(
            PageBreak(number="iv", id="pg-iv"),
            paragraph(sentence("Down here.", id="s-d1"), id="b-d"),
            PageBreak(number="12", id="pg-12"),
            PageBreak(number="A-1", id="pg-a1"),
        ),
    )
    note = replace(twelve.notes[0], references=("ref-fn-12-1", "r2"))
    twelve = replace(twelve, sections=(deep,), notes=(note,))
    return replace(document, body=(replace(chapter, sections=(twelve,)),))


BOOKS = {"small": daisy202_book(small_publication()), "paged": book_of(paged_document())}
TEXTS = [
    (book, name)
    for book, files in BOOKS.items()
    for name, content in files.items()
    if isinstance(content, bytes) and not name.endswith(".css")
]


def root(book, name):
    return etree.fromstring(BOOKS[book][name], etree.XMLParser(load_dtd=False, no_network=True))


def metas(node):
    found = {}
    for meta in node.iter("meta", f"{XHTML}meta"):
        found.setdefault(meta.get("name"), []).append(meta.get("content"))
    return found


def smils_in_order(book):
    return [ref.get("src") for ref in root(book, "master.smil").iter("ref")]


def seconds(clock):
    hours, minutes, rest = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + int(rest)


def npt(value):
    return float(re.fullmatch(r"npt=([0-9]+\.[0-9]{3})s", value)[1])


@pytest.mark.parametrize("name", [name for book, name in TEXTS if book == "small"])
def test_every_file_is_as_a_person_last_saw_it(name):
    assert_golden(f"daisy202/{name}", BOOKS["small"][name])


@with_schemas
@pytest.mark.parametrize(("book", "name"), TEXTS)
def test_every_file_is_valid_by_the_schemas_of_daisy(book, name):
    if name == "ncc.html":
        schemas = [etree.RelaxNG(file=SCHEMAS / "d202ncc.rng"), etree.DTD(SCHEMAS / "d202ncc.dtd")]
    elif name == "master.smil":
        schemas = [etree.RelaxNG(file=SCHEMAS / "d202msmil.rng"), etree.DTD(SCHEMAS / "d202msmil.dtd")]
    elif name.endswith(".smil"):
        schemas = [etree.RelaxNG(file=SCHEMAS / "d202smil.rng"), etree.DTD(SCHEMAS / "d202smil.dtd")]
    else:
        schemas = [etree.DTD(SCHEMAS / "xhtml1-transitional-bodyref.dtd")]
    for schema in schemas:
        schema.assertValid(root(book, name))


def test_the_folder_and_the_zip_hold_the_same_files():
    tree = write_daisy202(small_publication())
    folder = {
        path.removeprefix("small-book-daisy202/"): content
        for path, content in tree.items()
        if path.startswith("small-book-daisy202/")
    }
    assert tree["small-book-daisy202.zip"] == ZipArchive(files=folder)


@pytest.mark.parametrize("book", BOOKS)
def test_names_are_lower_case_ascii_in_one_flat_folder(book):
    assert [name for name in BOOKS[book] if not re.fullmatch(r"[a-z0-9-]+\.(html|smil|mp3|css)", name)] == []


@pytest.mark.parametrize("book", BOOKS)
def test_ncc_says_once_what_it_must(book):
    found = metas(root(book, "ncc.html"))
    once = ["title", "date", "identifier", "publisher", "format"]
    for name in [f"dc:{name}" for name in once] + ["ncc:charset", "ncc:tocItems", "ncc:totalTime"]:
        assert len(found[name]) == 1, name
    assert found["dc:format"] == ["Daisy 2.02"]
    assert found["dc:language"] == ["en", "he", "en"]  # players keep the first or the last
    assert found["dc:creator"] == ["A. Writer"]


@pytest.mark.parametrize("book", BOOKS)
def test_ncc_counts_are_those_of_its_body(book):
    ncc = root(book, "ncc.html")
    body = ncc.find(f"{XHTML}body")
    classes = [item.get("class") for item in body]
    found = metas(ncc)
    assert found["ncc:tocItems"] == [str(len(body))]
    assert found["ncc:footnotes"] == [str(classes.count("noteref"))]
    for kind in ("Front", "Normal", "Special"):
        assert found[f"ncc:page{kind}"] == [str(classes.count(f"page-{kind.lower()}"))]
    assert found["ncc:files"] == [str(len(BOOKS[book]))]


def test_pages_are_counted_by_their_kind():
    found = metas(root("paged", "ncc.html"))
    assert [found[f"ncc:page{kind}"][0] for kind in ("Front", "Normal", "Special")] == ["1", "1", "1"]
    assert found["ncc:maxPageNormal"] == ["12"]
    assert found["ncc:depth"] == ["3"]


@pytest.mark.parametrize(
    ("number", "kind"),
    [("12", "page-normal"), ("iv", "page-front"), ("A-1", "page-special"), ("٣", "page-special")],
)
def test_a_page_is_classed_by_its_number(number, kind):
    assert page_class(PageBreak(number=number)) == kind


@pytest.mark.parametrize("book", BOOKS)
def test_no_heading_level_is_skipped_and_the_first_is_the_title(book):
    body = root(book, "ncc.html").find(f"{XHTML}body")
    levels = [int(item.tag[-1]) for item in body if item.tag[-2] == "h"]
    assert body[0].get("class") == "title"
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))


@pytest.mark.parametrize("book", BOOKS)
def test_ncc_items_lead_to_pars_in_playing_order(book):
    playing = [
        f"{name}#{par.get('id')}" for name in smils_in_order(book) for par in root(book, name).iter("par")
    ]
    order = [playing.index(link.get("href")) for link in root(book, "ncc.html").iter(f"{XHTML}a")]
    assert order == sorted(order)


@pytest.mark.parametrize("book", BOOKS)
def test_each_smil_begins_with_its_heading(book):
    headings = [
        item.find(f"{XHTML}a").get("href")
        for item in root(book, "ncc.html").find(f"{XHTML}body")
        if item.tag[-2] == "h"
    ]
    firsts = [f"{name}#{next(root(book, name).iter('par')).get('id')}" for name in smils_in_order(book)]
    assert headings == firsts


@pytest.mark.parametrize("book", BOOKS)
def test_times_add_up(book):
    elapsed = 0.0
    for name in smils_in_order(book):
        smil = root(book, name)
        length = sum(
            npt(audio.get("clip-end")) - npt(audio.get("clip-begin")) for audio in smil.iter("audio")
        )
        found = metas(smil)
        assert float(smil.find("body/seq").get("dur").removesuffix("s")) == pytest.approx(length)
        assert seconds(found["ncc:totalElapsedTime"][0]) == pytest.approx(elapsed, abs=0.5)
        assert seconds(found["ncc:timeInThisSmil"][0]) == pytest.approx(length, abs=0.5)
        elapsed += length
    assert seconds(metas(root(book, "ncc.html"))["ncc:totalTime"][0]) == int(elapsed + 0.5)


@pytest.mark.parametrize("book", BOOKS)
def test_clips_of_a_file_follow_each_other(book):
    ends = {}
    for name in smils_in_order(book):
        for audio in root(book, name).iter("audio"):
            assert npt(audio.get("clip-begin")) == ends.get(audio.get("src"), 0.0)
            ends[audio.get("src")] = npt(audio.get("clip-end"))
    assert set(ends) == {name for name, content in BOOKS[book].items() if isinstance(content, Digest)}


@pytest.mark.parametrize("book", BOOKS)
def test_every_link_and_fragment_is_there(book):
    ids = {
        (name, node.get("id"))
        for own, name in TEXTS
        if own == book
        for node in root(book, name).iter()
        if node.get("id")
    }
    for own, name in TEXTS:
        for node in root(book, name).iter() if own == book else ():
            for target in (node.get("href"), node.get("src"), node.get("bodyref")):
                if target and "#" in target:
                    assert tuple(target.split("#")) in ids, target


def test_notes_can_be_switched_off_and_nothing_else_can():
    pars = {
        par.find("text").get("src").partition("#")[2]: par.get("system-required")
        for name in smils_in_order("small")
        for par in root("small", name).iter("par")
    }
    expected = {sentence.id: None for sentence in every_sentence(small_document()) if sentence.id != "s-pull"}
    assert pars == {**expected, "s-n1": "footnote-on"}


def test_pages_can_be_switched_off():
    smil = root("paged", "03-sec-announcement-03.smil")
    assert [par.get("system-required") for par in smil.iter("par")] == [
        None,
        "pagenumber-on",
        None,
        "pagenumber-on",
        "pagenumber-on",
    ]


def test_a_reference_names_the_body_of_its_note():
    refs = [
        span.get("bodyref")
        for span in root("paged", "03-sec-announcement.html").iter(f"{XHTML}span")
        if span.get("class") == "noteref"
    ]
    assert refs == ["03-sec-announcement.html#fn-12-1"] * 2


def test_links_never_stand_inside_links():
    assert root("paged", "03-sec-announcement.html").findall(f".//{XHTML}a//{XHTML}a") == []


def test_a_heading_that_is_not_voiced_is_still_reached():
    smil = book_of(small_document(), unvoiced=frozenset({"s-h12"}))["03-sec-announcement-02.smil"]
    assert b'<par endsync="last" id="par-s-h12"><text' in smil


def test_the_kind_of_book_is_what_is_there():
    def kind(**more):
        return metas(etree.fromstring(book_of(small_document(), **more)["ncc.html"]))["ncc:multimediaType"]

    assert kind() == ["audioFullText"]
    assert kind(unvoiced=frozenset({"s-2"})) == ["textPartAudio"]


def test_a_book_whose_author_nobody_named_says_so():
    document = small_document()
    bare = replace(document, metadata=replace(document.metadata, contributors=(), publisher=""))
    found = metas(etree.fromstring(book_of(bare)["ncc.html"]))
    assert (found["dc:creator"], found["dc:publisher"]) == (["unknown"], ["unknown"])


def test_the_producer_is_named_where_there_is_one():
    def producers(document):
        return metas(etree.fromstring(book_of(document)["ncc.html"])).get("ncc:producer", [])

    document = small_document()
    made = replace(document, metadata=replace(document.metadata, producer=Producer(name="The Bindery")))
    assert (producers(made), producers(document)) == (["The Bindery"], [])


def test_subtitle_and_series_are_stated_in_names_of_our_own():
    document = small_document()
    series = {"subtitle": "Essays", "series": "Weekly", "series_number": "3"}
    described = replace(document, metadata=replace(document.metadata, **series))
    stated = re.findall(rb'name="prod:(\w+)" content="(.+?)"', book_of(described)["ncc.html"])
    assert stated == [(b"subtitle", b"Essays"), (b"series", b"Weekly"), (b"seriesNumber", b"3")]
