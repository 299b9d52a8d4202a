"""Cut inlines at character offsets and wrap stretches of them, whatever mark-up lies in between.

Offsets are those of `plain_text`: a LineBreak is one character, a NoteRef none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from pipeline.model.inline import CONTAINERS, Inline, LineBreak, NoteRef, Text

Inlines: TypeAlias = tuple[Inline, ...]
Stretch: TypeAlias = tuple[int, int, Callable[[Inlines], Inline]]
"""Where it begins and ends, and what is built around what stands there."""


def length(inlines: Sequence[Inline]) -> int:
    """Count the characters of a stretch."""
    return sum(map(_length, inlines))


def _length(inline: Inline) -> int:
    if isinstance(inline, Text):
        return len(inline.text)
    if isinstance(inline, LineBreak | NoteRef):
        return int(isinstance(inline, LineBreak))
    return length(inline.children)


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


def wrap(inlines: Sequence[Inline], stretches: Sequence[Stretch]) -> Inlines:
    """Replace the characters of each stretch by what it makes of them, as deep inside the mark-up as possible.

    Stretches are ascending and do not overlap. What has no characters, as a NoteRef, stays outside at both ends. Each
    inline is looked at once, however many stretches there are.
    """
    done: list[Inline] = []
    rest = list(reversed(inlines))
    position = index = 0
    while index < len(stretches):
        begin, end, make = stretches[index]
        while rest and position + _length(rest[-1]) <= begin:
            position += _length(rest[-1])
            done.append(rest.pop())
        if not rest or not position <= begin < end:
            raise ValueError(f"no characters at {begin}..{end}")
        inline = rest[-1]
        stop = position + _length(inline)
        if isinstance(inline, CONTAINERS) and end <= stop and (begin, end) != (position, stop):
            behind = bisect_right(stretches, stop, lo=index, key=_end)
            inner = [
                (first - position, last - position, make) for first, last, make in stretches[index:behind]
            ]
            rest[-1] = replace(inline, children=wrap(inline.children, inner))
            index = behind
            continue
        if position < begin:
            done.append(_split(rest, begin - position))
        inside = tuple(_take(rest, end - begin))
        done.append(make(inside))
        position = end
        index += 1
    return (*done, *reversed(rest))


def _end(stretch: Stretch) -> int:
    return stretch[1]


def _take(rest: list[Inline], count: int) -> Iterator[Inline]:
    """Take so many characters off the end of a stack."""
    while count:
        if not rest:
            raise ValueError("a stretch ends behind the last character")
        size = _length(rest[-1])
        yield rest.pop() if size <= count else _split(rest, count)
        count -= min(size, count)


def _split(rest: list[Inline], offset: int) -> Inline:
    """Cut the topmost of a stack and take what is before the cut."""
    head, tail = _cut_one(rest.pop(), offset)
    rest.append(tail)
    return head
