"""All text editions of a book whose sound is in the store, beside pandoc's bare EPUB of the same file.

    python -P -m benchmarks.editions BOOK [--runs 5]

BOOK is any source that pandoc reads, too. The voice is the tone, which needs no engine: the text is as long, the sound
as many files. Before each round the store is what `publish --only mp3` left: sound, and the list of the lexicon's
words; nothing of the text or the braille. Each round makes every measure once, so that a busy moment of the machine
concerns all alike; printed are medians of wall time, of processor time, and of the ratios of the same round.

    pandoc     BOOK to EPUB, no sound, no braille
    text       ./run publish --only (the formats that hold text and sound)
    editions   ./run publish --only (every usual format but mp3), braille on the way
    unchanged  the same again
    memory     while "editions" runs, in megabytes: the highest of the process and the highest of a child together, with
               the sound and with five times as much of it (a slower voice): sound must not be held in memory. This
               voices the book twice: the first minutes of a run are not measured
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from pipeline.writers.table import WRITERS, Need

ROOT = Path(__file__).parents[1]
ALL = [name for name, row in WRITERS.items() if name != "mp3" and not row.on_request]
TEXT = [name for name in ALL if WRITERS[name].need is Need.SOUND]
FAST, SLOW = 450, 90
_PEAK = """from resource import *
print(sum(getrusage(who).ru_maxrss for who in (RUSAGE_SELF, RUSAGE_CHILDREN)) // 1024)"""
_START = f"""import sys
from pipeline.cli.main import main
code = main(sys.argv[1:])
{_PEAK}
sys.exit(code)"""
_WITHOUT = "PYTHONDONTWRITEBYTECODE"
"""Where this is set, each run compiles the program anew: half a second that no user's run takes."""


def make_press(folder: Path, book: Path, words_per_minute: int) -> Path:
    """Make a press of one source, and its sound; give its folder."""
    (folder / "sources").mkdir(parents=True)
    shutil.copytree(ROOT / "lexicon", folder / "lexicon")
    shutil.copy(book, folder / "sources" / f"book{book.suffix}")
    voice = f'[voice]\nengine = "tone"\nwords_per_minute = {words_per_minute}\n'
    (folder / "pipeline.toml").write_text(voice, encoding="utf-8")
    publish(folder, ["mp3"])
    (folder / "output" / ".cache").rename(folder / "store")
    return folder


def restore(press: Path) -> None:
    """Put the output folder back as it was when only the sound was made."""
    shutil.rmtree(press / "output", ignore_errors=True)
    shutil.copytree(press / "store", press / "output" / ".cache")


def publish(press: Path, formats: Sequence[str]) -> int:
    """Run the command in a process of its own; give the megabytes it and its children held at most."""
    environment = {name: value for name, value in os.environ.items() if name != _WITHOUT}
    done = subprocess.run(
        [sys.executable, "-P", "-c", _START, "publish", "--only", ",".join(formats)],
        cwd=press,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    if done.returncode not in (0, 1) or "not made" in done.stdout:
        raise SystemExit(f"publish failed:\n{done.stdout}{done.stderr}")
    return int(done.stdout.split()[-1])


def pandoc(press: Path) -> None:
    """Make the bare EPUB."""
    (source,) = (press / "sources").iterdir()
    subprocess.run(["pandoc", source, "-o", press / "bare.epub"], check=True, capture_output=True)


class Stopwatch:
    """Wall and processor seconds of the processes that end while it runs."""

    def __enter__(self) -> "Stopwatch":
        """Start."""
        self._wall, self._processor = time.perf_counter(), _processor_seconds()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.wall = time.perf_counter() - self._wall
        self.processor = _processor_seconds() - self._processor


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(press: Path) -> dict[str, Stopwatch]:
    """Take one round."""
    restore(press)
    with Stopwatch() as bare:
        pandoc(press)
    with Stopwatch() as text:
        publish(press, TEXT)
    restore(press)
    with Stopwatch() as editions:
        publish(press, ALL)
    with Stopwatch() as unchanged:
        publish(press, ALL)
    return {"pandoc": bare, "text": text, "editions": editions, "unchanged": unchanged}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("book", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        press = make_press(Path(folder) / "fast", arguments.book, FAST)
        rounds = [measure(press) for _ in range(arguments.runs)]
        print(f"{arguments.book.name}: {', '.join(ALL)}; medians of {arguments.runs}")
        for name in rounds[0]:
            wall = median(each[name].wall for each in rounds)
            processor = median(each[name].processor for each in rounds)
            ratio = median(each[name].processor / each["pandoc"].processor for each in rounds)
            walls = median(each[name].wall / each["pandoc"].wall for each in rounds)
            print(
                f"{name:10} {wall:7.2f} s wall, {processor:7.2f} s processor; of pandoc's {walls:5.2f} and {ratio:5.2f}"
            )
        restore(press)
        little = publish(press, ALL)
        slow = make_press(Path(folder) / "slow", arguments.book, SLOW)
        restore(slow)
        print(f"memory     {little} MB; with five times the sound {publish(slow, ALL)} MB")


if __name__ == "__main__":
    main()
