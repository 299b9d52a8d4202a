"""One publication's files: every writer's tree, archives packed, the manifest and notices beside them.

In: a Publication and the formats wanted. Out: path -> bytes, Digest or Pieces, ready for the store to put on the disk.
"""

from collections.abc import Callable, Sequence

from pipeline.build.inputs import Inputs
from pipeline.build.manifest import MANIFEST, Making, format_manifest
from pipeline.build.notices import format_notices
from pipeline.engines import audiobook, packing
from pipeline.model.publication import Audiobook, Digest, EpubPackage, Pieces, Publication, ZipArchive
from pipeline.model.source import Notice
from pipeline.writers.table import WRITERS

FORMATS = tuple(WRITERS)
DEFAULT_FORMATS = tuple(name for name, row in WRITERS.items() if not row.on_request)

Files = dict[str, bytes | Digest | Pieces]
Load = Callable[[Digest], bytes]


def make_files(publication: Publication, formats: Sequence[str], load: Load) -> Files:
    """Write every format under its own identifier, and pack what is to be one file."""
    return {
        path: _packed(content, load)
        for name in formats
        for path, content in WRITERS[name].write(publication.as_edition(name)).items()
    }


def _packed(
    content: bytes | Digest | ZipArchive | EpubPackage | Audiobook, load: Load
) -> bytes | Digest | Pieces:
    if isinstance(content, Audiobook):
        return audiobook.pack_audiobook(content, load)
    if isinstance(content, EpubPackage):
        return packing.pack_epub(content, load)
    if isinstance(content, ZipArchive):
        return packing.pack_zip(content, load)
    return content


def with_papers(
    files: Files,
    publication: Publication,
    *,
    inputs: Inputs,
    formats: Sequence[str],
    making: Making,
    notices: Sequence[Notice],
) -> Files:
    """Add notices.txt, and manifest.json that lists everything but itself."""
    title = publication.document.metadata.heard_title
    whole: Files = {**files, "notices.txt": format_notices(title, notices).encode()}
    manifest = format_manifest(
        publication, inputs=inputs, files=whole, formats=formats, making=making, notices=notices
    )
    return {**whole, MANIFEST: manifest}
