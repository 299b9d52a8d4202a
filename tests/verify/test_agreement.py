"""What the files of one publication say of each other."""

import hashlib
import json

from pipeline.verify.agreement import check_archive, check_manifest, check_same_words
from pipeline.verify.words import words_of_plain


def with_manifest(files: dict[str, bytes]) -> dict[str, bytes]:
    rows = [{"path": path, "sha256": hashlib.sha256(content).hexdigest()} for path, content in files.items()]
    return {**files, "manifest.json": json.dumps({"files": rows}).encode()}


def found(notices) -> list[tuple[str, str]]:
    return [(notice.code, notice.fragment) for notice in notices]


GOOD = with_manifest({"a.epub": b"book", "b.brf": b"cells"})


def test_untouched_files_are_as_the_manifest_says():
    assert check_manifest(GOOD) == ()


def test_changed_file_is_named():
    assert found(check_manifest({**GOOD, "a.epub": b"look"})) == [("E-131", "a.epub")]


def test_lost_and_added_files_are_named():
    files = {**GOOD, "c.txt": b""}
    del files["b.brf"]
    assert found(check_manifest(files)) == [("E-132", "b.brf"), ("E-133", "c.txt")]


def test_manifest_that_cannot_be_read_is_named():
    assert [code for code, _ in found(check_manifest({"manifest.json": b"{}"}))] == ["E-131"]


def test_folder_without_manifest_is_judged_without():
    assert check_manifest({"a.epub": b"book"}) == ()


def test_zip_that_differs_from_its_folder_is_named():
    assert check_archive("b.zip", {"a": b"1"}, {"a": b"1"}) == ()
    assert found(check_archive("b.zip", {"a": b"1", "b": b""}, {"a": b"2"})) == [
        ("E-134", "a"),
        ("E-134", "b"),
    ]


def test_word_that_one_edition_changed_is_named_with_the_edition():
    words = {"a.epub": words_of_plain("All is good now."), "b.xml": words_of_plain("All is bad now.")}
    assert [(str(n.pos), n.code) for n in check_same_words(words)] == [
        ("b.xml:1:1", "E-501"),
        ("b.xml:1:1", "E-502"),
    ]


def test_editions_with_the_same_words_agree():
    same = words_of_plain("All is good.\n\n1 See above.")
    assert check_same_words({"a.epub": same, "b.xml": same}) == ()
    assert check_same_words({}) == ()


def test_words_in_another_order_are_named():
    words = {"a.epub": words_of_plain("All good\n\nis well"), "b.xml": words_of_plain("is well\n\nAll good")}
    assert [(n.code, n.fragment) for n in check_same_words(words)] == [("E-505", "is well All good")]
