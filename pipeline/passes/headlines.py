"""Know the headline of a text that marks none, and a heading that is printed twice.

In: sections as printed. Out: an untitled text under its headline; a heading that stands again directly below itself
once. Law: the words stay as printed; what is left out the second time is a notice that holds it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import Block, Document, Heading, LineGroup, Paragraph, Section, Sentence
from pipeline.model.inline import plain_text
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import map_sections
from pipeline.model.weave import cut
from pipeline.passes.blocks import block_inlines, block_text, is_bold, place_of
from pipeline.passes.formulas import opens_dedication
from pipeline.passes.openings import is_credit, is_greeting, is_invocation, is_occasion, opens_credit

_MOST_WORDS = 20
_PROSE_WORDS = 20
_MOST_OPENING = 8
"""Blocks between a headline and its text: subtitle, byline, imprint, motto."""
_MOST_OPENING_WORDS = 40
_MOST_ABOVE = 2
"""Blocks above a headline."""
_MOST_WORDS_ABOVE = 12
_SUBTITLE_WORDS = 16
_LONG_WORD = 4
"""Letters: shorter words of a headline may begin with a small letter."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDED = re.compile(r"[.,;:…][\"'”’)\]]*\s*$")
_NO_SUBTITLE = re.compile(r"[\"“«„]|to\b", re.IGNORECASE)
"""Begins a motto, or says whom a letter is for."""
_FIRST_NUMBER = re.compile(r"(?:1|I)[.)] ")


def find_headlines(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Put an untitled text under its headline, and leave out headings that are printed a second time."""
    notices: list[Notice] = []
    if document.body:
        titled = _under_headline(document.body[0], document.metadata.title, notices)
        document = replace(document, body=(titled, *document.body[1:]))
    once = map_sections(document, lambda section: _said_once(section, notices))
    return once, tuple(notices)


def _under_headline(section: Section, title: str, notices: list[Notice]) -> Section:
    """Take a line for the heading when it is the title, or looks like one and nobody gave a title.

    What stands above it goes below it; a line under it that is set like a subtitle is one.
    """
    if not section.heading.supplied:
        return section
    blocks, at = section.blocks, _place(section.blocks, title)
    if at is None:
        blocks = _with_lines_apart(section.blocks)
        at = _place(blocks, title)
    if at is None:
        return section
    first, below = blocks[at], blocks[at + 1 :]
    if not title:
        message = "this line was read as the title because of its look. Mark it as a heading, or make it a sentence."
        notices.append(_notice("S-027", message, first.pos, block_text(first)))
    subtitle = None
    if len(below) > 1 and _is_subtitle(below[0]):
        subtitle = Sentence(inlines=block_inlines(below[0]))
        message = "this line stands under the title and was read as its subtitle."
        notices.append(_notice("S-026", message, below[0].pos, block_text(below[0])))
        below = below[1:]
    heading = Heading(sentence=Sentence(inlines=block_inlines(first)), subtitle=subtitle)
    return replace(section, heading=heading, blocks=(*blocks[:at], *below))


def _with_lines_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Part the first line from the others of a block that may hold title and subtitle: one among the first blocks."""
    for at, block in enumerate(blocks[: _MOST_ABOVE + 1]):
        if isinstance(block, LineGroup) and not is_credit(block):
            inlines = block_inlines(block)
            end = block_text(block).find("\n")
            first, rest = cut(inlines, end)[0], cut(inlines, end + 1)[1]
            kind = LineGroup if "\n" in plain_text(rest) else Paragraph
            below = kind(sentences=(Sentence(inlines=rest),), pos=place_of(block, end + 1))
            title = Paragraph(sentences=(Sentence(inlines=first),), pos=block.pos)
            return (*blocks[:at], title, below, *blocks[at + 1 :])
    return tuple(blocks)


def _place(blocks: Sequence[Block], title: str) -> int | None:
    """Find the line that repeats the title that the source gives; without one, the line that looks like a title."""
    if not title:
        return _place_of_headline(blocks)
    for at, block in enumerate(blocks[: _MOST_ABOVE + 1]):
        if isinstance(block, Paragraph) and _folded(block_text(block)) == _folded(title):
            return at
    return None


def _place_of_headline(blocks: Sequence[Block]) -> int | None:
    """Find the line that looks like a title: the first, but for an invocation, an occasion, or quiet words above it."""
    for at, block in enumerate(blocks[: _MOST_ABOVE + 1]):
        if _is_headline(block) and _leads_to_text(block, blocks[at + 1 :]):
            is_clear = all(is_invocation(above) or is_occasion(above) for above in blocks[:at])
            return at if is_clear or _is_loud(block) else None
        if not isinstance(block, Paragraph) or (_is_loud(block) and not is_invocation(block)):
            return None
        is_short = len(block_text(block).split()) <= _MOST_WORDS_ABOVE and not _ENDED.search(
            block_text(block)
        )
        if is_greeting(block) or not (is_short or is_occasion(block)):
            return None
    return None


def _is_headline(block: Block) -> bool:
    """Few words in capitals or with capitals on the longer ones."""
    text = block_text(block).strip()
    words = _WORD.findall(text)
    if not isinstance(block, Paragraph) or not 2 <= len(words) <= _MOST_WORDS or _ENDED.search(text):
        return False
    if is_greeting(block) or is_invocation(block) or is_credit(block) or opens_credit(block):
        return False
    return all(word[0].isupper() for word in words if len(word) >= _LONG_WORD)


def _leads_to_text(title: Block, below: Sequence[Block]) -> bool:
    """Tell whether prose or nothing stands below, but for bylines; under loud titles also other short lines."""
    others = [block for block in below if not is_credit(block)]
    if not others or _is_prose(others[0]):
        return True
    may_open = _is_loud(title) or bool(_FIRST_NUMBER.match(block_text(others[0]))) or _is_subtitle(others[0])
    for block in others[: _MOST_OPENING + 1]:
        if _is_prose(block):
            return may_open
        if is_greeting(block) or len(block_text(block).split()) > _MOST_OPENING_WORDS:
            return False
    return False


def _is_loud(block: Block) -> bool:
    """Tell whether a line is set in capitals or in bold."""
    text = block_text(block)
    return text.isupper() or is_bold(block_inlines(block))


def _is_subtitle(block: Block) -> bool:
    """One line that is no sentence and holds words in small letters: "On a Remark of the Rambam"."""
    text = block_text(block).strip()
    words = _WORD.findall(text)
    is_plain = isinstance(block, Paragraph) and 2 < len(words) <= _SUBTITLE_WORDS and not _ENDED.search(text)
    if not is_plain or _NO_SUBTITLE.match(text) or not text[:1].isupper():
        return False
    if is_credit(block) or opens_credit(block) or is_greeting(block) or opens_dedication(block):
        return False
    return any(word.islower() for word in words) and text[-1] not in "!?"


def _is_prose(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and len(block_text(block).split()) >= _PROSE_WORDS


def _said_once(section: Section, notices: list[Notice]) -> Section:
    """Leave out what repeats the heading directly below it: a line, or a heading with all of the text under it."""
    words = _folded(section.heading.sentence.text)
    if section.heading.supplied or not words:
        return section
    if section.blocks and isinstance(section.blocks[0], Paragraph):
        if _folded(block_text(section.blocks[0])) == words:
            notices.append(_again(section.blocks[0].pos, block_text(section.blocks[0])))
            return replace(section, blocks=section.blocks[1:])
    elif not section.blocks and len(section.sections) == 1:
        inner = section.sections[0]
        if _folded(inner.heading.sentence.text) == words and inner.heading.subtitle is None:
            notices.append(_again(inner.pos, inner.heading.sentence.text))
            return replace(
                section, blocks=inner.blocks, sections=inner.sections, notes=section.notes + inner.notes
            )
    return section


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _again(pos: SourcePos | None, words: str) -> Notice:
    return _notice("S-028", "this heading is printed twice; the second was left out.", pos, words)


def _notice(code: str, message: str, pos: SourcePos | None, words: str) -> Notice:
    return Notice(code=code, message=message, weight=Weight.REMARK, pos=pos, fragment=" ".join(words.split()))
