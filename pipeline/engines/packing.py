"""Zip files: EPUBs by ebooklib, and plain archives.

In: an EpubPackage or a ZipArchive whose every file is finished, and the CRC-32 of stored blobs. Out: the Pieces of the
file: no blob is loaded, so that a book of many hours needs no more memory than a short one.
Law: the same content gives the same bytes, on any machine: fixed dates, and nothing is compressed, because compressors
differ from machine to machine and audio, which is nearly all of a book, gains nothing.

ebooklib makes its own, faulty versions of whatever it is allowed to make (docs/measured.md, "ebooklib"), so it is given
raw files only, and the three parts of the package document that it gets wrong are written here.
"""

import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeAlias

from ebooklib import epub

from pipeline.errors import EngineError
from pipeline.model.publication import Digest, EpubPackage, PackageElement, Pieces, ZipArchive

Crc32: TypeAlias = Callable[[Digest], int]
"""Of a stored blob."""

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_XML = "http://www.w3.org/XML/1998/namespace"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip entry can have."""
_UNIX = 3


def pack_epub(package: EpubPackage, crc32: Crc32) -> Pieces:
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
    writer = _PackageWriter(book, package, crc32)
    writer.process()
    writer.write()
    return writer.archive.close()


def pack_zip(archive: ZipArchive, crc32: Crc32) -> Pieces:
    """Pack a folder; entries are sorted by path, but mimetype comes first, as OCF asks (eBraille)."""
    packed = _Archive(crc32)
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

    def write(self, content: bytes) -> int:
        if content:
            self._parts[self._position] = bytes(content)
            self._position += len(content)
        return len(content)

    def write_blob(self, blob: Digest) -> None:
        """Take a blob by its name."""
        if blob.size_bytes:
            self._parts[self._position] = blob
            self._position += blob.size_bytes

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

    def __init__(self, crc32: Crc32) -> None:
        self._crc32 = crc32
        self._tape = _Tape()
        self._zip = zipfile.ZipFile(self._tape, "w", zipfile.ZIP_STORED)  # type: ignore[call-overload]  # a tape that cannot seek

    def writestr(self, path: str, content: bytes | str | Digest) -> None:
        """Add a file, under the name that ebooklib calls."""
        entry = zipfile.ZipInfo(path, _EPOCH)
        entry.create_system = _UNIX
        entry.external_attr = 0o644 << 16
        if isinstance(content, Digest):
            self._add_blob(entry, content)
        else:
            self._zip.writestr(entry, content)

    def _add_blob(self, entry: zipfile.ZipInfo, blob: Digest) -> None:
        """Add a stored blob as zipfile would add its bytes."""
        entry.CRC = self._crc32(blob)
        entry.file_size = entry.compress_size = blob.size_bytes
        entry.header_offset = self._tape.tell()
        self._tape.write(entry.FileHeader())
        self._tape.write_blob(blob)
        self._zip.filelist.append(entry)
        self._zip.NameToInfo[entry.filename] = entry
        self._zip.start_dir = self._tape.tell()

    def close(self) -> Pieces:
        """Finish the file and give it."""
        self._zip.close()
        return Pieces(parts=self._tape.parts())


class _PackageWriter(epub.EpubWriter):  # type: ignore[misc]  # ebooklib has no types
    """ebooklib's writer, with the parts of the package document replaced that it cannot get right."""

    def __init__(self, book: Any, package: EpubPackage, crc32: Crc32) -> None:  # noqa: ANN401 - ebooklib has no types
        super().__init__("", book, {"mtime": datetime.fromisoformat(package.modified)})
        self._package = package
        self.archive = _Archive(crc32)

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

    def _write_opf_metadata(self, root: Any) -> None:  # noqa: ANN401 - an element of lxml
        """Write the elements in their order: ebooklib would group them by name."""
        metadata = root.makeelement("metadata", {}, nsmap={"dc": _DUBLIN_CORE})
        root.append(metadata)
        modified = self.options["mtime"].strftime("%Y-%m-%dT%H:%M:%SZ")
        stamp = PackageElement(name="meta", value=modified, attributes=(("property", "dcterms:modified"),))
        _append(metadata, (*self._package.metadata, stamp))

    def _write_opf_spine(self, root: Any, ncx_id: str | None) -> None:  # noqa: ANN401 - an element of lxml
        super()._write_opf_spine(root, ncx_id)
        del root.find("spine").attrib["toc"]  # there is no NCX (EPUBCheck OPF-049)

    def _write_opf_file(self, root: Any) -> None:  # noqa: ANN401 - an element of lxml
        root.set(f"{{{_XML}}}lang", self._package.language)  # Ace: epub-lang
        root.set("dir", "ltr")
        super()._write_opf_file(root)


def _append(metadata: Any, elements: Iterable[PackageElement]) -> None:  # noqa: ANN401 - an element of lxml
    for element in elements:
        prefix, _, local = element.name.rpartition(":")
        name = f"{{{_DUBLIN_CORE}}}{local}" if prefix == "dc" else local
        child = metadata.makeelement(name, dict(element.attributes))
        child.text = element.value or None
        metadata.append(child)
