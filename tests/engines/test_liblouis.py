import threading

import pytest

from pipeline.engines.liblouis import LiblouisTranslator
from pipeline.errors import ConfigError
from pipeline.model.settings import BrailleSettings

ITALIC, BOLD, NO_CONTRACTION = 1, 4, 0x1000


@pytest.fixture(scope="module")
def liblouis() -> LiblouisTranslator:
    return LiblouisTranslator(BrailleSettings())


def cells(translator: LiblouisTranslator, text: str, bits: int = 0, language: str = "en") -> str:
    return translator.translate(text, [bits] * len(text), language=language).cells


def test_english_is_contracted(liblouis):
    assert cells(liblouis, "Moshiach is there") == "⠠⠍⠕⠩⠊⠁⠡⠀⠊⠎⠀⠐⠮"


def test_typeforms_give_word_and_passage_indicators(liblouis):
    assert cells(liblouis, "Sanhedrin", ITALIC) == "⠨⠂⠠⠎⠁⠝⠓⠫⠗⠔"
    assert cells(liblouis, "at the end", BOLD) == "⠘⠶⠁⠞⠀⠮⠀⠢⠙⠘⠄"


def test_a_word_can_be_left_uncontracted_and_italic(liblouis):
    assert cells(liblouis, "Shabbos", ITALIC | NO_CONTRACTION) == "⠨⠂⠠⠎⠓⠁⠃⠃⠕⠎"


def test_the_typeforms_of_the_caller_are_not_changed(liblouis):
    typeforms = [ITALIC] * 4
    liblouis.translate("soon", typeforms, language="en")
    assert typeforms == [ITALIC] * 4


def test_hebrew_letters_go_through_the_hebrew_table(liblouis):
    assert cells(liblouis, 'ע"ה', language="he") == "⠫⠐⠓"


@pytest.mark.parametrize(("text", "language"), [("aא", "en"), ("aḥ", "en"), ("א☺", "he"), ("א״", "he")])
def test_an_unknown_character_is_left_out_and_named(liblouis, text, language):
    translation = liblouis.translate(text, [0, 0], language=language)
    assert translation.cells in {"⠁", "⠰⠁"}
    assert translation.unknown == (1,)


def test_a_sign_that_the_table_knows_only_at_the_edge_of_a_word_is_unknown_elsewhere(liblouis):
    assert liblouis.translate("[א]", [0] * 3, language="he").unknown == ()
    translation = liblouis.translate("א[ב", [0] * 3, language="he")
    assert (translation.cells, translation.input_positions, translation.unknown) == ("⠁⠧", (0, 2), (1,))


def test_positions_count_in_the_text_that_was_given(liblouis):
    translation = liblouis.translate("☺run", [0, 0, 0, 0], language="en")
    assert (translation.input_positions, translation.unknown) == ((1, 2, 3), (0,))


def test_text_of_unknown_characters_only_gives_no_cells(liblouis):
    assert liblouis.translate("☺", [0], language="en").cells == ""
    assert liblouis.translate("", [], language="en").cells == ""


def test_typeforms_must_fit_the_text(liblouis):
    with pytest.raises(ValueError, match="2 characters"):
        liblouis.translate("ab", [0], language="en")


def test_a_table_that_does_not_exist_is_refused_at_once(capfd):
    with pytest.raises(ConfigError, match=r"nowhere\.ctb.*pipeline\.toml.*Cannot resolve"):
        LiblouisTranslator(BrailleSettings(table="nowhere.ctb"))
    assert capfd.readouterr() == ("", "")


def test_fingerprint_names_version_and_tables(liblouis):
    version, english, uncontracted, hebrew, breaks = liblouis.fingerprint().split("; ")
    assert version.startswith("liblouis 3.")
    assert english.startswith("en-ueb-g2.ctb sha256:")
    assert uncontracted.startswith("en-ueb-g1.ctb sha256:")
    assert hebrew.startswith("he-IL.utb sha256:")
    assert breaks.startswith("break.cti sha256:")


def test_an_included_table_counts_in_the_fingerprint(tmp_path, monkeypatch):
    monkeypatch.setenv("LOUIS_TABLEPATH", f"{tmp_path},/usr/share/liblouis/tables")
    (tmp_path / "own.ctb").write_text("include inner.cti\ninclude en-ueb-g2.ctb\n", encoding="utf-8")
    prints = []
    for sign in ("# one", "# two"):
        (tmp_path / "inner.cti").write_text(f"{sign}\n", encoding="utf-8")
        prints.append(LiblouisTranslator(BrailleSettings(table="own.ctb")).fingerprint())
    assert prints[0] != prints[1]


def test_threads_of_one_process_do_not_disturb_each_other(liblouis):
    found: list[str] = []
    threads = [
        threading.Thread(
            target=lambda: found.extend(cells(liblouis, "We know Moshiach there", ITALIC) for _ in range(50))
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 200
    assert set(found) == {"⠨⠶⠠⠺⠑⠀⠐⠅⠀⠠⠍⠕⠩⠊⠁⠡⠀⠐⠮⠨⠄"}


@pytest.mark.parametrize(
    ("word", "braille"),
    [
        ("B\u200cein", "⠠⠃⠑⠔"),
        ("B\ue001EIN", "⠠⠠⠃⠑⠔"),
        ("So\u200cfer's", "⠠⠎⠕⠋⠻⠄⠎"),
        ("Kne\u200csset", "⠠⠅⠝⠑⠎⠎⠑⠞"),
    ],
)
def test_a_break_mark_stops_a_contraction_and_leaves_no_cell(word, braille, liblouis):
    assert cells(liblouis, word) == braille


def test_grade_1_has_no_contractions(liblouis):
    assert cells(liblouis, "Moshiach is there", language="en-uncontracted") == "⠠⠍⠕⠎⠓⠊⠁⠉⠓⠀⠊⠎⠀⠞⠓⠑⠗⠑"


def test_cells_can_be_translated_back(liblouis):
    assert liblouis.translate_back("⠠⠍⠕⠩⠊⠁⠡⠀⠊⠎⠀⠐⠮", language="en") == "Moshiach is there"
