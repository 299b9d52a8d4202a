"""The text of a DAISY 2.02 book: its XHTML 1.0 content documents.

In: the edition and its SMIL files. Out: findings about words that are not heard, notes that cannot be skipped or
reached, headings, languages, and links back to the sound.
"""

from collections.abc import Collection, Iterator, Sequence

from pipeline.model.source import Notice
from pipeline.verify.coverage import Hearing, check_coverage
from pipeline.verify.daisy202_ncc import check_head, metadata
from pipeline.verify.daisy202_smil import Smil
from pipeline.verify.edition import Edition, Target, is_styled, resolve
from pipeline.verify.findings import finding
from pipeline.verify.headings import HEADINGS, check_headings
from pipeline.verify.language import check_language, check_marked_words, check_stated_languages
from pipeline.verify.markup import Element, Markup, ancestors, descendants, lineage, tokens
from pipeline.verify.note_marks import is_mark_of, is_note_mark
from pipeline.verify.pages import check_title

_PAGES = frozenset({"page-front", "page-normal", "page-special"})


def check_texts(edition: Edition, smils: Sequence[Smil], ncc: str) -> Iterator[Notice]:
    """Check every content document that is voiced."""
    paths = dict.fromkeys(clip.text.path for smil in smils for clip in smil.clips)
    documents = [markup for path in paths if (markup := edition.document(path)) is not None]
    for path, markup in edition.documents.items():
        if path.endswith(".html") and path != ncc and path != "discinfo.html" and path not in paths:
            yield finding("E-232", markup.path)
    voiced = _voiced(edition, smils)
    styled = any(path.endswith(".css") for path in edition.files)
    for markup in documents:
        if styled and not is_styled(markup):
            yield finding("E-130", markup.path)
        yield from check_head(markup)
        yield from _check_metadata(markup)
        yield from check_title(markup, metadata(markup).get("dc:title", []))
        yield from check_headings(markup)
        yield from check_language(markup)
        yield from _check_heard(markup, edition, voiced)
        yield from _check_notes(markup, edition, smils)
        yield from _check_links_back(markup, edition, smils)
    yield from check_marked_words(documents)
    navigation = edition.document(ncc)
    if navigation is not None:
        yield from check_stated_languages(
            [*documents, navigation], metadata(navigation).get("dc:language", []), ncc
        )
        yield from _check_listed(navigation, documents)


def _check_listed(ncc: Markup, documents: Sequence[Markup]) -> Iterator[Notice]:
    """Compare what the NCC lists with what the texts hold: pages and note references, kind by kind."""
    for kind in (*sorted(_PAGES), "noteref"):
        listed = _texts_of(kind, [ncc])
        held = _texts_of(kind, documents)
        if listed != held:
            yield finding("E-241", ncc.path, 1, f"{kind}: {len(listed)} listed, {len(held)} in the text")


def _texts_of(kind: str, documents: Sequence[Markup]) -> list[str]:
    every = (element for markup in documents for element in descendants(markup.root))
    return [element.text for element in every if kind in tokens(element, "class")]


def _check_metadata(markup: Markup) -> Iterator[Notice]:
    found = metadata(markup)
    for name in ("dc:title", "dc:identifier", "dc:format"):
        if name not in found:
            yield finding("E-233", markup.path, 1, name)


def _check_heard(markup: Markup, edition: Edition, voiced: Collection[Element]) -> Iterator[Notice]:
    notes = {*_bodies(markup), *(note for _, note in _notes(markup, edition) if note is not None)}
    in_notes = {inner for note in notes for inner in descendants(note)}

    def silent(element: Element) -> bool:
        mark = element in in_notes and is_note_mark(element.text)
        return mark or bool(tokens(element, "class") & {"pullquote", *_PAGES})

    ncc = edition.document("ncc.html")
    partial = ncc is not None and metadata(ncc).get("ncc:multimediaType") == ["textPartAudio"]
    hearing = Hearing(voiced=voiced, notes=notes, silent=silent)
    yield from check_coverage(markup, hearing, "E-239" if partial else "E-234")


def _voiced(edition: Edition, smils: Sequence[Smil]) -> set[Element]:
    found = (edition.element(clip.text) for smil in smils for clip in smil.clips)
    return {element for element in found if element is not None}


def _bodies(markup: Markup) -> Iterator[Element]:
    """Yield what calls itself a note, named by a reference or not."""
    return (element for element in descendants(markup.root) if "notebody" in tokens(element, "class"))


def _notes(markup: Markup, edition: Edition) -> Iterator[tuple[Element, Element | None]]:
    """Yield each note reference with the note that it names."""
    for reference in descendants(markup.root):
        if "noteref" in tokens(reference, "class"):
            body = reference.get("bodyref")
            target = resolve(markup.path, body) if body else None
            yield reference, edition.element(target) if target else None


def _check_notes(markup: Markup, edition: Edition, smils: Sequence[Smil]) -> Iterator[Notice]:
    skippable, voiced = _skippable(edition, smils), _voiced(edition, smils)
    notes: set[Element] = set()
    pairs = dict(_notes(markup, edition))
    for reference, note in pairs.items():
        if note is None:
            yield finding("E-235", markup.path, reference.line, reference.text)
            continue
        if not is_mark_of(reference.text, note.text):
            yield finding("E-236", markup.path, reference.line, f"{reference.text} / {note.text[:40]}")
        for element in (note, *descendants(note)):
            notes.add(element)
            if element in voiced and element not in skippable:
                yield finding("E-237", markup.path, element.line, element.text[:80])
    for note in dict.fromkeys(note for note in pairs.values() if note is not None):
        targets = [resolve(markup.path, link.get("href")) for link in descendants(note, "a")]
        led = [edition.element(target) for target in targets if target]
        if any(each in pairs for each in led) and not any(each and pairs.get(each) is note for each in led):
            yield finding("E-244", markup.path, note.line, note.text[:40])
    orphans = [body for body in _bodies(markup) if body not in notes]
    orphaned = {inner for body in orphans for inner in (body, *descendants(body))}
    for body in orphans:
        yield finding("E-245", markup.path, body.line, body.text[:40])
    for element in descendants(markup.root):
        if element in skippable and element not in notes | orphaned:
            yield finding("E-242", markup.path, element.line, element.text[:80])


def _skippable(edition: Edition, smils: Sequence[Smil]) -> set[Element]:
    """Give the elements whose pars a listener can switch off as notes."""
    found: set[Element] = set()
    for smil in smils:
        for par in descendants(smil.markup.root, "par"):
            target = smil.text_of.get(par.get("id"))
            element = edition.element(target) if target else None
            if par.get("system-required") == "footnote-on" and element is not None:
                found.add(element)
    return found


def _check_links_back(markup: Markup, edition: Edition, smils: Sequence[Smil]) -> Iterator[Notice]:
    """Headings, pages and note references lead to the par that shows them (checklist, "Content document")."""
    texts = {Target(path=s.markup.path, fragment=id): text for s in smils for id, text in s.text_of.items()}
    above = lineage(markup.root)
    for element in descendants(markup.root):
        kinds = tokens(element, "class")
        if element.name not in HEADINGS and not kinds & _PAGES and "noteref" not in kinds:
            continue
        near = {*ancestors(element, above), *descendants(element)}
        links = [link for link in (element, *descendants(element)) if link.name == "a"]
        targets = [resolve(markup.path, link.get("href")) for link in links]
        shown = [edition.element(texts[target]) for target in targets if target in texts]
        if not any(each in near for each in shown):
            yield finding("E-238", markup.path, element.line, element.text[:80])
