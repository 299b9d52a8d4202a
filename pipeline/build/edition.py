"""One publication's files: every writer's tree, archives packed, books bound, the notices beside them.

In: a Publication and the formats wanted. Out: path -> bytes, Digest or Pieces, ready for the store to put on the disk.
"""

from collections.abc import Sequence

from pipeline.build.bindery import Bindery
from pipeline.build.notices import format_notices
from pipeline.engines import packing
from pipeline.model.publication import Audiobook, Digest, EpubPackage, Pieces, Publication, ZipArchive
from pipeline.model.source import Notice
from pipeline.writers.table import WRITERS

FORMATS = tuple(WRITERS)
DEFAULT_FORMATS = tuple(name for name, row in WRITERS.items() if not row.on_request)

Files = dict[str, bytes | Digest | Pieces]


def make_files(publication: Publication, formats: Sequence[str], bindery: Bindery) -> Files:
    """Write every format under its own identifier, and pack what is to be one file."""
    return {
        path: _packed(content, bindery)
        for name in formats
        for path, content in WRITERS[name].write(publication.as_edition(name)).items()
    }


def with_notices(files: Files, publication: Publication, notices: Sequence[Notice]) -> Files:
    """Add notices.txt."""
    title = publication.document.metadata.heard_title
    return {**files, "notices.txt": format_notices(title, notices).encode()}


def _packed(
    content: bytes | Digest | ZipArchive | EpubPackage | Audiobook, bindery: Bindery
) -> bytes | Digest | Pieces:
    if isinstance(content, Audiobook):
        return bindery.bind(content)
    if isinstance(content, EpubPackage):
        return packing.pack_epub(content, bindery.crc32)
    if isinstance(content, ZipArchive):
        return packing.pack_zip(content, bindery.crc32)
    return content
