"""Two volunteers at once: git merges what they write."""

import subprocess
from pathlib import Path

import pytest

from pipeline.lexicon.comments import keep_comments
from pipeline.lexicon.format import format_entry
from pipeline.lexicon.parse import parse_entry

NIGGUN = 'word = "niggun"\n\nsay = "NIH-gun"\n\nmeaning = "a tune"\n\nstatus = "proposed"\n'


@pytest.fixture
def git(tmp_path: Path):
    def git(*arguments: str) -> str:
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(
            ["git", *who, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    git("init", "-q", "-b", "main")
    return git


def written(folder: Path, slug: str, text: str) -> None:
    path = folder / "lexicon" / "words" / slug[0] / f"{slug}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(keep_comments(format_entry(parse_entry(text, path.name)), text), encoding="utf-8")


def test_neighbouring_words_and_two_fields_of_one_word_merge(git, tmp_path: Path):
    written(tmp_path, "niggun", NIGGUN)
    git("add", "-A")
    git("commit", "-qm", "niggun")

    git("checkout", "-qb", "one")
    written(tmp_path, "niggun", NIGGUN.replace("NIH-gun", "NEE-gun"))
    written(tmp_path, "niglos", NIGGUN.replace("niggun", "niglos"))
    git("add", "-A")
    git("commit", "-qm", "one")

    git("checkout", "-qb", "two", "main")
    written(tmp_path, "niggun", NIGGUN.replace("a tune", "a melody without words"))
    written(tmp_path, "nigleh", NIGGUN.replace("niggun", "nigleh"))
    git("add", "-A")
    git("commit", "-qm", "two")

    git("merge", "-q", "--no-edit", "one")
    merged = (tmp_path / "lexicon/words/n/niggun.toml").read_text(encoding="utf-8")
    entry = parse_entry(merged, "niggun.toml")
    assert (entry.say, entry.meaning) == ("NEE-gun", "a melody without words")
    assert sorted(path.stem for path in (tmp_path / "lexicon/words/n").iterdir()) == [
        "niggun",
        "nigleh",
        "niglos",
    ]
