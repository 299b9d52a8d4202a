"""A disk that is full or may not be written to: a sentence, the old editions whole, and nothing half done left."""

import os
import resource
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.build.press import Press, Publish, sentences
from tests.build.test_killed import faults_of, unfinished

FORMATS = "epub,daisy202,mp3,brf"
DISK_BYTES = 8_000_000


@contextmanager
def small_disk(folder: Path, options: str = f"size={DISK_BYTES}") -> Iterator[Path]:
    """Mount a small disk in memory, which only root may do."""
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("only root can mount a small disk here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def free_bytes(folder: Path) -> int:
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize


def fill(folder: Path, *, but_bytes: int) -> Path:
    """Fill a disk up to so many bytes."""
    filler = folder / "filler"
    filler.write_bytes(bytes(max(0, free_bytes(folder) - but_bytes)))
    return filler


@contextmanager
def files_no_larger_than(size_bytes: int) -> Iterator[None]:
    """Let every write beyond a size fail, as on a full disk; any user may do this."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("free", [0, 16_384, 131_072])
def test_full_disk_leaves_the_old_editions_whole(press: Press, publish: Publish, free: int):
    with small_disk(press.output):
        assert publish(formats=FORMATS).code == 0
        press.spell("moshiach", "mo-SHEE-akh")
        press.spell("teshuvah", "teh-SHOO-veh")
        filler = fill(press.output, but_bytes=free)
        done = publish(formats=FORMATS)
        told = [line for line in sentences(done.output + done.messages) if "disk is full" in line]
        assert (done.code, len(told) in (1, 2)) == (1, True)
        assert all("Free some space and run the same command again" in line for line in told)
        assert [faults_of(press.edition(slug)) for slug in ("first", "second")] == [[], []]
        assert unfinished(press) == []
        filler.unlink()
        assert publish(formats=FORMATS).code == 0


@pytest.mark.parametrize("size", [500, 5_000, 60_000])
def test_write_that_fails_at_any_size_is_told_and_made_good_later(press: Press, publish: Publish, size: int):
    with files_no_larger_than(size):
        done = publish(formats=FORMATS)
    told = [line for line in sentences(done.output) if "not made" in line]
    assert (done.code, told[0].startswith("first: not made.")) == (1, True)
    assert all(line.endswith("File too large. Nothing that was finished is lost.") for line in told)
    assert unfinished(press) == []
    assert publish(formats=FORMATS).code == 0
    assert [faults_of(press.edition(slug)) for slug in ("first", "second")] == [[], []]


def test_disk_that_may_only_be_read_is_told_before_any_work(press: Press, publish: Publish):
    with small_disk(press.output, "ro"):
        done = publish()
    assert (done.code, done.output) == (1, "")
    assert sentences(done.messages) == [
        f"Error: {press.output}/.cache: the disk cannot be written to. Choose another folder with --to. "
        "Nothing that was finished is lost."
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_may_only_be_read_is_told_before_any_work(press: Press, publish: Publish):
    press.output.mkdir(mode=0o500)
    done = publish()
    assert (done.code, done.output) == (1, "")
    assert "you may not write here" in sentences(done.messages)[0]
