"""A finished XML or XHTML file as a tree of plain values: the judge's own eyes.

In: bytes as they lie in an edition. Out: Markup, or a Flaw when the file is not well-formed. Laws: nothing outside
the bytes is read (no DTD, no network); only this module knows lxml.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from lxml import etree

_PREFIXES = {
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://www.idpf.org/2007/ops": "epub:",
    "http://www.w3.org/2001/10/synthesis": "ssml:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
"""Namespaces whose names keep a prefix here, whatever prefix the file used; all others lose theirs."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Element:
    """An element. Two are equal only if they are the same one."""

    name: str
    attributes: Mapping[str, str]
    content: "tuple[Element | str, ...]"
    """Elements and characters in document order; comments and instructions are gone."""
    line: int

    def get(self, attribute: str) -> str:
        """Give an attribute's value; empty when it is not there."""
        return self.attributes.get(attribute, "")

    @property
    def children(self) -> "tuple[Element, ...]":
        """The elements directly inside."""
        return tuple(part for part in self.content if isinstance(part, Element))

    @property
    def text(self) -> str:
        """All characters inside, white space folded."""
        return " ".join("".join(_characters(self)).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """A well-formed file."""

    path: str
    root: Element
    namespace: str
    """Of the root."""
    public_id: str
    """Of the document type declaration; empty when there is none."""
    doctype: bool
    styles: tuple[str, ...]
    """Style sheets that processing instructions before the root name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """Why a file is not well-formed, and where."""

    line: int
    column: int
    reason: str


def parse_markup(path: str, content: bytes) -> Markup | Flaw:
    """Parse one file without looking at anything else."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        return Flaw(line=max(line, 1), column=max(column, 1), reason=str(error.msg))
    info = root.getroottree().docinfo
    return Markup(
        path=path,
        root=_element(root),
        namespace=root.nsmap.get(root.prefix) or "",
        public_id=info.public_id or "",
        doctype=bool(info.doctype),
        styles=tuple(_style_sheets(root)),
    )


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements inside in document order, only those of the given names if any are given."""
    for child in element.children:
        if not names or child.name in names:
            yield child
        yield from descendants(child, *names)


def tokens(element: Element, *attributes: str) -> frozenset[str]:
    """Give the words of attributes that hold lists of words, such as class and epub:type."""
    return frozenset(word for attribute in attributes for word in element.get(attribute).split())


def first(element: Element, *names: str) -> Element | None:
    """Give the first element of a name inside, if there is one."""
    return next(descendants(element, *names), None)


def lineage(root: Element) -> Mapping[Element, Element]:
    """Give, for every element below, the element it stands directly in."""
    above = dict.fromkeys(root.children, root)
    for element in descendants(root):
        above |= dict.fromkeys(element.children, element)
    return above


def ancestors(element: Element, above: Mapping[Element, Element]) -> Iterator[Element]:
    """Yield the element itself, then what it stands in, from the inside out."""
    yield element
    while element in above:
        element = above[element]
        yield element


def _style_sheets(root: etree._Element) -> Iterator[str]:
    """Yield what `xml-stylesheet` instructions name (Associating Style Sheets with XML documents 1.0)."""
    for node in root.itersiblings(etree.ProcessingInstruction, preceding=True):
        if node.target == "xml-stylesheet":
            yield node.get("href") or ""


def _element(node: etree._Element) -> Element:
    content: list[Element | str] = [node.text or ""]
    for child in node:
        if child.tag is not etree.ProcessingInstruction:
            content.append(unescape(child.text) if child.tag is etree.Entity else _element(child))
        content.append(child.tail or "")
    return Element(
        name=_name(node.tag),
        attributes={_name(name): value for name, value in node.attrib.items()},
        content=tuple(part for part in content if part != ""),
        line=node.sourceline or 1,
    )


def _name(qualified: str) -> str:
    """Give a name without namespace, or with the prefix this module keeps for it."""
    namespace, brace, local = qualified.rpartition("}")
    return _PREFIXES.get(namespace[1:], "") + local if brace else qualified


def _characters(element: Element) -> Iterator[str]:
    for part in element.content:
        if isinstance(part, str):
            yield part
        elif part.name == "br":
            yield "\n"
        else:
            yield from _characters(part)
