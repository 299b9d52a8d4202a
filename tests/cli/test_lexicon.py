"""What volunteers type, in the small press."""

import json
import subprocess

import pytest

from pipeline.errors import ExitCode


@pytest.fixture
def lexicon(pokeach):
    return lambda *arguments: pokeach("lexicon", *arguments)


def commit(press):
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=press.root, check=True, capture_output=True)


def test_add_tells_the_sound_back_and_proves_it_by_the_first_sentence_of_the_sources(lexicon, press):
    done = lexicon("add", "joy", "JOY", "--meaning", "gladness")
    assert (done.code, done.output) == (
        0,
        "Written to lexicon/words/j/joy.toml.\njoy: one syllable: JOY.\nIPA: ˈdʒɔɪ\n"
        "Letter by letter: capital J, capital O, capital Y.\nIt is proved by: We greet Moshiach with joy.\n"
        "Mind: joy is an English word, too, and is said so wherever it stands. If it is not always meant: "
        "./run lexicon set joy only_when after:WORD.\n",
    )
    assert (press.root / "lexicon/words/j/joy.toml").read_text(encoding="utf-8") == (
        'word = "joy"\n\nsay = "JOY"\n\nmeaning = "gladness"\n\nstatus = "proposed"\n\n'
        '[[test]]\ntext = "We greet Moshiach with joy."\nhears = "ˈdʒɔɪ"\n'
    )
    assert lexicon("test", "joy").output == (
        "Tried 1 entries: 2 sounds and 1 sentences. Faults: 0.\n"
        "Sounds are those of eSpeak NG: this press reads with the voice tone, which cannot tell what it says.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("add", "Moshiach", "maw-SHEE-akh"), "is there already. Change it"),
        (
            ("add", "MOSHIACH", "moh-SHEE-ukh", "--name", "other"),
            "is known already: lexicon/words/m/moshiach.toml",
        ),
        (("add", "joy", "joyous"), "three vowel sounds in the syllable 'joyous'"),
        (("add", "[[joy", "joy"), "word may not hold"),
        (("add", "joy", "joy", "--name", "../../joy"), "may hold only small letters"),
        (("add", "joyful", "JOY-ful", "--sentence", "no such word"), "does not hold joyful"),
        (("add", "Moshiakh", "maw-SHEE-akh", "--spelling", "Moshiach"), "is claimed by"),
        (
            ("set", "nobody", "say", "x"),
            "has no entry for 'nobody'. Add one: ./run lexicon add nobody RESPELLING.",
        ),
        (("set", "Moshiach", "say", "mo-shi"), "has no strong syllable"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(lexicon, press, arguments, message):
    before = {path: path.read_bytes() for path in press.root.rglob("*.toml")}
    done = lexicon(*arguments)
    assert done.code != 0
    assert message in done.messages
    assert {path: path.read_bytes() for path in press.root.rglob("*.toml")} == before


def test_set_changes_one_field_keeps_comments_and_is_compared_with_the_commit_before(lexicon, press):
    path = press.root / "lexicon/words/t/teshuvah.toml"
    path.write_text(f"# ours\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    commit(press)
    assert lexicon("changes").output.endswith(
        "Sentences that change since HEAD: 0. Without a changed word in them: 0.\n"
    )
    done = lexicon("set", "teshuvah", "say", "tuh-shoo-VAH")
    assert done.code == 0
    assert path.read_text(encoding="utf-8").startswith('# ours\nword = "teshuvah"\n\nsay = "tuh-shoo-VAH"\n')
    changes = lexicon("changes")
    assert changes.code == 0
    assert (
        "second: It speaks of teshuvah, and of no more.\nChanged words in it: teshuvah\n"
        "Said before: It speaks of teh-SHOO-vah, and of no more.\n"
        "Said now: It speaks of tuh-shoo-VAH, and of no more.\n"
    ) in changes.output
    assert changes.output.endswith(
        "Sentences that change since HEAD: 2. Without a changed word in them: 0.\n"
    )


def test_a_changed_table_of_sounds_changes_sentences_nobody_meant_and_fails(lexicon, press):
    commit(press)
    sounds = press.root / "lexicon/sounds.toml"
    sounds.write_text(
        sounds.read_text(encoding="utf-8").replace('espeak = "x"', 'espeak = "k"', 1), encoding="utf-8"
    )
    done = lexicon("test", "--since", "HEAD")
    assert done.code == ExitCode.BAD_CONFIGURATION
    assert "none. This was not to be expected." in done.output
    assert "Said before: We greet [[mO:'Si:A:x]] with joy." in done.output  # no letters tell these two apart


def test_an_entry_without_proof_and_a_wrong_proof_fail(lexicon, press):
    assert "no sentence proves this entry" in lexicon("test", "Moshiach").output
    path = press.root / "lexicon/words/m/moshiach.toml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + '[[test]]\ntext = "Moshiach now"\nhears = "mɑ"\n[[test]]\ntext = "Moshiach"\nchanges = false\n'
        + '[[test]]\ntext = "Moshiach"\nbraille = "⠿"\n',
        encoding="utf-8",
    )
    done = lexicon("test", "Moshiach")
    assert done.code == ExitCode.BAD_CONFIGURATION
    lines = done.output.splitlines()
    assert [
        "hears = 'mɑ', but the lexicon says maw-SHEE-akh. Take the line hears out" in lines[0],
        "must not touch it" in lines[1],
        "its braille is" in lines[2],
    ] == [True] * 3
    assert lines[3] == "Tried 1 entries: 2 sounds and 3 sentences. Faults: 3."


def test_find_names_new_words_and_where_they_stand(lexicon, press):
    press.source("third.md").write_text("# Third\n\nHe sang a niggun of Shmini.\n", encoding="utf-8")
    done = lexicon("find", "third")
    assert (
        "Queue letters: the voice reads letters of it as letters. Words: 1.\n\n1. Shmini, once."
        in done.output
    )
    assert "1. niggun, once. First in third: He sang a niggun of Shmini." in done.output
    found = json.loads(lexicon("find", "third", "--json", "--queue", "new").output)
    assert [one["word"] for one in found] == ["niggun"]


def test_an_empty_queue_is_named(lexicon):
    with pytest.raises(SystemExit):
        lexicon("find", "--most", "-3")
    assert lexicon("find", "--queue", "hebrew").output == "Nothing to look at in the queue hebrew.\n"


def test_hear_tells_and_writes_the_sound_of_the_sentence(lexicon, press):
    done = lexicon("hear", "teshuvah", "--in-context", "--to", "x.mp3")
    assert done.code == 0
    assert "Written: They say that teshuvah comes before Moshiach." in done.output
    assert (press.root / "x.mp3").read_bytes()[:3] == b"ID3"


def test_format_writes_the_one_form_and_keeps_comments(lexicon, press):
    path = press.root / "lexicon/words/m/moshiach.toml"
    assert "lexicon/words/m/moshiach.toml" in lexicon("format").output
    assert lexicon("format").output == "Every file has the right form already.\n"
    assert path.read_text(encoding="utf-8").startswith('word = "Moshiach"\n\nsay = "maw-SHEE-akh"\n\n')


def test_export_prints_or_writes(lexicon, press):
    assert lexicon("export", "pls").output.startswith("<?xml")
    assert lexicon("export", "tsv", "--to", "words.tsv").output == "Written to words.tsv.\n"
    assert (press.root / "words.tsv").read_text(encoding="utf-8").count("\n") == 3


def test_a_broken_entry_stops_only_itself_in_check_and_stops_publish(pokeach, press):
    path = press.root / "lexicon/words/m/moshiach.toml"
    path.write_text('word = "Moshiach"\nsay = "mosh\nstatus = "approved"\n', encoding="utf-8")
    check = pokeach("check", "second")
    assert check.code == ExitCode.BAD_CONFIGURATION
    assert "second: second (title supplied)" in check.output
    assert "lexicon/words/m/moshiach.toml:2: this line cannot be read" in check.output
    publish = pokeach("publish", "--only", "brf")
    assert publish.code == ExitCode.BAD_CONFIGURATION
    assert "lexicon/words/m/moshiach.toml:2" in publish.messages


def test_a_guess_is_found_with_the_name_of_its_file(lexicon):
    lexicon("set", "Moshiach", "confidence", "guess")
    assert (
        "1. Moshiach, 2 times. File: moshiach. First in first: " in lexicon("find", "--queue", "guess").output
    )


def test_what_a_test_hears_may_be_respelled_by_hand(lexicon, press):
    path = press.root / "lexicon/words/m/moshiach.toml"
    entry = path.read_text(encoding="utf-8")
    for hears, faults in (("maw-SHEE-akh", 0), ("moh-SHEE-akh", 1), ("maw-shee", 1)):
        path.write_text(f'{entry}[[test]]\ntext = "Moshiach"\nhears = "{hears}"\n', encoding="utf-8")
        assert f"Faults: {faults}." in lexicon("test", "Moshiach").output


def test_a_sound_that_the_voice_says_otherwise_is_told_in_letters_and_words(lexicon):
    lexicon("add", "joyful", "JOYN-gul", "--sentence", "A joyful day.")
    said = lexicon("test", "joyful").output.splitlines()
    assert said[0].startswith(
        'lexicon/words/j/joyful.toml:1: the test "A joyful day." fails: JOYN-gul is not in what the voice says. In IPA:'
    )
    assert said[1].startswith(
        "lexicon/words/j/joyful.toml:1: asked for JOYN-gul, the voice says ng, as in sing, instead of n, as in no."
    )


@pytest.mark.parametrize(
    ("word", "say", "asked"),
    [
        ("Hasid", "CHAH-sid", True),
        ("chasid", "CHAH-sid", True),
        ("chasid", "KHAH-sid", False),
        ("kvitsh", "kvich", False),
        ("kvich", "kvitch", False),
    ],
)
def test_a_ch_that_may_be_meant_as_in_loch_is_asked_about(lexicon, word, say, asked):
    done = lexicon("add", word, say, "--sentence", f"He said {word} twice.")
    assert ("If the throat sound of loch is meant, write kh." in done.output) == asked
