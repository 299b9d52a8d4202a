"""The files of one edition, opened once, with what links point at.

In: path -> bytes and the lengths of the sound files. Out: an Edition, and findings about files that cannot be parsed,
ids that stand twice and links that lead nowhere. Law: nothing is believed that is not in the files.
"""

import codecs
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from pipeline.model.source import Notice
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Flaw, Markup, descendants, first, parse_markup

_MARKUP = (".html", ".xhtml", ".smil", ".opf", ".xml", ".ncx", ".res", ".pls", ".svg")
_ROOTS = {
    ".html": ("html", ("http://www.w3.org/1999/xhtml",)),
    ".xhtml": ("html", ("http://www.w3.org/1999/xhtml",)),
    ".opf": ("package", ("http://www.idpf.org/2007/opf", "http://openebook.org/namespaces/oeb-package/1.0/")),
    ".smil": ("smil", ("", "http://www.w3.org/ns/SMIL", "http://www.w3.org/2001/SMIL20/")),
    ".ncx": ("ncx", ("http://www.daisy.org/z3986/2005/ncx/",)),
    ".res": ("resources", ("http://www.daisy.org/z3986/2005/resource/",)),
}
"""Kind of file -> its root element and that element's namespaces (SMIL 1.0 has none)."""
# fmt: off
_XHTML = frozenset({
    "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote", "body", "br",
    "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i",
    "img", "ins", "kbd", "li", "link", "main", "mark", "math", "meta", "nav", "ol", "p", "pre", "q", "rp", "rt",
    "ruby", "s", "samp", "section", "small", "source", "span", "strong", "style", "sub", "summary", "sup",
    "svg", "table", "tbody", "td", "tfoot", "th", "thead", "time", "title", "tr", "u", "ul", "var", "wbr",
})
# fmt: on
_LINES = frozenset({"p", "span", "em", "strong", "i", "b", "cite", "abbr", "a", "sup", "sub"}) | {
    f"h{level}" for level in range(1, 7)
}
# fmt: off
_BLOCKS = frozenset({
    "p", "div", "section", "aside", "ol", "ul", "dl", "table", "blockquote", "hr", "nav", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6",
})
# fmt: on
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding=["']([^"']+)""")
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)
_LINKS = ("href", "src", "epub:textref", "bodyref", "smilref")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a link inside an edition points at."""

    path: str
    fragment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """All files, the markup parsed, ids indexed."""

    files: Mapping[str, bytes]
    durations_ms: Mapping[str, int]
    documents: Mapping[str, Markup]
    ids: Mapping[str, Mapping[str, Element]]
    """Path -> id -> element."""

    def document(self, path: str) -> Markup | None:
        """Give a parsed file, if it is there and well-formed."""
        return self.documents.get(path)

    def element(self, target: Target) -> Element | None:
        """Give what a link with a fragment points at, if it is there."""
        return self.ids.get(target.path, {}).get(target.fragment)

    def with_suffix(self, suffix: str | tuple[str, ...]) -> tuple[Markup, ...]:
        """Give the parsed files whose name ends so."""
        return tuple(markup for path, markup in self.documents.items() if path.endswith(suffix))


def open_edition(
    files: Mapping[str, bytes], durations_ms: Mapping[str, int]
) -> tuple[Edition, tuple[Notice, ...]]:
    """Parse everything that is markup; what is broken becomes a finding and is left out."""
    documents: dict[str, Markup] = {}
    findings: list[Notice] = []
    for path in files:
        if not path.endswith(_MARKUP):
            continue
        if not _is_plain_utf8(files[path]):
            findings.append(finding("E-141", path))
        match parse_markup(path, files[path]):
            case Flaw() as flaw:
                findings.append(finding("E-101", path, flaw.line, flaw.reason))
            case markup:
                documents[path] = markup
                findings.extend(_check_root(markup))
    ids = {path: _ids(markup.root) for path, markup in documents.items()}
    return Edition(files=files, durations_ms=durations_ms, documents=documents, ids=ids), tuple(findings)


def _is_plain_utf8(content: bytes) -> bool:
    """Whether a file is UTF-8, says no other encoding, and does not begin with a byte order mark."""
    stated = _ENCODING.match(content)
    return not content.startswith(_BYTE_ORDER_MARKS) and (not stated or stated[1].lower() == b"utf-8")


def resolve(path: str, link: str) -> Target | None:
    """Give where a link in the file `path` leads; None when it leads out of the edition."""
    try:
        parts = urlsplit(link)
    except ValueError:  # "http://[" and the like: no file has such a name, so the link is found to be dead
        return Target(path=link, fragment="")
    if parts.scheme or parts.netloc:
        return None
    own = path if not parts.path else posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
    return Target(path=unquote(own), fragment=unquote(parts.fragment))


def check_links(edition: Edition) -> Iterator[Notice]:
    """Find ids that stand twice in a file and links that lead nowhere inside the edition."""
    for markup in edition.documents.values():
        every = [markup.root, *descendants(markup.root)]
        for sheet in markup.styles:
            yield from _dead_link(edition, markup, markup.root, sheet)
        counts = Counter(element.get("id") for element in every if element.get("id"))
        for element in every:
            if counts[element.get("id")] > 1:
                yield finding("E-104", markup.path, element.line, element.get("id"))
                counts[element.get("id")] = 0
            yield from _dead_links(edition, markup, element)


def _check_root(markup: Markup) -> Iterator[Notice]:
    """Find files that are something else than their name says, and elements that XHTML does not have."""
    suffix = "." + markup.path.rpartition(".")[2]
    name, namespaces = _ROOTS.get(suffix, (markup.root.name, (markup.namespace,)))
    if markup.root.name != name or markup.namespace not in namespaces:
        yield finding(
            "E-127", markup.path, markup.root.line, f"{markup.root.name} {markup.namespace}".strip()
        )
    if name == "dtbook" and not markup.styles:
        yield finding("E-130", markup.path, markup.root.line)
    if suffix in {".html", ".xhtml"}:
        for element in descendants(markup.root):
            if element.name not in _XHTML:
                yield finding("E-128", markup.path, element.line, element.name)
            if element.name in _LINES:
                for child in element.children:
                    if child.name in _BLOCKS:
                        yield finding("E-129", markup.path, child.line, f"{child.name} in {element.name}")
        if not is_styled(markup) and first(markup.root, "section", "main"):
            yield finding("E-130", markup.path, markup.root.line)


def is_styled(markup: Markup) -> bool:
    """Whether a page names a style sheet or holds one."""
    links = (link for link in descendants(markup.root, "link") if link.get("href"))
    named = any("stylesheet" in link.get("rel").split() for link in links)
    return named or first(markup.root, "style") is not None


def _dead_links(edition: Edition, markup: Markup, element: Element) -> Iterator[Notice]:
    for attribute in _LINKS:
        if link := element.get(attribute):
            yield from _dead_link(edition, markup, element, link)


def _dead_link(edition: Edition, markup: Markup, element: Element, link: str) -> Iterator[Notice]:
    if target := resolve(markup.path, link):
        if target.path not in edition.files:
            yield finding("E-102", markup.path, element.line, link)
        elif target.fragment and not edition.element(target) and not _is_broken(edition, target.path):
            yield finding("E-103", markup.path, element.line, link)


def _is_broken(edition: Edition, path: str) -> bool:
    """Whether a file is mark-up that cannot be parsed: nobody knows what is in it."""
    return path.endswith(_MARKUP) and path not in edition.documents


def _ids(root: Element) -> dict[str, Element]:
    return {element.get("id"): element for element in (root, *descendants(root)) if element.get("id")}
