"""Volumes to BRF, the file for embossers and braille displays.

In: a Publication. Out: braille/<slug>.brf (braille/<slug>-<n>.brf for more volumes). Law: bytes 0x20..0x5F, CR, LF
and FF only; CRLF ends a line, FF every page, the last one too; no blank ends a line.
"""

from pipeline.model.braille import BraillePage, Volume
from pipeline.model.publication import FileTree, Publication

_NORTH_AMERICAN = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""North American ASCII Braille in the order of the cells U+2800..U+283F, letters in capitals (liblouis' en-us-brf)."""
_ASCII = {0x2800 + place: sign for place, sign in enumerate(_NORTH_AMERICAN)}
_LINE_END, _PAGE_END = "\r\n", "\f"


def write_brf(publication: Publication) -> FileTree:
    """Write one file a volume."""
    volumes = publication.volumes
    if len(volumes) == 1:
        return {f"braille/{publication.slug}.brf": _brf(volumes[0])}
    return {
        f"braille/{publication.slug}-{number}.brf": _brf(volume) for number, volume in enumerate(volumes, 1)
    }


def _brf(volume: Volume) -> bytes:
    return "".join(_page(page) for page in volume.pages).encode("ascii")


def _page(page: BraillePage) -> str:
    lines = (line.cells.translate(_ASCII).rstrip(" ") for line in page.lines)
    return "".join(line + _LINE_END for line in lines) + _PAGE_END
