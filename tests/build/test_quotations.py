"""Law: block quotations are read by the voice they are given, and only they are made anew when it changes."""

import json
from pathlib import Path

import pytest

from pipeline.errors import MissingProgramError, PokeachError
from tests.build.press import SETTINGS, Press

TEXT = "# Quoting\n\nHe wrote of Moshiach.\n\n> Greet Moshiach with joy.\n\nSo it stands.\n"


def settings(press: Press, quotations: str) -> None:
    content = SETTINGS.replace('"tone"', '"espeak"') + f"[voice.quotations]\n{quotations}\n"
    (press.root / "pipeline.toml").write_text(content, encoding="utf-8")


def manifest(edition: Path) -> dict[str, dict[str, str]]:
    return json.loads((edition / "manifest.json").read_text(encoding="utf-8"))


def test_only_quotations_are_made_anew_when_their_voice_changes(press: Press):
    press.source("first.md").write_text(TEXT, encoding="utf-8")
    settings(press, 'name = "en-us+f2"')
    (whole,) = press.publish("first", formats=["mp3"])
    settings(press, 'name = "en-us+f2"\nwords_per_minute = 200')
    (again,) = press.publish("first", formats=["mp3"])
    assert whole.edition
    assert again.edition
    assert (whole.edition.voiced, again.edition.voiced) == (whole.edition.sentences, 1)
    told = manifest(press.edition("first"))["inputs"]["engine voice of quotations"]
    assert "voice en-us+f2, 200 words a minute" in told


@pytest.mark.parametrize("name", ["en-uss", "de"])
def test_a_voice_that_is_not_there_or_speaks_another_language_stops_all_work(press: Press, name: str):
    settings(press, f'name = "{name}"')
    with pytest.raises(PokeachError, match=r"pipeline\.toml") as caught:
        press.publish("first", formats=["mp3"])
    assert not isinstance(caught.value, MissingProgramError)
    assert not press.edition("first").exists()
