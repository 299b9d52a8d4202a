"""Every command on the small press."""

import json
import re
from collections.abc import Callable

import pytest

from pipeline.cli import lexicon
from pipeline.cli.main import COMMANDS
from tests.build.press import Done, Press

Pokeach = Callable[..., Done]
EVERY_COMMAND = [(command.NAME,) for command in COMMANDS] + [
    (lexicon.NAME, command.NAME) for command in lexicon.COMMANDS
]
MODULES = {(command.NAME,): command for command in COMMANDS} | {
    (lexicon.NAME, command.NAME): command for command in lexicon.COMMANDS
}


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=" ".join)
def test_help_of_every_command_ends_with_an_example(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str], pokeach: Pokeach
):
    with pytest.raises(SystemExit) as ended:
        pokeach(*command, "--help")
    text = " ".join(capsys.readouterr().out.split())
    assert ended.value.code == 0
    assert text.endswith(f"example: {MODULES[command].EXAMPLE}")
    assert MODULES[command].EXAMPLE.startswith(f"./run {' '.join(command)}")


def test_publish_tells_of_each_source_in_its_own_line(pokeach: Pokeach):
    done = pokeach("publish", "--only", "brf", "--to", "there")
    assert done == Done(
        0,
        "first: The First Essay is made. 3 braille pages. Nothing needs a person.\n"
        "second: second (title supplied) is made. 3 braille pages. For a person: 1 question, in second/notices.txt.\n",
        "first: reading.\nfirst: writing.\nsecond: reading.\nsecond: writing.\n",
    )
    assert pokeach("publish", "--only", "brf", "--to", "there", "first") == Done(
        0, "first: nothing has changed; the edition stands.\n", ""
    )


def test_check_shows_outline_and_notices_and_makes_no_edition(press: Press, pokeach: Pokeach):
    done = pokeach("check", "first")
    assert (done.code, done.messages) == (0, "")
    assert done.output.startswith(
        "first: The First Essay. 30 words, 7 sentences, 1 note.\n\nOutline:\n"
        "Level 1, chapter: The First Essay (3 sentences)\n"
        "  Level 2, division: Of returning (4 sentences, 1 note)\n\n"
    )
    assert done.output.partition("\nNotices:\n")[2].endswith("[metadata] date. [S-072]\n\n")
    assert [path.name for path in press.output.iterdir()] == [".cache"]


def test_check_of_a_broken_source_is_exit_code_1(press: Press, pokeach: Pokeach):
    press.source("first.md").write_bytes(b"\xff")
    done = pokeach("check", "--json")
    first, second = json.loads(done.output)
    assert (done.code, second["slug"]) == (1, "second")
    assert first["error"].startswith("sources/first.md:1:1: the byte 0xFF is not UTF-8.")


@pytest.mark.parametrize("machines", [[], ["--json"]])
def test_check_names_a_broken_word_whoever_reads_it(press: Press, pokeach: Pokeach, machines: list[str]):
    (press.root / "lexicon" / "words" / "t" / "teshuvah.toml").write_text("word = teshuvah\n")
    done = pokeach("check", *machines)
    assert (done.code, "\nlexicon/words/t/teshuvah.toml:1: " in done.output + done.messages) == (4, True)
    assert not machines or len(json.loads(done.output)) == 2


def test_say_shows_spoken_words_ipa_mnemonics_and_braille(pokeach: Pokeach):
    done = pokeach("say", "Moshiach's teshuvah", "--show")
    rows = dict(line.split(": ", 1) for line in done.output.splitlines())
    assert done.code == 0
    assert (rows["Written"], rows["Spoken"]) == ("Moshiach's teshuvah", "Moshiach's teshuvah")
    assert rows["Moshiach's"].startswith("maw-SHEE-akhs, from lexicon/words/m/moshiach.toml")
    assert re.fullmatch(r"\S*ʃˈiː\S* \S*ʃˈuː\S*", rows["IPA"])
    assert rows["eSpeak"].count("[[") == 2
    assert rows["Braille"].startswith("⠠⠍⠕⠩⠊⠁⠡⠄⠎⠀")


def test_say_writes_the_sound_to_a_file(press: Press, pokeach: Pokeach):
    done = pokeach("say", "teshuvah", "--to", "word.mp3")
    assert (done.code, done.output.splitlines()[0]) == (0, "Written to word.mp3.")
    assert (press.root / "word.mp3").read_bytes()[:3] == b"ID3"


def test_say_to_a_folder_that_is_not_there_is_told(pokeach: Pokeach):
    done = pokeach("say", "teshuvah", "--to", "nowhere/word.mp3")
    assert done == Done(
        1,
        "",
        "Error: nowhere/word.mp3: this file cannot be written: No such file or directory. Choose another place.\n",
    )


def test_lexicon_shows_a_word_as_its_file_has_it(pokeach: Pokeach):
    done = pokeach("lexicon", "show", "Teshuvah")
    assert done.code == 0
    assert 'word = "teshuvah"' in done.output
    assert 'say = "teh-SHOO-vah"' in done.output


def test_lexicon_without_the_word_is_exit_code_2(pokeach: Pokeach):
    done = pokeach("lexicon", "show", "tractor")
    assert (done.code, done.output) == (2, "")
    assert "'tractor'" in done.messages


def test_lexicon_check_tells_each_broken_file(press: Press, pokeach: Pokeach):
    assert pokeach("lexicon", "check").code == 0
    (press.root / "lexicon" / "words" / "m" / "moshiach.toml").write_text('word = "Moshiach"\nsya = "x"\n')
    (press.root / "lexicon" / "words" / "t" / "teshuvah.toml").write_text("word = teshuvah\n")
    done = pokeach("lexicon", "check", "--json")
    assert (done.code, [fault["where"] for fault in json.loads(done.output)]) == (
        4,
        ["lexicon/words/m/moshiach.toml:2", "lexicon/words/t/teshuvah.toml:1"],
    )


def test_explain_tells_what_has_changed_since(press: Press, pokeach: Pokeach):
    pokeach("publish", "first", "--only", "brf")
    path = "output/first/braille/first.brf"
    assert pokeach("explain", path).output.endswith(
        "Nothing has changed since: the next publish leaves it as it is.\n"
    )
    press.spell("moshiach", "mo-SHEE-akh")
    assert "Changed since: lexicon." in pokeach("explain", path).output


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("nowhere", "nowhere: this path is not in a finished edition. Give a file below output/<name>/."),
        (
            "output/first/mine.txt",
            "output/first/mine.txt: this file does not belong to the edition it lies in. It may be removed.",
        ),
    ],
)
def test_explain_of_a_foreign_path_is_exit_code_2(press: Press, pokeach: Pokeach, path: str, told: str):
    pokeach("publish", "first", "--only", "brf")
    (press.edition("first") / "mine.txt").touch()
    assert pokeach("explain", path) == Done(2, "", f"Error: {told}\n")


def test_verify_finds_no_fault_in_what_publish_makes_and_finds_a_planted_one(press: Press, pokeach: Pokeach):
    pokeach("publish", "first", "--jobs", "1")
    assert pokeach("verify", "output/first") == Done(0, "No fault was found.\n", "")
    (press.edition("first") / "braille" / "first.brf").write_bytes(b"lower case\r\n")
    done = pokeach("verify", "output/first", "--json")
    findings = json.loads(done.output)
    assert (done.code, {finding["code"][:2] for finding in findings}) == (1, {"E-"})
    assert ("error", "braille/first.brf:1") in {(one["weight"], one["where"][:19]) for one in findings}


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("nowhere", "nowhere: there is no such folder. Give the folder of a finished edition."),
        (
            "lexicon",
            "lexicon: there is no edition in this folder. Give the folder of one, below output/.",
        ),
    ],
)
def test_verify_of_no_edition_is_exit_code_2(pokeach: Pokeach, folder: str, told: str):
    assert pokeach("verify", folder) == Done(2, "", f"Error: {told}\n")


def test_doctor_names_every_engine(pokeach: Pokeach):
    done = pokeach("doctor", "--json")
    findings = {finding["name"]: finding for finding in json.loads(done.output)}
    assert done.code == 0
    assert findings.keys() >= {"Pokeach", "Python", "Voice", "MP3 encoder", "Braille", "EPUB packager"}
    assert findings["Voice"]["version"].startswith("tone")
    assert pokeach("doctor").output.count("\n") == len(findings)


def test_doctor_tells_of_a_voice_that_is_not_there(press: Press, pokeach: Pokeach):
    (press.root / "pipeline.toml").write_text('[voice]\nname = "en-uss"\n', encoding="utf-8")
    done = pokeach("doctor")
    assert done.code == 3
    assert "Voice: MISSING. there is no voice 'en-uss'." in done.output


def test_clean_throws_the_store_away_and_leaves_the_editions(press: Press, pokeach: Pokeach):
    pokeach("publish", "second", "--jobs", "1")
    assert re.fullmatch(r"The store is gone: 0\.\d megabytes\. .*\n", (done := pokeach("clean")).output), (
        done.output
    )
    assert [path.name for path in press.output.iterdir()] == ["second"]
    assert pokeach("clean").output == "There is no store to throw away.\n"
