"""The judge of a BRF: braille for embossers and displays, byte by byte.

In: the file's bytes and the size of a page. Out: findings with the line of the file. Law: the file alone counts.
"""

import re
from collections.abc import Iterator

from pipeline.model.source import Notice
from pipeline.verify.findings import finding

_FORM_FEED = b"\f"
_LINE_END = re.compile(rb"\r\n|\r|\n")
_NOT_BRAILLE = re.compile(rb"[^\x20-\x5f\r\n\f]+")
_ESCAPE = re.compile(rb"\\[XYZ](?:[0-9A-F]{4,8}|[A-J]{4,8}')|'\\[XYZ][0-9A-J]{4,8}'")
r"""A translator's way of saying that it has no cells for a character: '\x05d0', its digits also as the letters a-j."""


def check_brf(
    content: bytes, cells_per_line: int, lines_per_page: int, path: str = "brf", *, line_end: str = "crlf"
) -> tuple[Notice, ...]:
    """Check a whole file; `path` is only named in the findings, `line_end` is the setting: crlf or lf."""
    if not content.strip():
        return (finding("E-401", path),)
    bytes_found = _check_bytes(content, path, b"\r" if line_end == "crlf" else b"")
    return (*bytes_found, *_check_pages(content, cells_per_line, lines_per_page, path))


def _check_bytes(content: bytes, path: str, before_feed: bytes) -> Iterator[Notice]:
    ended = content.count(b"\n")
    for number, line in enumerate(content.split(b"\n"), start=1):
        whole = line.removesuffix(before_feed)
        if b"\r" in whole or (before_feed and line == whole and number <= ended):
            yield finding("E-403", path, number)
        for match in _NOT_BRAILLE.finditer(whole):
            yield finding("E-402", path, number, repr(match.group())[2:-1])
        for match in _ESCAPE.finditer(whole):
            yield finding("E-406", path, number, match.group().decode("ascii"))


def _check_pages(content: bytes, cells_per_line: int, lines_per_page: int, path: str) -> Iterator[Notice]:
    pages = content.split(_FORM_FEED)
    if pages.pop().strip():
        yield finding("E-407", path, content.count(b"\n") + 1)
    number = 1
    for page in pages:
        lines = _LINE_END.split(page)
        if lines.pop():
            yield finding("E-408", path, number + len(lines))
        if len(lines) > lines_per_page:
            yield finding("E-405", path, number + lines_per_page, f"{len(lines)} lines")
        if not page.strip():
            yield finding("E-409", path, number)
        for line in lines:
            yield from _check_line(line, cells_per_line, path, number)
            number += 1


def _check_line(line: bytes, cells_per_line: int, path: str, number: int) -> Iterator[Notice]:
    if len(line) > cells_per_line:
        yield finding("E-404", path, number, f"{len(line)} cells")
    if line.endswith(b" "):
        yield finding("E-410", path, number)
