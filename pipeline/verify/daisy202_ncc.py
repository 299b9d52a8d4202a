"""The rules of ncc.html, the navigation control centre of a DAISY 2.02 book.

In: the parsed NCC, the edition, its SMIL files. Out: findings about metadata, counts, and the list of places a player
jumps to. Rules: checklist of the NCC, one function for one rule or two.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from pipeline.model.source import Notice
from pipeline.verify.clips import parse_clock
from pipeline.verify.daisy202_smil import Smil
from pipeline.verify.edition import Edition, resolve
from pipeline.verify.findings import finding
from pipeline.verify.headings import HEADINGS, check_headings, every_heading, heading_of, is_label
from pipeline.verify.markup import Element, Markup, ancestors, descendants, first, lineage, tokens

_WHOLE_NUMBER = r"\d+"
_DATE = r"\d{4}(-\d\d(-\d\d)?)?"
_TIME = r"\d\d+:[0-5]\d:[0-5]\d"
_ANY = r"(?s).*\S.*"

# name -> (fewest, most, pattern of the content); most 0 means any number.
_METADATA: dict[str, tuple[int, int, str]] = {
    "dc:title": (1, 1, _ANY),
    "dc:date": (1, 1, _DATE),
    "dc:identifier": (1, 1, _ANY),
    "dc:publisher": (1, 1, _ANY),
    "dc:format": (1, 1, r"Daisy 2\.02"),
    "dc:language": (1, 0, r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    "dc:creator": (1, 0, _ANY),
    "ncc:charset": (1, 1, r"(?i)utf-8"),
    "ncc:pageFront": (1, 1, _WHOLE_NUMBER),
    "ncc:pageNormal": (1, 1, _WHOLE_NUMBER),
    "ncc:pageSpecial": (1, 1, _WHOLE_NUMBER),
    "ncc:tocItems": (1, 1, _WHOLE_NUMBER),
    "ncc:totalTime": (1, 1, _TIME),
    "ncc:multimediaType": (1, 1, "audioFullText|textPartAudio"),
    "ncc:footnotes": (0, 1, _WHOLE_NUMBER),
    "ncc:sidebars": (0, 1, _WHOLE_NUMBER),
    "ncc:prodNotes": (0, 1, _WHOLE_NUMBER),
    "ncc:setInfo": (0, 1, "1 of 1"),  # a set of several volumes lies in several folders; a folder is judged
    "ncc:depth": (0, 1, "[1-6]"),
    "ncc:files": (0, 1, _WHOLE_NUMBER),
    "ncc:kByteSize": (0, 1, _WHOLE_NUMBER),
    "ncc:maxPageNormal": (0, 1, _WHOLE_NUMBER),
    "ncc:generator": (0, 1, _ANY),
    "ncc:producer": (0, 1, _ANY),
    "ncc:producedDate": (0, 1, _DATE),
    "ncc:revision": (0, 1, _WHOLE_NUMBER),
    "ncc:revisionDate": (0, 1, _DATE),
    "ncc:sourceDate": (0, 1, _DATE),
    "ncc:sourceEdition": (0, 1, _ANY),
    "ncc:sourcePublisher": (0, 1, _ANY),
    "ncc:sourceRights": (0, 1, _ANY),
    "ncc:sourceTitle": (0, 1, _ANY),
    "ncc:narrator": (0, 0, _ANY),
}
_DUBLIN_CORE = frozenset(
    f"dc:{name}"
    for name in ("contributor", "coverage", "description", "relation", "rights", "source", "subject", "type")
)
_SPANS = {
    "ncc:pageFront": "page-front",
    "ncc:pageNormal": "page-normal",
    "ncc:pageSpecial": "page-special",
    "ncc:footnotes": "noteref",
    "ncc:sidebars": "sidebar",
    "ncc:prodNotes": "optional-prodnote",
}
_ROMAN_OR_INTEGER = re.compile(r"\d+|[ivxlcdm]+", re.IGNORECASE)
_LINK = re.compile(r".+\.smil#.+")
_ROUNDING_MS = 1000


def check_ncc(ncc: Markup, edition: Edition, smils: Sequence[Smil]) -> Iterator[Notice]:
    """Check the whole file."""
    body = first(ncc.root, "body")
    places = body.children if body else ()
    yield from check_head(ncc)
    yield from _check_metadata(ncc)
    yield from _check_counts(ncc, places, edition)
    yield from _check_places(ncc, places)
    yield from _check_playing_order(ncc, places, smils)
    yield from _check_labels(ncc, places, edition, smils)
    yield from check_headings(ncc)
    yield from _check_total(ncc, smils)


def metadata(markup: Markup) -> dict[str, list[str]]:
    """Give the metadata of a head by name, in order."""
    found: dict[str, list[str]] = {}
    for meta in descendants(markup.root, "meta"):
        if meta.get("name"):
            found.setdefault(meta.get("name"), []).append(meta.get("content"))
    return found


def check_head(markup: Markup) -> Iterator[Notice]:
    """Check what every XHTML file of a book states about itself."""
    if not re.fullmatch(r"-//W3C//DTD XHTML 1\.0 (Transitional|Strict)//EN", markup.public_id):
        yield finding("E-204", markup.path, 1, markup.public_id)
    if not (markup.root.get("lang") and markup.root.get("xml:lang")):
        yield finding("E-205", markup.path, markup.root.line)
    title = first(markup.root, "title")
    if title is None or not title.text:
        yield finding("E-206", markup.path, markup.root.line)
    stated = [m for m in descendants(markup.root, "meta") if m.get("http-equiv").lower() == "content-type"]
    if not any("charset=utf-8" in meta.get("content").lower().replace(" ", "") for meta in stated):
        yield finding("E-207", markup.path, markup.root.line)


def _check_metadata(ncc: Markup) -> Iterator[Notice]:
    found = metadata(ncc)
    for name, (fewest, most, pattern) in _METADATA.items():
        values = found.get(name, [])
        if len(values) < fewest or (most and len(values) > most):
            yield finding("E-208", ncc.path, 1, f"{name}: {len(values)}")
        for value in values:
            if not re.fullmatch(pattern, value):
                yield finding("E-209", ncc.path, 1, f"{name}: {value}")
    for name in found:
        if name not in _METADATA and name not in _DUBLIN_CORE and not name.startswith("prod:"):
            yield finding("E-210", ncc.path, 1, name)


def _check_counts(ncc: Markup, places: Sequence[Element], edition: Edition) -> Iterator[Notice]:
    found = metadata(ncc)
    facts = {name: sum(kind in tokens(place, "class") for place in places) for name, kind in _SPANS.items()}
    levels = [int(place.name[1]) for place in places if place.name in HEADINGS]
    facts["ncc:tocItems"] = len(places)
    facts["ncc:depth"] = max(levels, default=0)
    pages = [int(place.text) for place in places if _is_page(place) and place.text.isdecimal()]
    facts["ncc:maxPageNormal"] = max(pages, default=0)
    facts["ncc:files"] = len(edition.files)
    for stated_size in found.get("ncc:kByteSize", []):
        if not _is_size(stated_size, sum(map(len, edition.files.values()))):
            yield finding("E-211", ncc.path, 1, f"ncc:kByteSize: {stated_size}")
    for name, fact in facts.items():
        stated = found.get(name, [])
        optional = name not in _METADATA or _METADATA[name][0] == 0
        # A count of notes has to be stated when there are notes; depth and files are only recommended.
        needed = name in _SPANS and fact > 0
        if (stated and stated[0] != str(fact)) or (not stated and optional and needed):
            yield finding(
                "E-211", ncc.path, 1, f"{name}: {', '.join(stated) or 'not stated'}, in fact {fact}"
            )


def _is_page(place: Element) -> bool:
    return "page-normal" in tokens(place, "class")


def _is_size(stated: str, size_bytes: int) -> bool:
    """Whether a number of kilobytes, of 1000 or of 1024 bytes each, is the size of a book."""
    return stated.isdecimal() and size_bytes // 1024 <= int(stated) <= -(-size_bytes // 1000)


def _check_places(ncc: Markup, places: Sequence[Element]) -> Iterator[Notice]:
    if not places or places[0].name != "h1" or "title" not in tokens(places[0], "class"):
        yield finding("E-212", ncc.path, places[0].line if places else 1)
    for place in places:
        if not _is_place(place):
            yield finding("E-213", ncc.path, place.line, f"{place.name} {place.get('class')} {place.text}")
        links = list(descendants(place, "a"))
        if not place.get("id") or len(links) != 1 or not _LINK.fullmatch(links[0].get("href")):
            yield finding("E-214", ncc.path, place.line, place.text)


def _is_place(place: Element) -> bool:
    kinds = tokens(place, "class")
    if place.name in HEADINGS:
        return True
    if place.name == "div":
        return "group" in kinds
    if "page-normal" in kinds:
        return place.name == "span" and place.text.isdecimal()
    if "page-front" in kinds:
        return place.name == "span" and bool(_ROMAN_OR_INTEGER.fullmatch(place.text))
    return place.name == "span" and bool(kinds & {"page-special", "noteref", "sidebar", "optional-prodnote"})


def _check_playing_order(ncc: Markup, places: Sequence[Element], smils: Sequence[Smil]) -> Iterator[Notice]:
    """Find places that stand before the place above them in the order in which the book plays."""
    order = {
        (smil.markup.path, id): (number, position)
        for number, smil in enumerate(smils)
        for position, id in enumerate(smil.ids)
    }
    reached = (0, -1)
    linked = set()
    for place in places:
        target = _target(ncc, place)
        position = order.get(target, reached) if target else reached
        linked.add(position[0])
        if position < reached:
            yield finding("E-215", ncc.path, place.line, place.text)
        reached = max(position, reached)
    for number, smil in enumerate(smils):
        if number not in linked:
            yield finding("E-216", smil.markup.path)


def _check_labels(
    ncc: Markup, places: Sequence[Element], edition: Edition, smils: Sequence[Smil]
) -> Iterator[Notice]:
    """Find headings of the NCC that do not read as the heading they lead to, and headings of the text not listed."""
    texts = {(smil.markup.path, id): text for smil in smils for id, text in smil.text_of.items()}
    paths = dict.fromkeys(clip.text.path for smil in smils for clip in smil.clips)
    documents = [markup for path in paths if (markup := edition.document(path)) is not None]
    above = {markup.path: lineage(markup.root) for markup in documents}
    listed = set()
    for place in (place for place in places if place.name in HEADINGS):
        target = _target(ncc, place)
        text = texts.get(target) if target else None
        voiced = edition.element(text) if text else None
        heading = _heading_at(voiced, above.get(text.path, {})) if text and voiced else None
        listed.add(heading)
        if heading is not None and not is_label(place.text, heading):
            yield finding("E-217", ncc.path, place.line, f"{place.text} / {heading.text}")
        if heading is not None and place.name != heading.name:
            yield finding("E-144", ncc.path, place.line, place.text)
    for markup, heading in every_heading(documents):
        if heading not in listed:
            yield finding("E-218", markup.path, heading.line, heading.text)


def _heading_at(voiced: Element, above: Mapping[Element, Element]) -> Element | None:
    """Give the heading that a voiced element stands in, is or holds."""
    around = (element for element in ancestors(voiced, above) if element.name in HEADINGS)
    return next(around, None) or heading_of(voiced)


def _check_total(ncc: Markup, smils: Sequence[Smil]) -> Iterator[Notice]:
    stated = metadata(ncc).get("ncc:totalTime", [""])[0]
    clock = parse_clock(stated)
    total = sum((smil.plays_ms for smil in smils), Fraction(0))
    if clock is not None and abs(clock - total) >= _ROUNDING_MS:
        yield finding("E-219", ncc.path, 1, f"{stated}, in fact {float(total) / 1000:.3f} s")


def _target(ncc: Markup, place: Element) -> tuple[str, str] | None:
    link = first(place, "a")
    target = resolve(ncc.path, link.get("href")) if link is not None and link.get("href") else None
    return (target.path, target.fragment) if target else None
