"""A small press for tests: two short essays, a lexicon of two words, the voice that needs no engine."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copy

from pipeline.build.outcome import Outcome
from pipeline.build.project import Project
from tests.places import ROOT

# The voice is fast: the bytes are few.
SETTINGS = '[lexicon]\nbuilt_in = "no"\n[voice]\nengine = "tone"\nwords_per_minute = 450\n'
FIRST = """# The First Essay

We greet Moshiach with joy. This sentence holds no such word.

## Of returning

They say that *teshuvah* comes before Moshiach.<sup>1</sup> All of it is soon.

1. Sanhedrin 97b.
"""
SECOND = "A Second Essay\n\nIt is short. It speaks of teshuvah, and of no more.\n"
WORDS = {"moshiach": ("Moshiach", "maw-SHEE-akh"), "teshuvah": ("teshuvah", "teh-SHOO-vah")}


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    output: str
    messages: str


Publish = Callable[..., Done]
"""`publish` as the shell gives it, in this process."""


@dataclass(frozen=True)
class Press:
    """A folder with pipeline.toml, sources and lexicon."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def environment(self) -> dict[str, str]:
        """What the command's process is given: the program that these tests belong to."""
        return {**os.environ, "PYTHONPATH": str(ROOT)}

    def edition(self, slug: str) -> Path:
        return self.output / slug

    def source(self, name: str) -> Path:
        return self.root / "sources" / name

    def spell(self, word: str, say: str) -> None:
        """Write the lexicon's file of a word."""
        path = self.root / "lexicon" / "words" / word[0] / f"{word}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        written = WORDS.get(word, (word, ""))[0]
        fields = {"word": written, "say": say, "status": "approved", "confidence": "editor"}
        lines = [f'{name} = "{value}"\n' for name, value in fields.items()]
        path.write_text("".join(lines), encoding="utf-8")

    def publish(
        self, *wanted: str, jobs: int = 1, formats: Sequence[str] | None = None
    ) -> tuple[Outcome, ...]:
        """Publish without leaving this process (the voice's workers excepted)."""
        return Project(self.root, self.output).publish(wanted, jobs=jobs, formats=formats)

    def start(self, *arguments: str, cwd: Path | None = None, **environment: str) -> "subprocess.Popen[str]":
        """Start the command in a process group of its own."""
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "pipeline.cli", *arguments],
            cwd=cwd or self.root,
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )

    def run(self, *arguments: str, cwd: Path | None = None, **environment: str) -> Done:
        """Run the command as a person does."""
        process = self.start(*arguments, cwd=cwd, **environment)
        output, messages = process.communicate(timeout=120)
        return Done(process.returncode, output, messages)


def make_press(root: Path) -> Press:
    """Make the press in a folder that may not exist yet."""
    press = Press(root)
    (root / "sources").mkdir(parents=True)
    (root / "pipeline.toml").write_text(SETTINGS, encoding="utf-8")
    press.source("first.md").write_text(FIRST, encoding="utf-8")
    press.source("second.txt").write_text(SECOND, encoding="utf-8")
    (root / "lexicon").mkdir()
    copy(ROOT / "lexicon" / "sounds.toml", root / "lexicon" / "sounds.toml")
    for word, (_, say) in WORDS.items():
        press.spell(word, say)
    return press


def files_of(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder but those of the store."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    tree = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return {path: content for path, content in tree.items() if not path.startswith(".cache/")}


def sentences(text: str) -> list[str]:
    """Take apart what was printed, and see that it is sentences and no traceback."""
    lines = text.splitlines()
    assert all(re.search(r"[.!]( \[[A-Z]-\d{3}\])?$", line) for line in lines), text
    assert "Traceback" not in text
    return lines
