"""A publication as a DAISY 3 talking book (ANSI/NISO Z39.86-2005): full text, full audio.

In: a Publication. Out: a flat folder `<slug>-daisy3/` and the same as `<slug>-daisy3.zip`. Laws: one SMIL file a
heading section, one MP3 a top-level section, one text file; notes are played where they are read, after the section,
and a listener can switch them off or leave them.
"""

from collections.abc import Mapping, Sequence

from pipeline.model.publication import Digest, FileTree, Publication, ZipArchive
from pipeline.writers.daisy3_ncx import Way, ncx_document, resource_document
from pipeline.writers.daisy3_package import package_document
from pipeline.writers.daisy3_plan import BOOK, SKIPPABLE, Node, every_node, plan_nodes
from pipeline.writers.daisy3_smil import Setting, smil_document
from pipeline.writers.daisy3_style import STYLE
from pipeline.writers.daisy3_text import dtbook_document
from pipeline.writers.daisy_plan import HeadingPart, plan_parts
from pipeline.writers.parts import parts_of

_ESCAPABLE = ("list", "table")


def write_daisy3(publication: Publication) -> FileTree:
    """Give the publication's DAISY 3 book, as a folder and as a zip file."""
    book = daisy3_book(publication)
    name = f"{publication.slug}-daisy3"
    return {
        **{f"{name}/{path}": content for path, content in book.items()},
        f"{name}.zip": ZipArchive(files=book),
    }


def daisy3_book(publication: Publication) -> dict[str, bytes | Digest]:
    """Give the files of the book, by name."""
    parts = plan_parts(publication)
    nodes = {part.smil: plan_nodes(part) for part in parts}
    place_of = _places(nodes)
    kinds = {node.kind for every in nodes.values() for node in every_node(every)}
    named = [kind for kind in (*SKIPPABLE, *_ESCAPABLE) if kind in kinds]
    tests = [kind for kind in named if kind in SKIPPABLE]
    metadata = publication.document.metadata
    setting = Setting(
        identifier=metadata.identifier, generator=publication.generator, tests=tests, place_of=place_of
    )
    way = Way(parts=parts, nodes=nodes, place_of=place_of)
    files: dict[str, bytes | Digest] = {
        "navigation.ncx": ncx_document(publication, way, tests),
        BOOK: dtbook_document(publication, place_of),
        **_smil_files(parts, nodes, setting),
        "style.css": STYLE.encode(),
    }
    if named:
        files["resources.res"] = resource_document(named, metadata.language)
    for matter in parts_of(publication):
        if matter.audio:
            files[f"{matter.stem}.mp3"] = matter.audio
    length_ms = sum(part.length_ms for part in parts)
    return {"book.opf": package_document(publication, tuple(files), length_ms), **files}


def _places(nodes: Mapping[str, Sequence[Node]]) -> dict[str, str]:
    """Tell for each fragment that is played the SMIL file and the par or seq."""
    return {node.target: f"{smil}#{node.id}" for smil, inside in nodes.items() for node in every_node(inside)}


def _smil_files(
    parts: Sequence[HeadingPart], nodes: Mapping[str, Sequence[Node]], setting: Setting
) -> dict[str, bytes]:
    files = {}
    elapsed_ms = 0
    for part in parts:
        files[part.smil] = smil_document(
            nodes[part.smil], setting, elapsed_ms=elapsed_ms, length_ms=part.length_ms
        )
        elapsed_ms += part.length_ms
    return files
