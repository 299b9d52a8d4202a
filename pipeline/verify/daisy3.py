"""The judge of a DAISY 3 talking book (ANSI/NISO Z39.86-2005): full text, full audio.

In: the files of one folder and how long each sound file plays. Out: findings, in order of the rules (checklist
"DAISY 3" of docs/verify.md). Law: reads finished files only; shares no code with the writers.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from pipeline.model.source import Notice
from pipeline.verify.clips import check_clips
from pipeline.verify.daisy3_ncx import check_ncx
from pipeline.verify.daisy3_package import Package, check_package, find_package
from pipeline.verify.daisy3_resources import check_resources
from pipeline.verify.daisy3_smil import Smil, check_smils, read_smils
from pipeline.verify.daisy3_text import check_text
from pipeline.verify.daisy3_vocabulary import check_vocabulary
from pipeline.verify.dates import check_dates
from pipeline.verify.edition import Edition, check_links, open_edition
from pipeline.verify.findings import finding
from pipeline.verify.independence import check_independence
from pipeline.verify.mp3_frames import check_frames
from pipeline.verify.styles import check_styles


def check_daisy3(
    files: Mapping[str, bytes], durations: Mapping[str, int], *, today: date
) -> tuple[Notice, ...]:
    """Check a folder; `durations` gives milliseconds for every sound file that can be decoded."""
    edition, findings = open_edition(files, durations)
    package = find_package(edition)
    if package is None:
        return (*findings, finding("E-601", "book.opf"))
    smils, unreadable = read_smils(edition, package)
    return (*findings, *unreadable, *_check(edition, package, smils), *check_dates(edition, today))


def _check(edition: Edition, package: Package, smils: tuple[Smil, ...]) -> Iterator[Notice]:
    yield from check_links(edition)
    yield from check_styles(edition)
    yield from check_independence(edition)
    for markup in edition.documents.values():
        yield from check_vocabulary(markup)
    yield from check_package(edition, package, smils)
    yield from check_smils(edition, package, smils)
    yield from check_clips([clip for smil in smils for clip in smil.clips], edition)
    yield from check_frames(edition)
    for text in package.texts(edition):
        yield from check_text(text, edition, package, smils)
    yield from check_ncx(edition, package, smils)
    yield from check_resources(edition, package)
