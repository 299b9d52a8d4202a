"""A finished edition before the judge: `pokeach verify`.

In: a folder of output/. Out: findings. What the judge (`verify`) must not do itself is done here: files are read, zips
opened, sound is decoded.
"""

import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

from pipeline.engines.levels import SAMPLE_RATE_HZ
from pipeline.engines.pyav import count_samples
from pipeline.errors import EngineError, UsageError
from pipeline.model.settings import Settings
from pipeline.model.source import Notice
from pipeline.store.shelf import read_folder
from pipeline.verify.agreement import check_archive, check_manifest, check_same_words
from pipeline.verify.brf import check_brf
from pipeline.verify.daisy3 import check_daisy3
from pipeline.verify.daisy202 import check_daisy202
from pipeline.verify.daisy202 import text_in_order as daisy202_text
from pipeline.verify.epub import check_epub
from pipeline.verify.epub import text_in_order as epub_text
from pipeline.verify.html import check_html
from pipeline.verify.words import Passage, words_of_xhtml

Files = Mapping[str, bytes]


def judge_folder(folder: Path, settings: Settings, today: date) -> tuple[Notice, ...]:
    """Judge every edition in a folder; UsageError when there is none."""
    files = read_folder(folder)
    findings = (
        *check_manifest(files),
        *_archives(files),
        *check_same_words(_words(files)),
        *_epubs(files, today),
        *_talking_books(files),
        *_braille(files, settings),
    )
    if not any(path.endswith((".epub", ".brf", "ncc.html", ".opf", "index.html")) for path in files):
        raise UsageError(
            "there is no edition in this folder. Give the folder of one, below output/.", where=str(folder)
        )
    return findings


def _archives(files: Files) -> Iterable[Notice]:
    for path, content in files.items():
        folder = _folder_of(f"{path.removesuffix('.zip')}/", files)
        if path.endswith(".zip") and folder:
            yield from check_archive(path, unpack(content), folder)


def _words(files: Files) -> dict[str, tuple[Passage, ...]]:
    """Read the words of every edition that holds the whole text."""
    words = {}
    for path, content in files.items():
        if path.endswith(".epub"):
            words[path] = words_of_xhtml(epub_text(unpack(content)))
        elif path.endswith("ncc.html"):
            words[path] = words_of_xhtml(daisy202_text(_folder_of(path, files)))
        elif path.endswith(("-daisy3/book.xml", "-html/index.html")):
            words[path] = words_of_xhtml({path: content})
    return words


def _epubs(files: Files, today: date) -> Iterable[Notice]:
    for path, content in files.items():
        if path.endswith(".epub"):
            inside = unpack(content)
            yield from check_epub(inside, durations_of(inside), today=today)


def _talking_books(files: Files) -> Iterable[Notice]:
    for path in files:
        if path.endswith("ncc.html"):
            inside = _folder_of(path, files)
            yield from check_daisy202(inside, durations_of(inside))
        elif path.endswith(".opf"):
            inside = _folder_of(path, files)
            yield from check_daisy3(inside, durations_of(inside))
        elif path.endswith("-html/index.html"):
            inside = _folder_of(path, files)
            yield from check_html(inside, durations_of(inside))


def _folder_of(path: str, files: Files) -> dict[str, bytes]:
    """Give the files beside a file and below, by their names in that folder."""
    folder = path[: path.rfind("/") + 1]
    return {name.removeprefix(folder): files[name] for name in files if name.startswith(folder)}


def _braille(files: Files, settings: Settings) -> Iterable[Notice]:
    page = settings.braille.geometry
    for path, content in files.items():
        if path.endswith(".brf"):
            line_end = settings.braille.line_end
            yield from check_brf(content, page.cells_per_line, page.lines_per_page, path, line_end=line_end)


def unpack(content: bytes) -> dict[str, bytes]:
    """Give the files of a zip in their order."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def durations_of(files: Files) -> dict[str, int]:
    """Decode every sound file; milliseconds for each that can be decoded, the others are left out."""
    durations: dict[str, int] = {}
    for path, content in files.items():
        if path.endswith(".mp3"):
            try:
                durations[path] = count_samples(content) * 1000 // SAMPLE_RATE_HZ
            except EngineError:
                continue
    return durations
