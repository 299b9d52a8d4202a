"""Whether everything that is printed is also heard, once and in the order of the text.

In: clips in playing order and the text documents they point at. Out: findings under the code the caller names (the
editions have different rules for what may stay silent).
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.source import Notice
from pipeline.verify.clips import Clip
from pipeline.verify.edition import Edition
from pipeline.verify.findings import finding
from pipeline.verify.language import BODIES, is_hebrew
from pipeline.verify.markup import Element, Markup, ancestors, descendants, first, lineage
from pipeline.verify.note_marks import is_note_mark

_SHOWN = 80
"""Characters of a silent passage that a finding quotes."""
_SIGNATURE_WORDS = 3
"""Translator's note."""
_BLOCKS = frozenset({"p", "div", "li", "td", "blockquote"})


def check_order(clips: Sequence[Clip], edition: Edition, code: str) -> Iterator[Notice]:
    """Find clips that voice something which stands before what was voiced just now, in the same text file."""
    places = {
        path: {element: place for place, element in enumerate(descendants(markup.root))}
        for path, markup in edition.documents.items()
    }
    reached: dict[str, int] = {}
    for clip in clips:
        element = edition.element(clip.text)
        if element is None:
            continue
        place = places[clip.text.path].get(element, 0)
        if place < reached.get(clip.text.path, 0):
            yield finding(code, clip.path, clip.line, clip.text.fragment)
        reached[clip.text.path] = max(place, reached.get(clip.text.path, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """What is known about the sound of one text."""

    voiced: Collection[Element]
    """Elements that clips name."""
    notes: Collection[Element]
    silent: Callable[[Element], bool]
    """Which elements are excused with all they hold."""


def check_coverage(markup: Markup, hearing: Hearing, code: str) -> Iterator[Notice]:
    """Find words that stand in no voiced element.

    Two gaps have codes of their own, because the listener is told or knows: a Hebrew block of which only a part is
    voiced (E-113), and the signature at the end of a note (E-114).
    """
    body = first(markup.root, *BODIES)
    if body is None:
        return
    above = lineage(body)
    announced: set[Element] = set()
    for element, text in _unheard(body, hearing):
        words = " ".join(text.split())[:_SHOWN]
        block = _announced_block(element, above, hearing.voiced)
        if block is None:
            ends = _is_signature(element, words, above, hearing)
            yield finding("E-114" if ends else code, markup.path, element.line, words)
        elif block not in announced:
            announced.add(block)
            yield finding("E-113", markup.path, block.line, block.text[:_SHOWN])


def _announced_block(
    element: Element, above: Mapping[Element, Element], voiced: Collection[Element]
) -> Element | None:
    """Give the Hebrew block around an element, if a clip voices something in it."""
    for block in ancestors(element, above):
        if block.name in _BLOCKS and is_hebrew(block):
            return block if any(inner in voiced for inner in descendants(block)) else None
    return None


def _is_signature(element: Element, words: str, above: Mapping[Element, Element], hearing: Hearing) -> bool:
    """Whether these words end a note that is voiced otherwise, and are few."""
    note = next((outer for outer in ancestors(element, above) if outer in hearing.notes), None)
    if note is None or len(words.split()) > _SIGNATURE_WORDS:
        return False
    ends = _letters(note.text).endswith(_letters(words))
    return ends and any(inner in hearing.voiced for inner in descendants(note))


def _is_sign_of_note(element: Element, own: str, hearing: Hearing) -> bool:
    """Whether these words are the sign with which a note begins."""
    around = (note for note in hearing.notes if element in {note, *descendants(note)})
    return is_note_mark(own) and any(note.text.startswith(own.strip()) for note in around)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _unheard(element: Element, hearing: Hearing) -> Iterator[tuple[Element, str]]:
    if element in hearing.voiced or hearing.silent(element):
        return
    own = "".join(part for part in element.content if isinstance(part, str))
    if any(sign.isalnum() for sign in own) and not _is_sign_of_note(element, own, hearing):
        yield element, own
    for child in element.children:
        yield from _unheard(child, hearing)
