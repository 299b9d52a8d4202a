import shutil
import subprocess
from pathlib import Path

import pytest

from tests.places import ROOT

ASKED = ("ruff check", "ruff format", "mypy", "lint-imports", "pytest")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A press whose judges write their names down and say no when their name stands in the file `guilty`."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    (tmp_path / "guilty").touch()
    for name in ("python", "lint-imports"):
        program = programs / name
        program.write_text(
            '#!/bin/sh\nasked="${0##*/} $*"\necho "$asked" >>asked\nwhile read -r word; do\n'
            'case $asked in *"$word"*) exit 1 ;; esac\ndone <guilty\n',
            encoding="utf-8",
        )
        program.chmod(0o755)
    return tmp_path


def judged(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """Run scripts/test: its exit code, and who was asked, in order."""
    done = subprocess.run([folder / "scripts" / "test", *arguments], capture_output=True, text=True)
    asked = (folder / "asked").read_text(encoding="utf-8").splitlines()
    return done.returncode, [name for line in asked for name in ASKED if name in line]


def test_everything_is_asked_and_pytest_last(folder: Path):
    assert judged(folder) == (0, list(ASKED))


@pytest.mark.parametrize("guilty", ASKED)
def test_one_fault_fails_the_whole_and_hides_no_other(folder: Path, guilty: str):
    (folder / "guilty").write_text(guilty + "\n", encoding="utf-8")
    assert judged(folder) == (1, list(ASKED))


def test_with_arguments_only_pytest_is_asked(folder: Path):
    assert judged(folder, "tests/lexicon") == (0, ["pytest"])
