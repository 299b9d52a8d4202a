from dataclasses import replace
from xml.etree import ElementTree

from pipeline.writers.cover import cover_image, cover_words, wrap
from tests.builders import small_document

METADATA = small_document().metadata
SVG = "{http://www.w3.org/2000/svg}"


def test_the_cover_is_described_in_words():
    assert cover_words(METADATA) == "Cover: A Small Book, by A. Writer, The Press"


def test_the_picture_has_the_same_words_as_its_title():
    assert ElementTree.fromstring(cover_image(METADATA)).findtext(f"{SVG}title") == cover_words(METADATA)


def test_every_word_of_the_title_is_drawn():
    title = "Reflections of an Incomprehensibilities & <More>"
    drawn = ElementTree.fromstring(cover_image(replace(METADATA, title=title)))
    assert [text.text for text in drawn.iter(f"{SVG}text")][:4] == [
        "Reflections of",
        "an",
        "Incomprehensibilities",
        "& <More>",
    ]


def test_no_line_runs_over_the_edge():
    drawn = ElementTree.fromstring(cover_image(replace(METADATA, title="Incomprehensibilities")))
    for text in drawn.iter(f"{SVG}text"):
        assert int(text.get("x")) + len(text.text) * int(text.get("font-size")) * 0.62 <= 1600


def test_lines_are_filled_and_long_words_stay_whole():
    assert wrap("a bb ccc incomprehensible d", 6) == ["a bb", "ccc", "incomprehensible", "d"]
