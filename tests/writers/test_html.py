"""The rules of the plain HTML page."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from pipeline.model.publication import Digest
from pipeline.model.speech import Narration
from pipeline.model.walk import every_sentence
from pipeline.writers.html import html_page, length_in_words, write_html
from tests.writers.goldens import assert_golden
from tests.writers.publications import publish, rich_document, small_document, small_publication

X = "{http://www.w3.org/1999/xhtml}"
PAGES = {"small": html_page(small_publication()), "rich": html_page(publish(rich_document()))}


def root(page="small"):
    return ElementTree.fromstring(PAGES[page])


def test_the_page_is_as_a_person_last_saw_it():
    assert_golden("html/index.html", PAGES["small"])


def test_folder_holds_the_page_and_its_sounds():
    tree = write_html(small_publication())
    assert [path for path, content in tree.items() if isinstance(content, bytes)] == [
        "small-book-html/index.html"
    ]
    sounds = {path.rpartition("/")[2] for path, content in tree.items() if isinstance(content, Digest)}
    assert sounds == {sound.get("src") for sound in root().iter(f"{X}audio")}


@pytest.mark.parametrize("page", PAGES)
def test_every_sentence_stands_once_in_order(page):
    document = {"small": small_document, "rich": rich_document}[page]()
    own = [sentence.id for sentence in every_sentence(document)]
    assert [each.get("id") for each in root(page).iter() if each.get("id") in own] == own


@pytest.mark.parametrize("page", PAGES)
def test_ids_are_unique_and_every_link_inside_leads_somewhere(page):
    ids = [each.get("id") for each in root(page).iter() if each.get("id")]
    links = [each.get("href") for each in root(page).iter(f"{X}a")]
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


@pytest.mark.parametrize("page", PAGES)
def test_there_is_one_first_heading_and_no_level_is_skipped(page):
    levels = [int(each.tag[-1]) for each in root(page).iter() if re.fullmatch(r".*}h[1-6]", each.tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))


def test_a_text_whose_title_is_no_heading_gets_one():
    document = replace(small_document(), front=())
    page = ElementTree.fromstring(html_page(publish(document)))
    assert [each.text for each in page.iter(f"{X}h1")] == ["A Small Book"]


def test_each_section_with_sound_has_a_player_with_a_name():
    players = list(root().iter(f"{X}audio"))
    assert [player.get("aria-label") for player in players] == [
        f"Listen to {section.heading.title}" for section in small_document().sections
    ]
    assert all(player.get("controls") for player in players)


def test_a_page_without_sound_has_no_player():
    silent = replace(small_publication(), narration=Narration(tracks=(), narrator="", sample_rate_hz=22050))
    assert b"<audio" not in html_page(silent)


def test_the_page_asks_nothing_of_anybody():
    page = PAGES["rich"].decode()
    assert "<script" not in page
    assert "epub:type" not in page
    assert re.findall(r'(?:src|<link[^>]*href)="(?!\d\d-)[^"]*"', page) == []


@pytest.mark.parametrize(
    ("length_ms", "words"),
    [
        (61_000, "1 minute 1 second"),
        (400, "0 seconds"),
        (120_000, "2 minutes"),
        (3_723_499, "62 minutes 3 seconds"),
    ],
)
def test_a_length_is_said_in_words(length_ms, words):
    assert length_in_words(length_ms) == words
