"""The media overlays of an EPUB: which sound belongs to which text.

In: edition and package. Out: Overlays in reading order, and findings about their structure, order and stated lengths.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipeline.model.source import Notice
from pipeline.verify.clips import Clip, check_clips, length_ms, parse_clock, read_clips
from pipeline.verify.coverage import check_order
from pipeline.verify.edition import Edition, resolve
from pipeline.verify.epub_package import Package, Property
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Markup, ancestors, descendants, first, lineage, tokens
from pipeline.verify.styles import declarations_of, names_class

_SMIL = "application/smil+xml"
_TOLERANCE_MS = 5
_SHOWS = frozenset({"background", "background-color", "color", "outline", "text-decoration"})
"""Properties by which a class can highlight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """One overlay and the text it voices."""

    id: str
    markup: Markup
    text: str
    """Path of the content document that names it."""
    clips: tuple[Clip, ...]


def read_overlays(edition: Edition, package: Package) -> tuple[tuple[Overlay, ...], tuple[Notice, ...]]:
    """Read the overlays in the order of the spine."""
    by_path = {resource.path: resource for resource in package.resources.values()}
    overlays: list[Overlay] = []
    findings: list[Notice] = []
    for path in package.spine:
        smil = package.resources.get(by_path[path].overlay)
        markup = edition.document(smil.path) if smil else None
        if smil is None or markup is None:
            continue
        clips, faults = read_clips(smil.path, markup.root, "clipBegin", "clipEnd")
        findings.extend(faults)
        overlays.append(Overlay(id=smil.id, markup=markup, text=path, clips=clips))
    return tuple(overlays), tuple(findings)


def check_overlays(edition: Edition, package: Package, overlays: Sequence[Overlay]) -> Iterator[Notice]:
    """Check each overlay by itself, then what the package says of all."""
    yield from _check_pairs(package, overlays)
    for overlay in overlays:
        yield from _check_structure(overlay)
        yield from _check_targets(overlay)
        yield from check_order(overlay.clips, edition, "E-318")
        yield from _check_notes(edition, overlay)
        yield from _check_parts(edition, overlay)
        yield from _check_pars(edition, overlay)
    yield from check_clips([clip for overlay in overlays for clip in overlay.clips], edition)
    if overlays:
        yield from _check_lengths(package, overlays)
        yield from _check_classes(edition, package, overlays)


def _check_pairs(package: Package, overlays: Sequence[Overlay]) -> Iterator[Notice]:
    path = package.markup.path
    used = [overlay.id for overlay in overlays]
    for resource in package.resources.values():
        if resource.overlay:
            smil = package.resources.get(resource.overlay)
            if smil is None or smil.media_type != _SMIL:
                yield finding("E-313", path, resource.line, f"{resource.id}: {resource.overlay}")
        if resource.media_type == _SMIL and used.count(resource.id) != 1:
            yield finding("E-314", path, resource.line, resource.id)


def _check_structure(overlay: Overlay) -> Iterator[Notice]:
    markup = overlay.markup
    body = first(markup.root, "body")
    for element in descendants(body) if body else ():
        kinds = [child.name for child in element.children]
        good = True
        if element.name == "par":
            good = kinds == ["text", "audio"] and bool(element.children[0].get("src"))
        elif element.name == "seq":
            good = bool(element.get("epub:textref")) and bool(kinds) and set(kinds) <= {"seq", "par"}
        elif element.name not in {"text", "audio"}:
            good = False
        if not good:
            yield finding("E-315", markup.path, element.line, f"{element.name} {element.get('id')}")
    if markup.root.get("version") != "3.0":
        yield finding("E-315", markup.path, markup.root.line, "version 3.0")
    if body is None or not overlay.clips:
        yield finding("E-315", markup.path, body.line if body else 1)


def _check_targets(overlay: Overlay) -> Iterator[Notice]:
    voiced = set()
    for clip in overlay.clips:
        if clip.text.path != overlay.text:
            yield finding("E-316", clip.path, clip.line, f"{clip.text.path}#{clip.text.fragment}")
        if clip.text in voiced:
            yield finding("E-317", clip.path, clip.line, clip.text.fragment)
        voiced.add(clip.text)


def _check_notes(edition: Edition, overlay: Overlay) -> Iterator[Notice]:
    """Find notes whose pars no reader can skip: they stand in no seq of type footnote or endnote."""
    skippable = {
        clip_text
        for seq in descendants(overlay.markup.root)
        if tokens(seq, "epub:type")
        & {"footnote", "endnote", "footnotes", "endnotes", "rearnote", "rearnotes"}
        for clip_text in _texts(seq)
    }
    document = edition.document(overlay.text)
    for note in descendants(document.root) if document else ():
        if not tokens(note, "epub:type") & {"footnote", "endnote"}:
            continue
        inside = {inner.get("id") for inner in (note, *descendants(note)) if inner.get("id")}
        for clip in overlay.clips:
            if clip.text.fragment in inside and clip.text.fragment not in skippable:
                yield finding("E-319", clip.path, clip.line, clip.text.fragment)


def _check_parts(edition: Edition, overlay: Overlay) -> Iterator[Notice]:
    """Find seqs that name another part of the text than their pars show, or give it another type."""
    for seq in descendants(overlay.markup.root, "seq"):
        target = resolve(overlay.markup.path, seq.get("epub:textref"))
        part = edition.element(target) if target else None
        if part is None:
            if target and not target.fragment and seq.get("epub:type"):
                yield finding("E-363", overlay.markup.path, seq.line, seq.get("epub:textref"))
            continue
        inside = {inner.get("id") for inner in (part, *descendants(part))}
        astray = [fragment for fragment in _texts(seq) if fragment not in inside]
        kinds = tokens(seq, "epub:type")
        if astray or (kinds and not kinds & {*tokens(part, "epub:type"), *tokens(part, "class")}):
            yield finding("E-363", overlay.markup.path, seq.line, seq.get("epub:textref"))


def _check_pars(edition: Edition, overlay: Overlay) -> Iterator[Notice]:
    """Find pars that bear a type which nothing around their text has: readers would skip what is no note."""
    document = edition.document(overlay.text)
    above = lineage(document.root) if document else {}
    for par in descendants(overlay.markup.root, "par"):
        kinds = tokens(par, "epub:type")
        targets = [resolve(overlay.markup.path, each.get("src")) for each in descendants(par, "text")]
        shown = [element for target in targets if target and (element := edition.element(target))]
        around = {
            kind for each in shown for outer in ancestors(each, above) for kind in tokens(outer, "epub:type")
        }
        if kinds and shown and not kinds & around:
            yield finding("E-363", overlay.markup.path, par.line, par.get("id"))


def _texts(seq: Element) -> Iterator[str]:
    parts = (seq, *descendants(seq)) if seq.name == "par" else descendants(seq)
    return (part.get("src").partition("#")[2] for part in parts if part.name == "text")


def _check_lengths(package: Package, overlays: Sequence[Overlay]) -> Iterator[Notice]:
    stated = [each for each in package.metadata if each.name == "media:duration"]
    for overlay in overlays:
        own = [each for each in stated if each.refines == f"#{overlay.id}"]
        yield from _compare("E-320", package, own, length_ms(overlay.clips), overlay.id)
    whole_ms = sum((length_ms(overlay.clips) for overlay in overlays), Fraction(0))
    total = [each for each in stated if not each.refines]
    yield from _compare("E-321", package, total, whole_ms, "whole book")


def _compare(
    code: str, package: Package, stated: Sequence[Property], fact_ms: Fraction, what: str
) -> Iterator[Notice]:
    clock = parse_clock(stated[0].value) if len(stated) == 1 else None
    if clock is None or abs(clock - fact_ms) > _TOLERANCE_MS:
        said = ", ".join(each.value for each in stated) or "not stated"
        yield finding(code, package.markup.path, 1, f"{what}: {said}, in fact {float(fact_ms) / 1000:.3f} s")


def _check_classes(edition: Edition, package: Package, overlays: Sequence[Overlay]) -> Iterator[Notice]:
    """Find a class of the sentence that is heard, or of the book that plays, that no style sheet of a text knows."""
    for value in package.values("media:active-class") or ("",):
        for overlay in overlays:
            if not value or not _SHOWS & declarations_of(_styles(edition, overlay.text), f".{value}").keys():
                yield finding("E-322", overlay.text, 1, value)
    for value in package.values("media:playback-active-class"):
        for overlay in overlays:
            if not names_class(_styles(edition, overlay.text), value):
                yield finding("E-322", overlay.text, 1, value)
    if not any(name.strip() for name in package.values("media:narrator")):
        yield finding("E-323", package.markup.path)


def _styles(edition: Edition, path: str) -> str:
    document = edition.document(path)
    links = descendants(document.root, "link") if document else ()
    sheets = [resolve(path, link.get("href")) for link in links if "stylesheet" in tokens(link, "rel")]
    contents = (edition.files.get(sheet.path, b"") for sheet in sheets if sheet)
    return b"\n".join(contents).decode("utf-8", "replace")
