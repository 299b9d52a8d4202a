"""Braille as Unicode text: the pages as they are, and a form for displays of one line.

In: a Publication. Out: braille/<slug>.txt, the same cells as the BRF, and braille/<slug>-display.txt, without pages: a
line of the file for each paragraph or line of print, for the display to cut as it is wide. Law: U+2800 is the blank,
never a space.
"""

from collections.abc import Iterator

from pipeline.model.braille import BraillePage, TranscribedBlock
from pipeline.model.publication import FileTree, Publication

_PAGE_END = "\f"


def write_braille_text(publication: Publication) -> FileTree:
    """Write both files."""
    pages = (_page(page).encode() for volume in publication.volumes for page in volume.pages)
    display = (f"{line}\n".encode() for line in _display_lines(publication.transcript.blocks))
    return {
        f"braille/{publication.slug}.txt": b"".join(pages),
        f"braille/{publication.slug}-display.txt": b"".join(display),
    }


def _page(page: BraillePage) -> str:
    return "".join(f"{line.cells}\n" for line in page.lines) + _PAGE_END


def _display_lines(blocks: tuple[TranscribedBlock, ...]) -> Iterator[str]:
    """Yield the lines of all blocks, an empty one before each heading."""
    for place, block in enumerate(blocks):
        if block.level and place:
            yield ""
        yield from block.lines
