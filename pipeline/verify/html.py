"""The judge of the plain HTML page with its audio.

In: the files of one folder and how long each sound file plays. Out: findings (checklist "HTML" of docs/verify.md). Law:
reads finished files only; shares no code with the writers.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from pipeline.model.source import Notice
from pipeline.verify.dates import check_dates
from pipeline.verify.edition import Edition, check_links, open_edition, resolve
from pipeline.verify.findings import finding
from pipeline.verify.headings import (
    HEADINGS,
    check_headings,
    check_nesting,
    heading_of,
    is_label,
    words_of_heading,
)
from pipeline.verify.language import check_language, check_marked_words
from pipeline.verify.markup import Element, Markup, ancestors, descendants, first, lineage, tokens
from pipeline.verify.mp3_frames import check_frames
from pipeline.verify.note_marks import is_mark_of
from pipeline.verify.pages import COLOPHON, check_pages, check_title
from pipeline.verify.styles import check_styles

PAGE = "index.html"
_EMPTY_LINKS = frozenset({"", "here", "click here", "link", "this link", "more", "read more", "download"})
_STYLE = re.compile(
    r"unicode-bidi|(?<![-\w])direction\s*:|text-align\s*:\s*justify|font-size\s*:\s*[\d.]+\s*(?:px|pt)"
    r"|(?<!max-)width\s*:\s*[\d.]+\s*(?:px|pt|cm)|white-space\s*:\s*nowrap|outline\s*:\s*(?:0(?![.\d])|none)",
    re.IGNORECASE,
)
_LOADED = {"script": "src", "img": "src", "iframe": "src", "audio": "src", "source": "src", "video": "src"}
_LENGTH = re.compile(r"(\d+) (hour|minute|second)s?")
_UNITS_MS = {"hour": 3_600_000, "minute": 60_000, "second": 1000}
_ROUNDING_MS = 1000
_OUTSIDE = re.compile(r"@import|url\(", re.IGNORECASE)


def check_html(
    files: Mapping[str, bytes], durations: Mapping[str, int], *, today: date
) -> tuple[Notice, ...]:
    """Check a folder; `durations` gives milliseconds for every sound file that can be decoded."""
    edition, findings = open_edition(files, durations)
    page = edition.document(PAGE)
    if page is None:
        return (*findings, finding("E-701", PAGE))
    return (*findings, *_check(page, edition), *check_dates(edition, today))


def _check(page: Markup, edition: Edition) -> Iterator[Notice]:
    yield from check_links(edition)
    yield from check_pages(edition)
    yield from check_styles(edition)
    yield from check_frames(edition)
    yield from check_headings(page)
    yield from check_language(page)
    yield from check_marked_words([page])
    yield from _check_head(page)
    yield from _check_ways_in(page)
    yield from _check_contents(page, edition)
    nav = first(page.root, "nav")
    yield from check_nesting(edition, page, nav) if nav else ()
    yield from _check_colophon(page)
    yield from check_title(page, [each.text for each in descendants(page.root, "h1")])
    yield from _check_players(page, edition)
    yield from _check_notes(page, edition)
    yield from _check_links(page)
    yield from _check_independence(page, edition)


def _check_head(page: Markup) -> Iterator[Notice]:
    metas = list(descendants(page.root, "meta"))
    title = first(page.root, "title")
    view = next((meta.get("content") for meta in metas if meta.get("name") == "viewport"), "")
    frozen = re.search(r"user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*[01](?![\d])", view)
    whole = {
        "document type": page.doctype and not page.public_id,
        "charset": any(meta.get("charset").lower() == "utf-8" for meta in metas),
        "title": title is not None and bool(title.text),
        "viewport": "width=device-width" in view and not frozen,
    }
    for name, good in whole.items():
        if not good:
            yield finding("E-702", page.path, 1, name)


def _check_ways_in(page: Markup) -> Iterator[Notice]:
    """Find what a screen reader jumps to: one main, one h1, and a first link that leads into the text."""
    mains = list(descendants(page.root, "main"))
    body = first(page.root, "body")
    links = list(descendants(body, "a")) if body else []
    leads = links[0].get("href").removeprefix("#") if links else ""
    heads = list(descendants(page.root, "h1"))
    if len(mains) != 1 or len(heads) != 1 or not leads or leads != mains[0].get("id"):
        yield finding("E-703", page.path, 1, f"{len(mains)} main, {len(heads)} h1, first link to {leads}")


def _check_contents(page: Markup, edition: Edition) -> Iterator[Notice]:
    nav, main = first(page.root, "nav"), first(page.root, "main")
    listed = []
    for link in descendants(nav, "a") if nav else ():
        target = resolve(page.path, link.get("href"))
        element = edition.element(target) if target else None
        heading = heading_of(element) if element else None
        listed.append(heading)
        if heading is None or not is_label(link.text, heading):
            yield finding("E-704", page.path, link.line, link.text)
    headings = list(descendants(main, *HEADINGS)) if main else []
    if [heading for heading in listed if heading] != headings:
        yield finding(
            "E-704", page.path, nav.line if nav else 1, f"{len(listed)} of {len(headings)} headings"
        )


def _check_colophon(page: Markup) -> Iterator[Notice]:
    """Find a section about the edition that says another title than the head of the page."""
    title = first(page.root, "title")
    for part in descendants(page.root):
        if part.get("id") == COLOPHON and title is not None and title.text not in part.text:
            yield finding("E-711", page.path, part.line, title.text)


def _check_players(page: Markup, edition: Edition) -> Iterator[Notice]:
    """Find sections whose sound cannot be played, and players without controls, name, or another way to the sound."""
    used = []
    above = lineage(page.root)
    links = {link.get("href") for link in descendants(page.root, "a")}
    for player in descendants(page.root, "audio"):
        used.append(player.get("src"))
        yield from _check_section(player, page, above, edition)
        silent = "controls" not in player.attributes or not player.get("aria-label")
        beside = {link.get("href") for link in descendants(above[player], "a")}
        led = bool(player.attributes.keys() & {"autoplay", "muted", "loop"})
        if silent or led or player.get("src") not in (beside or links):
            yield finding("E-705", page.path, player.line, player.get("src"))
        if player.get("src") in edition.files and player.get("src") not in edition.durations_ms:
            yield finding("E-109", player.get("src"))
    for path in edition.files:
        if path.endswith(".mp3") and path not in used:
            yield finding("E-110", path)
    if len(set(used)) != len(used):
        yield finding("E-705", page.path, 1, " ".join(used))


def _check_section(
    player: Element, page: Markup, above: Mapping[Element, Element], edition: Edition
) -> Iterator[Notice]:
    """Find a player, or a link beside it, that names another section than its own or another length."""
    sections = (outer for outer in ancestors(player, above) if outer.name == "section")
    heading = next((found for each in sections if (found := first(each, *HEADINGS))), None)
    links = descendants(above[player], "a")
    named = [
        player.get("aria-label"),
        *(each.text for each in links if each.get("href") == player.get("src")),
    ]
    names = {heading.get("aria-label") or words_of_heading(heading)} if heading is not None else set()
    length_ms = edition.durations_ms.get(player.get("src"))
    for words in named:
        stated_ms = _length_ms(words)
        late = stated_ms is not None and length_ms is not None and abs(stated_ms - length_ms) > _ROUNDING_MS
        if late or not any(name in words for name in names):
            yield finding("E-710", page.path, player.line, words)


def _length_ms(words: str) -> int | None:
    """Give the length that a label ends with, in words; None when it ends with something else."""
    parts = _LENGTH.findall(words.rpartition(",")[2])
    return sum(int(number) * _UNITS_MS[unit] for number, unit in parts) if parts else None


def _check_notes(page: Markup, edition: Edition) -> Iterator[Notice]:
    wanted: dict[Element, set[Element]] = {}
    for reference in descendants(page.root, "a"):
        if "doc-noteref" not in tokens(reference, "role"):
            continue
        target = resolve(page.path, reference.get("href"))
        note = edition.element(target) if target else None
        if (
            note is None
            or "doc-footnote" not in tokens(note, "role")
            or not is_mark_of(reference.text, note.text)
        ):
            yield finding("E-706", page.path, reference.line, reference.text)
        else:
            wanted.setdefault(note, set()).add(reference)
    for note in descendants(page.root):
        if "doc-footnote" not in tokens(note, "role"):
            continue
        links = [link for link in descendants(note, "a") if "doc-backlink" in tokens(link, "role")]
        targets = [resolve(page.path, link.get("href")) for link in links]
        back = {edition.element(target) for target in targets if target}
        if back != wanted.get(note, set()) or not all(link.get("aria-label") for link in links):
            yield finding("E-706", page.path, note.line, note.text[:40])


def _check_links(page: Markup) -> Iterator[Notice]:
    for link in descendants(page.root, "a"):
        if (link.get("aria-label") or link.text).strip(" .").lower() in _EMPTY_LINKS:
            yield finding("E-707", page.path, link.line, link.get("href"))
    for picture in descendants(page.root, "img"):
        if "alt" not in picture.attributes:
            yield finding("E-334", page.path, picture.line, picture.get("src"))


def _check_independence(page: Markup, edition: Edition) -> Iterator[Notice]:
    """Find scripts, things loaded from elsewhere, and styles that zoom and large print cannot bear."""
    for element in descendants(page.root):
        outside = element.name in _LOADED and resolve(page.path, element.get(_LOADED[element.name])) is None
        scripted = element.name == "script" or any(name.startswith("on") for name in element.attributes)
        scripted = scripted or (element.name == "meta" and element.get("http-equiv").lower() == "refresh")
        if outside or scripted or (element.name == "link" and element.get("href")):
            yield finding("E-708", page.path, element.line, element.name)
    styles = [each.text for each in descendants(page.root, "style")]
    styles += [each.get("style") for each in descendants(page.root) if each.get("style")]
    styles += [
        content.decode("utf-8", "replace") for path, content in edition.files.items() if path.endswith(".css")
    ]
    for text in styles:
        if _OUTSIDE.search(text):
            yield finding("E-708", page.path, 1, "style")
        for match in _STYLE.finditer(text):
            yield finding("E-709", page.path, 1, match.group())
