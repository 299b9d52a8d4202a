"""The judge of a DAISY 2.02 talking book: full text, full audio.

In: the files of one flat folder and how long each sound file plays. Out: findings, in order of the rules (checklist
"DAISY 2.02" of docs/verify.md). Law: reads finished files only; shares no code with the writers.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from pipeline.model.source import Notice
from pipeline.verify.clips import check_clips
from pipeline.verify.daisy202_ncc import check_ncc, metadata
from pipeline.verify.daisy202_smil import Smil, check_smils, read_smils
from pipeline.verify.daisy202_text import check_texts
from pipeline.verify.dates import check_dates
from pipeline.verify.edition import Edition, check_links, open_edition
from pipeline.verify.findings import finding
from pipeline.verify.independence import check_independence
from pipeline.verify.markup import Markup, first
from pipeline.verify.mp3_frames import check_frames
from pipeline.verify.pages import check_pages
from pipeline.verify.styles import check_styles

NCC = "ncc.html"
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*", re.ASCII)
_KINDS = (".html", ".smil", ".mp3", ".mp2", ".wav", ".css", ".jpg", ".gif", ".png")


def check_daisy202(
    files: Mapping[str, bytes], durations: Mapping[str, int], *, today: date
) -> tuple[Notice, ...]:
    """Check a folder; `durations` gives milliseconds for every sound file that can be decoded."""
    edition, findings = open_edition(files, durations)
    smils, unreadable = read_smils(edition, NCC)
    return (*findings, *unreadable, *_check(edition, smils), *check_dates(edition, today))


def text_in_order(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give the text files in playing order: what `words.words_of_xhtml` wants."""
    edition, _ = open_edition(files, {})
    smils, _ = read_smils(edition, NCC)
    paths = dict.fromkeys(target.path for smil in smils for target in smil.text_of.values())
    return {path: files[path] for path in paths if path in files}


def _check(edition: Edition, smils: tuple[Smil, ...]) -> Iterator[Notice]:
    yield from _check_names(edition)
    yield from check_links(edition)
    yield from check_pages(edition)
    yield from check_styles(edition)
    yield from check_independence(edition)
    ncc = edition.document(NCC)
    if ncc is not None:
        yield from check_ncc(ncc, edition, smils)
        yield from _check_agreement(ncc, edition)
    yield from check_smils(smils, edition)
    yield from check_clips([clip for smil in smils for clip in smil.clips], edition)
    yield from check_frames(edition)
    yield from check_texts(edition, smils, NCC)


def _check_agreement(ncc: Markup, edition: Edition) -> Iterator[Notice]:
    """Find files that call the book by another identifier, title or format than the NCC does."""
    own = metadata(ncc)
    title = first(ncc.root, "title")
    if title is not None and title.text and title.text not in own.get("dc:title", [title.text]):
        yield finding("E-240", ncc.path, title.line, f"title: {title.text}")
    for path, markup in edition.documents.items():
        for name in ("dc:identifier", "dc:title", "dc:format"):
            values = metadata(markup).get(name, [])
            if values and values[:1] != own.get(name, [])[:1]:
                yield finding("E-240", path, 1, f"{name}: {values[0]}")


def _check_names(edition: Edition) -> Iterator[Notice]:
    if NCC not in edition.files:
        yield finding("E-201", NCC)
    for path in edition.files:
        if not _NAME.fullmatch(path):
            yield finding("E-202", path, 1, path)
        if not path.lower().endswith(_KINDS):
            yield finding("E-203", path, 1, path)
