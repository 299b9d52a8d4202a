"""Law: whatever breaks while a recording is made, the next run ends with the bytes of a build that nothing disturbed.

All of it really happens: files are gone, the disk is full or read-only, processes are killed. `--fault-rounds 50` does
what comes at random moments fifty times.
"""

import contextlib
import importlib
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.press import SETTINGS, Press, files_of, make_press
from tests.build.test_full_disk import fill, free_bytes, small_disk
from tests.places import ROOT

SEED = 5786
PUBLISH = ("publish", "first", "--only", "mp3,daisy202", "--jobs", "2")
Books = dict[str, bytes]


def books(press: Press) -> Books:
    """Every finished file; the manifest also tells what was made anew, which differs."""
    return {
        path: content for path, content in files_of(press.edition("first")).items() if path != "manifest.json"
    }


def speaking_press(root: Path) -> Press:
    """A press that reads with the real voice, and has something to read."""
    press = make_press(root)
    (root / "pipeline.toml").write_text(SETTINGS.replace('"tone"', '"espeak"'), encoding="utf-8")
    with press.source("first.md").open("a", encoding="utf-8") as source:
        source.write("\n## Of counting\n\n" + " ".join(f"This is sentence {n}." for n in range(40)) + "\n")
    return press


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory) -> tuple[Books, float]:
    """What a build gives that nothing disturbs, and how many seconds it takes."""
    press = speaking_press(tmp_path_factory.mktemp("clean") / "press")
    begun = time.monotonic()
    assert press.run(*PUBLISH).code == 0
    return books(press), time.monotonic() - begun


@pytest.fixture
def press(tmp_path) -> Press:
    return speaking_press(tmp_path / "press")


@pytest.fixture
def rounds(request) -> int:
    return int(request.config.getoption("--fault-rounds"))


def descendants(process: int) -> Iterator[int]:
    """Every process that a process has started, and those that these have."""
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield int(child)
                yield from descendants(int(child))


def kill_one(run: "subprocess.Popen[str]", chance: random.Random, *, parent: bool) -> str:
    """Kill the parent, or one of its workers, voices and their children; tell which."""
    below = sorted(descendants(run.pid))
    if run.poll() is None and (parent or below):
        victim = run.pid if parent else chance.choice(below)
        with contextlib.suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
            return "the parent" if parent else "a process below it"
    return ""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds processes in /proc, which Linux has")
def test_killed_at_random_moments(press, undisturbed, rounds):
    """In turn the parent and one of the processes below it."""
    clean, longest = undisturbed
    chance, killed = random.Random(SEED), []
    while len(killed) < rounds:
        shutil.rmtree(press.output, ignore_errors=True)
        run = press.start(*PUBLISH)
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.wait(timeout=chance.uniform(0.1, longest))
        victim = kill_one(run, chance, parent=len(killed) % 2 == 0)
        _, messages = run.communicate(timeout=120)
        print(f"{len(killed)}: killed {victim or 'nothing: it was done'}, exit code {run.returncode}")
        assert "Traceback" not in messages
        assert run.returncode == (-signal.SIGKILL if victim == "the parent" else 0), messages
        killed += [victim] if victim else []
        assert press.run(*PUBLISH).code == 0
        assert books(press) == clean


def test_full_disk_at_random_writes(press, undisturbed, rounds):
    clean, _ = undisturbed
    chance, failed = random.Random(SEED), 0
    with small_disk(press.output):
        free = free_bytes(press.output)
        assert press.run(*PUBLISH).code == 0
        needed = free - free_bytes(press.output)
        for _ in range(rounds):
            for path in press.output.iterdir():
                shutil.rmtree(path)
            filler = fill(press.output, but_bytes=chance.randrange(needed))
            done = press.run(*PUBLISH)
            assert (done.code, "disk is full" in done.output + done.messages) in ((1, True), (0, False))
            failed += done.code
            filler.unlink()
            assert press.run(*PUBLISH).code == 0
            assert books(press) == clean
    assert failed > rounds // 2


def test_store_that_may_only_be_read(press, undisturbed):
    with small_disk(press.output):
        press.spell("moshiach", "mo-SHEE-akh")
        assert press.run(*PUBLISH).code == 0
        before = books(press)
        press.spell("moshiach", "maw-SHEE-akh")
        subprocess.run(["mount", "-o", "remount,ro", press.output], check=True)
        done = press.run(*PUBLISH)
        assert (done.code, "the disk cannot be written to" in done.output + done.messages) == (1, True), done
        assert books(press) == before
        subprocess.run(["mount", "-o", "remount,rw", press.output], check=True)
        assert press.run(*PUBLISH).code == 0
        assert books(press) == undisturbed[0] != before


def test_every_stored_blob_damaged(press, undisturbed):
    assert press.run(*PUBLISH).code == 0
    blobs = [path for path in (press.output / ".cache" / "blobs").rglob("*") if path.is_file()]
    for path in blobs:
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.unlink()  # an edition may hold the same file by a second name
        path.write_bytes(content)
    shutil.rmtree(press.edition("first"))
    assert len(blobs) > 40
    assert press.run(*PUBLISH).code == 0
    assert books(press) == undisturbed[0]


@pytest.mark.parametrize("gone", ["libespeak-ng.so", "espeak-ng-data", "espeak-ng-data/phontab"])
def test_engine_of_which_a_part_is_gone(press, undisturbed, tmp_path, gone):
    """A copy of the wheel without the part stands before the real one on the path."""
    real = Path(str(importlib.import_module("espeakng_loader").__file__)).parent
    copy = tmp_path / "path" / "espeakng_loader"
    shutil.copytree(real, copy, ignore=shutil.ignore_patterns("*.pyc"))
    part = copy / gone
    shutil.rmtree(part) if part.is_dir() else part.unlink()
    done = press.run(*PUBLISH, PYTHONPATH=f"{copy.parent}:{ROOT}")
    assert (done.code, done.output) == (3, ""), done
    assert "Install it again: pip install --force-reinstall espeakng-loader" in done.messages
    assert "Traceback" not in done.messages
    assert press.run(*PUBLISH).code == 0
    assert books(press) == undisturbed[0]
