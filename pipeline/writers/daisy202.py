"""A publication as a DAISY 2.02 talking book: full text, full audio.

In: a Publication. Out: a flat folder `<slug>-daisy202/` and the same as `<slug>-daisy202.zip`. Laws: one SMIL file a
heading section, one content file and one MP3 a top-level section; notes are played where they are read, after the
section, and a listener can switch them off.
"""

from collections.abc import Sequence

from pipeline.model.publication import Digest, FileTree, Publication, ZipArchive
from pipeline.writers.daisy202_content import content_document, links_of
from pipeline.writers.daisy202_ncc import ncc_document
from pipeline.writers.daisy202_smil import master_document, smil_document
from pipeline.writers.daisy202_style import STYLE
from pipeline.writers.daisy_plan import HeadingPart, plan_parts
from pipeline.writers.parts import parts_of


def write_daisy202(publication: Publication) -> FileTree:
    """Give the publication's DAISY 2.02 book, as a folder and as a zip file."""
    book = daisy202_book(publication)
    name = f"{publication.slug}-daisy202"
    return {
        **{f"{name}/{path}": content for path, content in book.items()},
        f"{name}.zip": ZipArchive(files=book),
    }


def daisy202_book(publication: Publication) -> dict[str, bytes | Digest]:
    """Give the files of the book, by name."""
    parts = plan_parts(publication)
    links = links_of(parts)
    files: dict[str, bytes | Digest] = {
        **_smil_files(publication, parts),
        "master.smil": master_document(publication, parts),
        "style.css": STYLE.encode(),
    }
    for matter in parts_of(publication):
        files[f"{matter.stem}.html"] = content_document(publication, matter.section, links)
        if matter.audio:
            files[f"{matter.stem}.mp3"] = matter.audio
    return {"ncc.html": ncc_document(publication, parts, files=len(files) + 1), **files}


def _smil_files(publication: Publication, parts: Sequence[HeadingPart]) -> dict[str, bytes]:
    files = {}
    elapsed_ms = 0
    for part in parts:
        files[part.smil] = smil_document(publication, part, elapsed_ms)
        elapsed_ms += part.length_ms
    return files
