"""A publication ready to be written, and the tree of files a writer makes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Self, TypeAlias

from pipeline.model.braille import Transcript, Volume
from pipeline.model.document import Document
from pipeline.model.lexicon import Entry
from pipeline.model.speech import Narration


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A stored blob by its sha-256: writers name audio, they never load it."""

    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """One file made of bytes and stored blobs, one behind the other: sound makes it too long to be held in memory."""

    parts: tuple[bytes | Digest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ZipArchive:
    """A folder to be packed into one zip file."""

    files: "FileTree"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageElement:
    """One element of an EPUB package's metadata, in document order (EPUB 3.3, "The metadata element")."""

    name: str
    """dc:title, dc:creator ..., meta or link."""
    value: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageItem:
    """One manifest item of an EPUB package."""

    id: str
    href: str
    """Relative to the package document."""
    media_type: str
    content: bytes | Digest
    properties: tuple[str, ...] = ()
    media_overlay: str = ""
    """Id of the overlay item, for content documents that have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EpubPackage:
    """An EPUB, complete but not yet packed: the packer adds the package document, container and mimetype."""

    identifier: str
    title: str
    language: str
    modified: str
    """dcterms:modified, 2026-01-10T00:00:00Z."""
    metadata: tuple[PackageElement, ...]
    """All of it but dcterms:modified, which the packer writes."""
    prefixes: tuple[tuple[str, str], ...]
    """Vocabulary prefixes beyond the reserved ones."""
    items: tuple[PackageItem, ...]
    spine: tuple[tuple[str, bool], ...]
    """(item id, linear) in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundChapter:
    """A stretch of an audiobook that a player can go to; in samples from the start of the file."""

    title: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Audiobook:
    """One sound file of a whole publication, not yet packed."""

    container: str
    """mp3 or m4b."""
    title: str
    author: str
    narrator: str
    publisher: str
    date: str
    tracks: tuple[Digest, ...]
    """MP3 files of the store, in order."""
    track_samples: tuple[int, ...]
    chapters: tuple[SoundChapter, ...]


FileTree: TypeAlias = Mapping[str, "bytes | Digest | ZipArchive | EpubPackage | Audiobook"]
"""Path below the publication's folder, forward slashes -> content."""

Writer: TypeAlias = "Callable[[Publication], FileTree]"
"""A format: pure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All that any writer may need."""

    slug: str
    document: Document
    narration: Narration
    volumes: tuple[Volume, ...] = ()
    """Grade 2 braille."""
    entries: tuple[Entry, ...]
    """The lexicon entries that fired in this document, by slug."""
    generator: str
    """Name and version of this program, for metadata."""
    uncontracted_volumes: tuple[Volume, ...] = ()
    """Grade 1 braille."""
    transcript: Transcript = Transcript()
    """The braille without pages, with what was decided about each block."""
    braille_line_end: str = "crlf"
    """Line ends of a BRF: crlf or lf."""

    def as_edition(self, format: str) -> Self:
        """Give the publication under the identifier of its edition in a format."""
        metadata = self.document.metadata.as_edition(format)
        return replace(self, document=replace(self.document, metadata=metadata))
