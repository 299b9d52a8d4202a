"""Parse HTML and XML into plain elements: the only file of the room that knows lxml.

In: characters. Out: a tree of Elements. Law: nothing is fetched, no entity but the named characters of HTML is
expanded, and a tree too deep or too large is refused, never cut short.
"""

import html
import re
from collections.abc import Iterator

from lxml import etree

from pipeline.errors import SourceError
from pipeline.readers.limits import refuse_many_tags

DEEPEST = 150
"""Elements inside elements. Real pages have 30; libxml2 itself gives up at 2048."""
_BOOK_TYPES = "{http://www.idpf.org/2007/ops}type"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
# Characters that no edition can hold, written as numbers: &#x1f; (XML 1.0, 2.2 "Characters").
_UNPRINTABLE = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45]));", re.IGNORECASE
)
# Browsers go on reading behind them; the library would drop what stands there.
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SPACES = re.compile(r"[ \t\n\r\f]+")


class Element:
    """One element with its place in the tree; a child is an Element or characters."""

    __slots__ = ("attributes", "children", "line", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], line: int, parent: "Element | None") -> None:
        """Make an element without children."""
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.parent = parent
        self.children: list[Element | str] = []

    def get(self, name: str) -> str:
        """Give an attribute, empty when it is absent."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> frozenset[str]:
        """The words of the attributes class, role and epub:type, and the parts of those words."""
        written = f"{self.get('class')} {self.get('role')} {self.get('epub:type')}".lower().split()
        return frozenset(written) | {part for word in written for part in re.split(r"[-_:]", word)}

    def elements(self) -> Iterator["Element"]:
        """Yield this element and all inside it, in the order of the text."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def find(self, tag: str) -> "Element | None":
        """Give the first element inside with a tag."""
        return next((element for element in self.elements() if element.tag == tag), None)

    def text(self) -> str:
        """Give the characters inside, without those of scripts and styles."""
        parts: list[str] = []
        stack: list[Element | str] = list(reversed(self.children))
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                parts.append(node)
            elif node.tag not in UNPRINTED:
                around = [" "] if node.tag in _APART else []
                stack += [*around, *reversed(node.children), *around]
        return "".join(parts)

    def words(self) -> str:
        """Give the characters inside on one line."""
        return " ".join(self.text().split())

    def ancestors(self) -> Iterator["Element"]:
        """Yield the elements round this one, innermost first."""
        around = self.parent
        while around is not None:
            yield around
            around = around.parent


UNPRINTED = frozenset({"script", "style", "template", "head", "title", "math:annotation"})
"""What stands in these is never printed."""
_NAMES = """
    p div li td th tr br h1 h2 h3 h4 h5 h6 blockquote section article dt dd pre caption nav header footer aside main
"""
_APART = frozenset(_NAMES.split())


def parse_html(path: str, text: str) -> Element:
    """Parse a page as browsers do: whatever is wrong in it is repaired; SourceError when it cannot be."""
    _refuse_unsafe(path, text)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(_bytes(_ENDS.sub("", text)), parser)
    if root is None:
        raise SourceError("this page holds nothing. Save it anew.", where=path, code="S-001")
    for problem in parser.error_log:
        if problem.type_name == "ERR_RESOURCE_LIMIT":
            raise _too_deep(path)
    return _tree(path, root)


def parse_xml(path: str, text: str) -> Element:
    """Parse XML that must be well-formed; SourceError when it is not."""
    _refuse_unsafe(path, text)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return _tree(path, etree.fromstring(_bytes(text), parser))
    except etree.XMLSyntaxError as problem:
        raise SourceError(
            f"this is not well-formed XML ({problem.msg}). Save it anew from the program it was made with.",
            where=f"{path}:{problem.lineno or 1}",
            code="S-018",
        ) from problem


def parse_xhtml(path: str, text: str) -> Element:
    """Parse a page of an EPUB: as XML, or as browsers do when it is not well-formed."""
    try:
        return parse_xml(path, text)
    except SourceError as problem:
        if problem.code != "S-018":
            raise
        return parse_html(path, text)


def _bytes(text: str) -> bytes:
    printable = _UNPRINTABLE.sub(" ", text)
    return _DECLARATION.sub("", printable).encode("utf-8", "replace")


def _refuse_unsafe(path: str, text: str) -> None:
    refuse_many_tags(path, text.count("<"))
    if _ENTITY.search(text):
        raise SourceError(
            "this file defines entities of its own, which can reach other files or grow without end. Save it "
            "without its DOCTYPE.",
            where=path,
            code="S-016",
        )


def _too_deep(path: str) -> SourceError:
    return SourceError(
        f"elements lie more than {DEEPEST} deep inside each other, which no text needs. Save the page anew.",
        where=path,
        code="S-017",
    )


def _tree(path: str, root: "etree._Element") -> Element:
    """Copy the library's tree, without its types; a stack keeps deep trees from ending the program."""
    top = _element(root, None)
    stack = [(root, top, 1)]
    while stack:
        source, element, depth = stack.pop()
        if depth > DEEPEST:
            raise _too_deep(path)
        if source.text:
            element.children.append(source.text)
        for child in source:
            if child.tag is etree.Entity:
                element.children.append(html.unescape(child.text))
            elif isinstance(child.tag, str):
                inner = _element(child, element)
                element.children.append(inner)
                stack.append((child, inner, depth + 1))
            if child.tail:
                element.children.append(child.tail)
    return top


def _element(source: "etree._Element", parent: Element | None) -> Element:
    attributes = {_attribute(str(name)): str(value) for name, value in source.attrib.items()}
    return Element(source.tag.rsplit("}", 1)[-1].lower(), attributes, source.sourceline or 1, parent)


def _attribute(name: str) -> str:
    if name == _BOOK_TYPES:
        return "epub:type"
    if name in (_LANGUAGE, "xml:lang"):
        return "lang"
    return name.rsplit("}", 1)[-1]


def squeezed(text: str) -> str:
    """Fold white space as HTML does: no-break spaces stay."""
    return _SPACES.sub(" ", text)
