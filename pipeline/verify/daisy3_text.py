"""The text of a DAISY 3 book: DTBook.

In: a DTBook file, edition, package, SMIL files. Out: findings about words that are not heard, links between text and
sound, notes, pages, levels, lists and languages. Rules: checklist "DTBook".
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.model.source import Notice
from pipeline.verify.coverage import Hearing, check_coverage
from pipeline.verify.daisy3_package import Package
from pipeline.verify.daisy3_smil import Smil
from pipeline.verify.edition import Edition, Target, resolve
from pipeline.verify.findings import finding
from pipeline.verify.headings import HEADINGS, check_headings
from pipeline.verify.language import check_language, check_marked_words, check_stated_languages
from pipeline.verify.markup import Element, Markup, ancestors, descendants, lineage, tokens
from pipeline.verify.note_marks import is_mark_of, is_note_mark

_SILENT = frozenset({"doctitle", "docauthor", "covertitle", "noteref", "pagenum"})
_UNKNOWN = "unknown"
"""What a package, which must name somebody, says of a text whose author nobody knows."""
_ROMAN = re.compile(r"(?=.)m*(d?c{0,3}|c[dm])(l?x{0,3}|x[lc])(v?i{0,3}|i[vx])", re.IGNORECASE)
# fmt: off
_DUBLIN_CORE = frozenset({
    "dc:Title", "dc:Subject", "dc:Description", "dc:Type", "dc:Source", "dc:Relation", "dc:Coverage", "dc:Creator",
    "dc:Publisher", "dc:Contributor", "dc:Rights", "dc:Date", "dc:Format", "dc:Identifier", "dc:Language",
})
# fmt: on


def check_text(markup: Markup, edition: Edition, package: Package, smils: Sequence[Smil]) -> Iterator[Notice]:
    """Check one DTBook file."""
    above = lineage(markup.root)
    yield from _check_head(markup, package)
    yield from check_headings(markup)
    yield from check_language(markup)
    yield from check_marked_words([markup])
    yield from check_stated_languages([markup], package.metadata.get("dc:Language", ()), package.markup.path)
    yield from _check_heard(markup, edition, package, smils)
    yield from _check_synchronised(markup, edition, smils)
    yield from _check_pages(markup)
    yield from _check_notes(markup, edition)
    yield from _check_levels(markup, above)
    yield from _check_structures(markup, above)


def _check_head(markup: Markup, package: Package) -> Iterator[Notice]:
    found: dict[str, list[str]] = {}
    for meta in descendants(markup.root, "meta"):
        name = meta.get("name")
        found.setdefault(name, []).append(meta.get("content"))
        if name.lower().startswith("dc:") and name not in _DUBLIN_CORE:
            yield finding("E-610", markup.path, meta.line, name)
    for name in ("dtb:uid", "dc:Title"):
        if len(found.get(name, [])) != 1 or not found[name][0].strip():
            yield finding("E-640", markup.path, 1, name)
    named = {
        "dc:Creator": found.get("dc:Creator", []),
        "docauthor": [each.text for each in descendants(markup.root, "docauthor")],
    }
    authors = package.metadata.get("dc:Creator", ())
    for name, names in named.items():
        needed = name == "docauthor" and any(author != _UNKNOWN for author in authors)
        if (names or needed) and sorted(names) != sorted(authors):
            yield finding("E-652", markup.path, 1, f"{name}: {', '.join(names)}")
    for title in descendants(markup.root, "doctitle"):
        if title.text not in package.metadata.get("dc:Title", ()):
            yield finding("E-614", markup.path, title.line, title.text)
    known: dict[str, tuple[str, ...]] = {"dtb:uid": (package.identifier,)}
    known |= {name: tuple(package.metadata.get(name, ())) for name in ("dc:Title", "dc:Identifier")}
    for name, values in known.items():
        for value in found.get(name, []):
            if value not in values:
                yield finding("E-614", markup.path, 1, f"{name}: {value}")


def _check_heard(
    markup: Markup, edition: Edition, package: Package, smils: Sequence[Smil]
) -> Iterator[Notice]:
    if not any(smil.clips for smil in smils):
        return
    found = (edition.element(clip.text) for smil in smils for clip in smil.clips)
    voiced = {element for element in found if element is not None}
    notes = set(descendants(markup.root, "note"))
    in_notes = {inner for note in notes for inner in descendants(note)}

    def silent(element: Element) -> bool:
        mark = element in in_notes and is_note_mark(element.text)
        return mark or element.name in _SILENT or "pullquote" in tokens(element, "class")

    full = package.metadata.get("dtb:multimediaType") == ("audioFullText",)
    hearing = Hearing(voiced=voiced, notes=notes, silent=silent)
    yield from check_coverage(markup, hearing, "E-646" if full else "E-647")


def _check_synchronised(markup: Markup, edition: Edition, smils: Sequence[Smil]) -> Iterator[Notice]:
    """Find elements whose smilref is not the par or seq that plays them, and played elements without one."""
    shown = {
        target: Target(path=smil.markup.path, fragment=id)
        for smil in smils
        for id, target in smil.shown.items()
    }
    for element in descendants(markup.root):
        ref = element.get("smilref")
        own = Target(path=markup.path, fragment=element.get("id"))
        played = shown.get(own) if element.get("id") else None
        stated = resolve(markup.path, ref) if ref else None
        container = edition.element(stated) if stated else None
        is_seq = container is not None and container.name == "seq" and container.get("class") == element.name
        if stated != played and not (played is None and is_seq):
            yield finding("E-641", markup.path, element.line, f"{element.get('id')}: {ref or 'no smilref'}")


def _check_pages(markup: Markup) -> Iterator[Notice]:
    for page in descendants(markup.root, "pagenum"):
        kind, words = page.get("page") or "normal", page.text
        good = {
            "normal": words.isascii() and words.isdecimal() and int(words or 0) > 0,
            "front": bool(_ROMAN.fullmatch(words)),
            "special": True,
        }
        if not good.get(kind) or not page.get("id"):
            yield finding("E-642", markup.path, page.line, f"{kind}: {words}")


def _check_notes(markup: Markup, edition: Edition) -> Iterator[Notice]:
    named: dict[Element, set[str]] = {}
    for reference in descendants(markup.root, "noteref"):
        ref = reference.get("idref")
        target = resolve(markup.path, ref) if "#" in ref else None
        note = edition.element(target) if target else None
        if note is None or note.name != "note":
            yield finding("E-643", markup.path, reference.line, f"{reference.text}: {ref}")
            continue
        named.setdefault(note, set()).add(reference.get("id"))
        if not is_mark_of(reference.text, note.text):
            yield finding("E-644", markup.path, reference.line, f"{reference.text} / {note.text[:40]}")
    for note in descendants(markup.root, "note"):
        links = {link.get("href").removeprefix("#") for link in descendants(note, "a")}
        if not links & named.get(note, set()):
            yield finding("E-645", markup.path, note.line, note.text[:40])


def _check_levels(markup: Markup, above: Mapping[Element, Element]) -> Iterator[Notice]:
    for heading in descendants(markup.root, *HEADINGS):
        level = above[heading].name
        if level != f"level{heading.name[1]}":
            yield finding("E-648", markup.path, heading.line, f"{heading.name} in {level}")


def _check_structures(markup: Markup, above: Mapping[Element, Element]) -> Iterator[Notice]:
    ids = {element.get("id") for element in descendants(markup.root, "img")}
    for element in descendants(markup.root, "list", "img", "caption", "prodnote", "th", "td"):
        if not _holds(element, above, ids):
            yield finding("E-649", markup.path, element.line, f"{element.name} {element.get('id')}".strip())


def _holds(element: Element, above: Mapping[Element, Element], pictures: set[str]) -> bool:
    """Whether what a list, picture, caption or cell states is so (dtbook-2005.rng, its Schematron rules)."""
    if element.name == "list":
        depth = sum(outer.name == "list" for outer in ancestors(element, above))
        ordered = element.get("type") == "ol"
        numbered = element.get("start") or element.get("enum")
        return (
            element.get("type") in {"ol", "ul", "pl"}
            and element.get("depth") in {"", str(depth)}
            and (ordered or not numbered)
            and (element.get("start") or "0").isdecimal()
        )
    if element.name == "img":
        return "alt" in element.attributes and bool(element.get("src"))
    if element.name in {"th", "td"}:
        return all((element.get(span) or "1").strip("0").isdecimal() for span in ("rowspan", "colspan"))
    return tokens(element, "imgref") <= pictures
