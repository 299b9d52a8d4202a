"""Read plain text: paragraphs with empty lines between them.

In: text. Out: a Reading. Law: lines that were wrapped by hand become a paragraph, short lines stay lines; a short line
with more empty lines before it than paragraphs have is a heading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.model.document import Block, Heading, LineGroup, Paragraph, Sentence
from pipeline.model.inline import Emphasis, Inline, LineBreak, Text
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import block_sentences
from pipeline.readers.columns import columns_of, may_be_columns
from pipeline.readers.gutenberg import set_apart
from pipeline.readers.outline import UNTITLED, Stretch, nest
from pipeline.readers.reading import Reading
from pipeline.readers.running import running_heads, told
from pipeline.readers.spans import lines_block, merge_texts

_HEADING_GAP = 2
"""Empty lines before a heading, where paragraphs have one."""
_FOOT_INDENT = 12
"""Spaces that a line at the foot of others stands to the right of them."""
_HEADING_LINES = 3
_HEADING_WIDTH = 70
_ENDED = re.compile(r"[.,;:!?…][\"'”’)\]]*$")
_CAPITALS = re.compile(r"[^a-z]*[A-Z]{2}[^a-z]*")
_NUMBERED = re.compile(
    r"(?:chapter|part|book|section|lecture|essay|letter|volume)\b|[IVXLC]+\.?$|\d{1,3}\.?$", re.IGNORECASE
)
_NOTE = re.compile(r"(?:\[\d{1,4}\]|\(\d{1,3}\)|(?:\*{1,4}|[†‡§])\)?) ?[\"'“‘]?\w")
_RULE = re.compile(r"[ \t]*([=_*~#+-])(?:[ \t]*\1){2,}[ \t]*")
_ITALICS = re.compile(r"(?<![\w_])_(?=[^\s_])([^_]{1,400}?)(?<=[^\s_])_(?![\w_])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lump:
    """Lines without an empty line between them."""

    lines: tuple[str, ...]
    """As they stand in the file, until `_opened` has looked at their white space."""
    gap: int
    """Empty lines before it."""
    pos: SourcePos
    has_foot: bool = False
    """The last line stands far to the right of the first: it says who said the others."""


def read_text(path: str, text: str) -> Reading:
    """Give the paragraphs of a plain text under the headings that can be told."""
    written = text.split("\n")
    heads = running_heads(written)
    as_written = _lumps(path, written, heads)
    lumps: list[_Lump] = []
    for lump in (part for whole in as_written for part in _opened(whole)):
        lumps += _parted(lump, goes_on=bool(lumps) and _is_note(lumps[-1]))
    stretches, metadata, notices = set_apart(_stretches(path, lumps))
    return Reading(
        sections=nest(
            [replace(stretch, blocks=tuple(map(_with_italics, stretch.blocks))) for stretch in stretches]
        ),
        notices=_told(path, written, heads) + tuple(_columns_told(as_written)) + notices,
        metadata=metadata,
    )


def _opened(lump: _Lump) -> list[_Lump]:
    """Part two columns from each other, and rules from the lines they stand between; then fold white space."""
    if sides := columns_of(lump.lines):
        return [
            replace(lump, lines=(" ".join(" ".join(side).split()),), gap=0 if at else lump.gap)
            for at, side in enumerate(sides)
        ]
    rules = [at for at, line in enumerate(lump.lines) if _RULE.fullmatch(line)]
    begins = sorted({0, len(lump.lines), *rules, *(at + 1 for at in rules)})
    return [
        replace(
            lump,
            lines=tuple(re.sub(r"[ \t]+", " ", line).strip() for line in lump.lines[begin:end]),
            gap=1 if begin else lump.gap,
            pos=replace(lump.pos, line=lump.pos.line + begin),
            has_foot=_has_foot(lump.lines[begin:end]),
        )
        for begin, end in pairwise(begins)
    ]


def _columns_told(lumps: Sequence[_Lump]) -> Iterator[Notice]:
    """Tell where columns were parted, and where there may be some that have no gap between them."""
    for lump in lumps:
        words = " ".join(lump.lines[0].split())
        if columns_of(lump.lines):
            message = "two columns stand beside each other here; each was read by itself, the left one first."
            yield Notice(code="S-069", message=message, weight=Weight.REMARK, pos=lump.pos, fragment=words)
        elif may_be_columns(lump.lines):
            message = (
                "these lines may be two columns, but nothing parts them. Put one below the other, or three spaces "
                "between them."
            )
            yield Notice(code="S-070", message=message, pos=lump.pos, fragment=words)


def _is_note(lump: _Lump) -> bool:
    return bool(_NOTE.match(lump.lines[0]))


def _parted(lump: _Lump, *, goes_on: bool) -> list[_Lump]:
    """Part lines that are notes: each that begins with a sign or a number in brackets begins one.

    The lines above the first of them are the rest of the note before an empty line, when one `goes_on`.
    """
    begins = [at for at, line in enumerate(lump.lines) if _NOTE.match(line)]
    if begins and begins[0] and goes_on:
        begins = [0, *begins]
    if not begins or begins[0]:
        return [lump]
    return [
        replace(
            lump,
            lines=(" ".join(lump.lines[begin:end]),),
            gap=1 if begin else lump.gap,
            pos=replace(lump.pos, line=lump.pos.line + begin),
            has_foot=False,
        )
        for begin, end in pairwise((*begins, len(lump.lines)))
    ]


def _told(path: str, written: Sequence[str], heads: frozenset[int]) -> tuple[Notice, ...]:
    if not heads:
        return ()
    pos = SourcePos(path=path, line=min(heads) + 1)
    return (told(pos, [" ".join(written[at].split()) for at in sorted(heads)]),)


def _lumps(path: str, written: Sequence[str], heads: frozenset[int]) -> list[_Lump]:
    """Gather lines; empty lines round a running head are no wider a gap than any, and none inside a lump."""
    found: list[_Lump] = []
    lines: list[str] = []
    gap, begin, widest, is_cut = 0, 1, len(written), False
    for number, line in enumerate([*written, ""], 1):
        if number - 1 in heads:
            widest, is_cut = 1, bool(lines)
        elif line.strip():
            begin = begin if lines else number
            lines[-1:] = [f"{lines[-1].rstrip()} {line.lstrip()}"] if is_cut else [*lines[-1:], line]
            is_cut = False
        else:
            if lines:
                pos = SourcePos(path=path, line=begin)
                found.append(_Lump(lines=tuple(lines), gap=min(gap, widest), pos=pos))
                lines, gap, widest, is_cut = [], 0, len(written), False
            gap += 1
    return found


def _stretches(path: str, lumps: Sequence[_Lump]) -> list[Stretch]:
    """Cut at headings, unless the text has such gaps everywhere."""
    wide = sum(1 for lump in lumps if lump.gap >= _HEADING_GAP)
    has_headings = wide * 3 < len(lumps)
    found: list[Stretch] = []
    heading, pos, blocks = UNTITLED, lumps[0].pos if lumps else SourcePos(path=path, line=1), list[Block]()
    for index, lump in enumerate(lumps):
        if has_headings and index + 1 < len(lumps) and _is_heading(lump):
            if blocks or heading is not UNTITLED:
                found.append(Stretch(heading=heading, level=1, blocks=tuple(blocks), pos=pos))
            words = Sentence(inlines=(Text(text=" ".join(lump.lines)),))
            heading, pos, blocks = Heading(sentence=words), lump.pos, []
        else:
            blocks.append(_block(lump))
    found.append(Stretch(heading=heading, level=1, blocks=tuple(blocks), pos=pos))
    return found


def _block(lump: _Lump) -> Block:
    """Make a paragraph or lines of a lump; a line at its foot stays a line, even below lines that were wrapped."""
    if not lump.has_foot:
        return lines_block(lump.lines, lump.pos)
    above = lines_block(lump.lines[:-1], lump.pos)
    inlines = tuple(inline for sentence in block_sentences(above) for inline in sentence.inlines)
    foot = (LineBreak(), Text(text=lump.lines[-1]))
    return LineGroup(sentences=(Sentence(inlines=(*inlines, *foot)),), pos=lump.pos)


def _has_foot(lines: Sequence[str]) -> bool:
    first, last = (len(line.expandtabs()) - len(line.expandtabs().lstrip()) for line in (lines[0], lines[-1]))
    return len(lines) > 1 and last - first >= _FOOT_INDENT


def _is_heading(lump: _Lump) -> bool:
    words = " ".join(lump.lines)
    return (
        lump.gap >= _HEADING_GAP
        and len(lump.lines) <= _HEADING_LINES
        and all(len(line) <= _HEADING_WIDTH for line in lump.lines)
        and bool(_CAPITALS.fullmatch(words) or _NUMBERED.match(words))
        and not (_ENDED.search(words) and not _CAPITALS.fullmatch(words) and not _NUMBERED.match(words))
    )


def _with_italics(block: Block) -> Block:
    """Read _words between underscores_ as italics, as typists wrote them."""
    if not isinstance(block, Paragraph | LineGroup):
        return block
    return replace(
        block,
        sentences=tuple(
            replace(sentence, inlines=_italics(sentence.inlines)) for sentence in block.sentences
        ),
    )


def _italics(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Text):
            found.append(inline)
            continue
        for index, part in enumerate(_ITALICS.split(inline.text)):
            found.append(Emphasis(children=(Text(text=part),)) if index % 2 else Text(text=part))
    return merge_texts(found)
