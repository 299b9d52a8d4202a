"""A finished edition before the judge: `pokeach verify`.

In: a folder of output/. Out: findings. What the judge (`verify`) must not do itself is done here: files are read, zips
opened, sound is decoded. Files are read one at a time: sound makes a book too long to be held in memory.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zipfile import ZIP_STORED, BadZipFile, ZipInfo

from pipeline.build.inputs import LINE_ENDS
from pipeline.build.manifest import parse_manifest
from pipeline.engines.pyav import read_levels
from pipeline.errors import EngineError, UsageError
from pipeline.model.settings import Settings
from pipeline.model.source import Notice
from pipeline.store.shelf import Files, digest_of, open_archive, open_folder
from pipeline.verify.agreement import (
    MANIFEST,
    Member,
    check_archive,
    check_container,
    check_manifest,
    check_same_words,
)
from pipeline.verify.brf import check_brf
from pipeline.verify.daisy3 import check_daisy3
from pipeline.verify.daisy202 import check_daisy202
from pipeline.verify.daisy202 import text_in_order as daisy202_text
from pipeline.verify.descriptions import (
    Description,
    check_same_descriptions,
    describe_daisy3,
    describe_epub,
    describe_manifest,
    describe_ncc,
    describe_page,
)
from pipeline.verify.epub import check_epub, package_of
from pipeline.verify.epub import text_in_order as epub_text
from pipeline.verify.findings import finding
from pipeline.verify.html import PAGE, check_html
from pipeline.verify.identifiers import check_identifiers, read_editions
from pipeline.verify.marks import check_same_print, check_same_roles, read_print, read_roles
from pipeline.verify.sounds import (
    LEVEL_MS,
    check_levels,
    check_same_clips,
    check_same_sounds,
    read_all_clips,
    sound_digest,
)
from pipeline.verify.word_ledger import check_ledger
from pipeline.verify.words import words_of_xhtml

_FORMATS = {".epub": "epub", "ncc.html": "daisy202", ".opf": "daisy3", f"-html/{PAGE}": "html"}
"""How the path of the file that people open ends -> format."""
_EDITIONS = tuple(_FORMATS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edition:
    """One edition that is read with the eye and heard: its files, by the file that people open."""

    path: str
    files: Files

    def is_kind(self, suffix: str) -> bool:
        return self.path.endswith(suffix)

    @property
    def format(self) -> str:
        """The name of its format."""
        return next(name for suffix, name in _FORMATS.items() if self.is_kind(suffix))

    @property
    def texts(self) -> Mapping[str, bytes]:
        """The content documents in reading order."""
        if self.is_kind(".epub"):
            return epub_text(self.files)
        if self.is_kind("ncc.html"):
            return daisy202_text(self.files)
        suffix = ".xml" if self.is_kind(".opf") else PAGE
        return {path: self.files[path] for path in self.files if path.endswith(suffix)}

    @property
    def description(self) -> Description:
        """What it says of the book."""
        if self.is_kind(".epub"):
            return describe_epub(self.files.get(package_of(self.files), b""))
        content = self.files[self.path.rpartition("/")[2]]
        if self.is_kind("ncc.html"):
            return describe_ncc(content)
        return describe_daisy3(content) if self.is_kind(".opf") else describe_page(content)


@dataclass(slots=True)
class _Ear:
    """Decodes each sound once, in however many editions it is."""

    heard: dict[str, tuple[int, bytes] | None] = field(default_factory=dict)

    def listen(self, files: Files) -> tuple[dict[str, str], dict[str, int], dict[str, bytes]]:
        """Give digest, milliseconds and levels by path; what cannot be decoded has a digest only."""
        digests, durations, levels = {}, {}, {}
        for path in (path for path in files if path.endswith(".mp3")):
            content = files[path]
            digest = digests[path] = sound_digest(content)
            if digest not in self.heard:
                self.heard[digest] = _decoded(content)
            if known := self.heard[digest]:
                durations[path], levels[path] = known
        return digests, durations, levels


def judge_folder(folder: Path, settings: Settings, today: date) -> tuple[Notice, ...]:
    """Judge every edition in a folder; UsageError when there is none."""
    files = open_folder(folder)
    if not any(path.endswith((*_EDITIONS, ".brf", f"/{PAGE}")) or path == PAGE for path in files):
        raise UsageError(
            "there is no edition in this folder. Give the folder of one, below output/.", where=str(folder)
        )
    editions, findings = _open_editions(folder, files)
    return (
        *_manifest(folder, files),
        *findings,
        *_archives(folder, files),
        *_compare(editions, files),
        *_judge(editions, today),
        *_braille(files, settings),
    )


def _manifest(folder: Path, files: Files) -> Iterator[Notice]:
    if MANIFEST in files:
        yield from check_manifest(files[MANIFEST], {path: digest_of(folder / path) for path in files})


def _open_editions(folder: Path, files: Files) -> tuple[list[_Edition], list[Notice]]:
    editions, findings = [], []
    for path in (path for path in files if path.endswith(_EDITIONS)):
        if not path.endswith(".epub"):
            editions.append(_Edition(path=path, files=files.below(path[: path.rfind("/") + 1])))
            continue
        try:
            inside, entries = open_archive(folder / path)
        except BadZipFile as problem:
            findings.append(finding("E-303", path, 1, str(problem)))
        else:
            findings.extend(check_container(path, [_member(entry) for entry in entries]))
            editions.append(_Edition(path=path, files=inside))
    return editions, findings


def _member(entry: ZipInfo) -> Member:
    plain = entry.compress_type == ZIP_STORED and not entry.extra
    return Member(path=entry.filename, is_plain=plain)


def _archives(folder: Path, files: Files) -> Iterator[Notice]:
    for path in (path for path in files if path.endswith(".zip")):
        beside = files.below(f"{path.removesuffix('.zip')}/")
        if beside:
            try:
                inside, _ = open_archive(folder / path)
            except BadZipFile as problem:
                yield finding("E-303", path, 1, str(problem))
            else:
                yield from check_archive(path, inside, beside)


def _compare(editions: list[_Edition], files: Files) -> Iterator[Notice]:
    """Compare words, marks, sound and description from edition to edition."""
    texts = {edition.path: edition.texts for edition in editions}
    words = {path: words_of_xhtml(text) for path, text in texts.items()}
    yield from check_same_words(words)
    manifest = files.get(MANIFEST, b"")
    yield from check_ledger(manifest, words)
    yield from check_same_print({path: read_print(text) for path, text in texts.items()})
    yield from check_same_roles({path: read_roles(text) for path, text in texts.items()})
    clips = {edition.path: read_all_clips(edition.files) for edition in editions}
    yield from check_same_clips({path: each for path, each in clips.items() if each})
    told = {edition.path: edition.description for edition in editions}
    yield from check_same_descriptions(
        {**told, **({MANIFEST: describe_manifest(manifest)} if manifest else {})}
    )
    formats = {edition.path: edition.format for edition in editions}
    yield from check_identifiers(told, formats, read_editions(manifest))


def _judge(editions: list[_Edition], today: date) -> Iterator[Notice]:
    """Judge every edition by itself."""
    ear = _Ear()
    sounds: dict[str, dict[str, str]] = {}
    for edition in editions:
        sounds[edition.path], durations, levels = ear.listen(edition.files)
        if edition.is_kind(".epub"):
            yield from check_epub(edition.files, durations, today=today)
        elif edition.is_kind("ncc.html"):
            yield from check_daisy202(edition.files, durations, today=today)
        elif edition.is_kind(".opf"):
            yield from check_daisy3(edition.files, durations, today=today)
        else:
            yield from check_html(edition.files, durations, today=today)
        yield from check_levels(edition.path, read_all_clips(edition.files), levels)
    yield from check_same_sounds(sounds)


def _decoded(content: bytes) -> tuple[int, bytes] | None:
    try:
        return read_levels(content, LEVEL_MS)
    except EngineError:
        return None


def _line_end(files: Files) -> str:
    """Give the line ends that `publish` was asked for; empty when it was not."""
    try:
        return parse_manifest(files[MANIFEST]).inputs.get(LINE_ENDS, "")
    except (KeyError, ValueError):
        return ""


def _braille(files: Files, settings: Settings) -> Iterator[Notice]:
    page = settings.braille.geometry
    line_end = _line_end(files) or settings.braille.line_end
    for path in (path for path in files if path.endswith(".brf")):
        yield from check_brf(files[path], page.cells_per_line, page.lines_per_page, path, line_end=line_end)
