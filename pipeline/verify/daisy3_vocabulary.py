"""Which elements the files of a DAISY 3 book may hold, and where.

In: a parsed file. Out: findings. Rules: the DTDs of Z39.86-2005 as far as they say which element may stand in which;
the text's own, long grammar is judged by the DTD itself, which ./run test asks.
"""

import re
from collections.abc import Iterator, Mapping

from pipeline.model.source import Notice
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Markup, descendants

# Suffix -> (part of the public identifier, version attribute the root must have).
_DOCTYPES = {
    "opf": ("+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN", ""),
    "ncx": ("-//NISO//DTD ncx 2005-1//EN", "2005-1"),
    "smil": ("-//NISO//DTD dtbsmil 2005-2//EN", ""),
    "res": ("-//NISO//DTD resource 2005-1//EN", "2005-1"),
    "xml": ("-//NISO//DTD dtbook 2005-3//EN", "2005-3"),
}
_NAMESPACES = {
    "opf": "http://openebook.org/namespaces/oeb-package/1.0/",
    "smil": "http://www.w3.org/2001/SMIL20/",
    "xml": "http://www.daisy.org/z3986/2005/dtbook/",
}
"""Those that the kind of file alone does not settle."""
_MEDIA = frozenset({"par", "seq", "text", "audio", "img", "a"})
_LABEL = frozenset({"text", "audio", "img"})
_NOTHING: frozenset[str] = frozenset()
_PLACES: Mapping[str, Mapping[str, frozenset[str]]] = {
    "smil": {
        "smil": frozenset({"head", "body"}),
        "head": frozenset({"meta", "layout", "customAttributes"}),
        "layout": frozenset({"region"}),
        "customAttributes": frozenset({"customTest"}),
        "body": _MEDIA,
        "seq": _MEDIA,
        "par": _MEDIA - {"par"},
        "a": _MEDIA - {"a"},
    },
    "ncx": {
        "ncx": frozenset({"head", "docTitle", "docAuthor", "navMap", "pageList", "navList"}),
        "head": frozenset({"smilCustomTest", "meta"}),
        "docTitle": _LABEL,
        "docAuthor": _LABEL,
        "navLabel": _LABEL,
        "navInfo": _LABEL,
        "navMap": frozenset({"navInfo", "navLabel", "navPoint"}),
        "navPoint": frozenset({"navLabel", "content", "navPoint"}),
        "pageList": frozenset({"navInfo", "navLabel", "pageTarget"}),
        "pageTarget": frozenset({"navLabel", "content"}),
        "navList": frozenset({"navInfo", "navLabel", "navTarget"}),
        "navTarget": frozenset({"navLabel", "content"}),
    },
    "opf": {
        "package": frozenset({"metadata", "manifest", "spine", "tours", "guide"}),
        "metadata": frozenset({"dc-metadata", "x-metadata"}),
        "x-metadata": frozenset({"meta"}),
        "manifest": frozenset({"item"}),
        "spine": frozenset({"itemref"}),
    },
    "res": {
        "resources": frozenset({"head", "scope"}),
        "head": frozenset({"meta"}),
        "scope": frozenset({"nodeSet"}),
        "nodeSet": frozenset({"resource"}),
        "resource": _LABEL,
    },
}
_FREE = frozenset({"dc-metadata"})
"""Elements whose children another rule judges."""
# fmt: off
_INLINE = frozenset({
    "em", "strong", "dfn", "code", "samp", "kbd", "cite", "abbr", "acronym", "a", "img", "imggroup", "br", "q", "sub",
    "sup", "span", "bdo", "sent", "w", "pagenum", "prodnote", "annoref", "noteref",
})
_BLOCK = frozenset({
    "p", "list", "dl", "div", "blockquote", "img", "imggroup", "poem", "linegroup", "byline", "dateline", "epigraph",
    "table", "address", "line", "author", "prodnote", "sidebar", "note", "annotation",
    "a", "cite", "samp", "kbd", "pagenum",
})
_LEVEL = _BLOCK | {"doctitle", "docauthor", "covertitle", "bridgehead"}
# fmt: on
_LEVELS = {
    f"level{depth}": _LEVEL | {f"h{depth}"} | ({f"level{depth + 1}"} if depth < 6 else set())
    for depth in range(1, 7)
}
_TEXT_PLACES: Mapping[str, frozenset[str]] = {
    "dtbook": frozenset({"head", "book"}),
    "head": frozenset({"meta", "link"}),
    "book": frozenset({"frontmatter", "bodymatter", "rearmatter"}),
    "frontmatter": frozenset({"doctitle", "covertitle", "docauthor", "level", "level1"}),
    "bodymatter": frozenset({"level", "level1"}),
    "rearmatter": frozenset({"level", "level1"}),
    **{name: frozenset(places) for name, places in _LEVELS.items()},
    "p": _INLINE | {"list", "dl"},
    "div": _LEVEL,
    "note": _BLOCK,
    "annotation": _BLOCK,
    "blockquote": _BLOCK,
    "list": frozenset({"hd", "prodnote", "li", "pagenum"}),
    "li": _INLINE | _BLOCK | {"lic"},
    "table": frozenset({"caption", "col", "colgroup", "thead", "tfoot", "tbody", "tr", "pagenum"}),
    "thead": frozenset({"tr"}),
    "tfoot": frozenset({"tr"}),
    "tbody": frozenset({"tr", "pagenum"}),
    "tr": frozenset({"th", "td"}),
    "th": (_INLINE | _BLOCK) - {"pagenum"},
    "td": (_INLINE | _BLOCK) - {"pagenum"},
    "poem": frozenset(
        {"title", "author", "hd", "dateline", "epigraph", "byline", "linegroup", "line", "pagenum", "img"}
        | {"imggroup", "sidebar"}
    ),
    "linegroup": _BLOCK | {"hd", "noteref", "annoref"},
    "imggroup": frozenset({"prodnote", "img", "caption", "pagenum"}),
    "sent": _INLINE - {"sent"},
    "noteref": _NOTHING,
    "pagenum": _NOTHING,
    **{f"h{depth}": _INLINE for depth in range(1, 7)},
    **{name: _INLINE | {"linenum"} for name in ("line", "doctitle", "docauthor", "bridgehead")},
    **dict.fromkeys(("em", "strong", "span", "sub", "sup", "abbr", "a", "q"), _INLINE),
}
_ORDERS: Mapping[str, tuple[str, ...]] = {
    "smil": ("head", "body"),
    "ncx": ("head", "docTitle", "docAuthor", "navMap", "pageList", "navList"),
    "package": ("metadata", "manifest", "spine", "tours", "guide"),
    "dtbook": ("head", "book"),
    "book": ("frontmatter", "bodymatter", "rearmatter"),
}
_REPEATED = frozenset({"docAuthor", "navList"})
_VERSION = re.compile(r"-//NISO//DTD dtbsmil v?2005-[12]//EN")


def check_vocabulary(markup: Markup) -> Iterator[Notice]:
    """Check document type, version, and the place of every element of a file."""
    suffix = markup.path.rpartition(".")[2]
    if suffix not in _DOCTYPES:
        return
    public_id, version = _DOCTYPES[suffix]
    known = _VERSION.fullmatch(markup.public_id) if suffix == "smil" else markup.public_id == public_id
    if not known or markup.root.get("version") != version:
        yield finding("E-602", markup.path, 1, f"{markup.public_id} {markup.root.get('version')}".strip())
    if markup.namespace != _NAMESPACES.get(suffix, markup.namespace):
        yield finding("E-602", markup.path, 1, markup.namespace)
    for link in descendants(markup.root, "a"):
        leaves = ":" in link.get("href")
        if link.get("external") not in ("", "true" if leaves else "false") or (
            leaves and not link.get("external")
        ):
            yield finding("E-654", markup.path, link.line, link.get("href"))
    places = _TEXT_PLACES if suffix == "xml" else _PLACES[suffix]
    for element in (markup.root, *descendants(markup.root)):
        yield from _check_children(element, places, markup.path, anywhere=suffix == "xml")


def _check_children(
    element: Element, places: Mapping[str, frozenset[str]], path: str, *, anywhere: bool
) -> Iterator[Notice]:
    """Find children that must not stand here; elements the table does not name hold none, but in the text."""
    if element.name in _FREE or (anywhere and element.name not in places):
        return
    allowed = places.get(element.name, _NOTHING)
    for child in element.children:
        if child.name not in allowed:
            yield finding("E-615", path, child.line, f"{child.name} in {element.name}")
    order = _ORDERS.get(element.name, ())
    taken = [order.index(child.name) for child in element.children if child.name in order]
    once = [place for place in taken if order[place] not in _REPEATED]
    if taken != sorted(taken) or len(set(once)) != len(once):
        yield finding("E-615", path, element.line, element.name)
