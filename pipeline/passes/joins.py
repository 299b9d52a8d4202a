"""Join paragraphs that a page broke in two.

In: paragraphs without the notes that stood between them. Out: whole paragraphs. Law: the second half begins with a
small letter and the first has no end ("and" alone joins nothing); a separator between them keeps them apart, unless
the number of a page stands beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import Block, Document, Paragraph, Section, Sentence
from pipeline.model.inline import Text
from pipeline.model.source import Notice, Weight
from pipeline.model.walk import map_sections
from pipeline.passes.blocks import block_text
from pipeline.passes.edits import merge_texts
from pipeline.passes.excerpt import words_after, words_before
from pipeline.passes.printed_notes import is_rule

_ENDED = re.compile(r"[.!?:…][\"'”’)\]]*\s*$")

_PAGE_NUMBER = re.compile(r"[-–—\[( ]*(?:p(?:age|\.)? ?)?\d{1,4}[-–—\]) ]*", re.IGNORECASE)
_MOST_AT_TURN = 4
"""Numbers and rules where one page ends and the next begins."""
_SHORTEST = 24
"""Characters. A shorter first half is a line of its own: a heading, an address, a title."""
_ITEM = re.compile(r"\W*[a-z]{1,3}[.)]\s")
_HEBREW_END = re.compile(r"[\u05d0-\u05ea][^A-Za-z\u05d0-\u05ea]*$")


def join_paragraphs(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Join the halves of broken paragraphs with one space."""
    notices: list[Notice] = []

    def in_section(section: Section) -> Section:
        blocks: list[Block] = []
        for block in section.blocks:
            turn = _turn_of_page(blocks)
            last = blocks[-len(turn) - 1] if len(blocks) > len(turn) else None
            if isinstance(last, Paragraph) and isinstance(block, Paragraph) and _belong(last, block):
                blocks[-len(turn) - 1 :] = [_joined(last, block)]
                notices.append(_notice(last, block))
                notices.extend([_page_notice(turn)] if turn else [])
            else:
                blocks.append(block)
        return replace(section, blocks=tuple(blocks))

    joined = map_sections(document, in_section)
    return joined, tuple(notices)


def _turn_of_page(blocks: Sequence[Block]) -> Sequence[Block]:
    """Give the page number, and the rules round it, that end a series of blocks; rules alone are a separator."""
    begin = len(blocks)
    while begin > max(0, len(blocks) - _MOST_AT_TURN) and (
        is_rule(blocks[begin - 1]) or _is_page_number(blocks[begin - 1])
    ):
        begin -= 1
    turn = blocks[begin:]
    return turn if any(map(_is_page_number, turn)) else ()


def _is_page_number(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_PAGE_NUMBER.fullmatch(block_text(block).strip()))


def _belong(first: Paragraph, second: Paragraph) -> bool:
    before, after = block_text(first), block_text(second)
    letter = re.match(r"\W*(\w)", after)
    if not letter or not letter[1].islower() or _ITEM.match(after):
        return False
    return (
        len(before) >= _SHORTEST
        and not before.isupper()
        and not _ENDED.search(before)
        and not _HEBREW_END.search(before)
    )


def _joined(first: Paragraph, second: Paragraph) -> Paragraph:
    begin = tuple(inline for sentence in first.sentences for inline in sentence.inlines)
    end = tuple(inline for sentence in second.sentences for inline in sentence.inlines)
    whole = merge_texts((*begin, Text(text=" "), *end))
    return replace(first, sentences=(Sentence(inlines=whole),))


def _page_notice(turn: Sequence[Block]) -> Notice:
    message = "the number of a page that stood between the halves of a paragraph was left out:"
    words = " ".join(block_text(block).strip() for block in turn if not is_rule(block))
    return Notice(code="S-067", message=message, weight=Weight.REMARK, pos=turn[0].pos, fragment=words)


def _notice(first: Paragraph, second: Paragraph) -> Notice:
    before, after = block_text(first).strip(), block_text(second).strip()
    words = f"{words_before(before, len(before))} {words_after(after, 0)}"
    message = "this paragraph was broken by a page and is joined to the one before it."
    return Notice(code="S-024", message=message, weight=Weight.REMARK, pos=second.pos, fragment=words)
