"""Cut inlines at character offsets and wrap stretches of them, whatever mark-up lies in between.

Offsets are those of `plain_text`: a LineBreak is one character, a NoteRef none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

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


def cut_all(inlines: Sequence[Inline], offsets: Sequence[int]) -> tuple[Inlines, ...]:
    """Cut a stretch at many ascending offsets, none at its ends, in one way through it: one part more than offsets.

    As in `cut`, mark-up that spans a cut is closed and opened again, and a NoteRef at a cut stays before it.
    """
    parts: list[list[Inline]] = [[] for _ in range(len(offsets) + 1)]
    position = 0
    for inline in inlines:
        end = position + length((inline,))
        first = bisect_left(offsets, end) if end == position else bisect_right(offsets, position)
        inside = offsets[first : bisect_left(offsets, end, lo=first)]
        for index, piece in enumerate(_pieces(inline, [offset - position for offset in inside]), first):
            parts[index].append(piece)
        position = end
    return tuple(tuple(part) for part in parts)


def _pieces(inline: Inline, offsets: Sequence[int]) -> Sequence[Inline]:
    if not offsets:
        return (inline,)
    if isinstance(inline, Text):
        return [Text(text=inline.text[begin:end]) for begin, end in pairwise((0, *offsets, None))]
    if isinstance(inline, LineBreak | NoteRef):
        raise ValueError("a line break or note reference has no inside to cut")
    return [replace(inline, children=part) for part in cut_all(inline.children, offsets)]


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
