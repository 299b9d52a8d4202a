import hashlib
import os
import resource
import signal
import time
import zlib

import pytest

from pipeline.errors import StoreError
from pipeline.store.blobs import Blobs

HELLO = hashlib.sha256(b"hello").hexdigest()


@pytest.fixture
def blobs(tmp_path):
    return Blobs(tmp_path / "blobs")


def path_of(blobs, sha256):
    return blobs._root / sha256[:2] / sha256


def test_content_is_found_by_its_sha256(blobs):
    assert blobs.put(b"hello") == HELLO
    assert (blobs.get(HELLO), blobs.has(HELLO)) == (b"hello", True)


def test_content_in_pieces_is_the_same_content(blobs):
    assert blobs.put_pieces(iter([b"he", b"", b"llo"])) == (HELLO, 5)
    assert blobs.get(HELLO) == b"hello"


def test_pieces_that_break_off_leave_nothing(blobs):
    def pieces():
        yield b"he"
        raise StoreError("the rest is missing")

    with pytest.raises(StoreError, match="the rest is missing"):
        blobs.put_pieces(pieces())
    assert [path for path in blobs._root.rglob("*") if path.is_file()] == []


def test_nothing_is_there_before_it_is_put(blobs):
    assert (blobs.find(HELLO), blobs.has(HELLO)) == (None, False)
    with pytest.raises(StoreError, match="missing or was damaged"):
        blobs.get(HELLO)


def test_a_damaged_blob_is_removed_and_counts_as_missing(blobs):
    blobs.put(b"hello")
    path_of(blobs, HELLO).write_bytes(b"hellO")
    assert (blobs.find(HELLO), blobs.has(HELLO)) == (None, False)


def test_content_is_given_as_a_file_and_in_pieces(blobs, monkeypatch):
    monkeypatch.setattr("pipeline.store.blobs._PIECE_BYTES", 2)
    blobs.put(b"hello")
    with blobs.open(HELLO) as file:
        assert file.read() == b"hello"
    assert list(blobs.pieces(HELLO)) == [b"he", b"ll", b"o"]
    assert (blobs.is_sound(HELLO), blobs.crc32(HELLO)) == (True, zlib.crc32(b"hello"))


@pytest.mark.parametrize("ask", [Blobs.open, Blobs.crc32, lambda blobs, sha256: next(blobs.pieces(sha256))])
def test_not_one_piece_of_a_damaged_blob_is_given(blobs, ask):
    blobs.put(b"hello")
    path_of(blobs, HELLO).write_bytes(b"hellO")
    with pytest.raises(StoreError, match="missing or was damaged"):
        ask(blobs, HELLO)
    assert not blobs.has(HELLO)


def test_a_damaged_blob_is_not_sound(blobs):
    assert not blobs.is_sound(HELLO)
    blobs.put(b"hello")
    path_of(blobs, HELLO).write_bytes(b"hellO")
    assert not blobs.is_sound(HELLO)


def test_who_writes_a_file_may_go_back(blobs):
    def write(file):
        file.write(b"J....")
        file.seek(0)
        file.write(b"hello")

    assert blobs.put_file(write) == (HELLO, 5)
    assert blobs.get(HELLO) == b"hello"


def test_a_damaged_blob_is_mended_when_its_content_comes_again(blobs):
    blobs.put(b"hello")
    path_of(blobs, HELLO).write_bytes(b"hellO")
    blobs.put(b"hello")
    assert blobs.get(HELLO) == b"hello"


@pytest.fixture
def later(monkeypatch):
    """The clock of a run that begins ten seconds from now: what is written today has settled by then."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 10_000_000_000)


@pytest.fixture
def hashed(monkeypatch):
    """The contents that were hashed."""
    contents = []
    sha256 = hashlib.sha256
    monkeypatch.setattr(hashlib, "sha256", lambda content: contents.append(content) or sha256(content))
    return contents


@pytest.mark.usefixtures("later")
def test_one_run_hashes_a_settled_blob_once(blobs, hashed):
    blobs.put(b"hello")
    del hashed[:]
    assert [blobs.get(HELLO) for _ in range(3)] == 3 * [b"hello"]
    assert hashed == [b"hello"]


@pytest.mark.usefixtures("later")
def test_a_blob_that_was_changed_since_it_was_verified_is_found_out(blobs):
    blobs.put(b"hello")
    blobs.get(HELLO)
    path = path_of(blobs, HELLO)
    before = path.stat()
    while path.stat().st_ctime_ns == before.st_ctime_ns:  # the clock of the file system is coarse
        path.write_bytes(b"hellO")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert blobs.find(HELLO) is None


def test_a_blob_that_was_just_written_is_not_known_by_its_marks(blobs, monkeypatch):
    blobs.put(b"hello")
    marks = path_of(blobs, HELLO).stat()
    monkeypatch.setattr(os, "fstat", lambda _descriptor: marks)  # as if all had been in one tick of the clock
    blobs.get(HELLO)
    path_of(blobs, HELLO).write_bytes(b"hellO")
    assert blobs.find(HELLO) is None


def test_putting_twice_changes_nothing(blobs):
    blobs.put(b"hello")
    before = path_of(blobs, HELLO).stat()
    blobs.put(b"hello")
    assert path_of(blobs, HELLO).stat() == before


def test_a_store_holds_nothing_but_blobs(blobs):
    blobs.put(b"hello")
    assert [path.name for path in blobs._root.rglob("*") if path.is_file()] == [HELLO]


def test_what_is_not_a_sha256_never_becomes_a_path(blobs):
    with pytest.raises(ValueError, match="not a sha-256"):
        blobs.get("../../etc/passwd")


def test_a_file_in_the_way_is_a_store_error(tmp_path):
    (tmp_path / "blobs").write_text("")
    with pytest.raises(StoreError, match="a file stands where a folder should be"):
        Blobs(tmp_path / "blobs").put(b"hello")


def test_a_write_that_fails_leaves_nothing(blobs):
    """A limit on the size of files stands for a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(StoreError, match="Nothing that was finished is lost"):
            blobs.put(bytes(5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert [path for path in blobs._root.rglob("*") if path.is_file()] == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_store_is_told(blobs):
    blobs.put(b"hello")
    blobs._root.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="you may not write here"):
            blobs.put(b"something else")
    finally:
        blobs._root.chmod(0o700)
