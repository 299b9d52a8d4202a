"""What a command loads: nobody waits for what is not used."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.press import Press
from tests.places import ROOT

HEAVY = {
    "av",
    "ebooklib",
    "lxml",
    "mammoth",
    "markdown_it",
    "mutagen",
    "num2words",
    "numpy",
    "pydub",
    "rich",
    "spylls",
}
_TELL = (
    "import sys; from pipeline.cli.main import main\n"
    "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
    "print('loaded:', *sys.modules)"
)


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Run a command in a process of its own; give the modules that it loaded."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{_TELL}", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.rpartition("loaded:")[2].split())


def test_help_loads_no_library(press: Press):
    assert not loaded(press.root, "--help") & HEAVY


def test_an_unchanged_build_loads_no_library(press: Press):
    press.publish()
    assert not loaded(press.root, "publish") & HEAVY


@pytest.mark.parametrize(
    ("command", "needs"), [("publish", {"numpy", "ebooklib"}), ("check", {"markdown_it"})]
)
def test_what_is_used_is_loaded(press: Press, command: str, needs: set[str]):
    assert needs <= loaded(press.root, command)


def test_an_empty_environment_is_enough():
    command = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import pipeline.engines.finish as door; door.finish_clip"
    done = subprocess.run(
        [sys.executable, "-P", "-c", command], env={}, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
