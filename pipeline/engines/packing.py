"""Zip files: EPUBs by ebooklib, and plain archives.

In: an EpubPackage or a ZipArchive whose every file is finished, and a way to load stored blobs. Out: the Pieces of the
file: one blob is in memory at a time, so that a book of many hours needs no more than a short one.
Law: the same content gives the same bytes, on any machine: fixed dates, and nothing is compressed, because compressors
differ from machine to machine and audio, which is nearly all of a book, gains nothing.

ebooklib makes its own, faulty versions of whatever it is allowed to make (docs/measured.md, "ebooklib"), so it is given
raw files only, and the three parts of the package document that it gets wrong are written here.
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeAlias

from ebooklib import epub

from pipeline.errors import EngineError
from pipeline.model.publication import Digest, EpubPackage, PackageElement, Pieces, ZipArchive

Load: TypeAlias = Callable[[Digest], bytes]

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_XML = "http://www.w3.org/XML/1998/namespace"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip entry can have."""
_UNIX = 3


def pack_epub(package: EpubPackage, load: Load) -> Pieces:
    """Pack an EPUB with ebooklib."""
    book = epub.EpubBook()
    book.metadata = {}  # the generator and the random identifier that ebooklib puts there
    book.IDENTIFIER_ID = _identifier_id(package)
    for prefix, uri in package.prefixes:
        book.add_prefix(prefix, uri)
    linear = dict(package.spine)
    for item in package.items:
        entry = epub.EpubItem(item.id, item.href, item.media_type)
        entry.properties = list(item.properties)
        entry.media_overlay = item.media_overlay or None
        entry.is_linear = linear.get(item.id, True)
        book.add_item(entry)
    book.spine = [book.get_item_with_id(id) for id, _linear in package.spine]
    writer = _PackageWriter(book, package, load)
    writer.process()
    writer.write()
    return writer.archive.close()


def pack_zip(archive: ZipArchive, load: Load) -> Pieces:
    """Pack a folder; entries are sorted by path, but mimetype comes first, as OCF asks (eBraille)."""
    packed = _Archive(load)
    for path in sorted(archive.files, key=lambda path: (path != "mimetype", path)):
        content = archive.files[path]
        if not isinstance(content, bytes | Digest):
            raise EngineError(f"an archive cannot hold another archive ({path})")
        packed.writestr(path, content)
    return packed.close()


def _identifier_id(package: EpubPackage) -> str:
    for element in package.metadata:
        if element.name == "dc:identifier" and element.value == package.identifier:
            return dict(element.attributes)["id"]
    raise EngineError(f"the metadata of {package.title!r} lacks its identifier, {package.identifier}")


class _Tape:
    """What zipfile writes to: it keeps bytes, and of a stored blob only its name."""

    def __init__(self) -> None:
        self._parts: dict[int, bytes | Digest] = {}
        """Position -> what begins there; a header that is written a second time replaces the first."""
        self._position = 0
        self.blob: Digest | None = None
        """The blob whose bytes come next."""

    def write(self, content: bytes) -> int:
        """Take bytes, or the blob that they are."""
        if content:
            self._parts[self._position] = self.blob or bytes(content)
            self._position += len(content)
            self.blob = None
        return len(content)

    def tell(self) -> int:
        return self._position

    def seek(self, position: int) -> int:
        self._position = position
        return position

    def flush(self) -> None:
        """Nothing waits here."""

    def parts(self) -> tuple[bytes | Digest, ...]:
        """Give what was written, bytes that touch joined."""
        joined: list[bytes | Digest] = []
        for position in sorted(self._parts):
            part = self._parts[position]
            if joined and isinstance(part, bytes) and isinstance(joined[-1], bytes):
                joined[-1] += part
            else:
                joined.append(part)
        return tuple(joined)


class _Archive:
    """A zip file with nothing in it that depends on when or where it is made."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._tape = _Tape()
        self._zip = zipfile.ZipFile(self._tape, "w", zipfile.ZIP_STORED)  # type: ignore[call-overload]

    def writestr(self, path: str, content: bytes | str | Digest) -> None:
        """Add a file, under the name that ebooklib calls."""
        entry = zipfile.ZipInfo(path, _EPOCH)
        entry.create_system = _UNIX
        entry.external_attr = 0o644 << 16
        if not isinstance(content, Digest):
            self._zip.writestr(entry, content)
            return
        loaded = self._load(content)
        if len(loaded) != content.size_bytes:
            raise EngineError(f"{path} is {len(loaded)} bytes long and should be {content.size_bytes}")
        with self._zip.open(entry, "w") as packed:
            self._tape.blob = content
            packed.write(loaded)

    def close(self) -> Pieces:
        """Finish the file and give it."""
        self._zip.close()
        parts = self._tape.parts()
        whole = hashlib.sha256()
        for part in parts:
            whole.update(self._load(part) if isinstance(part, Digest) else part)
        return Pieces(parts=parts, sha256=whole.hexdigest())


class _PackageWriter(epub.EpubWriter):  # type: ignore[misc]  # ebooklib has no types
    """ebooklib's writer, with the parts of the package document replaced that it cannot get right."""

    def __init__(self, book: Any, package: EpubPackage, load: Load) -> None:  # noqa: ANN401
        super().__init__("", book, {"mtime": datetime.fromisoformat(package.modified)})
        self._package = package
        self.archive = _Archive(load)

    def write(self) -> None:
        """Write into our archive: mimetype first, as OCF asks."""
        self.out = self.archive
        self.out.writestr("mimetype", "application/epub+zip")
        self._write_container()
        self._write_opf()
        self._write_items()

    def _write_items(self) -> None:
        """Write the items as they are: ebooklib would want their bytes all at once."""
        for item in self._package.items:
            self.archive.writestr(f"{self.book.FOLDER_NAME}/{item.href}", item.content)

    def _write_opf_metadata(self, root: Any) -> None:  # noqa: ANN401
        """Write the elements in their order: ebooklib would group them by name."""
        metadata = root.makeelement("metadata", {}, nsmap={"dc": _DUBLIN_CORE})
        root.append(metadata)
        modified = self.options["mtime"].strftime("%Y-%m-%dT%H:%M:%SZ")
        stamp = PackageElement(name="meta", value=modified, attributes=(("property", "dcterms:modified"),))
        _append(metadata, (*self._package.metadata, stamp))

    def _write_opf_spine(self, root: Any, ncx_id: str | None) -> None:  # noqa: ANN401
        super()._write_opf_spine(root, ncx_id)
        del root.find("spine").attrib["toc"]  # there is no NCX (EPUBCheck OPF-049)

    def _write_opf_file(self, root: Any) -> None:  # noqa: ANN401
        root.set(f"{{{_XML}}}lang", self._package.language)  # Ace: epub-lang
        root.set("dir", "ltr")
        super()._write_opf_file(root)


def _append(metadata: Any, elements: Iterable[PackageElement]) -> None:  # noqa: ANN401
    for element in elements:
        prefix, _, local = element.name.rpartition(":")
        name = f"{{{_DUBLIN_CORE}}}{local}" if prefix == "dc" else local
        child = metadata.makeelement(name, dict(element.attributes))
        child.text = element.value or None
        metadata.append(child)
