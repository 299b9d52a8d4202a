"""What the files of one publication say of each other."""

import json

from pipeline.verify.agreement import Member, check_archive, check_container, check_manifest, check_same_words
from pipeline.verify.words import words_of_plain


def manifest_of(files: dict[str, str]) -> bytes:
    rows = [{"path": path, "sha256": digest} for path, digest in files.items()]
    return json.dumps({"files": rows}).encode()


def found(notices) -> list[tuple[str, str]]:
    return [(notice.code, notice.fragment) for notice in notices]


MANIFEST = manifest_of({"a.epub": "1a", "b.brf": "2b"})
GOOD = {"a.epub": "1a", "b.brf": "2b", "manifest.json": "3c"}


def test_untouched_files_are_as_the_manifest_says():
    assert check_manifest(MANIFEST, GOOD) == ()


def test_changed_file_is_named():
    assert found(check_manifest(MANIFEST, {**GOOD, "a.epub": "4d"})) == [("E-131", "a.epub")]


def test_lost_and_added_files_are_named():
    files = {**GOOD, "c.txt": "5e"}
    del files["b.brf"]
    assert found(check_manifest(MANIFEST, files)) == [("E-132", "b.brf"), ("E-133", "c.txt")]


def test_manifest_that_cannot_be_read_is_named():
    assert [code for code, _ in found(check_manifest(b"{}", GOOD))] == ["E-131"]


def test_media_type_stands_first_in_the_archive_and_is_not_compressed():
    first, other = Member(path="mimetype", is_plain=True), Member(path="a.xhtml", is_plain=False)
    assert found(check_container("a.epub", [first, other])) == []
    assert found(check_container("a.epub", [other, first])) == [("E-301", "a.xhtml")]
    pressed = Member(path="mimetype", is_plain=False)
    assert found(check_container("a.epub", [pressed, other])) == [("E-301", "mimetype")]


def test_file_that_stands_twice_in_the_archive_is_named():
    first, other = Member(path="mimetype", is_plain=True), Member(path="a.xhtml", is_plain=False)
    assert found(check_container("a.epub", [first, other, other])) == [("E-303", "a.xhtml")]


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
