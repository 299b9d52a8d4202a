from dataclasses import replace

import pytest

from pipeline.build.config import parse_settings
from pipeline.errors import ConfigError
from pipeline.model.metadata import Producer
from pipeline.model.settings import Settings
from tests.places import ROOT


def test_an_empty_file_gives_the_defaults():
    assert parse_settings(b"", "pipeline.toml") == Settings()


def test_the_file_that_ships_says_what_the_defaults_are():
    assert parse_settings((ROOT / "pipeline.toml").read_bytes(), "pipeline.toml") == Settings()


def test_a_byte_order_mark_is_accepted():
    settings = parse_settings("\ufeff[voice]\nwords_per_minute = 180\n".encode(), "pipeline.toml")
    assert settings.voice.words_per_minute == 180


def test_the_press_says_who_it_is():
    content = b'[press]\nname = "The Bindery"\nplace = "Leeds"\ncontact = "books@example.org"\n'
    producer = parse_settings(content, "pipeline.toml").producer
    assert producer == Producer(name="The Bindery", place="Leeds", contact="books@example.org")


def test_quotations_have_the_voice_that_is_set_and_else_the_usual_one():
    settings = parse_settings(b"[voice.quotations]\nwords_per_minute = 140\n", "pipeline.toml")
    assert settings.quotations == replace(settings.voice, words_per_minute=140)
    other = parse_settings(b'[voice.quotations]\nname = "en-us+f2"\n', "pipeline.toml")
    assert other.quotations == replace(settings.voice, name="en-us+f2")


def test_hebrew_abbreviations_can_be_said_by_their_sound():
    settings = parse_settings(b'[speech]\nhebrew = "sound"\n', "pipeline.toml")
    assert settings.speech.hebrew == "sound"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[voice]\nname = 3\n", "[voice] name must be text in quotes, not 3."),
        ("[voice]\nname = true\n", "[voice] name must be text in quotes, not True."),
        ("[voice]\nwords_per_minute = true\n", "[voice] words_per_minute must be a whole number, not True."),
        ("[voice]\nwords_per_minute = 5\n", "words_per_minute must lie between 80 and 450, not 5."),
        ("[voise]\n", "there is no table [voise]."),
        (
            "[voice]\nnme = 'x'\n",
            "[voice] has no setting 'nme'. It has: engine, name, quotations, words_per_minute.",
        ),
        (
            "[voice.quotations]\nname = 'de'\n",
            "must be a voice of the language of [voice] name, 'en', not 'de'",
        ),
        ("[voice.quotations]\nengine = 'tone'\n", "[voice.quotations] has no setting 'engine'."),
        ("voice = 3\n", "[voice] must be a table of settings."),
        (
            "[braille]\nhebrew = 'x'\n",
            '[braille] hebrew must be one of "cells", "meaning", "transliteration", not',
        ),
        ("[speech]\nhebrew = 'x'\n", '[speech] hebrew must be one of "meaning", "sound", not'),
        ("[audio]\nbitrate_kbps = 65\n", "[audio] bitrate_kbps must be one of"),
    ],
)
def test_a_fault_is_named_with_its_place(content, message):
    with pytest.raises(ConfigError) as caught:
        parse_settings(content.encode(), "pipeline.toml")
    assert caught.value.where == "pipeline.toml"
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("content", "where"),
    [(b"[voice]\nname = \n", "pipeline.toml:2:8"), (b"[voice]\nname = '\xff'\n", "pipeline.toml:2")],
)
def test_a_file_that_cannot_be_read_names_the_line(content, where):
    with pytest.raises(ConfigError) as caught:
        parse_settings(content, "pipeline.toml")
    assert caught.value.where == where
