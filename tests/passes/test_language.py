"""Runs of Hebrew letters."""

import pytest

from pipeline.model.document import LineGroup, Paragraph
from pipeline.passes.language import is_hebrew, mark_hebrew
from tests.builders import hebrew, link, strong
from tests.passes.documents import blocks_of, lines, para, text_of


@pytest.mark.parametrize(
    ("parts", "marked"),
    [
        (['Reb Leib ע"ה Rosner'], ["Reb Leib ", hebrew('ע"ה'), " Rosner"]),
        (["[נפלאות אראנו - Niflaos]"], ["[", hebrew("נפלאות אראנו"), " - Niflaos]"]),
        (["bas Chedva שתח'ל."], ["bas Chedva ", hebrew("שתח'ל"), "."]),
        (["Rochel שיחי' Wolf"], ["Rochel ", hebrew("שיחי'"), " Wolf"]),
        (["the word 'שלום' means"], ["the word '", hebrew("שלום"), "' means"]),
        (["of תּוֹרָה, that is"], ["of ", hebrew("תּוֹרָה"), ", that is"]),
        (["year ת. נ. צ. in"], ["year ", hebrew("ת. נ. צ."), " in"]),
        ([strong("FRIENDS תחיינה")], [strong("FRIENDS ", hebrew("תחיינה"))]),
        (["in 5751 תשנא 1991"], ["in 5751 ", hebrew("תשנא"), " 1991"]),
    ],
)
def test_run_holds_its_letters_and_signs_and_nothing_else(parts: list, marked: list) -> None:
    assert blocks_of(mark_hebrew(text_of(para(*parts)))) == (para(*marked),)


def test_paragraph_in_hebrew_has_the_language() -> None:
    found = blocks_of(mark_hebrew(text_of(para("ת. נ. צ. ב. ה."))))[0]
    assert isinstance(found, Paragraph)
    assert (found.language, found.sentences[0].inlines) == ("he", (hebrew("ת. נ. צ. ב. ה."),))


def test_address_in_latin_letters_leaves_a_block_hebrew() -> None:
    assert is_hebrew(para("אימייל: ", link("mailto:a@example.org", "a@example.org")))
    assert not is_hebrew(para("אימייל or mail"))
    assert not is_hebrew(para("1991"))


def test_kept_lines_may_mix_languages() -> None:
    found = blocks_of(mark_hebrew(text_of(lines("Reb Leib", "ת. נ. צ."))))[0]
    assert isinstance(found, LineGroup)
    assert found.language == ""
