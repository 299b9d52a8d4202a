"""Words beside one source, and words that come with the program, as commands see them."""

import subprocess
from shutil import rmtree

import pytest

from pipeline.cli.main import main
from tests.build.press import Done

PROOF = '[[test]]\ntext = "Moshiach now"\nhears = "muˈʃi.ɑx"\n'
OWN = f'word = "Moshiach"\nsay = "moo-SHEE-akh"\nstatus = "approved"\n{PROOF}'


@pytest.fixture
def pokeach(press, monkeypatch, capsys):
    def pokeach(*arguments):
        monkeypatch.chdir(press.root)
        code = main(arguments)
        return Done(code, *capsys.readouterr())

    return pokeach


def lay(press, text=OWN, folder="first.words", name="moshiach.toml"):
    path = press.source(folder) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(press):
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=press.root, check=True, capture_output=True)


def test_words_of_a_publication_make_that_publication_anew_and_no_other(press, publish):
    publish()
    lay(press)
    first, second = publish().output.splitlines()
    assert first.startswith("first: The First Essay is made.")
    assert second == "second: nothing has changed; the edition stands."


def test_a_broken_word_of_a_publication_stops_that_publication_only(press, publish, pokeach):
    lay(press, OWN.replace("moo-SHEE-akh", "moo-sheeakh"))
    done = publish()
    first, second = done.output.splitlines()
    assert first.startswith("first: not made. sources/first.words/moshiach.toml:2: say: ")
    assert (done.code, second.startswith("second: ")) == (1, True)
    check = pokeach("check")
    assert "first: The First Essay." in check.output
    assert "sources/first.words/moshiach.toml:2: say: " in check.output
    assert pokeach("lexicon", "check").output.startswith("sources/first.words/moshiach.toml:2: say: ")


def test_show_names_the_layer_of_each_entry(press, pokeach):
    lay(press)
    shown = pokeach("lexicon", "show", "Moshiach").output
    assert [line for line in shown.splitlines() if line.startswith("#")] == [
        "# publication: sources/first.words/moshiach.toml",
        "# press: lexicon/words/m/moshiach.toml",
    ]


def test_words_of_a_publication_are_proved_with_the_others(press, pokeach):
    lay(press)
    faults = pokeach("lexicon", "test").output
    assert "sources/first.words" not in faults
    lay(press, OWN.replace('hears = "mu', 'hears = "ma'))
    assert (
        'sources/first.words/moshiach.toml:1: the test "Moshiach now" fails'
        in pokeach("lexicon", "test").output
    )


def test_a_word_of_a_publication_is_proved_by_its_name(press, pokeach):
    lay(press, 'word = "Only Here"\nsay = "OHN-lee heer"\nstatus = "approved"\n', name="only-here.toml")
    assert (
        "sources/first.words/only-here.toml:1: no sentence proves"
        in pokeach("lexicon", "test", "only here").output
    )
    lay(press)
    both = pokeach("lexicon", "test", "Moshiach").output
    assert "lexicon/words/m/moshiach.toml:1: no sentence proves" in both
    assert "Tried 2 entries" in both


def test_changes_names_what_a_publication_s_own_word_changes_there_alone(press, pokeach):
    press.source("second.txt").write_text("A Second Essay\n\nMoshiach as ever.\n", encoding="utf-8")
    commit(press)
    lay(press)
    changes = pokeach("lexicon", "changes").output
    assert "first: We greet Moshiach with joy.\nChanged words in it: publication/moshiach\n" in changes
    assert "second:" not in changes
    assert changes.endswith("Without a changed word in them: 0.\n")


def test_a_folder_of_words_that_belongs_to_no_source_is_told(press, pokeach):
    lay(press, folder="fist.words")
    done = pokeach("lexicon", "check")
    assert done.output == (
        "sources/fist.words: these words belong to no source. Name the folder as the source is named: essay.words "
        "stands beside essay.md.\n"
    )
    assert done.code == 4


def test_a_file_that_cannot_be_read_stops_only_itself_in_check(press, pokeach):
    (press.root / "lexicon/words/m/gone.toml").symlink_to("nowhere.toml")
    (press.root / "lexicon/words/m/round").symlink_to("..")
    check = pokeach("check")
    assert "first: The First Essay." in check.output
    assert check.output.endswith(
        "lexicon/words/m/gone.toml: this file cannot be read: No such file or directory. Check that it exists and that "
        "you may read it.\nlexicon/words/m/round: this file cannot be read: it is not a file. Check that it exists and "
        "that you may read it.\n"
    )
    assert (check.code, pokeach("publish").code) == (4, 4)


def test_a_new_press_in_a_folder_of_its_own_speaks_with_the_built_in_words(press, pokeach):
    rmtree(press.root / "lexicon")
    (press.root / "pipeline.toml").write_text("", encoding="utf-8")
    assert "from (built-in) lexicon/words/m/moshiach.toml (possessive)" in pokeach("say", "Moshiach's").output
    assert pokeach("lexicon", "check").output == "Every file of the lexicon can be used.\n"


def test_built_in_words_stand_below_those_of_the_press(press, pokeach):
    settings = press.root / "pipeline.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"no"', '"yes"'), encoding="utf-8")
    press.spell("moshiach", "moo-SHEE-akh")
    said = pokeach("say", "Moshiach Shabbos").output
    assert "Moshiach: moo-SHEE-akh, from lexicon/words/m/moshiach.toml (exact)" in said
    assert "from (built-in) lexicon/words/s/shabbos.toml (exact)" in said
    assert (
        "is built in: its file belongs to Pokeach"
        in pokeach("lexicon", "set", "Shabbos", "say", "SHAH-bis").messages
    )
    assert pokeach("lexicon", "add", "Shabbos", "SHAH-bis", "--sentence", "Good Shabbos!").code == 0
    assert "from lexicon/words/s/shabbos.toml" in pokeach("say", "Shabbos").output


def test_for_a_source_its_own_words_are_said_and_heard(press, pokeach):
    lay(press)
    assert "moo-SHEE-akh" in pokeach("lexicon", "hear", "Moshiach", "--for", "first").output
    assert "moo-SHEE-akh" in pokeach("say", "Moshiach now", "--for", "first").output
    assert "moo-SHEE-akh" not in pokeach("say", "Moshiach now", "--for", "second").output
    shown = pokeach("lexicon", "show", "Moshiach", "--for", "first").output
    assert [line for line in shown.splitlines() if line.startswith("#")] == [
        "# publication: sources/first.words/moshiach.toml"
    ]


def test_for_a_source_add_and_set_write_to_its_own_words(press, pokeach):
    path = press.source("first.words") / "moshiach.toml"
    added = pokeach("lexicon", "add", "Moshiach", "moo-SHEE-akh", "--for", "first")
    assert added.output.startswith("Written to sources/first.words/moshiach.toml.\n")
    assert (
        pokeach("lexicon", "test", "Moshiach").output.count("moshiach.toml") == 1
    )  # the press's has no proof
    again = pokeach("lexicon", "add", "Moshiach", "moo-SHEE-akh", "--for", "first", "--name", "other")
    assert "Change it: ./run lexicon set --for first moshiach FIELD VALUE." in again.messages
    press_file = (press.root / "lexicon/words/m/moshiach.toml").read_bytes()
    pokeach("lexicon", "set", "--for", "first", "Moshiach", "say", "may-SHEE-akh")
    assert 'say = "may-SHEE-akh"' in path.read_text(encoding="utf-8")
    assert (press.root / "lexicon/words/m/moshiach.toml").read_bytes() == press_file


def test_a_word_of_one_source_alone_is_told_with_the_option_that_leads_to_it(press, pokeach):
    lay(press, 'word = "Only Here"\nsay = "OHN-lee heer"\nstatus = "approved"\n', name="only-here.toml")
    done = pokeach("lexicon", "set", "only here", "meaning", "x")
    assert "only here is a word of first alone: sources/first.words/only-here.toml. Write --for first" in (
        done.messages
    )
    done = pokeach("lexicon", "set", "teshuvah", "meaning", "x", "--for", "first")
    assert (
        "teshuvah is no word of first alone: lexicon/words/t/teshuvah.toml says it everywhere."
        in done.messages
    )


def test_find_asks_for_no_word_that_its_source_has(press, pokeach):
    press.source("second.txt").write_text("A Second Essay\n\nWe met a gnorfel.\n", encoding="utf-8")
    assert ". gnorfel, once." in pokeach("lexicon", "find").output
    lay(
        press,
        'word = "gnorfel"\nsay = "NOR-ful"\nstatus = "approved"\nconfidence = "editor"\n',
        "second.words",
        "gnorfel.toml",
    )
    assert ". gnorfel, once." not in pokeach("lexicon", "find").output


def test_sound_is_written_to_an_mp3_file_or_not_at_all(press, pokeach):
    for command in (("lexicon", "hear", "Moshiach"), ("say", "Moshiach")):
        done = pokeach(*command, "--to", "x.wav")
        assert "x.wav: the sound is written as MP3: give a file name that ends in .mp3." in done.messages
        assert not (press.root / "x.wav").exists()


def test_a_word_s_file_in_the_wrong_folder_is_told(press, pokeach):
    words = press.root / "lexicon"
    (words / "words/m/moshiach.toml").rename(words / "moshiach.toml")
    (words / "words/t/teshuvah.toml").rename(words / "words/teshuvah.toml")
    done = pokeach("lexicon", "check")
    assert done.output == (
        "lexicon/moshiach.toml: this file is in the wrong folder. Move it to lexicon/words/m.\n"
        "lexicon/words/teshuvah.toml: this file is in the wrong folder. Move it to lexicon/words/t.\n"
    )
    assert done.code == 4
