"""What an MP3 says of itself: ID3v2.4 by mutagen.

In: tags and the duration. Out: the tag's bytes, the same each time.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import mutagen.id3

from pipeline.model.publication import Audiobook
from pipeline.model.speech import TrackTags

_ID3: Any = mutagen.id3
"""mutagen marks itself as typed, but these classes are not."""

_NO_OFFSET = 0xFFFFFFFF
"""Times are given, places in the file are not."""
_TOP_LEVEL, _ORDERED = 2, 1
_MOST_ROWS = 255
"""CTOC counts its rows in one byte."""


def make_id3(tags: TrackTags, duration_ms: int) -> bytes:
    """Build the tag; what nobody said is left out."""
    frames = (
        _ID3.TIT2(encoding=_ID3.Encoding.UTF8, text=tags.title),
        _ID3.TALB(encoding=_ID3.Encoding.UTF8, text=tags.album),
        _ID3.TPE1(encoding=_ID3.Encoding.UTF8, text=tags.artist),
        _ID3.TRCK(encoding=_ID3.Encoding.LATIN1, text=f"{tags.number}/{tags.of}"),
        _ID3.TLEN(encoding=_ID3.Encoding.LATIN1, text=str(duration_ms)),
    )
    return _tag(frame for frame in frames if frame.text != [""])


def make_book_id3(book: Audiobook, sample_rate_hz: int) -> bytes:
    """Build the tag of a whole book: chapters and their table (ID3v2 Chapter Frame Addendum: CHAP, CTOC)."""
    utf8 = _ID3.Encoding.UTF8
    texts = (
        _ID3.TIT2(encoding=utf8, text=book.title),
        _ID3.TALB(encoding=utf8, text=book.title),
        _ID3.TPE1(encoding=utf8, text=book.author),
        _ID3.TCOM(encoding=utf8, text=book.narrator),  # where audiobook players look for who reads
        _ID3.TPUB(encoding=utf8, text=book.publisher),
        _ID3.TDRC(encoding=utf8, text=book.date),
        _ID3.TCON(encoding=utf8, text="Audiobook"),
    )
    chapters = [
        _ID3.CHAP(
            element_id=f"c{number}",
            start_time=chapter.begin * 1000 // sample_rate_hz,
            end_time=chapter.end * 1000 // sample_rate_hz,
            start_offset=_NO_OFFSET,
            end_offset=_NO_OFFSET,
            sub_frames=[_ID3.TIT2(encoding=utf8, text=chapter.title)],
        )
        for number, chapter in enumerate(book.chapters, 1)
    ]
    named = [frame for frame in texts if str(frame.text[0])]
    return _tag([*named, *_contents([chapter.element_id for chapter in chapters]), *chapters])


def _contents(chapters: Sequence[str]) -> list[Any]:
    """Give the table of contents; one longer than a table can be is made of several."""
    rows = [chapters[start : start + _MOST_ROWS] for start in range(0, len(chapters), _MOST_ROWS)]
    if len(rows) == 1:
        return [_table("toc", rows[0], flags=_TOP_LEVEL | _ORDERED)]
    inner = [_table(f"toc{number}", row, flags=_ORDERED) for number, row in enumerate(rows, 1)]
    return [_table("toc", [table.element_id for table in inner], flags=_TOP_LEVEL | _ORDERED), *inner]


def _table(id: str, children: Sequence[str], *, flags: int) -> Any:  # noqa: ANN401 - mutagen has no types
    return _ID3.CTOC(
        element_id=id, flags=_ID3.CTOCFlags(flags), child_element_ids=list(children), sub_frames=[]
    )


def _tag(frames: Iterable[Any]) -> bytes:
    tag = _ID3.ID3()
    for frame in frames:
        tag.add(frame)
    file = BytesIO()
    tag.save(file, v1=0, v2_version=4, padding=lambda _: 0)
    return file.getvalue()
