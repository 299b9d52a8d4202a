"""What a volunteer is told about a slip: file, line, field, and what to do, in words that can be heard."""

import tomllib
from pathlib import Path

import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon.match import compile_lexicon
from pipeline.lexicon.parse import parse_entry
from tests.lexicon.shelf import house_sounds

ENTRY = 'word = "niggun"\n\nsay = "NIH-gun"\n\nmeaning = "a melody"\n\nstatus = "proposed"\n'
PATH = "lexicon/words/n/niggun.toml"
SLIPS = tomllib.loads((Path(__file__).parent / "slips.toml").read_text(encoding="utf-8"))["slip"]


def told(text: str, path: str = PATH) -> tuple[str, str]:
    with pytest.raises(LexiconError) as caught:
        compile_lexicon([parse_entry(text, path)], house_sounds())
    return caught.value.where, caught.value.message


@pytest.mark.parametrize(("right", "slip", "line", "message"), [tuple(slip.values()) for slip in SLIPS])
def test_a_slip_is_told_with_its_line_and_its_remedy(right: str, slip: str, line: int, message: str):
    text = ENTRY.replace(right, slip) if right else f"{ENTRY}{slip}\n"
    assert text != ENTRY
    where, said = told(text)
    assert (where, said.partition(" Fields are:")[0]) == (f"{PATH}:{line}", message)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("niggun.txt", "Rename niggun.txt to niggun.toml, or move it away."),
        ("niggun.toml.txt", "Rename niggun.toml.txt to niggun.toml, or move it away."),
        ("niggun", "Rename niggun to niggun.toml, or move it away."),
        ("Niggun.toml", "the file name 'Niggun' may hold only small letters a to z"),
        ("nig gun.toml", "the file name 'nig gun' may hold only small letters a to z"),
        ("ניגון.toml", "the file name 'ניגון' may hold only small letters a to z"),
        ("..toml", "Rename ..toml to .toml, or move it away."),
    ],
)
def test_a_file_name_that_will_not_do_is_told(name: str, message: str):
    assert message in told(ENTRY, f"lexicon/words/n/{name}")[1]


def test_what_is_left_of_a_merge_is_told():
    both = '<<<<<<< HEAD\nsay = "NIH-gun"\n=======\nsay = "NIG-un"\n>>>>>>> theirs'
    where, message = told(ENTRY.replace('say = "NIH-gun"', both))
    assert where == f"{PATH}:3"
    assert message == (
        "this line cannot be read: two versions of this file were merged here. Keep the lines that are right, and take "
        "out those that begin with <<<<<<<, ======= and >>>>>>>."
    )


@pytest.mark.parametrize(
    ("right", "hostile", "message"),
    [
        ("niggun", "n" * 10_000, "word has 10000 characters; 120 is the most."),
        ("niggun", "[[n@gUn]]", "word may not hold [[; write the words only."),
        ("niggun", "(a+)+$", "word may not hold + (plus sign); write the word as it is printed."),
        ("niggun", "../../etc/passwd", "word may not hold / (solidus); write the word as it is printed."),
        ("niggun", r"C:\\niggun", "word may not hold \\ (reverse solidus); write the word as it is printed."),
        ("niggun", "<s>niggun", "word may not hold <; write the words only."),
        (
            "niggun",
            r"nig\u0007gun",
            "word holds a control character (a tab or line end?); write it on one line.",
        ),
        (
            "a melody",
            "a \u202e melody",
            "meaning holds a sign that nobody sees (right-to-left override); type it anew.",
        ),
        ("a melody", "a \ue000 melody", "meaning holds a sign that nobody sees (u+e000); type it anew."),
        ("NIH-gun", "NIH-gun" * 30, "say has 210 characters; 160 is the most."),
    ],
)
def test_what_a_stranger_may_send_is_refused_with_a_reason(right: str, hostile: str, message: str):
    assert told(ENTRY.replace(f'"{right}"', f'"{hostile}"'))[1] == message


def test_brackets_without_end_are_refused():
    assert "brackets within brackets" in told(f"{ENTRY}sources = {'[' * 3000}{']' * 3000}\n")[1]


@pytest.mark.parametrize("say", ["NIH–gun", "NIH\u2011gun", "NIH−gun", "’nih-gun", "nih-gun 1"])
def test_signs_that_sound_alike_are_no_slip(say: str):
    (entry,) = (parse_entry(ENTRY.replace("NIH-gun", say), PATH),)
    assert compile_lexicon([entry], house_sounds()).find("niggun")[0].ipa == "ˈnɪ.ɡən"
