"""The judge of an EPUB 3.3 with read-aloud.

In: the files of the unpacked archive in their order, how long each sound file plays, and today's date. Out: findings,
in order of the rules (checklist "EPUB" of docs/verify.md). Law: reads finished files only; shares no code with the
writers. It looks for what EPUBCheck and Ace do not see; both are run beside it.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from pipeline.model.source import Notice
from pipeline.verify.dates import check_dates
from pipeline.verify.edition import Edition, check_links, open_edition
from pipeline.verify.epub_claims import check_claims
from pipeline.verify.epub_navigation import check_navigation
from pipeline.verify.epub_overlays import check_overlays, read_overlays
from pipeline.verify.epub_package import Package, check_package, read_package
from pipeline.verify.epub_papers import check_papers
from pipeline.verify.epub_speech import check_speech
from pipeline.verify.epub_text import check_texts
from pipeline.verify.independence import check_independence
from pipeline.verify.mp3_frames import check_frames
from pipeline.verify.pages import check_pages
from pipeline.verify.styles import check_styles

_UNHEARD = frozenset({"E-324", "E-325"})


def check_epub(
    files: Mapping[str, bytes], durations: Mapping[str, int], *, today: date
) -> tuple[Notice, ...]:
    """Check an EPUB; `durations` gives milliseconds for every sound file that can be decoded."""
    edition, findings = open_edition(files, durations)
    package, faults = read_package(edition)
    if package is None:
        return (*findings, *faults)
    return (*findings, *faults, *_check(edition, package, today))


def package_of(files: Mapping[str, bytes]) -> str:
    """Give the path of the package document; empty when it cannot be found."""
    package, _ = read_package(open_edition(files, {})[0])
    return package.markup.path if package else ""


def text_in_order(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give the content documents of the work in reading order: what `words.words_of_xhtml` wants."""
    edition, _ = open_edition(files, {})
    package, _ = read_package(edition)
    return {path: files[path] for path in package.spine if path not in package.papers} if package else {}


def _check(edition: Edition, package: Package, today: date) -> Iterator[Notice]:
    overlays, unreadable = read_overlays(edition, package)
    yield from unreadable
    yield from check_links(edition)
    yield from check_pages(edition)
    yield from check_styles(edition)
    yield from check_independence(edition)
    yield from check_package(edition, package, today)
    yield from check_dates(edition, today, but={"dc:date", "dcterms:modified"})
    yield from check_overlays(edition, package, overlays)
    yield from check_frames(edition)
    in_texts = tuple(check_texts(edition, package, overlays))
    yield from in_texts
    yield from check_navigation(edition, package)
    yield from check_speech(edition, package)
    yield from check_papers(edition, package)
    all_heard = bool(overlays) and not any(found.code in _UNHEARD for found in in_texts)
    yield from check_claims(edition, package, overlays, all_heard=all_heard)
