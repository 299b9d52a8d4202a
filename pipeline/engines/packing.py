"""Zip files: EPUBs by ebooklib, and plain archives.

In: an EpubPackage or a ZipArchive whose every file is finished, and a way to load stored blobs. Out: the file's bytes.
Law: the same content gives the same bytes, on any machine: fixed dates, and nothing is compressed, because compressors
differ from machine to machine and audio, which is nearly all of a book, gains nothing.

ebooklib makes its own, faulty versions of whatever it is allowed to make (spec section 1.1), so it is given raw files
only, and the three parts of the package document that it gets wrong are written here.
"""

import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from io import BytesIO
from typing import Any, TypeAlias

from ebooklib import epub

from pipeline.errors import EngineError
from pipeline.model.publication import Digest, EpubPackage, PackageElement, ZipArchive

Load: TypeAlias = Callable[[Digest], bytes]

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_XML = "http://www.w3.org/XML/1998/namespace"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip entry can have."""
_UNIX = 3


def pack_epub(package: EpubPackage, load: Load) -> bytes:
    """Pack an EPUB with ebooklib."""
    book = epub.EpubBook()
    book.metadata = {}  # the generator and the random identifier that ebooklib puts there
    book.IDENTIFIER_ID = _identifier_id(package)
    for prefix, uri in package.prefixes:
        book.add_prefix(prefix, uri)
    linear = dict(package.spine)
    for item in package.items:
        entry = epub.EpubItem(item.id, item.href, item.media_type, _bytes(item.content, load))
        entry.properties = list(item.properties)
        entry.media_overlay = item.media_overlay or None
        entry.is_linear = linear.get(item.id, True)
        book.add_item(entry)
    book.spine = [book.get_item_with_id(id) for id, _linear in package.spine]
    writer = _PackageWriter(book, package)
    writer.process()
    writer.write()
    return writer.archive.close()


def pack_zip(archive: ZipArchive, load: Load) -> bytes:
    """Pack a folder; entries are sorted by path, but mimetype comes first, as OCF asks (eBraille)."""
    packed = _Archive()
    for path in sorted(archive.files, key=lambda path: (path != "mimetype", path)):
        content = archive.files[path]
        if not isinstance(content, bytes | Digest):
            raise EngineError(f"an archive cannot hold another archive ({path})")
        packed.writestr(path, _bytes(content, load))
    return packed.close()


def _bytes(content: bytes | Digest, load: Load) -> bytes:
    return load(content) if isinstance(content, Digest) else content


def _identifier_id(package: EpubPackage) -> str:
    for element in package.metadata:
        if element.name == "dc:identifier" and element.value == package.identifier:
            return dict(element.attributes)["id"]
    raise EngineError(f"the metadata of {package.title!r} lacks its identifier, {package.identifier}")


class _Archive:
    """A zip file in memory with nothing in it that depends on when or where it is made."""

    def __init__(self) -> None:
        self._buffer = BytesIO()
        self._zip = zipfile.ZipFile(self._buffer, "w", zipfile.ZIP_STORED)

    def writestr(self, path: str, content: bytes | str) -> None:
        """Add a file, under the name that ebooklib calls."""
        entry = zipfile.ZipInfo(path, _EPOCH)
        entry.create_system = _UNIX
        entry.external_attr = 0o644 << 16
        self._zip.writestr(entry, content)

    def close(self) -> bytes:
        """Finish the file and give it."""
        self._zip.close()
        return self._buffer.getvalue()


class _PackageWriter(epub.EpubWriter):  # type: ignore[misc]  # ebooklib has no types
    """ebooklib's writer, with the parts of the package document replaced that it cannot get right."""

    def __init__(self, book: Any, package: EpubPackage) -> None:  # noqa: ANN401
        super().__init__("", book, {"mtime": datetime.fromisoformat(package.modified)})
        self._package = package
        self.archive = _Archive()

    def write(self) -> None:
        """Write into our archive: mimetype first, as OCF asks."""
        self.out = self.archive
        self.out.writestr("mimetype", "application/epub+zip")
        self._write_container()
        self._write_opf()
        self._write_items()

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
