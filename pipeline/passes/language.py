"""Find Hebrew letters: they are never given to an English voice or braille table.

In: sentences. Out: the same, each run of Hebrew in a LanguageSpan "he"; blocks wholly in Hebrew are marked so.
Law: what stands between two Hebrew letters belongs to the run; digits and Latin letters never do.
"""

import re
from dataclasses import replace

from pipeline.model.document import Block, Document, LineGroup, Paragraph, Section, Sentence
from pipeline.model.inline import Inline, LanguageSpan, Link, plain_text
from pipeline.model.walk import every_inline, map_sentences
from pipeline.model.weave import wrap
from pipeline.passes.blocks import block_inlines, map_blocks

_LETTER = "\u05d0-\u05ea\u05ef-\u05f2\ufb1d-\ufb4f"
_POINT = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u05f3\u05f4"
_WORD = rf"[{_LETTER}][{_LETTER}{_POINT}]*"
# Between two Hebrew words: spaces and the signs of abbreviations and phrases, on one line.
_BETWEEN = r"[ \u00a0\t.,;:!?'\"’”“‘\u05be\u05c0\u05c3/-]{1,3}"
_RUN = re.compile(rf"{_WORD}(?:{_BETWEEN}{_WORD})*")
# "ת. נ. צ." ends with a stop that belongs to its last letter; a geresh at the end (שיחי') belongs to the word.
_DOTTED = re.compile(rf"(?:[{_LETTER}]\. ?)+[{_LETTER}]\.")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
HEBREW = "he"


def mark_hebrew(document: Document) -> Document:
    """Wrap every run of Hebrew letters, and give blocks that hold no other words the language he."""
    return map_blocks(map_sentences(document, _wrapped), _marked)


def is_hebrew(block: Block) -> bool:
    """Tell whether a block is in Hebrew: no Latin letters but those of addresses."""
    inlines = block_inlines(block)
    text = plain_text(inlines)
    for inline in every_inline(inlines):
        if isinstance(inline, Link):
            text = text.replace(plain_text(inline.children), "")
    return bool(_RUN.search(text)) and not _LATIN.search(text)


def _marked(_section: Section, block: Block) -> Block:
    if isinstance(block, Paragraph | LineGroup) and is_hebrew(block):
        return replace(block, language=HEBREW)
    return block


def _wrapped(sentence: Sentence) -> Sentence:
    text = sentence.text
    found = [(run.start(), _run_end(text, run), _span) for run in _RUN.finditer(text)]
    return replace(sentence, inlines=wrap(sentence.inlines, found)) if found else sentence


def _run_end(text: str, found: re.Match[str]) -> int:
    end = found.end()
    dotted = _DOTTED.match(text, found.start())
    if dotted and dotted.end() == end + 1:
        return end + 1
    is_quoted = text[: found.start()].endswith(("'", "’", "‘"))
    return end + 1 if text[end : end + 1] in ("'", "’") and not is_quoted else end


def _span(children: tuple[Inline, ...]) -> LanguageSpan:
    return LanguageSpan(language=HEBREW, children=children)
