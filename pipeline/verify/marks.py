"""What an edition prints, sign by sign, and how it marks it: all editions of a text must print and mark the same.

In: content documents (XHTML or DTBook) in reading order. Out: a Print of each edition, and findings about the edition
that differs from most others: punctuation, paragraphs, emphasis, language, direction, links, lists, tables. Law: what
formats dress differently (note signs, page numbers, separators) has one name here or none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from pipeline.model.source import Notice
from pipeline.verify.agreement import usual
from pipeline.verify.findings import finding
from pipeline.verify.headings import HEADINGS
from pipeline.verify.lists import signs_of_items
from pipeline.verify.markup import Element, Flaw, descendants, first, parse_markup, tokens

_BREAK = "\n"
_PAGE = "\f"
"""Before the number of a page, where signs are collected."""
_SHOWN = 30
"""Characters either side that a finding quotes."""
_UNPRINTED = frozenset({"head", "nav", "doctitle", "docauthor", "pagenum", "hr", "script", "style"})
_PAGE_CLASSES = frozenset({"page-front", "page-normal", "page-special"})
_UNPRINTED_CLASSES = frozenset({"player", "separator"}) | _PAGE_CLASSES
_BLOCKS = frozenset(
    {"p", "li", "th", "td", "div", "section", "aside", "blockquote", "note", "list", "ol", "ul", "table"}
    | {"linegroup", "poem", "figcaption", "caption", "main", "body", "book", *HEADINGS}
    | {f"level{depth}" for depth in range(1, 7)}
)
_KINDS = {"blockquote": "quotation", "th": "head of a table", "td": "table", "note": "note"} | dict.fromkeys(
    HEADINGS, "heading"
)
_CLASS_KINDS = {
    **dict.fromkeys(("note", "notebody", "footnote"), "note"),
    "pullquote": "pull quote",
    "supplied": "supplied heading",
}
_SECTIONS = ("section", "div", *(f"level{depth}" for depth in range(1, 7)))
_STYLES = frozenset({"em", "strong", "cite"})


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a reader is told of a stretch of signs."""

    kinds: frozenset[str] = frozenset()
    language: str = ""
    direction: str = "ltr"

    def __str__(self) -> str:
        return ", ".join([*sorted(self.kinds), self.language, self.direction])


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """All signs of an edition in order."""

    signs: str
    """Without white space; a line feed parts paragraphs."""
    marks: tuple[tuple[int, _Facts], ...]
    """Where a stretch begins that is marked otherwise than the one before."""
    pages: tuple[tuple[int, str], ...] = ()
    """Each page of the print edition: how many signs stand before it, and its number."""


def read_print(files: Mapping[str, bytes]) -> Print:
    """Read content documents in the order of `files`; broken files are left out."""
    signs: list[str] = []
    marks: list[tuple[int, _Facts]] = []
    pages: list[tuple[int, str]] = []
    length = breaks = 0
    for path, content in files.items():
        markup = parse_markup(path, content)
        if isinstance(markup, Flaw):
            continue
        body = first(markup.root, "main") or first(markup.root, "body", "book")
        if body is None:
            continue
        told = _told(_told(_Facts(), markup.root), first(markup.root, "body", "book") or body)
        for text, facts in chain(_stretches(body, told), [(_BREAK, told)]):
            if text.startswith(_PAGE):
                pages.append((length - breaks, text[1:]))
                continue
            kept = text if text == _BREAK else "".join(text.split())
            if kept == _BREAK and (not signs or signs[-1] == _BREAK):
                continue
            if kept and kept != _BREAK and (not marks or marks[-1][1] != facts):
                marks.append((length, facts))
            if kept:
                signs.append(kept)
                length += len(kept)
                breaks += kept == _BREAK
    return Print(signs="".join(signs), marks=tuple(marks), pages=tuple(pages))


def check_same_print(editions: Mapping[str, Print]) -> Iterator[Notice]:
    """Name each edition that prints or marks something otherwise than most; of equally many the first are right."""
    if not editions:
        return
    signs = usual(each.signs for each in editions.values())
    alike = {path: each for path, each in editions.items() if each.signs == signs}
    for path, each in editions.items():
        if each.signs != signs:
            place = _parting(each.signs, signs)
            yield finding("E-506", path, 1, f"{_quote(each.signs, place)} / {_quote(signs, place)}")
    marks = usual(each.marks for each in alike.values())
    for path, each in alike.items():
        if each.marks != marks:
            here, there = set(each.marks) - set(marks), set(marks) - set(each.marks)
            place, _ = min(here | there, key=lambda mark: mark[0])
            said = f"{_facts_at(each.marks, place)} / {_facts_at(marks, place)}"
            yield finding("E-507", path, 1, f"{_quote(each.signs, place)}: {said}")
    pages = usual(each.pages for each in alike.values())
    for path, each in alike.items():
        if each.pages != pages:
            _, number = min(set(each.pages) ^ set(pages))
            yield finding("E-515", path, 1, number)


def read_roles(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """Give what each section is called: the id of the section -> chapter, dedication ...; no role, no entry."""
    roles = {}
    for path, content in files.items():
        markup = parse_markup(path, content)
        for element in () if isinstance(markup, Flaw) else descendants(markup.root, *_SECTIONS):
            kinds = tokens(element, "epub:type", "class")
            headed = any(child.name in HEADINGS for child in element.children)
            if headed and element.get("id") and len(kinds) == 1:
                roles[element.get("id")] = next(iter(kinds))
    return roles


def check_same_roles(editions: Mapping[str, Mapping[str, str]]) -> Iterator[Notice]:
    """Compare what editions call their sections."""
    for id in dict.fromkeys(id for each in editions.values() for id in each):
        stated = {path: each[id] for path, each in editions.items() if id in each}
        same = usual(stated.values())
        for path, role in stated.items():
            if role != same:
                yield finding("E-511", path, 1, f"{id}: {role} / {same}")


def _parting(one: str, other: str) -> int:
    """Give the place of the first sign that differs."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _quote(signs: str, place: int) -> str:
    return signs[max(0, place - _SHOWN) : place + _SHOWN].replace(_BREAK, " | ")


def _facts_at(marks: tuple[tuple[int, _Facts], ...], place: int) -> str:
    return next((str(facts) for begin, facts in reversed(marks) if begin <= place), "nothing")


def _stretches(element: Element, told: _Facts) -> Iterator[tuple[str, _Facts]]:
    """Yield text with what is told of it; a line feed by itself parts paragraphs."""
    if _is_page(element):
        yield _PAGE + (element.get("aria-label") or element.text).rpartition(" ")[2], told
    if element.name in _UNPRINTED or tokens(element, "class") & _UNPRINTED_CLASSES:
        return
    if element.name in _BLOCKS:
        yield _BREAK, told
    signs = signs_of_items(element)
    for part in element.content:
        if isinstance(part, str):
            yield ("" if _is_arrow_back(element) else part), told
        elif part.name == "li":
            item = f"item {signs.get(part, '')}"
            yield from _stretches(part, _told(replace(told, kinds=told.kinds | {item}), part))
        else:
            yield from _stretches(part, _told(told, part))
    if element.name in _BLOCKS:
        yield _BREAK, told


def _is_arrow_back(element: Element) -> bool:
    """Whether a link back shows only a sign: where a note has several references, some formats have no second link."""
    return "doc-backlink" in tokens(element, "role") and not any(sign.isalnum() for sign in element.text)


def _is_page(element: Element) -> bool:
    """Whether a page of the print edition begins here."""
    kinds = tokens(element, "epub:type", "role", "class")
    return element.name == "pagenum" or bool(kinds & {"pagebreak", "doc-pagebreak", *_PAGE_CLASSES})


def _told(above: _Facts, element: Element) -> _Facts:
    """Add what an element says of itself to what is said around it."""
    kinds = set(above.kinds)
    kinds |= {_KINDS[element.name]} if element.name in _KINDS else set()
    kinds |= {_CLASS_KINDS[name] for name in tokens(element, "class") & _CLASS_KINDS.keys()}
    kinds |= {element.name} & _STYLES
    if element.name == "abbr":
        kinds.add(f"short for {element.get('title')}")
    if element.get("cite"):
        kinds.add(f"from {element.get('cite')}")
    if ":" in element.get("href"):
        kinds.add(f"link to {element.get('href')}")
    return _Facts(
        kinds=frozenset(kinds),
        language=element.get("xml:lang") or element.get("lang") or above.language,
        direction=element.get("dir") or above.direction,
    )
