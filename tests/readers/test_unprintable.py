"""What no edition can hold does not come in, however it is written."""

import pytest

from pipeline.errors import SourceError
from pipeline.model.metadata import Sidecar
from pipeline.model.walk import every_sentence
from pipeline.readers.read import read_source


def words(content: str) -> str:
    document, _ = read_source("a.html", content.encode(), Sidecar())
    return " ".join(" ".join(sentence.text for sentence in every_sentence(document)).split())


@pytest.mark.parametrize("written", ["&#x1f;", "&#X0001F;", "&#31;", "&#xFFFE;", "&#65534;", "&#0;", "&#x8;"])
def test_a_character_written_as_a_number_is_left_out_when_xml_has_no_such_character(written):
    assert words(f"<html><body><p>one{written}two</p></body></html>") == "one two"


@pytest.mark.parametrize("written", ["&#x9;", "&#10;", "&#32;"])
def test_white_space_written_as_a_number_stays_white_space(written):
    assert words(f"<html><body><p>one{written}two</p></body></html>") == "one two"


def test_letters_written_as_numbers_stay():
    assert words("<html><body><p>&#x5d0;&#233;</p></body></html>") == "אé"


def test_entities_behind_a_long_comment_are_refused_too():
    page = f"<!--{'x' * 20_000}--><!DOCTYPE html [<!ENTITY x 'y'>]><html><body><p>&x;</p></body></html>"
    with pytest.raises(SourceError, match="defines entities of its own"):
        words(page)


@pytest.mark.parametrize("text", ["# \u200b\n\n\u200b", "* * *\n\n-", "…"])
def test_a_text_without_a_word_is_refused(text):
    with pytest.raises(SourceError, match="holds no"):
        read_source("a.md", text.encode(), Sidecar())
