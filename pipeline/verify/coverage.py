"""Whether everything that is printed is also heard, once and in the order of the text.

In: clips in playing order and the text documents they point at. Out: findings under the code the caller names (the
editions have different rules for what may stay silent).
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from pipeline.model.source import Notice
from pipeline.verify.clips import Clip
from pipeline.verify.edition import Edition
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Markup, descendants, first

_SHOWN = 80
"""Characters of a silent passage that a finding quotes."""


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


def check_coverage(
    markup: Markup, voiced: Collection[Element], silent: Callable[[Element], bool], code: str
) -> Iterator[Notice]:
    """Find words that stand in no voiced element; `silent` says which elements are excused with all they hold."""
    body = first(markup.root, "body")
    if body is None:
        return
    for element, text in _unheard(body, voiced, silent):
        yield finding(code, markup.path, element.line, " ".join(text.split())[:_SHOWN])


def _unheard(
    element: Element, voiced: Collection[Element], silent: Callable[[Element], bool]
) -> Iterator[tuple[Element, str]]:
    if element in voiced or silent(element):
        return
    own = "".join(part for part in element.content if isinstance(part, str))
    if any(sign.isalnum() for sign in own):
        yield element, own
    for child in element.children:
        yield from _unheard(child, voiced, silent)
