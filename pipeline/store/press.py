"""The press's own files as bytes: settings, sources with their sidecars, lexicon.

In: the project folder. Out: bytes with the path a person knows them by. Nothing is parsed here.
"""

import difflib
import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import ConfigError, LexiconError, SourceError, UsageError

_LONGEST_NAME, _LONGEST_SHOWN = 256, 200
_NOT_SOURCES = {".toml"}
WORDS_SUFFIX = ".words"
BUILT_IN_MARK = "(built-in) "
"""Stands before the path of a file that came with this program."""
_HOME = Path(__file__).parents[2]
"""Where this program and the lexicon that came with it stand."""
_NO_FILE = "it is not a file"
_NO_NAME = "the name of this file is not UTF-8 text. Rename it."
_TEXTS = {".md", ".markdown", ".txt", ".html", ".htm", ".xhtml", ".docx", ".epub", ".json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file that was read."""

    path: str
    """As messages show it: relative to the project where it lies inside it."""
    content: bytes
    problem: str = ""
    """Why a word's file could not be read; empty: it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A source and what stands beside it."""

    slug: str
    """Names the publication and its folder in output/."""
    text: InputFile
    sidecar: InputFile | None
    corrections: InputFile | None = None
    words: tuple[InputFile, ...] = ()
    """The entries of this publication alone: the folder <name>.words beside it."""


def read_settings(root: Path) -> InputFile:
    """Read pipeline.toml; a press without one has empty settings."""
    path = root / "pipeline.toml"
    if not os.path.lexists(path):
        return InputFile(path="pipeline.toml", content=b"")
    return _read(path, root, ConfigError)


def read_lexicon(root: Path) -> tuple[InputFile, ...]:
    """Read every file of lexicon/words."""
    return tuple(_read_words(root / "lexicon" / "words", "lexicon/words", root))


def list_stray_words(root: Path) -> tuple[str, ...]:
    """List the files below lexicon/ that look like those of words and stand where none is read."""
    found = (path.relative_to(root) for path in sorted((root / "lexicon").rglob("*.toml")))
    return tuple(path.as_posix() for path in found if path.parts[1] not in ("words", "sounds.toml"))


def read_built_in_lexicon(root: Path) -> tuple[InputFile, ...]:
    """Read the words that came with this program; none when they are the press's own."""
    if _HOME.resolve() == root.resolve():
        return ()
    words = tuple(_read_words(_HOME / "lexicon" / "words", f"{BUILT_IN_MARK}lexicon/words", _HOME))
    if not words:
        raise LexiconError(
            "the words that come with Pokeach are not beside it. Run it from its own folder, or write built_in = "
            '"no" under [lexicon] in pipeline.toml.',
            where=f"{BUILT_IN_MARK}lexicon/words",
        )
    return words


def _read_words(folder: Path, shown: str, root: Path) -> Iterator[InputFile]:
    """Read the files below a folder, by name; one that cannot be read says why. A lexicon has thousands: none is asked
    twice what it is."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as found:
        there = sorted(found, key=lambda one: one.name)
    for one in there:
        if one.name.startswith(".") or one.name.endswith("~"):  # what systems and editors leave behind
            continue
        if one.is_dir(follow_symlinks=False):  # a link may lead in a circle
            yield from _read_words(folder / one.name, f"{shown}/{one.name}", root)
        else:
            yield _read_word(one, f"{shown}/{one.name}")


def _read_word(entry: "os.DirEntry[str]", shown: str) -> InputFile:
    legible = _legible(shown)
    if legible != shown:
        return InputFile(path=legible, content=b"", problem=_NO_NAME)
    try:
        if not entry.is_file():
            entry.stat()  # says why, if it leads nowhere
            raise OSError(errno.EINVAL, _NO_FILE)
        with os.fdopen(os.open(entry.path, os.O_RDONLY), "rb", buffering=0) as file:
            return InputFile(path=shown, content=file.read())
    except OSError as problem:
        return InputFile(path=shown, content=b"", problem=_unreadable(problem))


def read_sounds(root: Path, *, built_in: bool = False) -> InputFile:
    """Read the press's table of sounds; `built_in`: a press without one has that of this program."""
    path = root / "lexicon" / "sounds.toml"
    if built_in and not os.path.lexists(path):
        own = _read(_HOME / "lexicon" / "sounds.toml", _HOME, LexiconError)
        return replace(own, path=f"{BUILT_IN_MARK}{own.path}")
    return _read(path, root, LexiconError)


def read_program() -> tuple[InputFile, ...]:
    """Read this program's files and the list of the libraries it stands on: what another made is made anew."""
    return (*read_rooms(""), *(_read(path, _HOME, ConfigError) for path in _HOME.glob("requirements.lock")))


def read_rooms(*rooms: str) -> tuple[InputFile, ...]:
    """Read the modules of some rooms; a file that is none of them has its digest in an engine's fingerprint."""
    package = Path(__file__).parents[1]
    files = (path for room in rooms for path in sorted((package / room).rglob("*.py")))
    return tuple(
        InputFile(path=path.relative_to(package).as_posix(), content=path.read_bytes()) for path in files
    )


def list_sources(root: Path, wanted: Sequence[str] = ()) -> tuple[Path, ...]:
    """List the source files to publish: all in sources/, or those named by path or by slug."""
    folder = root / "sources"
    every = tuple(path for path in sorted(folder.iterdir()) if _is_source(path)) if folder.is_dir() else ()
    if not wanted:
        if not every:
            raise UsageError(
                "there is no source to publish. Put an essay into sources/: .md, .txt, .docx, .html or .epub.",
                where="sources",
            )
        return _without_clashes(every)
    return _without_clashes(tuple(_named(name, every) for name in wanted))


def _named(name: str, every: Sequence[Path]) -> Path:
    by_slug = {slug_of(path): path for path in every}
    by_name = by_slug | {path.name: path for path in every}
    if name in by_name:
        return by_name[name]
    path = Path(name)
    if len(path.name) < _LONGEST_NAME and path.is_file():
        return path
    near = difflib.get_close_matches(name, by_slug, n=1, cutoff=0.85)
    known = ", ".join(sorted(by_slug)) or "none"
    hint = f"Did you mean {near[0]}?" if near else f"Give a file, or one of: {known}."
    raise UsageError(f"there is no source called {name[:_LONGEST_SHOWN]}. {hint}")


def _without_clashes(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    seen: dict[str, Path] = {}
    for path in paths:
        other = seen.setdefault(slug_of(path), path)
        if other != path:
            raise UsageError(
                f"{other.name} and {path.name} would both be published as {slug_of(path)}. Rename one."
            )
    return tuple(seen.values())


def list_own_words(root: Path) -> tuple[Path, ...]:
    """List the sources that have words of their own; LexiconError when such a folder belongs to no source."""
    sources = root / "sources"
    folders = sorted(sources.glob(f"*{WORDS_SUFFIX}")) if sources.is_dir() else []
    owners = (
        {path.with_suffix(WORDS_SUFFIX): path for path in sources.iterdir() if _is_source(path)}
        if folders
        else {}
    )
    for folder in folders:
        if folder not in owners:
            raise LexiconError(
                f"these words belong to no source. Name the folder as the source is named: essay{WORDS_SUFFIX} stands "
                "beside essay.md.",
                where=_shown(folder, root),
            )
    return tuple(owners[folder] for folder in folders)


def with_own_words(source: SourceFile, files: Sequence[InputFile]) -> SourceFile:
    """Give a source with those of the files that stand in its own folder of words as its words."""
    folder = source.text.path.rpartition(".")[0] + WORDS_SUFFIX
    return replace(source, words=tuple(file for file in files if file.path.startswith(f"{folder}/")))


def read_source_file(path: Path, root: Path) -> SourceFile:
    """Read one source and what stands beside it; SourceError when the disk does not give them."""
    if _legible(path.name) != path.name:
        raise SourceError(_NO_NAME, where=_legible(_shown(path, root)))
    beside, corrections = path.with_suffix(".toml"), path.with_suffix(".corrections.toml")
    own_words = path.with_suffix(WORDS_SUFFIX)
    return SourceFile(
        slug=slug_of(path),
        text=_read(path, root, SourceError),
        sidecar=_read(beside, root, SourceError) if os.path.lexists(beside) else None,
        corrections=_read(corrections, root, SourceError) if os.path.lexists(corrections) else None,
        words=tuple(_read_words(own_words, _shown(own_words, root), root)),
    )


def slug_of(path: Path) -> str:
    """Give the name of a publication: the file's name in lower-case ASCII letters, digits and hyphens."""
    ascii_name = unicodedata.normalize("NFKD", path.stem).encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")
    if not slug:
        raise UsageError(
            f"the file name {path.name} has no Latin letter or digit. Rename it: it becomes the book's name."
        )
    return slug


def _is_source(path: Path) -> bool:
    """Tell what a person means to be published; a folder may hold pictures, but not under the name of a text."""
    hidden = path.name.startswith(".") or path.name.lower().startswith("readme")
    folder = path.is_dir() and path.suffix.lower() not in _TEXTS
    return not hidden and not folder and path.suffix.lower() not in _NOT_SOURCES


def _shown(path: Path, root: Path) -> str:
    """Give a path as a person knows it: relative to the project where it lies inside it."""
    absolute = path.absolute()
    inside = absolute.is_relative_to(root.absolute())
    return (absolute.relative_to(root.absolute()) if inside else path).as_posix()


def _legible(name: str) -> str:
    """Give a name as it can be written: a disk may hold bytes that are no text."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _read(path: Path, root: Path, error: type[SourceError | ConfigError | LexiconError]) -> InputFile:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for without end
            raise OSError(errno.EINVAL, _NO_FILE)
        return InputFile(path=_shown(path, root), content=path.read_bytes())
    except OSError as problem:
        raise error(
            _unreadable(problem),
            where=_shown(path, root),
            code="S-015" if error is SourceError else "",
        ) from problem


def _unreadable(problem: OSError) -> str:
    return f"this file cannot be read: {problem.strerror}. Check that it exists and that you may read it."
