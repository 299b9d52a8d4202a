"""Four small editions made by hand, not by our writers, and ways to plant a fault in them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.model.source import Notice
from pipeline.verify.daisy3 import check_daisy3
from pipeline.verify.daisy202 import check_daisy202
from pipeline.verify.epub import check_epub
from pipeline.verify.html import check_html

HERE = Path(__file__).parent
GOOD = HERE / "good"
TODAY = date(2026, 2, 1)
FRAME = b"\xff\xf3\x84\xc0" + bytes(188)
"""A silent frame of MPEG-2 Layer III: 64 kbit/s, 24000 Hz, mono; 72 * 64000 / 24000 bytes."""
SOUND = 3 * FRAME
DAISY_DURATIONS_MS = {"a1.mp3": 3000, "a2.mp3": 7000}
DAISY3_DURATIONS_MS = {"a1.mp3": 3000, "a2.mp3": 8000}
HTML_DURATIONS_MS = {"a1.mp3": 3000, "a2.mp3": 8000}
EPUB_DURATIONS_MS = {"EPUB/a1.mp3": 3000, "EPUB/a2.mp3": 6000, "EPUB/a3.mp3": 2000}


def good_daisy() -> dict[str, bytes]:
    """The files of a faultless DAISY 2.02 book."""
    return {**_read(GOOD / "daisy202"), "a1.mp3": SOUND, "a2.mp3": SOUND}


def good_daisy3() -> dict[str, bytes]:
    """The files of a faultless DAISY 3 book."""
    return {**_read(GOOD / "daisy3"), "a1.mp3": SOUND, "a2.mp3": SOUND}


def good_html() -> dict[str, bytes]:
    """The files of a faultless HTML page with its audio."""
    return {**_read(GOOD / "html"), "a1.mp3": SOUND, "a2.mp3": SOUND}


def good_epub() -> dict[str, bytes]:
    """The files of a faultless EPUB, the media type first."""
    files = {**_read(GOOD / "epub"), **dict.fromkeys(EPUB_DURATIONS_MS, SOUND)}
    return {"mimetype": files.pop("mimetype"), **files}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that a person did wrong, and exactly the codes that must appear."""

    what: str
    path: str
    old: str
    new: str
    codes: set[str]


def faults(edition: str) -> tuple[Fault, ...]:
    """Read the faults to be planted in an edition."""
    table = tomllib.loads((HERE / f"faults_{edition}.toml").read_text("utf-8"))
    return tuple(Fault(**{**row, "codes": set(row["codes"])}) for row in table["fault"])


def planted(files: Mapping[str, bytes], path: str, old: str, new: str) -> dict[str, bytes]:
    """Replace the first `old` in a file; a fault that cannot be planted is a broken test."""
    text = files[path].decode()
    assert old in text, f"{old!r} is not in {path}"
    return {**files, path: text.replace(old, new, 1).encode()}


def codes(findings: tuple[Notice, ...]) -> set[str]:
    return {finding.code for finding in findings}


def daisy_codes(files: Mapping[str, bytes], durations_ms: Mapping[str, int] | None = None) -> set[str]:
    return codes(
        check_daisy202(files, DAISY_DURATIONS_MS if durations_ms is None else durations_ms, today=TODAY)
    )


def daisy3_codes(files: Mapping[str, bytes], durations_ms: Mapping[str, int] | None = None) -> set[str]:
    return codes(
        check_daisy3(files, DAISY3_DURATIONS_MS if durations_ms is None else durations_ms, today=TODAY)
    )


def html_codes(files: Mapping[str, bytes], durations_ms: Mapping[str, int] | None = None) -> set[str]:
    return codes(check_html(files, HTML_DURATIONS_MS if durations_ms is None else durations_ms, today=TODAY))


def epub_codes(files: Mapping[str, bytes], durations_ms: Mapping[str, int] | None = None) -> set[str]:
    return codes(check_epub(files, EPUB_DURATIONS_MS if durations_ms is None else durations_ms, today=TODAY))


def _read(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
