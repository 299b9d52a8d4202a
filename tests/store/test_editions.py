import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.model.publication import Digest
from pipeline.store import editions
from pipeline.store.blobs import Blobs
from pipeline.store.editions import clean_staging, make_staging, publish_folder, write_tree


@pytest.fixture
def blobs(tmp_path):
    return Blobs(tmp_path / "blobs")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def filled(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "book").write_text(text)
    return folder


def test_a_tree_holds_bytes_and_blobs(tmp_path, blobs):
    audio = Digest(sha256=blobs.put(b"sound"), size_bytes=5)
    (tmp_path / "new").mkdir()
    write_tree(tmp_path / "new", {"a/b/text": b"words", "a/sound.mp3": audio}, blobs)
    assert contents(tmp_path / "new") == {"a/b/text": b"words", "a/sound.mp3": b"sound"}


def test_permissions_do_not_depend_on_the_users_mask(tmp_path, blobs):
    before = os.umask(0o077)
    try:
        folder = make_staging(tmp_path)
        write_tree(folder, {"a/text": b""}, blobs)
        publish_folder(folder, tmp_path / "book")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((tmp_path / "book" / name).stat().st_mode) for name in (".", "a", "a/text")]
    assert modes == [0o755, 0o755, 0o644]


def test_who_edits_an_edition_does_not_spoil_the_store(tmp_path, blobs):
    sha256 = blobs.put(b"sound")
    (tmp_path / "new").mkdir()
    write_tree(tmp_path / "new", {"s": Digest(sha256=sha256, size_bytes=5)}, blobs)
    with (tmp_path / "new" / "s").open("r+b") as file:
        file.write(b"S")
    assert blobs.get(sha256) == b"sound"


def linked(folder: Path, blobs: Blobs) -> bool:
    """Write sound below new/ where it may stand in old/ already; it is the right sound in any case."""
    audio = Digest(sha256=blobs.put(b"sound"), size_bytes=5)
    (folder / "new").mkdir()
    written = write_tree(folder / "new", {"s": audio}, blobs, before=folder / "old")
    assert (written, contents(folder / "new")) == ({"s": audio}, {"s": b"sound"})
    return (folder / "new" / "s").samefile(folder / "old" / "s")


def stand(folder: Path, content: bytes) -> Path:
    (folder / "old").mkdir()
    file = folder / "old" / "s"
    file.write_bytes(content)
    file.chmod(0o644)
    return file


def test_sound_that_stands_in_the_old_edition_is_not_copied(tmp_path, blobs):
    stand(tmp_path, b"sound")
    assert linked(tmp_path, blobs)


def test_sound_that_somebody_changed_is_copied(tmp_path, blobs):
    stand(tmp_path, b"Sound")
    assert not linked(tmp_path, blobs)


def test_sound_that_is_changed_by_another_name_is_copied(tmp_path, blobs):
    stand(tmp_path, b"sound")
    (tmp_path / "mine").hardlink_to(tmp_path / "old" / "s")
    assert not linked(tmp_path, blobs)


def test_sound_that_is_a_link_to_somewhere_is_copied(tmp_path, blobs):
    stand(tmp_path, b"sound").rename(tmp_path / "elsewhere")
    (tmp_path / "old" / "s").symlink_to(tmp_path / "elsewhere")
    assert not linked(tmp_path, blobs)
    assert (tmp_path / "elsewhere").read_bytes() == b"sound"


def test_where_there_are_no_second_names_sound_is_copied(tmp_path, blobs, monkeypatch):
    def refuse(_new: Path, _old: Path) -> None:
        raise OSError(errno.EPERM, "no second names here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    stand(tmp_path, b"sound")
    assert not linked(tmp_path, blobs)


def test_sound_of_another_length_than_its_name_says_is_refused(tmp_path, blobs):
    (tmp_path / "new").mkdir()
    with pytest.raises(StoreError, match="5 bytes long and should be 6"):
        write_tree(tmp_path / "new", {"s": Digest(sha256=blobs.put(b"sound"), size_bytes=6)}, blobs)


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../../x", "", "a\\b", "a\0b"])
def test_no_file_is_written_outside_the_folder(tmp_path, blobs, path):
    with pytest.raises(StoreError, match="cannot hold a file called"):
        write_tree(tmp_path / "new", {path: b""}, blobs)


def test_a_first_edition_takes_its_place(tmp_path):
    publish_folder(filled(tmp_path / "new", "one"), tmp_path / "output" / "book")
    assert (contents(tmp_path / "output"), (tmp_path / "new").exists()) == ({"book/book": b"one"}, False)


def test_a_new_edition_takes_the_place_of_the_old_one(tmp_path):
    filled(tmp_path / "book", "old")
    publish_folder(filled(tmp_path / "new", "new"), tmp_path / "book")
    assert contents(tmp_path) == {"book/book": b"new"}


def test_without_the_system_call_the_result_is_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(editions, "_swap", lambda _one, _other: False)
    filled(tmp_path / "book", "old")
    publish_folder(filled(tmp_path / "new", "new"), tmp_path / "book")
    assert contents(tmp_path) == {"book/book": b"new"}


def test_this_system_has_the_call(tmp_path):
    filled(tmp_path / "a", "a")
    filled(tmp_path / "b", "b")
    if not editions._swap(bytes(tmp_path / "a"), bytes(tmp_path / "b")):
        pytest.skip("this system or disk cannot swap folders in one step")
    assert contents(tmp_path) == {"a/book": b"b", "b/book": b"a"}


def test_no_reader_ever_misses_the_edition(tmp_path):
    filled(tmp_path / "a", "a")
    filled(tmp_path / "b", "b")
    if not editions._swap(bytes(tmp_path / "a"), bytes(tmp_path / "b")):
        pytest.skip("this system or disk cannot swap folders in one step")
    seen: set[str] = set()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                seen.add((tmp_path / "book" / "book").read_text())
            except FileNotFoundError:
                seen.add("missing")

    filled(tmp_path / "book", "0")
    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 200):
        publish_folder(filled(tmp_path / f"new{number}", str(number)), tmp_path / "book")
    stop.set()
    reader.join()
    assert "missing" not in seen
    assert "" not in seen


def test_a_disk_that_refuses_leaves_the_old_edition(tmp_path, monkeypatch):
    def refuse(_one: bytes, _other: bytes) -> bool:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(editions, "_swap", refuse)
    filled(tmp_path / "book", "old")
    with pytest.raises(StoreError, match="cannot be written to"):
        publish_folder(filled(tmp_path / "new", "new"), tmp_path / "book")
    assert contents(tmp_path / "book") == {"book": b"old"}


def test_what_a_killed_run_left_is_removed_and_what_runs_is_left(tmp_path):
    mine = make_staging(tmp_path)
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    filled(mine.parent / f"{child}-left", "half a book")
    clean_staging(tmp_path)
    assert list(mine.parent.iterdir()) == [mine]


def test_there_may_be_nothing_to_clean(tmp_path):
    clean_staging(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_staging_folder_where_none_can_be_is_a_store_error(tmp_path):
    (tmp_path / "cache").write_text("")
    with pytest.raises(StoreError, match="a file stands where"):
        make_staging(tmp_path / "cache")
