"""Read plain text: paragraphs with empty lines between them.

In: text. Out: one untitled section. Law: lines that were wrapped by hand become a paragraph, short lines stay lines.
"""

import re

from pipeline.model.document import Block, LineGroup, Paragraph, Section, Sentence
from pipeline.model.inline import Inline, LineBreak, Text
from pipeline.model.source import Notice, SourcePos
from pipeline.readers.outline import UNTITLED, Stretch, nest

_WRAPPED_FROM = 45
"""Characters. A line at least this long, with another below it, was broken because the page ended, not the line."""


def read_text(path: str, text: str) -> tuple[tuple[Section, ...], tuple[Notice, ...]]:
    """Give the paragraphs of a plain text as one untitled section."""
    blocks: list[Block] = []
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            lines.append(_tidy(line))
        elif lines:
            blocks.append(_block(lines, SourcePos(path=path, line=number - len(lines))))
            lines = []
    first = SourcePos(path=path, line=1)
    return nest([Stretch(heading=UNTITLED, level=1, blocks=tuple(blocks), pos=blocks[0].pos or first)]), ()


def _tidy(line: str) -> str:
    return re.sub(r"[ \t]+", " ", line).strip()


def _block(lines: list[str], pos: SourcePos) -> Block:
    if all(len(line) >= _WRAPPED_FROM for line in lines[:-1]):
        return Paragraph(sentences=(Sentence(inlines=(Text(text=" ".join(lines)),)),), pos=pos)
    inlines: list[Inline] = []
    for line in lines:
        inlines += [Text(text=line), LineBreak()]
    return LineGroup(sentences=(Sentence(inlines=tuple(inlines[:-1])),), pos=pos)
