"""Volumes to BRF, the file for embossers and braille displays.

In: a Publication. Out: braille/<slug>.brf (braille/<slug>-<n>.brf for more volumes), and the same in Grade 1. Law:
bytes 0x20..0x5F, CR, LF and FF only; CRLF ends a line unless the press wants LF, FF every page, the last one too; no
blank ends a line.
"""

from collections.abc import Sequence

from pipeline.model.braille import BraillePage, Volume
from pipeline.model.publication import FileTree, Publication
from pipeline.writers.ascii_braille import ascii_lines

_LINE_ENDS = {"crlf": "\r\n", "lf": "\n"}
_PAGE_END = "\f"


def write_brf(publication: Publication) -> FileTree:
    """Write one file a volume."""
    return _files(publication.slug, publication.volumes, publication.braille_line_end)


def write_uncontracted_brf(publication: Publication) -> FileTree:
    """Write the Grade 1 edition, one file a volume."""
    volumes = publication.uncontracted_volumes
    return _files(f"{publication.slug}-grade1", volumes, publication.braille_line_end)


def _files(name: str, volumes: Sequence[Volume], line_end: str) -> FileTree:
    end = _LINE_ENDS[line_end]
    if len(volumes) == 1:
        return {f"braille/{name}.brf": _brf(volumes[0], end)}
    return {f"braille/{name}-{number}.brf": _brf(volume, end) for number, volume in enumerate(volumes, 1)}


def _brf(volume: Volume, end: str) -> bytes:
    return "".join(_page(page, end) for page in volume.pages).encode("ascii")


def _page(page: BraillePage, end: str) -> str:
    lines = ascii_lines([line.cells for line in page.lines])
    return "".join(line.rstrip(" ") + end for line in lines) + _PAGE_END
