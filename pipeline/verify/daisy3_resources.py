"""The resource file of a DAISY 3 book: how the structures are called that can be skipped or left.

In: edition and package. Out: findings. Rules: checklist "Resource file".
"""

import re
from collections.abc import Iterator

from pipeline.model.source import Notice
from pipeline.verify.daisy3_package import Package
from pipeline.verify.edition import Edition
from pipeline.verify.findings import finding
from pipeline.verify.markup import Markup, descendants

_SMIL = "http://www.w3.org/2001/SMIL20/"
_NCX = "http://www.daisy.org/z3986/2005/ncx/"
_NAMES = {
    **dict.fromkeys(("pagenum", "page_number"), "(print )?pages?( numbers?)?"),
    **dict.fromkeys(("noteref", "note_reference"), "(foot)?notes? references?"),
    "note": "(foot|end)?notes?",
    "annotation": "annotations?",
    "list": "lists?",
    "table": "tables?",
}
"""Kind of structure -> its names in English, as far as they can be foreseen."""
_SELECT = re.compile(r"""//(seq|par|smilCustomTest)\[@(class|bookStruct)=["'](\w+)["']\]""")


def check_resources(edition: Edition, package: Package) -> Iterator[Notice]:
    """Find structures of the SMIL files and switches of the NCX that the resource file does not name."""
    files = edition.with_suffix(".res")
    named = {pair for markup in files for pair in _named(markup)}
    for pair in sorted(_structures(edition) - named):
        yield finding("E-650", files[0].path if files else package.markup.path, 1, " ".join(pair))
    for markup in files:
        yield from _check_file(markup)


def _is_name_of(words: str, kind: str) -> bool:
    """Whether English words name a kind of structure: "Note reference" a noteref, but not a note."""
    return bool(re.fullmatch(_NAMES.get(kind.lower(), ".*"), words.lower()))


def _structures(edition: Edition) -> set[tuple[str, str]]:
    """Give namespace and class or bookStruct of what needs a name."""
    found = {
        (_SMIL, element.get("class"))
        for smil in edition.with_suffix(".smil")
        for element in descendants(smil.root, "par", "seq")
        if element.get("class") and (element.get("customTest") or element.get("end"))
    }
    tests = (test for ncx in edition.with_suffix(".ncx") for test in descendants(ncx.root, "smilCustomTest"))
    return found | {(_NCX, test.get("bookStruct")) for test in tests}


def _named(markup: Markup) -> Iterator[tuple[str, str]]:
    for scope in descendants(markup.root, "scope"):
        for node_set in descendants(scope, "nodeSet"):
            match = _SELECT.fullmatch(node_set.get("select"))
            if match:
                yield scope.get("nsuri"), match[3]


def _check_file(markup: Markup) -> Iterator[Notice]:
    namespaces = [scope.get("nsuri") for scope in descendants(markup.root, "scope")]
    if len(set(namespaces)) != len(namespaces) or not all(namespaces):
        yield finding("E-651", markup.path, 1, " ".join(namespaces))
    for node_set in descendants(markup.root, "nodeSet"):
        resources = list(descendants(node_set, "resource"))
        words = [text.text for each in resources for text in descendants(each, "text")]
        languages = [each.get("xml:lang") for each in resources]
        whole = bool(words) and all(words) and all(languages) and len(set(languages)) == len(languages)
        if not (node_set.get("id") and _SELECT.fullmatch(node_set.get("select")) and whole):
            yield finding("E-651", markup.path, node_set.line, node_set.get("id"))
        match = _SELECT.fullmatch(node_set.get("select"))
        for each in resources if match else ():
            english = each.get("xml:lang").startswith("en")
            if english and match and not _is_name_of(each.text, match[3]):
                yield finding("E-653", markup.path, node_set.line, f"{match[3]}: {each.text}")
