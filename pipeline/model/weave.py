"""Cut inlines at character offsets and wrap stretches of them, whatever mark-up lies in between.

Offsets are those of `plain_text`: a LineBreak is one character, a NoteRef none.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.model.inline import CONTAINERS, Inline, LineBreak, NoteRef, Text, plain_text

Inlines = tuple[Inline, ...]


def length(inlines: Sequence[Inline]) -> int:
    """Count the characters of a stretch."""
    return len(plain_text(inlines))


def cut(inlines: Sequence[Inline], offset: int) -> tuple[Inlines, Inlines]:
    """Cut a stretch in two at a character offset; mark-up that spans the cut is closed and opened again.

    A NoteRef that stands exactly at the cut stays with what is before it.
    """
    left: list[Inline] = []
    for index, inline in enumerate(inlines):
        size = length((inline,))
        if offset > size or (offset == size and size > 0) or isinstance(inline, NoteRef):
            left.append(inline)
            offset -= size
            continue
        if offset == 0:
            return tuple(left), tuple(inlines[index:])
        head, tail = _cut_one(inline, offset)
        return (*left, head), (tail, *inlines[index + 1 :])
    return tuple(left), ()


def _cut_one(inline: Inline, offset: int) -> tuple[Inline, Inline]:
    if isinstance(inline, Text):
        return Text(text=inline.text[:offset]), Text(text=inline.text[offset:])
    if isinstance(inline, LineBreak | NoteRef):
        raise ValueError("a line break or note reference has no inside to cut")
    head, tail = cut(inline.children, offset)
    return replace(inline, children=head), replace(inline, children=tail)


def wrap(inlines: Sequence[Inline], begin: int, end: int, make: Callable[[Inlines], Inline]) -> Inlines:
    """Replace the characters begin..end by what `make` builds around them, as deep inside the mark-up as possible."""
    if not 0 <= begin < end <= length(inlines):
        raise ValueError(f"no characters at {begin}..{end}")
    start = 0
    for index, inline in enumerate(inlines):
        stop = start + length((inline,))
        if (
            start <= begin
            and end <= stop
            and isinstance(inline, CONTAINERS)
            and (begin, end) != (start, stop)
        ):
            inner = replace(inline, children=wrap(inline.children, begin - start, end - start, make))
            return (*inlines[:index], inner, *inlines[index + 1 :])
        start = stop
    before, rest = cut(inlines, begin)
    inside, after = cut(rest, end - begin)
    while inside and isinstance(inside[-1], NoteRef):
        inside, after = inside[:-1], (inside[-1], *after)
    return (*before, make(inside), *after)
