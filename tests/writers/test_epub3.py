from dataclasses import replace
from xml.etree import ElementTree

import pytest

from pipeline.model.document import Role
from pipeline.model.publication import Digest
from pipeline.model.walk import every_sentence
from pipeline.writers.epub3 import epub_package, write_epub
from pipeline.writers.reading import page_breaks
from tests.builders import paragraph, ref, sentence
from tests.writers.goldens import assert_golden
from tests.writers.publications import publish, small_document, small_publication

OPS = "{http://www.idpf.org/2007/ops}"
SMIL = "{http://www.w3.org/ns/SMIL}"
TEXTS = {
    item.href: item.content
    for item in epub_package(small_publication()).items
    if isinstance(item.content, bytes) and not item.href.endswith(".css")
}


def package_of(document, **more):
    return epub_package(publish(document, **more))


def overlay_root(href="overlays/03-sec-announcement.smil"):
    return ElementTree.fromstring(TEXTS[href])


def test_an_epub_is_one_package_under_its_slug():
    publication = small_publication()
    assert write_epub(publication) == {"small-book.epub": epub_package(publication)}


@pytest.mark.parametrize("href", sorted(TEXTS))
def test_every_file_is_as_a_person_last_saw_it(href):
    assert_golden(f"epub/{href}", TEXTS[href])


@pytest.mark.parametrize("href", sorted(TEXTS))
def test_every_file_is_well_formed_and_has_unique_ids(href):
    ids = [node.get("id") for node in ElementTree.fromstring(TEXTS[href]).iter() if node.get("id")]
    assert len(ids) == len(set(ids))


def test_text_overlay_and_audio_share_a_stem():
    chapter = [item for item in package_of(small_document()).items if "sec-announcement" in item.href]
    assert [(item.id, item.href, item.media_overlay) for item in chapter] == [
        ("text-03-sec-announcement", "text/03-sec-announcement.xhtml", "overlay-03-sec-announcement"),
        ("overlay-03-sec-announcement", "overlays/03-sec-announcement.smil", ""),
        ("audio-03-sec-announcement", "audio/03-sec-announcement.mp3", ""),
    ]
    assert isinstance(chapter[2].content, Digest)


def test_advertisements_are_out_of_the_way():
    assert package_of(small_document()).spine == (
        ("cover", False),
        ("text-01-titlepage", True),
        ("text-02-dedication", True),
        ("text-03-sec-announcement", True),
        ("text-04-advertisement", False),
    )


def test_every_sentence_but_the_pull_quote_is_one_par_in_the_order_of_the_text():
    heard = [
        text.get("src").partition("#")[2]
        for href in sorted(TEXTS)
        if href.endswith(".smil")
        for text in ElementTree.fromstring(TEXTS[href]).iter(f"{SMIL}text")
    ]
    assert heard == [sentence.id for sentence in every_sentence(small_document()) if sentence.id != "s-pull"]


def test_every_par_points_at_an_element_of_its_text():
    ids = {node.get("id") for node in ElementTree.fromstring(TEXTS["text/03-sec-announcement.xhtml"]).iter()}
    targets = {text.get("src").partition("#")[2] for text in overlay_root().iter(f"{SMIL}text")}
    sections = {seq.get(f"{OPS}textref").partition("#")[2] for seq in overlay_root().iter(f"{SMIL}seq")}
    assert targets | sections <= ids


def test_a_note_is_a_seq_that_can_be_skipped():
    notes = [seq for seq in overlay_root().iter(f"{SMIL}seq") if seq.get(f"{OPS}type") == "footnote"]
    assert [seq.get(f"{OPS}textref") for seq in notes] == ["../text/03-sec-announcement.xhtml#fn-12-1"]


def test_a_note_without_sound_leaves_no_empty_seq():
    items = package_of(small_document(), unvoiced=frozenset({"s-n1"})).items
    overlay = next(item.content for item in items if item.href == "overlays/03-sec-announcement.smil")
    assert b"footnote" not in overlay


def test_a_section_without_sound_has_no_overlay():
    silent = frozenset({"s-ded", "s-mem", "s-leib"})
    hrefs = [item.href for item in package_of(small_document(), unvoiced=silent).items]
    assert "text/02-dedication.xhtml" in hrefs
    assert "overlays/02-dedication.smil" not in hrefs


def test_a_reference_in_another_file_is_linked_both_ways():
    document = small_document()
    chapter = document.body[0]
    twelve = chapter.sections[0]
    note = replace(twelve.notes[0], references=("ref-fn-12-1", "far"))
    chapter = replace(chapter, sections=(replace(twelve, notes=(note,)),))
    far = replace(
        chapter,
        id="far-section",
        blocks=(paragraph(sentence("Far.", ref("1", "fn-12-1", "far"), id="s-far"), id="b-far"),),
        sections=(),
        heading=replace(chapter.heading, sentence=sentence("Far", id="s-farh"), subtitle=None),
    )
    package = package_of(replace(document, body=(chapter, far)))
    texts = {item.href: item.content for item in package.items}
    assert b'href="03-sec-announcement.xhtml#fn-12-1"' in texts["text/04-far-section.xhtml"]
    back = b'href="04-far-section.xhtml#far" role="doc-backlink" aria-label="Back to reference 1 in the text, place 2"'
    assert back in texts["text/03-sec-announcement.xhtml"]


def test_heading_levels_follow_the_nesting():
    levels = [
        (node.tag.rpartition("}")[2], "".join(node.itertext()))
        for node in ElementTree.fromstring(TEXTS["text/03-sec-announcement.xhtml"]).iter()
        if node.tag.rpartition("}")[2] in {"h1", "h2", "h3"}
    ]
    assert levels == [("h1", "The Announcement"), ("h2", "12")]


def test_no_page_list_without_pages():
    assert page_breaks(small_document()) == ()
    assert b"page-list" not in TEXTS["nav.xhtml"]


def test_roles_of_the_whole_book_are_known_to_the_writer():
    for role in Role:
        section = replace(small_document().body[0], role=role)
        assert package_of(replace(small_document(), body=(section,))).items
