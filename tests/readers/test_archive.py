"""Zip archives within limits."""

import zipfile
from io import BytesIO

import pytest

from pipeline.errors import SourceError
from pipeline.readers import archive
from pipeline.readers.archive import Archive
from tests.readers.archives import packed


def refusal(content: bytes, name: str = "a") -> tuple[str, str]:
    with pytest.raises(SourceError) as caught:
        Archive("e.zip", content).read(name)
    return caught.value.code, str(caught.value)


def test_members_are_read_by_name_and_folders_are_none():
    opened = Archive("e.zip", packed({"a": "one", "d/": "", "d/b": "two"}))
    assert opened.names == ("a", "d/b")
    assert (opened.read("a"), opened.read("d/b")) == (b"one", b"two")


@pytest.mark.parametrize("name", ["/a", "\\a", "../a", "d/../../a", "C:\\a"])
def test_a_path_out_of_the_archive_is_refused(name):
    code, words = refusal(packed({name: "x"}))
    assert (code, "points out of it" in words) == ("S-016", True)


def test_a_name_with_dots_or_a_colon_further_on_is_no_path_out():
    assert len(Archive("e.zip", packed({"a..b": "x", "d/../b": "x", "chapter:1": "x"})).names) == 3


def test_members_are_counted(monkeypatch):
    monkeypatch.setattr(archive, "_MOST_MEMBERS", 2)
    assert len(Archive("e.zip", packed({"a": "", "b": ""})).names) == 2
    assert refusal(packed({"a": "", "b": "", "c": ""}))[1].count("it holds 3 files") == 1


def test_bytes_are_counted_in_each_member_and_together(monkeypatch):
    monkeypatch.setattr(archive, "_MOST_BYTES", 3)
    monkeypatch.setattr(archive, "_MOST_TOGETHER", 5)
    opened = Archive("e.zip", packed({"a": "xxx", "b": "xx", "c": "x"}))
    assert (opened.read("a"), opened.read("b")) == (b"xxx", b"xx")
    with pytest.raises(SourceError, match="beyond all measure"):
        opened.read("c")
    assert "beyond all measure" in refusal(packed({"a": "xxxx"}))[1]


def test_what_unpacks_to_a_thousand_times_its_size_is_a_bomb():
    assert "times its size" in refusal(packed({"a": b"\0" * (1024 * 1024 + 1)}))[1]
    assert len(Archive("e.zip", packed({"a": b"\0" * 1024 * 1024})).read("a")) == 1024 * 1024


def test_what_is_missing_or_damaged_is_said():
    code, words = refusal(packed({"b": "x"}))
    assert (code, "is missing in it" in words) == ("S-019", True)
    whole = packed({"a": "some words that are packed"})
    at = whole.index(b"a") + 3
    assert refusal(whole[:at] + b"\xff\xff\xff" + whole[at + 3 :])[0] == "S-019"
    assert refusal(whole[:40])[0] == "S-019"


def test_a_password_is_refused():
    made = bytearray(packed({"a": "x"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.index(signature) + offset] |= 1
    assert "password" in refusal(bytes(made))[1]


def test_the_archives_of_the_tests_are_the_same_bytes_every_time():
    assert packed({"a": "x"}) == packed({"a": "x"})
    assert zipfile.is_zipfile(BytesIO(packed({})))
