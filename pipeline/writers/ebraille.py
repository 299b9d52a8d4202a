"""A transcript to eBraille 1.0: braille that a reader's own device cuts into lines.

In: a Publication. Out: braille/<slug>.ebrl, a zip with package.opf and index.html at its root and the text below
ebraille/. Law: what is read is braille cells only; the print words of each block stand beside its cells in an
attribute that is not read aloud (data-print); no page, line or volume is baked in.

Required metadata and the rules on names and places are those that the checker of the DAISY Consortium
(daisy/ebraille-checker, its feature files) tests: EBR-002, 007 to 018, 030, 050 to 052.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.braille import TranscribedBlock
from pipeline.model.publication import FileTree, Publication, ZipArchive
from pipeline.writers.ebraille_package import CONTAINER, package_document
from pipeline.writers.ebraille_style import STYLE
from pipeline.writers.markup import DECLARATION, element, empty, escape, lines

_HTML = {"xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops"}
_LEFT_OUT = frozenset(("separation_line",))
"""Styles that only part blocks on a page."""
_OF_LINES = frozenset(("lines", "verse"))
"""Styles in which each line of print has a shape of its own."""
_NEW_LINE = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chapter:
    """One content document."""

    href: str
    blocks: tuple[tuple[str, TranscribedBlock], ...]
    """Id and block."""


def write_ebraille(publication: Publication) -> FileTree:
    """Write the package."""
    language = f"{publication.document.metadata.language}-Brai"
    title = publication.document.metadata.shown_title
    chapters = _chapters(publication.transcript.blocks)
    files: dict[str, bytes] = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "package.opf": package_document(publication, [chapter.href for chapter in chapters]).encode(),
        "index.html": _page(title, language, _navigation(chapters, title), entry=True).encode(),
        "ebraille/style.css": STYLE.encode(),
    }
    targets = _targets(chapters)
    for chapter in chapters:
        body = "\n".join(_block(id, block, targets) for id, block in chapter.blocks)
        files[chapter.href] = _page(title, language, body).encode()
    return {f"braille/{publication.slug}.ebrl": ZipArchive(files=files)}


def _chapters(blocks: Sequence[TranscribedBlock]) -> tuple[_Chapter, ...]:
    """Begin a document with each heading of the first level, and with each part of the volume."""
    runs: list[list[tuple[str, TranscribedBlock]]] = []
    before: TranscribedBlock | None = None
    for number, block in enumerate(blocks, 1):
        if block.style in _LEFT_OUT:
            continue
        if before is None or block.level == 1 or block.part != before.part:
            runs.append([])
        runs[-1].append((f"b{number}", block))
        before = block
    return tuple(
        _Chapter(href=f"ebraille/part-{number:03}.html", blocks=tuple(run))
        for number, run in enumerate(runs, 1)
    )


def _page(title: str, language: str, body: str, *, entry: bool = False) -> str:
    links = (
        empty("link", {"rel": "publication", "href": "package.opf", "type": "application/oebps-package+xml"})
        if entry
        else empty("link", {"rel": "stylesheet", "href": "style.css", "type": "text/css"})
    )
    head = element(
        "head", {}, empty("meta", {"charset": "utf-8"}), element("title", {}, escape(title)), links
    )
    attributes = _HTML | {"xml:lang": language, "lang": language}
    html = element("html", attributes, "\n", head, "\n", element("body", {}, "\n", body, "\n"), "\n")
    return f"{DECLARATION}<!DOCTYPE html>\n{html}\n"


def _targets(chapters: Sequence[_Chapter]) -> dict[str, str]:
    """Give the address of each note by its id, and that of its first reference by the id with "^" before it."""
    targets: dict[str, str] = {}
    for chapter in chapters:
        page = chapter.href.rpartition("/")[2]
        for id, block in chapter.blocks:
            if block.note:
                targets[block.note] = f"{page}#{id}"
            for link in block.links:
                if link.note and link.id:
                    targets.setdefault(f"^{link.note}", f"{page}#{link.id}")
    return targets


def _block(id: str, block: TranscribedBlock, targets: Mapping[str, str]) -> str:
    name = f"h{block.level}" if block.level else "p"
    attributes = {
        "id": id,
        "class": "" if block.level else block.style.replace("_", "-"),
        "role": "doc-footnote" if block.note else "",
        "data-print": " ".join(block.printed.split()),
    }
    return element(name, attributes, _linked(block, targets))


def _linked(block: TranscribedBlock, targets: Mapping[str, str]) -> str:
    """Give the cells, note references linked to their notes, and the mark of a note to its first reference."""
    rest = _NEW_LINE.join(block.lines)
    made = ""
    back = targets.get(f"^{block.note}", "") if block.note else ""
    if back:
        mark, blank, rest = rest.partition("\u2800")
        made = element("a", {"href": back, "role": "doc-backlink"}, mark) + blank
    for link in block.links:
        before, cells, after = rest.partition(link.cells)
        if not cells:
            continue
        made, rest = made + before, after
        href = targets.get(link.note, "")
        attributes = {"id": link.id, "href": href, "epub:type": "noteref", "role": "doc-noteref"}
        made += element("a", attributes, cells) if href else cells
    parted = (made + rest).split(_NEW_LINE)
    if block.style in _OF_LINES:
        parted = [element("span", {"class": "line"}, line) for line in parted]
    return empty("br", {}).join(parted)


def _navigation(chapters: Sequence[_Chapter], title: str) -> str:
    """Give the contents: the headings, nested by level; a document without any is named by its first words."""
    entries = [
        (block.level, f"{chapter.href}#{id}", "\u2800".join(block.lines))
        for chapter in chapters
        for id, block in chapter.blocks
        if block.level
    ]
    if not entries and chapters:
        id, block = chapters[0].blocks[0]
        entries = [(1, f"{chapters[0].href}#{id}", block.lines[0])]
    attributes = {"epub:type": "toc", "role": "doc-toc", "aria-label": title}
    return element("nav", attributes, "\n", "\n".join(_nested(entries)), "\n")


def _nested(entries: Sequence[tuple[int, str, str]]) -> Iterator[str]:
    """Yield an ordered list in which each heading holds those of deeper levels that follow it."""
    yield "<ol>"
    at = 0
    while at < len(entries):
        level, href, cells = entries[at]
        end = at + 1
        while end < len(entries) and entries[end][0] > level:
            end += 1
        link = element("a", {"href": href}, cells)
        inside = lines(*_nested(entries[at + 1 : end])) if end > at + 1 else ""
        yield element("li", {}, link, inside)
        at = end
    yield "</ol>"
