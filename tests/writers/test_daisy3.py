"""The rules of DAISY 3, each checked on the finished files of a small and of a rich book."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from pipeline.model.document import PageBreak
from pipeline.model.metadata import Producer
from pipeline.model.publication import Digest, ZipArchive
from pipeline.model.walk import every_sentence
from pipeline.writers.daisy3 import daisy3_book, write_daisy3
from pipeline.writers.daisy3_plan import dtbook_page
from tests.places import SHARED
from tests.writers.goldens import assert_golden
from tests.writers.publications import publish, rich_document, small_document, small_publication

SCHEMAS = SHARED / "schemas"
with_schemas = pytest.mark.skipif(
    not SCHEMAS.exists(), reason="the DAISY schemas are not beside the repository"
)
GRAMMARS = {
    "opf": "oeb/oebpkg12",
    "ncx": "z39862005/ncx-2005-1",
    "smil": "z39862005/dtbsmil-2005-2",
    "res": "z39862005/resource-2005-1",
    "xml": "z39862005/dtbook-2005-3",
}
BOOKS = {"small": daisy3_book(small_publication()), "rich": daisy3_book(publish(rich_document()))}
TEXTS = [
    (book, name)
    for book, files in BOOKS.items()
    for name, content in files.items()
    if isinstance(content, bytes) and not name.endswith(".css")
]


def root(book, name):
    return etree.fromstring(BOOKS[book][name], etree.XMLParser(load_dtd=False, no_network=True))


def every(book, name, tag):
    return list(root(book, name).iter(f"{{*}}{tag}"))


def smils(book):
    return [name for name in BOOKS[book] if name.endswith(".smil")]


def ms(clock):
    hours, minutes, seconds = clock.split(":")
    return round((int(hours) * 3600 + int(minutes) * 60 + float(seconds)) * 1000)


@pytest.mark.parametrize("name", [name for book, name in TEXTS if book == "small"])
def test_every_file_is_as_a_person_last_saw_it(name):
    assert_golden(f"daisy3/{name}", BOOKS["small"][name])


@with_schemas
@pytest.mark.parametrize(("book", "name"), TEXTS)
def test_every_file_is_valid_by_the_schemas_of_daisy(book, name):
    grammar = SCHEMAS / GRAMMARS[name.rpartition(".")[2]]
    etree.DTD(grammar.with_name(f"{grammar.name}.dtd")).assertValid(root(book, name))
    rules = grammar.with_name(f"{grammar.name}.rng")
    if rules.exists():  # there is none for the resource file
        etree.RelaxNG(file=rules).assertValid(root(book, name))


def test_folder_and_zip_hold_the_same_files():
    tree = write_daisy3(small_publication())
    archive = tree["small-book-daisy3.zip"]
    assert isinstance(archive, ZipArchive)
    assert {f"small-book-daisy3/{name}" for name in archive.files} == set(tree) - {"small-book-daisy3.zip"}


@pytest.mark.parametrize("book", BOOKS)
def test_manifest_lists_all_files_and_no_other(book):
    assert sorted(item.get("href") for item in every(book, "book.opf", "item")) == sorted(BOOKS[book])


@pytest.mark.parametrize("book", BOOKS)
def test_spine_is_every_smil_in_playing_order(book):
    names = {item.get("id"): item.get("href") for item in every(book, "book.opf", "item")}
    assert [names[ref.get("idref")] for ref in every(book, "book.opf", "itemref")] == smils(book)


@pytest.mark.parametrize("book", BOOKS)
def test_times_add_up(book):
    elapsed = 0
    for name in smils(book):
        metas = {meta.get("name"): meta.get("content") for meta in every(book, name, "meta")}
        assert ms(metas["dtb:totalElapsedTime"]) == elapsed
        elapsed += sum(
            ms(audio.get("clipEnd")) - ms(audio.get("clipBegin")) for audio in every(book, name, "audio")
        )
    total = root(book, "book.opf").find(".//{*}meta[@name='dtb:totalTime']").get("content")
    assert ms(total) == elapsed > 0


@pytest.mark.parametrize("book", BOOKS)
def test_text_and_smil_point_at_each_other(book):
    texts = {element.get("id"): element.get("smilref") for element in root(book, "book.xml").iter()}
    shown = {
        par.find(".//{*}text").get("src"): f"{name}#{par.get('id')}"
        for name in smils(book)
        for par in every(book, name, "par")
    }
    stretches = {f"{n}#{s.get('id')}" for n in smils(book) for s in every(book, n, "seq") if s.get("class")}
    assert {src.removeprefix("book.xml#"): place for src, place in shown.items()} == {
        id: place for id, place in texts.items() if place and place not in stretches
    }
    assert stretches == {place for place in texts.values() if place} - set(shown.values())


@pytest.mark.parametrize("book", BOOKS)
def test_play_order_counts_places_in_playing_order_without_a_gap(book):
    targets = [
        (int(element.get("playOrder")), element.find("{*}content").get("src"))
        for element in root(book, "navigation.ncx").iter()
        if element.get("playOrder")
    ]
    playing = [f"{n}#{e.get('id')}" for n in smils(book) for e in root(book, n).iter() if e.get("id")]
    assert sorted({number for number, _ in targets}) == list(range(1, len(targets) + 1))
    positions = [playing.index(src) for _, src in sorted(targets)]
    assert all(before < after for before, after in pairwise(positions))


def test_notes_pages_and_references_can_be_switched_off():
    smil = "03-sec-announcement-03.smil"
    tests = {par.get("id"): par.get("customTest") for par in every("rich", smil, "par")}
    assert {id: test for id, test in tests.items() if test} == {
        "par-r2": "noteref",
        "par-pg-iv": "pagenum",
        "par-pg-12": "pagenum",
        "par-pg-a1": "pagenum",
        "par-pg-13": "pagenum",
    }
    note = root("rich", "03-sec-announcement-02.smil").find(".//{*}seq[@class='note']")
    assert (note.get("customTest"), note.get("end")) == ("note", "DTBuserEscape;par-s-n1.end")


def test_lists_and_tables_can_be_left():
    ends = {
        seq.get("id"): seq.get("end")
        for seq in every("rich", "03-sec-announcement-03.smil", "seq")
        if seq.get("class")
    }
    assert ends == {
        "seq-b-list": "DTBuserEscape;par-s-two.end",
        "seq-b-inner": "DTBuserEscape;par-s-inner.end",
        "seq-b-table": "DTBuserEscape;par-s-last.end",
    }


def test_every_smil_states_the_same_switches_and_the_ncx_repeats_them():
    def switches(name, tag):
        return [
            (each.get("id"), each.get("defaultState"), each.get("override"))
            for each in every("rich", name, tag)
        ]

    expected = [(kind, "true", "visible") for kind in ("note", "noteref", "pagenum")]
    assert [switches(name, "customTest") for name in smils("rich")] == [expected] * len(smils("rich"))
    assert switches("navigation.ncx", "smilCustomTest") == expected


def test_a_reference_leads_to_the_place_where_its_note_is_heard():
    link = root("small", "03-sec-announcement-02.smil").find(".//{*}par[@class='noteref']/{*}a")
    assert link.get("href") == "03-sec-announcement-02.smil#seq-fn-12-1"


def test_a_note_leads_back_to_its_reference():
    note = root("small", "book.xml").find(".//{*}note")
    assert note.find(".//{*}a").get("href") == "#ref-fn-12-1"


def test_pages_are_listed_with_kind_and_value():
    pages = [
        (page.get("type"), page.get("value"), page.find(".//{*}text").text)
        for page in every("rich", "navigation.ncx", "pageTarget")
    ]
    assert pages == [
        ("front", "4", "iv"),
        ("normal", "12", "12"),
        ("special", None, "A-1"),
        ("normal", "13", "13"),
    ]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("7", ("normal", 7)),
        ("0", ("special", None)),
        ("xiv", ("front", 14)),
        ("IX", ("front", 9)),
        ("MCMXC", ("front", 1990)),
        ("iiii", ("special", None)),
        ("A-1", ("special", None)),
    ],
)
def test_a_page_has_the_kind_that_dtbook_knows(number, expected):
    assert dtbook_page(PageBreak(number=number)) == expected


def test_labels_of_headings_are_heard():
    labels = every("small", "navigation.ncx", "navPoint")
    assert all(point.find("{*}navLabel/{*}audio") is not None for point in labels)


def test_a_book_without_skippable_parts_has_no_resource_file():
    document = replace(small_document(), body=(), back=())
    assert "resources.res" not in daisy3_book(publish(document))


def test_names_and_ids_use_no_sign_that_players_stumble_over():
    for book, name in TEXTS:
        assert re.fullmatch(r"[a-z0-9.-]+", name)
        for element in root(book, name).iter(etree.Element):
            assert re.fullmatch(r"[A-Za-z0-9/._#-]+", element.get("src", "x"))


def test_every_sentence_is_played_but_the_repeated_one():
    played = {
        text.get("src").partition("#")[2] for name in smils("small") for text in every("small", name, "text")
    }
    sentences = {sentence.id for sentence in every_sentence(small_document())}
    assert played == (sentences - {"s-pull"}) | {"ref-fn-12-1"}


def test_audio_is_named_and_never_loaded():
    assert {name for name, content in BOOKS["small"].items() if isinstance(content, Digest)} == {
        name for name in BOOKS["small"] if name.endswith(".mp3")
    }


def test_the_kind_of_book_is_what_is_there():
    def kind(**more):
        opf = daisy3_book(publish(small_document(), **more))["book.opf"]
        return re.findall(rb'name="dtb:multimediaType" content="(\w+)"', opf)

    assert kind() == [b"audioFullText"]
    assert kind(unvoiced=frozenset({"s-2"})) == [b"textPartAudio"]


def test_the_producer_is_named_where_there_is_one():
    def producers(document):
        return re.findall(rb'name="dtb:producer" content="(.+?)"', daisy3_book(publish(document))["book.opf"])

    document = small_document()
    made = replace(document, metadata=replace(document.metadata, producer=Producer(name="The Bindery")))
    assert (producers(made), producers(document)) == ([b"The Bindery"], [])


def test_subtitle_and_series_are_stated_in_names_of_our_own():
    document = small_document()
    series = {"subtitle": "Essays", "series": "Weekly", "series_number": "3"}
    described = replace(document, metadata=replace(document.metadata, **series))
    stated = re.findall(rb'name="prod:(\w+)" content="(.+?)"', daisy3_book(publish(described))["book.opf"])
    assert stated == [(b"subtitle", b"Essays"), (b"series", b"Weekly"), (b"seriesNumber", b"3")]
