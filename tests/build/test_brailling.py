import shutil

import pytest

from pipeline.engines import liblouis
from tests.build.press import Press, files_of

BRAILLE = ("brf", "pef", "ebraille", "proof")


@pytest.fixture
def translated(monkeypatch) -> list[str]:
    """The texts that liblouis was asked to translate, single characters and words excepted."""
    texts: list[str] = []
    translate = liblouis.LiblouisTranslator.translate

    def listening(self, text, typeforms, *, language):
        if " " in text.strip():
            texts.append(text)
        return translate(self, text, typeforms, language=language)

    monkeypatch.setattr(liblouis.LiblouisTranslator, "translate", listening)
    return texts


def edit(press: Press, before: str, after: str) -> None:
    path = press.source("first.md")
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_only_the_changed_paragraph_is_translated_again(press: Press, translated):
    press.publish("first", formats=BRAILLE)
    assert any("We greet Moshiach" in text for text in translated)
    translated.clear()
    edit(press, "no such word", "not one such word")
    press.publish("first", formats=BRAILLE)
    assert translated == ["We greet Moshiach with joy. This sentence holds not one such word."]


def test_with_a_memory_the_files_are_those_of_a_clean_build(press: Press):
    press.publish("first", formats=BRAILLE)
    edit(press, "All of it", "Some of it")
    press.publish("first", formats=BRAILLE)
    after_edit = files_of(press.edition("first"))
    shutil.rmtree(press.output)
    press.publish("first", formats=BRAILLE)
    assert files_of(press.edition("first")) == after_edit


def test_a_damaged_memory_is_made_anew(press: Press, translated):
    press.publish("first", formats=BRAILLE)
    first = list(translated)
    for blob in (press.output / ".cache" / "blobs").rglob("*"):
        if blob.is_file():
            blob.write_bytes(b"damaged")
    translated.clear()
    edit(press, "joy", "great joy")
    press.publish("first", formats=BRAILLE)
    assert len(translated) == len(first)


def test_grade_1_is_made_only_when_it_is_wanted(press: Press, monkeypatch):
    languages: set[str] = set()
    translate = liblouis.LiblouisTranslator.translate

    def listening(self, text, typeforms, *, language):
        languages.add(language)
        return translate(self, text, typeforms, language=language)

    monkeypatch.setattr(liblouis.LiblouisTranslator, "translate", listening)
    press.publish("second", formats=("brf",))
    assert languages == {"en"}
    press.publish("second", formats=("brf", "brf-grade1"))
    assert languages == {"en", "en-uncontracted"}
