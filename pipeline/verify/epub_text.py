"""The content documents of an EPUB.

In: edition, package, overlays. Out: findings about words that are not heard, notes and their ways there and back,
roles, headings, languages, style and links that say nothing.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from pipeline.model.source import Notice
from pipeline.verify.coverage import Hearing, check_coverage
from pipeline.verify.edition import Edition, resolve
from pipeline.verify.epub_overlays import Overlay
from pipeline.verify.epub_package import Package
from pipeline.verify.findings import finding
from pipeline.verify.headings import check_headings
from pipeline.verify.language import check_language, check_marked_words, check_stated_languages
from pipeline.verify.markup import Element, Markup, descendants, first, tokens
from pipeline.verify.note_marks import is_mark_of, is_note_mark
from pipeline.verify.pages import check_title
from pipeline.verify.words import words_in

_NOTES = frozenset({"footnote", "endnote"})
_SILENT = frozenset({"pullquote", "pagebreak", "backlink", "doc-backlink"})
# epub:type -> the role of DPUB-ARIA that says the same to a screen reader (checklist "EPUB", nav and notes).
_ROLES = {
    "noteref": "doc-noteref",
    "footnote": "doc-footnote",
    "pagebreak": "doc-pagebreak",
    "backlink": "doc-backlink",
    "pullquote": "doc-pullquote",
    "chapter": "doc-chapter",
    "dedication": "doc-dedication",
    "abstract": "doc-abstract",
    "epigraph": "doc-epigraph",
    "subtitle": "doc-subtitle",
    "colophon": "doc-colophon",
    "toc": "doc-toc",
    "page-list": "doc-pagelist",
}
_TYPES = {role: kind for kind, role in _ROLES.items() if kind != "backlink"}
"""The other way round; a link back has a role and need not have a type."""
_COVER = "Cover"
_EMPTY_LINKS = frozenset({"", "here", "click here", "link", "this link", "more", "read more"})
_STYLE = re.compile(
    r"unicode-bidi|(?<![-\w])direction\s*:|text-align\s*:\s*justify|font-size\s*:\s*[\d.]+\s*(?:px|pt)"
    r"|(?<![-\w])width\s*:\s*[\d.]+\s*(?:px|pt|cm)",
    re.IGNORECASE,
)


def check_texts(edition: Edition, package: Package, overlays: Sequence[Overlay]) -> Iterator[Notice]:
    """Check every document of the spine."""
    documents = [edition.documents[path] for path in package.spine]
    voiced = {
        element for o in overlays for clip in o.clips if (element := edition.element(clip.text)) is not None
    }
    claimed = "synchronizedAudioText" in package.values("schema:accessibilityFeature")
    for markup in documents:
        yield from check_headings(markup)
        yield from check_language(markup)
        yield from _check_roles(markup)
        yield from _check_links(markup)
        yield from _check_pictures(markup)
        yield from _check_title(markup)
        yield from check_title(markup, (*package.values("dc:title"), _COVER))
        code = "E-324" if claimed else "E-325"
        if overlays and markup.path in package.papers:
            yield from _check_cover_heard(markup, voiced, code)
        elif overlays and markup.path != package.navigation:
            yield from check_coverage(markup, _hearing(markup, voiced), code)
    yield from _check_notes(edition, documents)
    yield from check_marked_words(documents)
    yield from check_stated_languages(documents, package.values("dc:language"), package.markup.path)
    navigation = edition.document(package.navigation)
    if navigation is not None and navigation not in documents:
        yield from _check_roles(navigation)
        yield from _check_title(navigation)
        yield from check_language(navigation)
    yield from _check_style(edition, package, documents)


def _check_cover_heard(cover: Markup, voiced: Collection[Element], code: str) -> Iterator[Notice]:
    """Find words on the cover that are heard nowhere in the book: title page and colophon should say them."""
    heard = {_COVER, *words_in(" ".join(element.text for element in voiced))}
    for picture in descendants(cover.root, "img"):
        if unheard := [word for word in words_in(picture.get("alt")) if word not in heard]:
            yield finding(code, cover.path, picture.line, " ".join(unheard))


def _hearing(markup: Markup, voiced: Collection[Element]) -> Hearing:
    """Say what need not be heard: navigation, page breaks, repeated sentences, links back, the signs of notes."""
    every = list(descendants(markup.root))
    notes = {each for each in every if tokens(each, "epub:type", "role") & {*_NOTES, "doc-footnote"}}
    in_notes = {inner for note in notes for inner in descendants(note)}

    def silent(element: Element) -> bool:
        if element.name == "nav" or tokens(element, "epub:type", "role") & _SILENT:
            return True
        return element in in_notes and is_note_mark(element.text)

    return Hearing(voiced=voiced, notes=notes, silent=silent)


def _check_roles(markup: Markup) -> Iterator[Notice]:
    landmarks = [nav for nav in descendants(markup.root, "nav") if "landmarks" in tokens(nav, "epub:type")]
    pointers = {link for nav in landmarks for link in descendants(nav, "a")}
    for element in descendants(markup.root):
        if element in pointers:  # it has the type of what it points at
            continue
        for kind in sorted(tokens(element, "epub:type")):
            if kind in _ROLES and _ROLES[kind] not in tokens(element, "role"):
                yield finding("E-326", markup.path, element.line, f"{kind} {element.get('id')}")
        for role in sorted(tokens(element, "role")):
            if role in _TYPES and _TYPES[role] not in tokens(element, "epub:type"):
                yield finding("E-326", markup.path, element.line, f"{role} {element.get('id')}")
    for page in descendants(markup.root):
        if "pagebreak" in tokens(page, "epub:type") and not (page.get("aria-label") or page.get("title")):
            yield finding("E-327", markup.path, page.line, page.get("id"))
    for repeated in descendants(markup.root):
        if "pullquote" in tokens(repeated, "epub:type") and repeated.get("aria-hidden") != "true":
            yield finding("E-369", markup.path, repeated.line, repeated.text[:80])


def _check_notes(edition: Edition, documents: Sequence[Markup]) -> Iterator[Notice]:
    """Follow each reference to its note and each note back to all its references."""
    wanted: dict[Element, set[Element]] = {}
    for markup in documents:
        for reference in descendants(markup.root):
            if "noteref" not in tokens(reference, "epub:type"):
                continue
            target = resolve(markup.path, reference.get("href"))
            note = edition.element(target) if target else None
            if note is None or not tokens(note, "epub:type") & _NOTES:
                yield finding("E-328", markup.path, reference.line, reference.text)
                continue
            if not is_mark_of(reference.text, note.text):
                yield finding("E-329", markup.path, reference.line, f"{reference.text} / {note.text[:40]}")
            wanted.setdefault(note, set()).add(reference)
    for markup in documents:
        yield from _check_ways_back(edition, markup, wanted)


def _check_ways_back(
    edition: Edition, markup: Markup, wanted: dict[Element, set[Element]]
) -> Iterator[Notice]:
    for note in descendants(markup.root):
        if not tokens(note, "epub:type") & _NOTES:
            continue
        if note not in wanted:
            yield finding("E-330", markup.path, note.line, note.text[:40])
        links = [
            link
            for link in descendants(note, "a")
            if tokens(link, "role", "epub:type") & {"doc-backlink", "backlink"}
        ]
        targets = [resolve(markup.path, link.get("href")) for link in links]
        back = {edition.element(target) for target in targets if target}
        if back != wanted.get(note, set()):
            yield finding("E-331", markup.path, note.line, note.text[:40])
        for link in links:
            label = link.get("aria-label")
            if not label and is_note_mark(link.text):
                yield finding("E-332", markup.path, link.line, link.text)
            marks = [word for word in label.replace(",", " ").split() if is_mark_of(word, note.text)]
            if label and not marks and any(word.isdigit() for word in label.split()):
                yield finding("E-364", markup.path, link.line, label)


def _check_links(markup: Markup) -> Iterator[Notice]:
    for link in descendants(markup.root, "a"):
        says = (link.get("aria-label") or link.text).strip(" .").lower()
        if link.get("href") and says in _EMPTY_LINKS:
            yield finding("E-333", markup.path, link.line, link.text)


def _check_pictures(markup: Markup) -> Iterator[Notice]:
    for picture in descendants(markup.root, "img"):
        if "alt" not in picture.attributes:
            yield finding("E-334", markup.path, picture.line, picture.get("src"))


def _check_title(markup: Markup) -> Iterator[Notice]:
    title = first(markup.root, "title")
    if title is None or not title.text:
        yield finding("E-350", markup.path, markup.root.line)


def _check_style(edition: Edition, package: Package, documents: Sequence[Markup]) -> Iterator[Notice]:
    sheets = [
        (resource.path, edition.files[resource.path].decode("utf-8", "replace"))
        for resource in package.resources.values()
        if resource.media_type == "text/css" and resource.path in edition.files
    ]
    for markup in documents:
        style = first(markup.root, "style")
        inline = [each.get("style") for each in descendants(markup.root) if each.get("style")]
        sheets.append((markup.path, "\n".join([style.text if style else "", *inline])))
    for path, text in sheets:
        for match in _STYLE.finditer(text):
            yield finding("E-335", path, text.count("\n", 0, match.start()) + 1, match.group())
