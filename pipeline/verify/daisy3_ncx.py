"""The NCX of a DAISY 3 book: headings, pages and notes that a listener jumps to.

In: edition, package, SMIL files. Out: findings about its counts, its order, its words and its sounds against the text.
Rules: checklist "NCX".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pipeline.model.source import Notice
from pipeline.verify.clips import Clip, parse_clock
from pipeline.verify.daisy3_package import Package
from pipeline.verify.daisy3_smil import Smil
from pipeline.verify.edition import Edition, Target, resolve
from pipeline.verify.findings import finding
from pipeline.verify.headings import HEADINGS, is_label
from pipeline.verify.markup import Element, Markup, ancestors, descendants, first, lineage
from pipeline.verify.note_marks import is_mark_of

_METAS = ("dtb:uid", "dtb:depth", "dtb:totalPageCount", "dtb:maxPageNumber", "dtb:generator")
_ENTRIES = ("navPoint", "pageTarget", "navTarget")
_LISTS = ("pageList", "navList")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What the text and the SMIL files say of places."""

    headings: Mapping[Element, int]
    """Heading -> its depth."""
    pages: tuple[Element, ...]
    notes: tuple[Element, ...]
    shown: Mapping[Target, Element]
    """Place in a SMIL file -> the heading, page or note that is played there."""
    order: Mapping[Target, int]
    clips: Mapping[Target, Clip]
    """Place -> its first clip."""


def check_ncx(edition: Edition, package: Package, smils: Sequence[Smil]) -> Iterator[Notice]:
    """Check the NCX; that there is one, the package's rules see to."""
    book = _read_book(edition, package, smils)
    for ncx in edition.with_suffix(".ncx"):
        yield from _check_head(ncx, book, package)
        yield from _check_frame(ncx, package)
        yield from _check_entries(ncx)
        yield from _check_order(ncx, book)
        yield from _check_headings(ncx, book)
        yield from _check_lists(ncx, book)
        yield from _check_sounds(ncx, book)


def _read_book(edition: Edition, package: Package, smils: Sequence[Smil]) -> _Book:
    texts = package.texts(edition)
    above = {element: outer for text in texts for element, outer in lineage(text.root).items()}
    shown: dict[Target, Element] = {}
    order: dict[Target, int] = {}
    clips: dict[Target, Clip] = {}
    for smil in smils:
        own = {clip.par_id: clip for clip in reversed(smil.clips)}
        for element in descendants(smil.markup.root, "par", "seq"):
            place = Target(path=smil.markup.path, fragment=element.get("id"))
            order[place] = len(order)
            ids = (each.get("id") for each in (element, *descendants(element, "par")))
            heard = next((own[id] for id in ids if id in own), None)
            if heard is not None:
                clips[place] = heard
            target = smil.shown.get(element.get("id"))
            meant = edition.element(target) if target else None
            if meant is not None:
                shown[place] = _meant(meant, above)
    for text in texts:
        for note in descendants(text.root, "note"):
            target = resolve(text.path, note.get("smilref")) if note.get("smilref") else None
            if target:
                shown[target] = note
    every = [element for text in texts for element in descendants(text.root)]
    return _Book(
        headings={each: int(each.name[1]) for each in every if each.name in HEADINGS},
        pages=tuple(each for each in every if each.name == "pagenum"),
        notes=tuple(each for each in every if each.name == "note" and each.get("smilref")),
        shown=shown,
        order=order,
        clips=clips,
    )


def _meant(element: Element, above: Mapping[Element, Element]) -> Element:
    """Give the heading around an element, or the element."""
    around = (outer for outer in ancestors(element, above) if outer.name in HEADINGS)
    return next(around, element)


def _check_head(ncx: Markup, book: _Book, package: Package) -> Iterator[Notice]:
    stated: dict[str, list[str]] = {}
    for meta in descendants(ncx.root, "meta"):
        stated.setdefault(meta.get("name"), []).append(meta.get("content"))
        if meta.get("name").startswith("dtb:") and meta.get("name") not in _METAS:
            yield finding("E-610", ncx.path, meta.line, meta.get("name"))
    numbers = [int(page.get("value")) for page in descendants(ncx.root, "pageTarget") if _is_number(page)]
    facts = {
        "dtb:depth": str(max(book.headings.values(), default=0)),
        "dtb:totalPageCount": str(len(book.pages)),
        "dtb:maxPageNumber": str(max(numbers, default=0)),
    }
    for name in _METAS:
        values = stated.get(name, [])
        if len(values) != 1 or not values[0].strip() or values[0] != facts.get(name, values[0]):
            shown = ", ".join(values) or "not stated"
            yield finding("E-630", ncx.path, 1, f"{name}: {shown}, in fact {facts.get(name, 'one')}")
    for value in stated.get("dtb:uid", []):
        if value != package.identifier:
            yield finding("E-614", ncx.path, 1, value)


def _is_number(page: Element) -> bool:
    return page.get("value").isascii() and page.get("value").isdecimal()


def _check_frame(ncx: Markup, package: Package) -> Iterator[Notice]:
    title = first(ncx.root, "docTitle")
    if title is None or not title.text:
        yield finding("E-631", ncx.path, 1, "docTitle")
    elif title.text not in package.metadata.get("dc:Title", ()):
        yield finding("E-614", ncx.path, title.line, title.text)
    for author in descendants(ncx.root, "docAuthor"):
        if author.text not in package.metadata.get("dc:Creator", ()):
            yield finding("E-652", ncx.path, author.line, author.text)
    if first(ncx.root, "navMap") is None:
        yield finding("E-631", ncx.path, 1, "navMap")
    for each in descendants(ncx.root, *_LISTS):
        if not any(child.name == "navLabel" and child.text for child in each.children):
            yield finding("E-631", ncx.path, each.line, each.name)


def _check_entries(ncx: Markup) -> Iterator[Notice]:
    for entry in descendants(ncx.root, *_ENTRIES):
        label = next((child for child in entry.children if child.name == "navLabel"), None)
        content = next((child for child in entry.children if child.name == "content"), None)
        link = content.get("src") if content else ""
        if not entry.get("id") or label is None or not label.text or ".smil#" not in link:
            yield finding("E-632", ncx.path, entry.line, entry.get("id"))


def _check_order(ncx: Markup, book: _Book) -> Iterator[Notice]:
    """Compare the numbers with the places, and each list with the order in which the book plays."""
    numbers: dict[str, set[str]] = {}
    places: dict[str, set[str]] = {}
    for entry in descendants(ncx.root, *_ENTRIES):
        link = _link(entry)
        numbers.setdefault(entry.get("playOrder"), set()).add(link)
        places.setdefault(link, set()).add(entry.get("playOrder"))
    counted = {str(number) for number in range(1, len(places) + 1)}
    if set(numbers) != counted or any(len(each) > 1 for each in (*numbers.values(), *places.values())):
        yield finding("E-633", ncx.path, 1, " ".join(sorted(set(numbers) ^ counted)))
    else:
        ordered = sorted(numbers, key=int)
        positions = [_position(ncx, next(iter(numbers[number])), book) for number in ordered]
        for number, before, after in zip(ordered[1:], positions, positions[1:], strict=False):
            if after < before:
                yield finding("E-633", ncx.path, 1, number)
    for root in descendants(ncx.root, "navMap", *_LISTS):
        reached = -1
        for entry in descendants(root, *_ENTRIES):
            position = _position(ncx, _link(entry), book)
            if 0 <= position < reached:
                yield finding("E-634", ncx.path, entry.line, entry.get("id"))
            reached = max(position, reached)


def _link(entry: Element) -> str:
    return next((child.get("src") for child in entry.children if child.name == "content"), "")


def _position(ncx: Markup, link: str, book: _Book) -> int:
    target = resolve(ncx.path, link)
    return book.order.get(target, -1) if target else -1


def _place(ncx: Markup, entry: Element) -> Target | None:
    return resolve(ncx.path, _link(entry))


def _check_headings(ncx: Markup, book: _Book) -> Iterator[Notice]:
    above = lineage(ncx.root)
    listed: dict[Element, int] = {}
    for entry in descendants(ncx.root, "navPoint"):
        place = _place(ncx, entry)
        heading = book.shown.get(place) if place else None
        label = _label(entry)
        if heading is None or heading not in book.headings or not is_label(label, heading):
            yield finding("E-635", ncx.path, entry.line, label)
        else:
            listed[heading] = sum(outer.name == "navPoint" for outer in ancestors(entry, above))
    for heading, depth in book.headings.items():
        if listed.get(heading) != depth:
            yield finding("E-636", ncx.path, 1, heading.text)


def _label(entry: Element) -> str:
    return next((child.text for child in entry.children if child.name == "navLabel"), "")


def _check_lists(ncx: Markup, book: _Book) -> Iterator[Notice]:
    pages, notes = [], []
    for entry in descendants(ncx.root, "pageTarget", "navTarget"):
        place = _place(ncx, entry)
        meant = book.shown.get(place) if place else None
        if meant is None:
            continue
        if entry.name == "pageTarget":
            pages.append(meant)
            kind = meant.get("page") or "normal"
            wrong = kind == "normal" and entry.get("value") not in {"", meant.text}
            if entry.get("type") != kind or _label(entry) != meant.text or wrong:
                yield finding("E-637", ncx.path, entry.line, f"{entry.get('type')} {_label(entry)}")
        else:
            notes.append(meant)
            if meant.name == "note" and not _names_note(_label(entry), meant):
                yield finding("E-635", ncx.path, entry.line, _label(entry))
    pairs = [
        (entry.get("type"), entry.get("value"))
        for entry in descendants(ncx.root, "pageTarget")
        if entry.get("value")
    ]
    if pages != list(book.pages) or len(set(pairs)) != len(pairs):
        yield finding("E-637", ncx.path, 1, f"{len(pages)} listed, {len(book.pages)} in the text")
    if notes != list(book.notes):
        yield finding("E-638", ncx.path, 1, f"{len(notes)} listed, {len(book.notes)} in the text")


def _names_note(label: str, note: Element) -> bool:
    """Whether a label ends with the sign that the note begins with."""
    return bool(label) and is_mark_of(label.split()[-1], note.text)


def _check_sounds(ncx: Markup, book: _Book) -> Iterator[Notice]:
    """Find labels that are silent though their place is heard, and labels that sound like another place."""
    for entry in descendants(ncx.root, "navPoint", "navTarget"):
        place = _place(ncx, entry)
        clip = book.clips.get(place) if place else None
        label = next((child for child in entry.children if child.name == "navLabel"), None)
        audio = first(label, "audio") if label else None
        if clip is None:
            continue
        heard = _heard(ncx, audio) if audio is not None else None
        if heard != (clip.sound, clip.begin_ms, clip.end_ms):
            yield finding("E-639", ncx.path, entry.line, entry.get("id"))
    known = {(clip.sound, clip.begin_ms, clip.end_ms) for clip in book.clips.values()}
    for named in descendants(ncx.root, "docTitle", "docAuthor"):
        for audio in descendants(named, "audio"):
            if _heard(ncx, audio) not in known:
                yield finding("E-639", ncx.path, audio.line, named.text)


def _heard(ncx: Markup, audio: Element) -> tuple[str, Fraction | None, Fraction | None]:
    """Give file, begin and end of the sound of a label."""
    target = resolve(ncx.path, audio.get("src"))
    begin, end = parse_clock(audio.get("clipBegin")), parse_clock(audio.get("clipEnd"))
    return target.path if target else "", begin, end
