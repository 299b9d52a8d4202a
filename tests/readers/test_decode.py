"""Bytes into characters."""

import pytest

from pipeline.errors import SourceError
from pipeline.readers import decode as module
from pipeline.readers.decode import decode


def told(content: bytes) -> tuple[str, list[str]]:
    text, notices = decode("e.txt", content)
    return text, [f"{notice.code} {notice.pos.line}:{notice.pos.column}" for notice in notices if notice.pos]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.4", "a PDF"),
        (b"{\\rtf1", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Word file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\x1f\x8b\x08", "a packed file"),
        (b"7z\xbc\xaf'", "a packed file"),
        (b"Rar!\x1a", "a packed file"),
    ],
)
def test_what_is_not_text_is_refused_by_what_it_is(content, what):
    with pytest.raises(SourceError, match=what) as caught:
        decode("e.txt", content)
    assert caught.value.code == "S-003"


def test_bytes_are_counted(monkeypatch):
    monkeypatch.setattr(module, "_MOST_BYTES", 4)
    assert told(b"word") == ("word", [])
    with pytest.raises(SourceError, match="larger than 0 MB"):
        decode("e.txt", b"words")


@pytest.mark.parametrize(
    ("content", "text", "notices"),
    [
        (b"\xef\xbb\xbfa\r\nb\rc\nd", "a\nb\nc\nd", []),
        ("e\u0301".encode(), "\u00e9", []),
        (b"\xff\xfea\x00", "a", ["S-013 1:1"]),
        (b"\xfe\xff\x00a", "a", ["S-013 1:1"]),
        (b"<meta charset=ISO-8859-8>\xf9\xec", "<meta charset=ISO-8859-8>של", ["S-013 1:1"]),
        (b'<?xml encoding = "windows-1250"?>\xb3', '<?xml encoding = "windows-1250"?>ł', ["S-013 1:1"]),
        (b"plain words with a caf\xe9 \x93so\x94", "plain words with a café “so”", ["S-013 1:1"]),
        ("a\x0bb\n\x1fc\x85".encode(), "ab\nc\x85", ["S-005 1:2", "S-005 2:1"]),
        ("a\ufffeb\uffff".encode(), "ab", ["S-005 1:2"]),
        ("one\n t\ufffdo".encode(), "one\n t\ufffdo", ["S-010 2:3"]),
    ],
)
def test_encoding_line_ends_and_signs_are_read_and_told(content, text, notices):
    assert told(content) == (text, notices)


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"word \x01\xe9", "e.txt:1:7"),
        ("é é é\n".encode() + b"x\xe9", "e.txt:2:2"),
        (b"\xd0\xde in Icelandic only", "e.txt:1:1"),
        (b"\xc1" * 4 + b"abcdef", "e.txt:1:1"),
        (b"<meta charset=utf-8>\xd0\xdex", "e.txt:1:21"),
        (b"\xff\xfea", "e.txt:1:1"),
    ],
)
def test_damaged_letters_are_refused_with_their_place(content, where):
    with pytest.raises(SourceError) as caught:
        decode("e.txt", content)
    assert (caught.value.where, caught.value.code) == (where, "S-002")


@pytest.mark.parametrize("content", [b"", b" \n\t", b"\xef\xbb\xbf \n"])
def test_nothing_is_refused(content):
    with pytest.raises(SourceError, match="holds no text"):
        decode("e.txt", content)


def test_mostly_hebrew_bytes_are_hebrew_and_a_third_of_high_bytes_are_not_western():
    assert told(b"\xf9\xec\xe5\xed \xe9") == ("שלום י", ["S-013 1:1"])
    assert told(b"\xe9 \xe9 \xe9 abcdef")[0] == "é é é abcdef"
    with pytest.raises(SourceError):
        decode("e.txt", b"\xe9 \xe9 \xe9 \xe9 abcd")
