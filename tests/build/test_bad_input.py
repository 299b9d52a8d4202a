"""What a volunteer is told when something is wrong: one sentence with place and remedy, and the others are built."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

from tests.build.press import Press, Publish, files_of, sentences

Spoil = Callable[[Press], object]


def third(content: bytes) -> Spoil:
    return lambda press: press.source("third.md").write_bytes(content)


def settings(text: str) -> Spoil:
    return lambda press: (press.root / "pipeline.toml").write_text(text, encoding="utf-8")


def entry(content: bytes) -> Spoil:
    return lambda press: (press.root / "lexicon" / "words" / "t" / "teshuvah.toml").write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (
            lambda press: press.source("third.md").mkdir(),
            "sources/third.md: this file cannot be read: it is not a file. Check that it exists and that you may "
            "read it. [S-015]",
        ),
        (
            lambda press: os.mkfifo(press.source("third.md")),
            "sources/third.md: this file cannot be read: it is not a file. Check that it exists and that you may "
            "read it. [S-015]",
        ),
        (
            lambda press: press.source("third.md").symlink_to("moved.md"),
            "sources/third.md: this file cannot be read: No such file or directory. Check that it exists and that "
            "you may read it. [S-015]",
        ),
        (
            third(b""),
            "sources/third.md: this file holds no text. Put the essay in it, or remove it. [S-001]",
        ),
        (
            third(b"One\n\nTwo\nThree \xff four\n"),
            "sources/third.md:4:7: the byte 0xFF is not UTF-8. Open the file in the program it was made with and "
            "save it as UTF-8. [S-002]",
        ),
        (
            third(b"%PDF-1.7\n"),
            "sources/third.md: this is a PDF, which holds the places of letters, not sentences. Ask for the Word file "
            "or web page it was made from, or save it as text and proofread that. [S-003]",
        ),
    ],
    ids=["folder", "pipe", "dangling link", "empty", "not UTF-8", "PDF"],
)
def test_source_that_cannot_be_read_is_told_and_the_others_are_built(
    press: Press, publish: Publish, spoil: Spoil, told: str
):
    spoil(press)
    done = publish()
    assert sentences(done.output)[-1] == f"third: not made. {told}"
    assert done.code == 1
    assert sorted(path.name for path in press.output.iterdir()) == [".cache", "first", "second"]


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        (
            "[metadata]\ntitle = 3\n",
            'sources/first.toml:2: metadata.title: this must be text. Put it in quotes: "...". [S-091]',
        ),
        ("[metadata]\ntitle = \n", r"sources/first.toml:2: this is not valid TOML"),
    ],
)
def test_broken_sidecar_stops_its_own_source_only(press: Press, publish: Publish, toml: str, told: str):
    press.source("first.toml").write_text(toml, encoding="utf-8")
    done = publish()
    assert sentences(done.output)[0].startswith(f"first: not made. {told}")
    assert done.code == 1
    assert press.edition("second").is_dir()


def test_reference_without_a_note_is_told_with_its_place(press: Press, publish: Publish):
    third(b"# Third\n\nOne.<sup>1</sup>\n\nTwo.<sup>2</sup>\n\n1. A note.\n")(press)
    done = publish("third")
    assert done.code == 1
    assert done.output.splitlines()[1] == (
        "Error: sources/third.md:5:1: note reference 2 has no note in its section. Add a line “2. ...” there, or take "
        "it out. “Two.” [N-001]"
    )


def test_note_without_a_reference_is_told_with_its_place(press: Press, publish: Publish):
    third(b"# Third\n\nOne.<sup>1</sup>\n\n1. A note.\n2. Another note.\n")(press)
    done = publish("third")
    notices = (press.edition("third") / "notices.txt").read_text(encoding="utf-8")
    assert (done.code, "in third/notices.txt." in done.output) == (0, True)
    assert re.search(r"^1\. Line 6: .*\[N-002\]$", notices, re.MULTILINE)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (
            entry(b'word = "teshuvah"\nsay = teh-SHOO-vah\n'),
            "lexicon/words/t/teshuvah.toml:2: this line cannot be read: no quotation mark stands before the value. "
            'One stands before and one behind it: say = "value".',
        ),
        (
            entry(b'word = "teshuvah"\nsay = "teh-SHOO-vah"\nstatus = "maybe"\n'),
            'lexicon/words/t/teshuvah.toml:3: status = "maybe" must be one of: draft, proposed, approved, '
            "disputed, retired.",
        ),
        (
            entry(b'word = "teshuvah"\nstatus = "approved"\nsay = "teh-SHQQ"\n'),
            "lexicon/words/t/teshuvah.toml:3: say: ",
        ),
        (
            entry(b'word = "teshuvah"\nmeaning = "\xff"\n'),
            "lexicon/words/t/teshuvah.toml:2: this file is not UTF-8 text. Save it as UTF-8.",
        ),
        (
            lambda press: (press.root / "lexicon" / "sounds.toml").unlink(),
            "lexicon/sounds.toml: this file cannot be read: No such file or directory.",
        ),
        (
            settings('[voice]\nname = "en-uss"\n'),
            "there is no voice 'en-uss'. Choose another in pipeline.toml [voice] name: en-us, ",
        ),
        (
            settings('[voice]\nengine = "espaek"\n'),
            'pipeline.toml: [voice] engine must be one of "espeak", "piper", "system", "tone", not \'espaek\'.',
        ),
        (
            settings('[voice]\nengine = "tone"\n\n[braille]\ntable = "nowhere.ctb"\n'),
            "the braille table nowhere.ctb cannot be used. Choose another in pipeline.toml [braille].",
        ),
        (settings('[voice\nname = "en-us"\n'), "pipeline.toml:1:7: this file is not TOML ("),
        (
            lambda press: ((press.root / "pipeline.toml").unlink(), (press.root / "pipeline.toml").mkdir()),
            "pipeline.toml: this file cannot be read: it is not a file.",
        ),
    ],
    ids=[
        "entry's TOML",
        "entry's field",
        "entry's sound",
        "entry's letters",
        "no sounds",
        "no such voice",
        "no such engine",
        "no such braille table",
        "settings' TOML",
        "settings' file",
    ],
)
def test_what_concerns_every_source_is_told_once_and_is_exit_code_4(
    press: Press, publish: Publish, spoil: Spoil, told: str
):
    spoil(press)
    done = publish()
    assert (done.code, done.output) == (4, "")
    *_, error = sentences(done.messages)
    assert error.startswith(f"Error: {told}")
    assert done.messages.count("Error:") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--only", "epub,mp4"), "Error: there is no format 'mp4'. Choose from: epub, "),
        (("thirt",), "Error: there is no source called thirt. Give a file, or one of: first, second."),
        (("--jobs", "0"), "Error: --jobs must be 1 or more, not 0."),
    ],
)
def test_wrong_arguments_are_exit_code_2(publish: Publish, arguments: tuple[str, ...], told: str):
    done = publish(*arguments)
    assert (done.code, done.output) == (2, "")
    assert sentences(done.messages)[0].startswith(told)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("first.txt", "Error: first.md and first.txt would both be published as first. Rename one."),
        ("שלום.txt", "Error: the file name שלום.txt has no Latin letter or digit. Rename it: "),
    ],
)
def test_file_names_that_cannot_name_a_book_are_exit_code_2(
    press: Press, publish: Publish, name: str, told: str
):
    press.source(name).write_text("Some text.\n", encoding="utf-8")
    done = publish()
    assert (done.code, done.output) == (2, "")
    assert sentences(done.messages)[0].startswith(told)


def test_press_without_sources_says_what_to_do(press: Press, publish: Publish):
    rmtree(press.root / "sources")
    done = publish()
    assert (done.code, done.messages) == (
        2,
        "Error: sources: there is no source to publish. Put an essay into sources/: .md, .txt, .docx, .html or "
        ".epub.\n",
    )


def test_missing_program_is_exit_code_3_with_how_to_get_it(press: Press, tmp_path: Path):
    absent = tmp_path / "absent" / "louis"
    absent.mkdir(parents=True)
    (absent / "__init__.py").write_text("raise ImportError\n", encoding="utf-8")
    path = os.pathsep.join([str(absent.parent), press.environment["PYTHONPATH"]])
    done = press.run("publish", PYTHONPATH=path)
    assert (done.code, done.output) == (3, "")
    assert re.fullmatch(
        r"Error: liblouis.* is not installed\. .*apt install python3-louis.*\n", done.messages
    )


@pytest.mark.parametrize("to", ["file", "file/deeper"])
def test_output_that_is_a_file_is_told_before_any_work(press: Press, publish: Publish, to: str):
    (press.root / "file").touch()
    done = publish("--to", to)
    assert (done.code, done.output) == (1, "")
    assert sentences(done.messages) == [
        f"Error: {to}/.cache: a file stands where a folder should be. Move it away, or choose another folder with "
        "--to. Nothing that was finished is lost."
    ]


def test_what_somebody_else_put_into_the_output_is_never_replaced(press: Press, publish: Publish):
    mine = press.output / "first" / "my own.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("dear", encoding="utf-8")
    done = publish()
    told = sentences(done.output)[0]
    assert told.startswith(f"first: not made. {mine.parent}: something stands here that Pokeach did not make")
    assert told.endswith("Move it away, or choose another folder with --to.")
    assert done.code == 1
    assert (list(files_of(mine.parent)), press.edition("second").is_dir()) == (["my own.txt"], True)


def test_settings_without_a_file_are_the_defaults(press: Press, publish: Publish):
    (press.root / "pipeline.toml").write_text("", encoding="utf-8")
    assert publish("second").code == 0


def test_what_somebody_laid_into_an_edition_is_never_lost(press: Press, publish: Publish):
    publish("first")
    mine = press.output / "first" / "proofread.txt"
    mine.write_text("dear", encoding="utf-8")
    press.spell("moshiach", "moh-SHEE-akh")
    done = publish("first")
    assert "holds what Pokeach did not put there: proofread.txt. It would be lost" in done.output
    assert (done.code, mine.read_text(encoding="utf-8")) == (1, "dear")


def test_a_manifest_of_somebody_else_is_no_edition(press: Press, publish: Publish):
    folder = press.output / "first"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{}", encoding="utf-8")
    assert "something stands here that Pokeach did not make" in publish("first").output
    assert (folder / "manifest.json").read_text(encoding="utf-8") == "{}"


def test_clean_removes_the_store_and_nothing_beside_it(press: Press, publish: Publish):
    publish("first")
    other = press.output / ".cache" / "pip"
    other.mkdir()
    (other / "keep").touch()
    assert press.run("clean", "--to", str(press.output)).code == 0
    assert [path.name for path in (press.output / ".cache").iterdir()] == ["pip"]
