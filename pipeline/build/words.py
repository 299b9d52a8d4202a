"""The words of a press, ready for use: all layers, each file read when one of its words is met.

In: files, the table of sounds, a place in the store. Out: Words. Laws: an upper layer's claim beats a lower one's; what
is kept is only the list of words that each file claims, under the digest of that file: what a word sounds like always
comes from the file itself.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.build.inputs import digest_files
from pipeline.errors import LexiconError
from pipeline.lexicon import index as word_index
from pipeline.lexicon import match, parse
from pipeline.lexicon.sounds import Sounds, parse_sounds
from pipeline.model.lexicon import BUILT_IN, PRESS, PUBLICATION, Entry, layer_of, slug_in
from pipeline.model.settings import Settings
from pipeline.store.editions import STAGING
from pipeline.store.kept import Kept
from pipeline.store.press import (
    InputFile,
    SourceFile,
    list_stray_words,
    read_built_in_lexicon,
    read_lexicon,
    read_rooms,
    read_sounds,
)

WORDS = "words.json"
"""The file of the store that tells which words each entry claims."""
Known = Mapping[str, tuple[str, ...]]
"""Digest of a file -> the words that its claims begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconFiles:
    """What a press's words are made from."""

    sounds: InputFile
    press: tuple[InputFile, ...] = ()
    built_in: tuple[InputFile, ...] = ()

    @property
    def all(self) -> tuple[InputFile, ...]:
        """All of them, for a digest."""
        return (*self.built_in, *self.press, self.sounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A lexicon, and what is wrong with the files that could not go into it."""

    lexicon: "match.Lexicon"
    faults: tuple[LexiconError, ...] = ()

    @property
    def sounds(self) -> Sounds:
        """The table of sounds."""
        return self.lexicon.sounds

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries; every file is read for it."""
        return self.lexicon.entries

    def whole(self) -> "Words":
        """Give the same words when no file is broken; else LexiconError with the first fault."""
        if self.faults:
            raise self.faults[0]
        return self


def read_lexicon_files(root: Path, settings: Settings) -> LexiconFiles:
    """Read the files of all layers that concern every publication."""
    press = read_lexicon(root)
    built_in = read_built_in_lexicon(root) if settings.built_in_words else ()
    return LexiconFiles(
        sounds=read_sounds(root, built_in=settings.built_in_words),
        press=press,
        built_in=_without_copies(built_in, press),
    )


def _without_copies(built_in: Sequence[InputFile], press: Sequence[InputFile]) -> tuple[InputFile, ...]:
    """Leave out each file that the press has word for word: it says nothing new, but would be parsed once more."""
    own = {(_name(file), file.content) for file in press}
    return tuple(file for file in built_in if (_name(file), file.content) not in own)


def _name(file: InputFile) -> str:
    return file.path.rpartition("/")[2]


def open_words(files: LexiconFiles, store: Path | None = None) -> Words:
    """Give the words of a press; `store` is the folder in which what was found out is kept, if anywhere."""
    kept = Kept(store / WORDS, store / STAGING) if store else None
    key = digest_files((files.sounds, *read_rooms("lexicon", "model"))) if kept else ""
    known = _parse_known(kept.find(key)) if kept else {}
    sounds = load_sounds(files.sounds)
    digests: dict[str, str] = {}
    index, faults = word_index.make_index(
        (
            *_leaves(files.press, PRESS, sounds, known, digests),
            *_leaves(files.built_in, BUILT_IN, sounds, known, digests),
        )
    )
    found = {digests[leaf.path]: leaf.words for leaf in index.leaves.values()}
    if kept and found != known:
        kept.keep(key, json.dumps(found, ensure_ascii=False, separators=(",", ":")))
    return Words(lexicon=match.Lexicon(index=index, sounds=sounds), faults=faults)


def misplaced_words(root: Path) -> Iterator[LexiconError]:
    """Yield a fault for each file of the press's lexicon that stands in another folder than that of its letter: outside
    of lexicon/words nobody would read it, inside nobody would find it."""
    there = (file.path for file in read_lexicon(root) if not file.problem and file.path.endswith(".toml"))
    for path in (*list_stray_words(root), *there):
        name = path.rpartition("/")[2]
        right = f"lexicon/words/{name[0].lower()}"
        if path != f"{right}/{name}":
            yield LexiconError(f"this file is in the wrong folder. Move it to {right}.", where=path)


def words_for(source: SourceFile, words: Words) -> Words:
    """Give the words of one publication: its own above those of the press. Its own faults are the only ones."""
    if not source.words:
        return words
    own = _leaves(source.words, PUBLICATION, words.sounds, {}, {})
    lower = (leaf for slug, leaf in words.lexicon.index.leaves.items() if layer_of(slug) != PUBLICATION)
    index, faults = word_index.make_index([*lower, *own])
    return Words(lexicon=match.Lexicon(index=index, sounds=words.sounds), faults=faults)


def load_sounds(file: InputFile) -> Sounds:
    """Parse the table of sounds."""
    return parse_sounds(text_of(file), file.path)


def text_of(file: InputFile) -> str:
    """Give the text of a lexicon file; LexiconError with the line where it is none."""
    try:
        return file.content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = file.content.count(b"\n", 0, problem.start) + 1
        raise LexiconError(
            "this file is not UTF-8 text. Save it as UTF-8.", where=f"{file.path}:{line}"
        ) from problem


def _leaves(
    files: Sequence[InputFile], layer: str, sounds: Sounds, known: Known, digests: dict[str, str]
) -> "Iterator[word_index.Leaf]":
    """Yield the leaf of each file; its digest goes to `digests`, by path."""
    for file in files:
        digest = digests[file.path] = hashlib.sha256(f"{file.path}\n".encode() + file.content).hexdigest()
        yield word_index.Leaf(
            slug=slug_in(layer, _name(file).removesuffix(".toml")),
            path=file.path,
            read=partial(_read_entry, file, layer),
            sounds=sounds,
            known_words=known.get(digest),
        )


def _read_entry(file: InputFile, layer: str) -> Entry:
    if file.problem:
        raise LexiconError(file.problem, where=file.path)
    return parse.parse_entry(text_of(file), file.path, layer=layer)


def _parse_known(text: str | None) -> Known:
    """Read what was kept; anything that is not as it was written counts as nothing."""
    try:
        rows = json.loads(text or "{}")
        return {digest: tuple(map(_word, words)) for digest, words in rows.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a word: {value!r}")
    return value
