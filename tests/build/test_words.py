"""The words of a press: layers, faults, and what the store keeps of them."""

from dataclasses import replace

import pytest

from pipeline.build import words as room
from pipeline.build.words import LexiconFiles, open_words, read_lexicon_files, words_for
from pipeline.errors import LexiconError
from pipeline.model.settings import Settings
from pipeline.store.press import InputFile, SourceFile
from tests.lexicon.shelf import ROOT, heard

SOUNDS = InputFile(path="lexicon/sounds.toml", content=(ROOT / "lexicon" / "sounds.toml").read_bytes())


def entry(path, word, say, more=""):
    text = f'word = "{word}"\nsay = "{say}"\nstatus = "approved"\n{more}'
    return InputFile(path=path, content=text.encode())


SHABBOS = entry("lexicon/words/s/shabbos.toml", "Shabbos", "SHAH-bus", 'spellings = ["Shabbes"]\n')
KODESH = entry("lexicon/words/k/kodesh.toml", "Kodesh", "KOH-desh")
FILES = LexiconFiles(sounds=SOUNDS, press=(KODESH, SHABBOS))
ESSAY = SourceFile(slug="essay", text=InputFile(path="sources/essay.md", content=b""), sidecar=None)


def files_read(monkeypatch):
    """Give a list that will name each file as it is parsed."""
    read = []
    parse = room.parse.parse_entry
    monkeypatch.setattr(
        room.parse, "parse_entry", lambda *given, **more: read.append(given[1]) or parse(*given, **more)
    )
    return read


def with_words(*files):
    return replace(ESSAY, words=files)


def test_an_upper_layer_beats_a_lower_one_for_what_it_spells_and_for_nothing_else():
    built_in = (
        entry("(built-in) lexicon/words/s/shabbos.toml", "Shabbos", "shah-BAHT"),
        entry("(built-in) lexicon/words/r/rosh.toml", "Rosh", "rohsh"),
        entry("(built-in) lexicon/words/s/shabbos-kodesh.toml", "Shabbos Kodesh", "shah-BAHS KOH-desh"),
    )
    own = entry("sources/essay.words/shabbes.toml", "Shabbes", "SHAH-bis")
    press = open_words(replace(FILES, built_in=built_in[:2])).whole()
    essay = words_for(with_words(own), press).whole()
    text = "Rosh Shabbos Shabbes"
    assert heard(press.lexicon, text) == [("Rosh", "ɹoʊʃ"), ("Shabbos", "ˈʃɑ.bəs"), ("Shabbes", "ˈʃɑ.bəs")]
    assert heard(essay.lexicon, text) == [("Rosh", "ɹoʊʃ"), ("Shabbos", "ˈʃɑ.bəs"), ("Shabbes", "ˈʃɑ.bɪs")]
    longest = open_words(replace(FILES, built_in=built_in[2:])).whole()
    assert [match.entry.layer for match in longest.lexicon.find("Shabbos Kodesh")] == ["built-in"]


def test_an_upper_claim_with_a_context_leaves_the_other_places_to_the_lower_one():
    own = entry("sources/essay.words/kodesh.toml", "Kodesh", "KOY-desh", 'only_when = "after:Shabbos"\n')
    essay = words_for(with_words(own), open_words(FILES)).whole()
    found = essay.lexicon.find("Kodesh; Shabbos Kodesh")
    assert [(match.entry.slug, match.entry.layer) for match in found] == [
        ("kodesh", "press"),
        ("shabbos", "press"),
        ("publication/kodesh", "publication"),
    ]


def test_a_publication_without_words_of_its_own_has_the_press_s():
    press = open_words(FILES)
    assert words_for(ESSAY, press) is press


def test_a_built_in_file_that_the_press_has_word_for_word_is_left_out(tmp_path):
    """A press that began with a copy of the lexicon would parse all of it twice."""
    (tmp_path / "lexicon" / "words").mkdir(parents=True)
    whole = read_lexicon_files(tmp_path, Settings())
    copied, changed, rest = whole.built_in[0], whole.built_in[1], whole.built_in[2:]
    for file, content in ((copied, copied.content), (changed, changed.content + b"# ours\n")):
        (tmp_path / "lexicon" / "words" / file.path.rpartition("/")[2]).write_bytes(content)
    files = read_lexicon_files(tmp_path, Settings())
    assert (len(files.press), files.built_in) == (2, (changed, *rest))


def test_files_that_are_known_are_read_only_when_their_words_are_met(tmp_path, monkeypatch):
    open_words(FILES, tmp_path)
    read = files_read(monkeypatch)
    words = open_words(FILES, tmp_path)
    assert (heard(words.lexicon, "an English phrase"), read) == ([], [])
    assert heard(words.lexicon, "Shabbes") == [("Shabbes", "ˈʃɑ.bəs")]
    assert read == [SHABBOS.path]


def test_a_changed_file_is_read_anew_and_no_other(tmp_path, monkeypatch):
    open_words(FILES, tmp_path)
    changed = entry(KODESH.path, "Kodesh", "KOY-desh")
    read = files_read(monkeypatch)
    words = open_words(replace(FILES, press=(changed, SHABBOS)), tmp_path)
    assert read == [KODESH.path]
    assert heard(words.lexicon, "Kodesh") == [("Kodesh", "ˈkɔɪ.dɛʃ")]


def test_a_new_file_is_held_against_those_that_are_known(tmp_path):
    open_words(FILES, tmp_path)
    twin = entry("lexicon/words/s/shabbes.toml", "Shabbes", "SHAH-bis")
    for _ in range(2):
        (fault,) = open_words(replace(FILES, press=(*FILES.press, twin)), tmp_path).faults
        assert fault.where == "lexicon/words/s/shabbos.toml:4"
        assert '"Shabbes" is claimed by lexicon/words/s/shabbes.toml:1 as well' in fault.message


@pytest.mark.parametrize("kept", ["", "[]", '{"a": "b", "c": 5}', '{"a": [5]}', "{", '{"a": null}'])
def test_a_store_that_somebody_spoiled_is_made_anew(tmp_path, monkeypatch, kept):
    open_words(FILES, tmp_path)
    monkeypatch.setattr(room.Kept, "find", lambda *_: kept)
    assert heard(open_words(FILES, tmp_path).lexicon, "Shabbos") == [("Shabbos", "ˈʃɑ.bəs")]


def test_the_store_never_says_how_a_word_sounds(tmp_path):
    open_words(FILES, tmp_path)
    kept = (tmp_path / "words.json").read_text(encoding="utf-8")
    assert "shabbos" in kept
    assert "SHAH" not in kept
    assert "ʃ" not in kept


def test_another_table_of_sounds_makes_all_anew(tmp_path):
    open_words(FILES, tmp_path)
    silent = replace(SOUNDS, content=SOUNDS.content.replace(b'respelling = ["b"]', b'respelling = ["zz"]'))
    assert len(open_words(replace(FILES, sounds=silent), tmp_path).faults) == 1


@pytest.mark.parametrize("changed", ["lexicon/claims.py", "model/lexicon.py"])
def test_another_program_makes_all_anew(tmp_path, monkeypatch, changed):
    open_words(FILES, tmp_path)
    rooms = room.read_rooms
    monkeypatch.setattr(
        room, "read_rooms", lambda *names: [file for file in rooms(*names) if file.path != changed]
    )
    read = files_read(monkeypatch)
    open_words(FILES, tmp_path)
    assert read == [KODESH.path, SHABBOS.path]


def test_a_broken_file_stops_only_itself_until_all_are_asked_to_be_whole(tmp_path):
    broken = entry(KODESH.path, "Kodesh", "KODESH")
    for _ in range(2):
        words = open_words(replace(FILES, press=(broken, SHABBOS)), tmp_path)
        assert heard(words.lexicon, "Kodesh Shabbos") == [("Shabbos", "ˈʃɑ.bəs")]
        with pytest.raises(LexiconError, match="two vowel sounds"):
            words.whole()


def test_two_files_of_one_name_are_told():
    (fault,) = open_words(
        replace(FILES, press=(*FILES.press, replace(KODESH, path="lexicon/words/x/kodesh.toml")))
    ).faults
    assert str(fault) == (
        "lexicon/words/x/kodesh.toml:1: lexicon/words/k/kodesh.toml has the same name. "
        "Put all of it into one of the two files."
    )
