"""Inlines as readers build them: white space folded as in print, neighbours merged, lines told apart.

In: inlines with the white space of the file. Out: inlines without any that print does not show.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.model.document import Block, LineGroup, Paragraph, Sentence
from pipeline.model.inline import CONTAINERS, Inline, LineBreak, NoteRef, Text, lines_of, plain_text
from pipeline.model.source import SourcePos
from pipeline.model.weave import cut

_SPACES = re.compile(r"[ \t\n\r\f\u00a0]*[ \t\n\r\f][ \t\n\r\f\u00a0]*")
"""A no-break space alone stays: it was meant."""
_DENOMINATOR = re.compile(r"\s?[/\N{FRACTION SLASH}]\s?\d")
_BROKEN_WORD = re.compile(r"[^\W\d_]{2}-$")
_WRAPPED_FROM = 45
"""Characters. A line at least this long, with another below it, was broken because the page ended, not the line."""
_LONG_LINE = 90
"""Characters. A line longer than this is a paragraph that ended with a line break, not a line of verse or address."""


def merge_texts(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Put neighbouring Texts together and leave out empty ones."""
    merged: list[Inline] = []
    for inline in inlines:
        last = merged[-1] if merged else None
        if isinstance(inline, Text) and isinstance(last, Text):
            merged[-1] = Text(text=last.text + inline.text)
        elif inline != Text(text=""):
            merged.append(inline)
    return tuple(merged)


def begins_denominator(text: str) -> bool:
    """Tell whether the characters after raised ones make them a fraction, not a note: 3<sup>1</sup>/<sub>2</sub>."""
    return bool(_DENOMINATOR.match(text))


def numerator(before: Sequence[Inline], raised: Sequence[Inline]) -> tuple[Inline, ...]:
    """Put the upper number of a fraction on the line; after a whole number it keeps its distance: 3 1/2, not 31/2."""
    has_whole = plain_text(before[-1:])[-1:].isdigit() and plain_text(raised).strip() != "0"
    return (Text(text="\N{NO-BREAK SPACE}"), *raised) if has_whole else tuple(raised)


def tidy(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Fold white space across mark-up, and take it away at the ends and round line breaks."""
    folding = _Folding()
    forward = folding.inlines(merge_texts(inlines))
    return _without_end(forward)


class _Folding:
    """Knows whether the character before was white space, however deep inside mark-up."""

    def __init__(self) -> None:
        self.after_space = True
        self.has_begun = False

    def inlines(self, inlines: Sequence[Inline]) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for inline in inlines:
            if isinstance(inline, LineBreak) and not self.has_begun:
                continue
            if isinstance(inline, LineBreak):
                found = list(_without_end(tuple(found)))
                self.after_space = True
                found.append(inline)
            elif isinstance(inline, Text):
                text = _SPACES.sub(" ", inline.text)
                if self.after_space:
                    text = text.lstrip(" ")
                if text:
                    self.has_begun = True
                    self.after_space = text.endswith(" ")
                    found.append(Text(text=text))
            elif isinstance(inline, CONTAINERS):
                children = self.inlines(inline.children)
                if children:
                    found.append(replace(inline, children=children))
            else:
                self.has_begun = True
                found.append(inline)
        return tuple(found)


def _without_end(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Take white space and line breaks away from the end."""
    while inlines:
        last = inlines[-1]
        if isinstance(last, Text):
            text = last.text.rstrip(" \u00a0")
            return (*inlines[:-1], Text(text=text)) if text else _without_end(inlines[:-1])
        if isinstance(last, LineBreak):
            inlines = inlines[:-1]
            continue
        if isinstance(last, CONTAINERS):
            children = _without_end(last.children)
            return (*inlines[:-1], replace(last, children=children)) if children else inlines[:-1]
        return inlines
    return ()


def has_words(inlines: Sequence[Inline]) -> bool:
    """Tell whether anything is printed here but white space."""
    return bool(plain_text(inlines).strip()) or any(isinstance(inline, NoteRef) for inline in inlines)


def blocks_of_lines(inlines: Sequence[Inline], pos: SourcePos) -> tuple[Block, ...]:
    """Make paragraphs of a stretch: two line breaks end one, and so does one after a long line."""
    found: list[Block] = []
    for stretch in _stretches(inlines):
        tidied = tidy(stretch)
        if not has_words(tidied):
            continue
        lines = lines_of(tidied)
        if len(lines) > 1 and any(len(plain_text(line)) > _LONG_LINE for line in lines):
            found += [
                Paragraph(sentences=(Sentence(inlines=tidy(line)),), pos=pos)
                for line in lines
                if has_words(line)
            ]
        elif len(lines) > 1:
            found.append(LineGroup(sentences=(Sentence(inlines=tidied),), pos=pos))
        else:
            found.append(Paragraph(sentences=(Sentence(inlines=tidied),), pos=pos))
    return tuple(found)


def _stretches(inlines: Sequence[Inline]) -> list[list[Inline]]:
    """Cut where two line breaks follow each other with nothing but white space between."""
    found: list[list[Inline]] = [[]]
    breaks = 0
    for inline in inlines:
        if isinstance(inline, LineBreak):
            breaks += 1
            if breaks == 2:
                found.append([])
            elif breaks == 1:
                found[-1].append(inline)
            continue
        if not (isinstance(inline, Text) and not inline.text.strip()):
            breaks = 0
        found[-1].append(inline)
    return found


def on_one_line(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Read line breaks as spaces: a heading is one line, whatever its breaks were for."""
    return tidy([Text(text=" ") if isinstance(inline, LineBreak) else inline for inline in inlines])


def lines_block(lines: Sequence[str], pos: SourcePos) -> Block:
    """Make a paragraph of lines that were wrapped by hand; short lines stay lines."""
    if all(len(line) >= _WRAPPED_FROM or _breaks_word(line, below) for line, below in pairwise(lines)):
        return Paragraph(sentences=(Sentence(inlines=(Text(text=" ".join(lines)),)),), pos=pos)
    inlines: list[Inline] = []
    for line in lines:
        inlines += [Text(text=line), LineBreak()]
    return LineGroup(sentences=(Sentence(inlines=tuple(inlines[:-1])),), pos=pos)


def _breaks_word(line: str, below: str) -> bool:
    """Tell whether a word goes on in the line below: no line of an address or a poem ends so."""
    return bool(_BROKEN_WORD.search(line)) and below[:1].islower()


def without_mark(blocks: tuple[Block, ...], mark: str) -> tuple[Block, ...]:
    """Take a note's printed number away from the beginning of its words."""
    if not blocks or not isinstance(blocks[0], Paragraph | LineGroup):
        return blocks
    first = blocks[0].sentences[0]
    found = re.match(rf"\s*[\[(]?{re.escape(mark)}[\])]?(?![\w*])[.:)]?\s*", first.text)
    if not found:
        return blocks
    rest = tidy(cut(first.inlines, found.end())[1])
    if not has_words(rest):
        return blocks[1:]
    return (
        replace(blocks[0], sentences=(replace(first, inlines=rest), *blocks[0].sentences[1:])),
        *blocks[1:],
    )
