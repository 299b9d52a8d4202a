"""Find in pages which links are note references, which elements are notes, and where printed pages begin.

In: pages (path and tree). Out: Anchors. Law: a link is a note reference only when the thing it leads to is a note:
links to chapters, verses and pages stay words.
"""

import itertools
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from pipeline.readers.markup import Element

MARK = re.compile(r"[\[(]?\s*(\d{1,4}\*{0,3}|[*†‡§¶]{1,4}|[a-z]|[ivxlc]{1,6})\s*[\])]?\.?", re.IGNORECASE)
_PAGE_CLASSES = {"pagebreak", "doc-pagebreak", "pagenum", "pagenumber", "page-number", "pageno", "page-num"}
_PAGE_TEXT = re.compile(r"\W*(?:p(?:age|g|\.)?\s*)?([0-9]{1,4}|[ivxlc]{1,8})\W*", re.IGNORECASE)
_PAGE_ID = re.compile(r"(?:page|pg|p)[-_]?([0-9]{1,4}|[ivxlc]{1,8})", re.IGNORECASE)
_REFERENCE_CLASSES = {
    "noteref",
    "doc-noteref",
    "footnote-ref",
    "fnanchor",
    "footnote-reference",
    "fnref",
    "footnoteref",
}
_BACK_CLASSES = {
    "backlink",
    "doc-backlink",
    "footnote-back",
    "footnote-backref",
    "backref",
    "reversefootnote",
}
_BACK_TEXT = re.compile(r"[\s\[(]*(?:[↩↑^←⏎\ufe0e]+|back|return)[\s\])]*", re.IGNORECASE)
_NOTE_TAGS = {"li", "aside", "tr", "dd", "p", "div"}
_NOTE_CLASSES = {
    "footnote",
    "footnotes",
    "endnote",
    "endnotes",
    "note",
    "notes",
    "rearnote",
    "rearnotes",
    "fn",
}
_FURTHER = 2
"""Paragraphs a note may have beyond its first, when it is made of bare paragraphs."""
_CLICK = re.compile(r"['\"]#?([A-Za-z][\w:.-]*)['\"]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file of pages: a web page alone has the path ""."""

    path: str
    root: Element


@dataclass(slots=True)
class Anchors:
    """What the links of a text mean. Elements are known by `id()`: the trees live as long as this."""

    references: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Link element -> (key of the note, mark as printed)."""
    notes: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Note element -> (its key, mark)."""
    more: dict[int, str] = field(default_factory=dict)
    """A further paragraph of a note -> the note's key."""
    back_links: set[int] = field(default_factory=set)


def page_number(element: Element) -> str:
    """Give the number of the printed page that begins at an element; empty when none does."""
    classes = element.classes
    if not classes & _PAGE_CLASSES and "pagebreak" not in element.get("epub:type"):
        return ""
    label = element.get("aria-label") or element.get("title")
    for written in (label, element.words()):
        if found := _PAGE_TEXT.fullmatch(written):
            return found[1]
    for inner in element.elements():
        if found := _PAGE_ID.fullmatch(inner.get("id") or inner.get("name")):
            return found[1]
    return ""


def find_anchors(pages: Sequence[Page]) -> Anchors:
    """Tie note references to notes by their links."""
    return _Search(pages).anchors


class _Search:
    """One search through all pages of a text."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.anchors = Anchors()
        self.order: dict[int, int] = {}
        self.targets: dict[tuple[str, str], Element] = {}
        links: list[tuple[Element, tuple[str, str]]] = []
        unaddressed: list[Element] = []
        for page in pages:
            for element in page.root.elements():
                self.order[id(element)] = len(self.order)
                for name in (element.get("id"), element.get("name") if element.tag == "a" else ""):
                    if name:
                        self.targets.setdefault((page.path, name), element)
                addresses = list(_addresses(page.path, element))
                links += [(element, address) for address in addresses]
                unaddressed += [element] if element.tag == "a" and not addresses else []
        self.tie(links)
        self.mark_back_links(links)
        self.mark_back_signs(unaddressed)
        self.gather_further_paragraphs()

    def tie(self, links: Sequence[tuple[Element, tuple[str, str]]]) -> None:
        """Find the references among the links."""
        for link, address in links:
            target = self.targets.get(address)
            if target is None or _is_back_link(link):
                continue
            mark = MARK.fullmatch(link.words())
            note = self.note_of(target)
            if (
                mark is None
                or note is None
                or note in link.ancestors()
                or not self.is_reference(link, note, mark[1])
            ):
                continue
            key = self.anchors.notes.setdefault(id(note), (f"{address[0]}#{address[1]}", mark[1]))[0]
            self.anchors.references[id(link)] = (key, mark[1])

    def is_reference(self, link: Element, note: Element, mark: str) -> bool:
        """Tell whether a link to something that may be a note refers to it."""
        if link.classes & _REFERENCE_CLASSES:
            return True
        if self.order[id(note)] < self.order[id(link)]:
            return False
        raised = any(around.tag == "sup" for around in link.ancestors()) or link.find("sup") is not None
        begins = re.match(rf"[\[(]?\s*{re.escape(mark)}(?!\w)", note.words())
        return raised or bool(begins) or (link.words().startswith("[") and bool(note.classes & _NOTE_CLASSES))

    def note_of(self, target: Element) -> Element | None:
        """Give the element that holds a whole note when a link leads to `target`."""
        if page_number(target) or any(page_number(around) for around in target.ancestors()):
            return None
        element = target
        while element.tag not in _NOTE_TAGS:
            if element.tag in ("body", "section", "article", "table") or element.parent is None:
                return None
            element = element.parent
        parent = element.parent
        if (
            element.tag == "p"
            and parent is not None
            and parent.tag in _NOTE_TAGS
            and parent.classes & _NOTE_CLASSES
        ):
            first, *others = (child for child in parent.children if isinstance(child, Element))
            if first is element and not any(map(_is_another, others)):
                element = parent
        has_heading = any(re.fullmatch(r"h[1-6]", inner.tag) for inner in element.elements())
        return None if has_heading else element

    def mark_back_links(self, links: Sequence[tuple[Element, tuple[str, str]]]) -> None:
        """Links inside a note that lead back to the text are no words."""
        for link, address in links:
            if id(link) in self.anchors.references:
                continue
            in_note = any(id(around) in self.anchors.notes for around in link.ancestors())
            target = self.targets.get(address)
            leads_back = target is not None and self.order[id(target)] < self.order[id(link)]
            is_sign = _is_back_link(link) or bool(MARK.fullmatch(link.words()))
            if in_note and is_sign and (leads_back or target is None):
                self.anchors.back_links.add(id(link))

    def mark_back_signs(self, links: Sequence[Element]) -> None:
        """A sign such as ↩ inside a note is no word, even when its link leads to a whole page or nowhere."""
        for link in links:
            is_sign = bool(_BACK_TEXT.fullmatch(link.text())) and not any(map(str.isalpha, link.text()))
            if is_sign and any(id(around) in self.anchors.notes for around in link.ancestors()):
                self.anchors.back_links.add(id(link))

    def gather_further_paragraphs(self) -> None:
        """A paragraph or two between notes that are paragraphs belong to the one before, unless they refer to one."""
        parents = {id(p): p for p in self.note_parents()}
        for parent in parents.values():
            children = [child for child in parent.children if isinstance(child, Element)]
            marks = [index for index, child in enumerate(children) if id(child) in self.anchors.notes]
            for begin, end in itertools.pairwise(marks):
                between = children[begin + 1 : end]
                if (
                    children[begin].tag == "p"
                    and len(between) <= _FURTHER
                    and not any(map(self.refers, between))
                ):
                    key = self.anchors.notes[id(children[begin])][0]
                    self.anchors.more |= {
                        id(child): key for child in between if child.tag in ("p", "blockquote")
                    }

    def refers(self, element: Element) -> bool:
        """Tell whether a note reference stands in an element."""
        return any(id(inner) in self.anchors.references for inner in element.elements())

    def note_parents(self) -> Iterator[Element]:
        for element in self.targets.values():
            for around in (element, *element.ancestors()):
                if id(around) in self.anchors.notes and around.parent is not None:
                    yield around.parent


def _is_another(element: Element) -> bool:
    """Tell whether links can lead to an element, or into it, but for a page that begins there."""
    named = (inner for inner in element.elements() if inner.get("id") or inner.get("name"))
    return any(not _PAGE_ID.fullmatch(inner.get("id") or inner.get("name")) for inner in named)


def _is_back_link(link: Element) -> bool:
    return bool(link.classes & _BACK_CLASSES) or bool(_BACK_TEXT.fullmatch(link.text()))


def _addresses(path: str, element: Element) -> Iterator[tuple[str, str]]:
    """Give where a link inside the text leads: (file, id)."""
    href = element.get("href") if element.tag == "a" else ""
    if "#" in href and ":" not in href.split("#")[0]:
        file, name = href.split("#", 1)
        folder = posixpath.dirname(path)
        yield (posixpath.normpath(posixpath.join(folder, unquote(file))) if file else path), unquote(name)
    elif element.tag == "a" and not href and (found := _CLICK.search(element.get("onclick"))):
        yield path, found[1]
