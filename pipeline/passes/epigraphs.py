"""Know a motto above the text by who said it: a dash and a name, a source in brackets, chapter and verse.

In: blocks. Out: whether a block holds the source of its own words, or is the source of those above it. Law: brackets
count only below words that are set apart: quoted, in italics, displayed, in Hebrew letters.
"""

import re

from pipeline.model.document import Block, LineGroup, Paragraph, Quotation, Verse
from pipeline.model.weave import cut
from pipeline.passes.blocks import block_inlines, block_lines, block_text, is_italic
from pipeline.passes.language import is_hebrew

_SAID_BY = re.compile(r"\s*[\u2012-\u2015-]{1,3}\s?[A-Z\"“\u05d0-\u05ea].{1,100}", re.DOTALL)
"""A dash and who said it."""
_BOOK = r"[A-Z\u05d0-\u05ea][\w'’.-]*(?: [\w'’.-]+){0,6},? "
_VERSE = r"(?:\d{1,3}[:.]\d{1,3}(?:[-–]\d{1,3})?|\d{1,3}[ab]|[ivxlc]{1,8}\.? \d{1,3})"
_PLACE = rf"{_BOOK}(?:{_VERSE}|\d{{1,3}})"
_PLACE_ALONE = re.compile(rf"{_PLACE}\.?")
_CHAPTER_AND_VERSE = re.compile(rf"{_BOOK}{_VERSE}\.?")
_IN_BRACKETS = re.compile(r"[(\[](?=[A-Z\u05d0-\u05ea\"“])[^()\[\]]{2,100}[)\]]\.?")
_AT_THE_END = re.compile(rf"\s*[(\[](?:{_PLACE})[)\]]\.?\s*$")
_QUOTED = re.compile(r"[\"“«„'‘].*[\"”»“'’]\W*", re.DOTALL)
_SOURCE_WORDS = 14
_STOPPED = re.compile(r"[.,;:!?…\"”’]\s*$")
_ENDED = re.compile(r"[.!?…]\s*$")


def holds_source(block: Block) -> bool:
    """Tell whether a block ends with who said its words, or where they stand."""
    if isinstance(block, Quotation):
        return bool(block.blocks) and _quotation_holds_source(block)
    lines = block_lines(block)
    if len(lines) > 1:
        return _is_source(lines[-1], " ".join(lines[:-1]), is_set_apart=is_hebrew(block))
    text = block_text(block)
    found = _AT_THE_END.search(text)
    if not found:
        return False
    words = cut(block_inlines(block), found.start())[0]
    return _is_quoted(text[: found.start()]) or is_italic(words)


def _is_source(last: str, words: str, *, is_set_apart: bool) -> bool:
    """Tell whether the last of several lines names the source of the others."""
    if _SAID_BY.fullmatch(last):
        return True
    if _is_quoted(words) or is_set_apart:
        return bool(_IN_BRACKETS.fullmatch(last) or _PLACE_ALONE.fullmatch(last))
    return bool(_CHAPTER_AND_VERSE.fullmatch(last)) and bool(_STOPPED.search(words))


def is_source_of(block: Block, motto: Block) -> bool:
    """Tell whether a block only says who said the words above it, or where they stand."""
    text = block_text(block).strip()
    if not isinstance(block, Paragraph | LineGroup) or len(text.split()) > _SOURCE_WORDS:
        return bool(_SAID_BY.fullmatch(text))
    if _SAID_BY.fullmatch(text):
        return True
    return _is_set_apart(motto) and bool(_PLACE_ALONE.fullmatch(text) or _IN_BRACKETS.fullmatch(text))


def _quotation_holds_source(quotation: Quotation) -> bool:
    """The last paragraph names the source of the others; in italics below others it needs no sign (<cite>)."""
    *others, last = quotation.blocks
    if not others:
        return holds_source(last)
    is_cited = is_italic(block_inlines(last)) and not any(is_italic(block_inlines(block)) for block in others)
    words = block_text(last).split()
    return is_source_of(last, quotation) or (
        is_cited and len(words) <= _SOURCE_WORDS and not _ENDED.search(block_text(last))
    )


def _is_set_apart(block: Block) -> bool:
    return (
        isinstance(block, Quotation | Verse)
        or is_italic(block_inlines(block))
        or is_hebrew(block)
        or _is_quoted(block_text(block))
    )


def _is_quoted(text: str) -> bool:
    return bool(_QUOTED.fullmatch(text.strip()))
