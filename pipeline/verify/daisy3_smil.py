"""The SMIL files of a DAISY 3 book.

In: edition and package. Out: Smil values in the order of the spine, and findings about their heads, their switches,
their structure and their times. Rules: checklist "SMIL".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from pipeline.model.source import Notice
from pipeline.verify.clips import Clip, length_ms, parse_clock, read_clips, text_of
from pipeline.verify.coverage import check_order
from pipeline.verify.edition import Edition, Target, resolve
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Markup, descendants

SKIPPABLE = frozenset({"pagenum", "note", "noteref", "annotation", "linenum", "sidebar", "prodnote"})
"""Elements of DTBook that a listener can switch off."""
_ESCAPABLE = frozenset({"note", "annotation", "sidebar", "list", "table"})
_METAS = ("dtb:uid", "dtb:totalElapsedTime", "dtb:generator")
_TOLERANCE_MS = 5


class Book(Protocol):
    """What is asked of the package."""

    @property
    def spine_paths(self) -> tuple[str, ...]:
        """The SMIL files in playing order."""
        ...

    @property
    def identifier(self) -> str:
        """The book's own."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Smil:
    """One SMIL file of the book."""

    markup: Markup
    clips: tuple[Clip, ...]
    shown: Mapping[str, Target]
    """Id of a par -> the text that is shown then."""

    @property
    def plays_ms(self) -> Fraction:
        """How long the file plays with everything switched on."""
        return length_ms(self.clips)


def read_smils(edition: Edition, package: Book) -> tuple[tuple[Smil, ...], tuple[Notice, ...]]:
    """Read the SMIL files in the order of the spine; files it does not name come last."""
    others = sorted(path for path in edition.documents if path.endswith(".smil"))
    smils: list[Smil] = []
    findings: list[Notice] = []
    for path in dict.fromkeys((*package.spine_paths, *others)):
        markup = edition.document(path)
        if markup is None or not path.endswith(".smil"):
            continue
        clips, faults = read_clips(path, markup.root, "clipBegin", "clipEnd")
        findings.extend(faults)
        shown = {
            par.get("id"): target
            for par in descendants(markup.root, "par")
            if (target := text_of(path, par)) is not None
        }
        smils.append(Smil(markup=markup, clips=clips, shown=shown))
    return tuple(smils), tuple(findings)


def check_smils(edition: Edition, package: Book, smils: Sequence[Smil]) -> Iterator[Notice]:
    """Check every file and what they add up to."""
    elapsed_ms = Fraction(0)
    tests = [_tests(smil.markup, "customTest") for smil in smils]
    for smil in smils:
        yield from _check_head(smil, package, elapsed_ms)
        yield from _check_switches(smil, tests[0])
        yield from _check_structure(smil)
        yield from _check_kinds(smil, edition)
        yield from _check_references(smil, edition, smils)
        elapsed_ms += smil.plays_ms
    yield from check_order([clip for smil in smils for clip in smil.clips], edition, "E-627")
    yield from _check_once(smils)
    for ncx in edition.with_suffix(".ncx"):
        if _tests(ncx, "smilCustomTest") != (tests[0] if tests else {}):
            yield finding("E-623", ncx.path)


def _tests(markup: Markup, name: str) -> dict[str, tuple[str, str]]:
    return {
        test.get("id"): (test.get("defaultState"), test.get("override"))
        for test in descendants(markup.root, name)
    }


def _check_head(smil: Smil, package: Book, elapsed_ms: Fraction) -> Iterator[Notice]:
    path = smil.markup.path
    stated: dict[str, list[str]] = {}
    for meta in descendants(smil.markup.root, "meta"):
        stated.setdefault(meta.get("name"), []).append(meta.get("content"))
        if meta.get("name").startswith("dtb:") and meta.get("name") not in _METAS:
            yield finding("E-610", path, meta.line, meta.get("name"))
    for name in _METAS:
        if len(stated.get(name, [])) != 1 or not stated[name][0].strip():
            yield finding("E-620", path, 1, name)
    for value in stated.get("dtb:uid", []):
        if value != package.identifier:
            yield finding("E-614", path, 1, value)
    for value in stated.get("dtb:totalElapsedTime", []):
        clock = parse_clock(value)
        if clock is None or abs(clock - elapsed_ms) > _TOLERANCE_MS:
            yield finding("E-621", path, 1, f"{value}, in fact {float(elapsed_ms) / 1000:.3f} s")


def _check_switches(smil: Smil, expected: Mapping[str, tuple[str, str]]) -> Iterator[Notice]:
    own = _tests(smil.markup, "customTest")
    bad = any(
        state not in {"true", "false"} or override != "visible" or id not in SKIPPABLE
        for id, (state, override) in own.items()
    )
    if own != expected or bad:
        yield finding("E-623", smil.markup.path)
    for element in descendants(smil.markup.root):
        if element.get("customTest") and element.get("customTest") not in own:
            yield finding("E-623", smil.markup.path, element.line, element.get("customTest"))


def _check_structure(smil: Smil) -> Iterator[Notice]:
    path = smil.markup.path
    for element in descendants(smil.markup.root, "par", "seq"):
        media = [each.name for each in _media(element)]
        doubled = any(media.count(name) > 1 for name in ("text", "audio", "img", "seq"))
        if not element.get("id") or not element.children or (element.name == "par" and doubled):
            yield finding("E-622", path, element.line, f"{element.name} {element.get('id')}")
        if element.name == "seq" and element.get("dur"):
            clock = parse_clock(element.get("dur"))
            clips, _ = read_clips(path, element, "clipBegin", "clipEnd")
            if clock is None or abs(clock - length_ms(clips)) > _TOLERANCE_MS:
                yield finding("E-628", path, element.line, element.get("dur"))


def _media(element: Element) -> Iterator[Element]:
    for child in element.children:
        yield from child.children if child.name == "a" else (child,)


def _check_kinds(smil: Smil, edition: Edition) -> Iterator[Notice]:
    """Compare what a par shows with the switch it has, and each seq of a structure with what leaving it needs."""
    path = smil.markup.path
    for par in descendants(smil.markup.root, "par"):
        target = smil.shown.get(par.get("id"))
        shown = edition.element(target) if target else None
        kind = shown.name if shown is not None and shown.name in SKIPPABLE else ""
        if shown is not None and par.get("customTest") != kind:
            yield finding("E-624", path, par.line, f"{par.get('id')}: {par.get('customTest') or 'no switch'}")
    for seq in descendants(smil.markup.root, "seq"):
        kind = seq.get("class")
        if kind in _ESCAPABLE or seq.get("end"):
            yield from _check_escapable(seq, path)
        if (kind if kind in SKIPPABLE else "") != seq.get("customTest"):
            yield finding("E-624", path, seq.line, f"{seq.get('id')}: {seq.get('customTest') or 'no switch'}")


def _check_escapable(seq: Element, path: str) -> Iterator[Notice]:
    last = seq.children[-1].get("id") if seq.children else ""
    inside = any(child.name in {"par", "seq"} for child in seq.children)
    end = re.fullmatch(rf"DTBuserEscape;(DTBuserResume;)?{re.escape(last)}\.end(\+.+)?", seq.get("end"))
    if not seq.get("class") or not inside or not last or not end:
        yield finding("E-625", path, seq.line, f"{seq.get('id')}: {seq.get('end')}")


def _check_references(smil: Smil, edition: Edition, smils: Sequence[Smil]) -> Iterator[Notice]:
    """Follow each note reference to the seq that plays its note."""
    notes = {
        Target(path=each.markup.path, fragment=seq.get("id")): seq
        for each in smils
        for seq in descendants(each.markup.root, "seq")
    }
    for par in descendants(smil.markup.root, "par"):
        target = smil.shown.get(par.get("id"))
        shown = edition.element(target) if target else None
        if shown is None or shown.name != "noteref":
            continue
        links = [resolve(smil.markup.path, each.get("href")) for each in par.children if each.name == "a"]
        named = resolve(target.path, shown.get("idref")) if target else None
        note = edition.element(named) if named else None
        played = resolve(named.path, note.get("smilref")) if named and note and note.get("smilref") else None
        if played is not None and (links != [played] or played not in notes):
            yield finding("E-626", smil.markup.path, par.line, shown.text)


def _check_once(smils: Sequence[Smil]) -> Iterator[Notice]:
    seen: set[Target] = set()
    for smil in smils:
        for par in descendants(smil.markup.root, "par"):
            target = smil.shown.get(par.get("id"))
            if target in seen:
                yield finding("E-629", smil.markup.path, par.line, target.fragment if target else "")
            if target:
                seen.add(target)
