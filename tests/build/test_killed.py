"""Law: whoever reads output/ sees a whole edition, the old one or the new one, whatever is killed when."""

import contextlib
import hashlib
import json
import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.press import Press, files_of

SEED = 5786
ROUNDS = 15
SAYS = ("maw-SHEE-akh", "mo-SHEE-akh", "mah-SHEE-akh")


def faults_of(edition: Path) -> list[str]:
    """Hold an edition against its own manifest; an edition that was replaced meanwhile is looked at again."""
    while True:
        try:
            before = edition.stat().st_ino
        except FileNotFoundError:
            return ["there is no edition"]
        faults = _faults(edition)
        with contextlib.suppress(FileNotFoundError):
            if edition.stat().st_ino == before:
                return faults


def _faults(edition: Path) -> list[str]:
    try:
        found = files_of(edition)
        rows = json.loads(found.pop("manifest.json"))["files"]
    except (OSError, KeyError, ValueError) as problem:
        return [repr(problem)]
    told = {row["path"]: row["sha256"] for row in rows}
    real = {path: hashlib.sha256(content).hexdigest() for path, content in found.items()}
    return sorted(path for path in told | real if told.get(path) != real.get(path))


class Reader(threading.Thread):
    """Somebody who reads the editions all the time."""

    def __init__(self, *editions: Path) -> None:
        super().__init__()
        self.editions = editions
        self.seen = 0
        self.faults: list[str] = []
        self.stop = threading.Event()

    def run(self) -> None:
        while not self.stop.wait(0.005):  # leaves the processor to those who work
            for edition in self.editions:
                self.faults += faults_of(edition)
                self.seen += 1


def many(sentences: int) -> str:
    """Write an essay that takes a while."""
    return (
        "# Long\n\n" + " ".join(f"This is sentence {number} of many." for number in range(sentences)) + "\n"
    )


def kill_after(process: "subprocess.Popen[str]", seconds: float) -> bool:
    """Kill a command and all its workers; False when it was done before."""
    try:
        process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return True
    return False


def unfinished(press: Press) -> list[Path]:
    cache = press.output / ".cache"
    return [*(cache / "staging").glob("*"), *(cache / "blobs" / ".new").glob("*")]


def wait_for(happens: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    """Wait until something has happened, or the process has ended."""
    while process.poll() is None and not happens():
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.001)


def test_killed_at_any_moment_no_reader_sees_half_an_edition(press: Press):
    """Half of the runs are killed anywhere, the others while they write or exchange an edition."""
    begun = time.monotonic()
    assert press.run("publish", "--jobs", "2").code == 0
    longest = time.monotonic() - begun
    chance, staging = random.Random(SEED), press.output / ".cache" / "staging"
    reader = Reader(press.edition("first"), press.edition("second"))
    reader.start()
    killed = 0
    try:
        for number in range(ROUNDS):
            press.spell("moshiach", SAYS[number % len(SAYS)])
            press.spell("teshuvah", f"teh-SHOO-v{'aeiou'[number % 5]}h")
            run = press.start("publish", "--jobs", "2")
            if number % 2:
                wait_for(lambda: any(staging.glob("*")), run)
            moment = chance.uniform(0, 0.05) if number % 2 else chance.uniform(0.1, longest)
            print(f"round {number}: killed after {moment:.3f} s of {longest:.3f} s")
            killed += kill_after(run, moment)
    finally:
        reader.stop.set()
        reader.join()

    assert (reader.faults, reader.seen > ROUNDS, killed > ROUNDS // 3) == ([], True, True)
    assert press.run("publish").code == 0
    assert [faults_of(press.edition(slug)) for slug in ("first", "second")] == [[], []]
    assert unfinished(press) == []


def test_the_checker_sees_half_an_edition(press: Press):
    press.publish("second", formats=["brf"])
    (press.edition("second") / "notices.txt").write_text("half", encoding="utf-8")
    assert faults_of(press.edition("second")) == ["notices.txt"]


def clips_stored(press: Press) -> int:
    ledger = press.output / ".cache" / "ledger.txt"
    return ledger.read_text(encoding="utf-8").count('"samples"') if ledger.exists() else 0


def test_what_a_killed_run_had_voiced_is_not_voiced_again(press: Press):
    """Killed when the first clips are stored, the next run voices the others only."""
    press.source("first.md").write_text(many(60), encoding="utf-8")
    process = press.start("publish", "first", "--jobs", "1")
    wait_for(lambda: clips_stored(press) > 5, process)
    assert kill_after(process, 0)
    (outcome,) = press.publish("first")
    assert outcome.edition
    assert 0 < outcome.edition.voiced < outcome.edition.sentences - 5


def test_workers_end_with_a_killed_parent(press: Press):
    """Only the parent is killed; nobody goes on voicing for nobody."""
    press.source("first.md").write_text(many(120), encoding="utf-8")
    process = press.start("publish", "first", "--jobs", "2")
    wait_for(lambda: clips_stored(press) > 0, process)
    assert process.poll() is None
    process.kill()
    process.communicate(timeout=10)  # ends when the last process that holds the pipes has ended


def test_stopped_by_the_keyboard_it_says_so_and_keeps_what_was_done(press: Press):
    press.source("first.md").write_text(many(60), encoding="utf-8")
    process = press.start("publish", "first", "--jobs", "2")
    wait_for(lambda: clips_stored(press) > 0, process)
    os.killpg(process.pid, signal.SIGINT)
    output, messages = process.communicate(timeout=20)
    assert (process.returncode, output) == (130, "")
    assert messages == (
        "first: reading.\nStopped. What was finished is kept; the next run goes on from there.\n"
    )
    assert unfinished(press) == []
    (outcome,) = press.publish("first", jobs=2)
    assert outcome.edition
    assert outcome.edition.voiced < outcome.edition.sentences


@pytest.mark.parametrize("moment", [0.1, 0.3, 0.5, 0.7, 0.9, 1.1])
def test_ctrl_c_never_shows_a_traceback(press: Press, moment: float):
    """Not while the program loads, nor while its workers do."""
    press.source("first.md").write_text(many(120), encoding="utf-8")
    process = press.start("publish", "first", "--jobs", "2")
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=moment)
    os.killpg(process.pid, signal.SIGINT)
    _, messages = process.communicate(timeout=20)
    assert process.returncode in (-signal.SIGINT, 130)
    told = {"first: reading.", "Stopped. What was finished is kept; the next run goes on from there."}
    assert set(messages.splitlines()) <= told
