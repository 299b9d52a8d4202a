"""Change characters inside inlines without touching the mark-up round them.

In: inlines and what to replace. Out: inlines. Law: an edit that would cross mark-up, or change the words of a
link, is refused.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.inline import CONTAINERS, Inline, Link, Text
from pipeline.model.weave import length


def merge_texts(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Put neighbouring Texts together."""
    merged: list[Inline] = []
    for inline in inlines:
        last = merged[-1] if merged else None
        if isinstance(inline, Text) and isinstance(last, Text):
            merged[-1] = Text(text=last.text + inline.text)
        else:
            merged.append(inline)
    return tuple(merged)


def replace_text(inlines: Sequence[Inline], begin: int, end: int, new: str) -> tuple[Inline, ...] | None:
    """Replace the characters begin..end by others; None when they do not lie within one Text outside links."""
    start = 0
    for index, inline in enumerate(inlines):
        stop = start + length((inline,))
        if start <= begin and end <= stop and begin < stop:
            changed = _changed(inline, begin - start, end - start, new)
            return None if changed is None else (*inlines[:index], changed, *inlines[index + 1 :])
        start = stop
    return None


def _changed(inline: Inline, begin: int, end: int, new: str) -> Inline | None:
    if isinstance(inline, Text):
        return Text(text=inline.text[:begin] + new + inline.text[end:])
    if isinstance(inline, CONTAINERS) and not isinstance(inline, Link):
        children = replace_text(inline.children, begin, end, new)
        return None if children is None else replace(inline, children=children)
    return None
