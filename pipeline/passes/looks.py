"""Find headings that are printed as paragraphs: in capitals, in bold, or alone on a short line between long ones.

In: sections as printed. Out: sections under the headings found. Law: a heading stands above prose; the words stay as
printed; a look counts only where headings are not marked already.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import (
    Block,
    Document,
    Heading,
    LineGroup,
    ListBlock,
    Paragraph,
    Role,
    Section,
    Sentence,
)
from pipeline.model.inline import CONTAINERS, Inline, NoteRef, Strong, plain_text
from pipeline.model.source import Notice, Weight
from pipeline.model.walk import map_sections
from pipeline.passes.blocks import block_inlines, block_text, is_italic
from pipeline.passes.formulas import holds_contact, opens_dedication
from pipeline.passes.printed_notes import says_notes

_MOST_WORDS = 12
_MOST_PLAIN_WORDS = 5
_PROSE_WORDS = 20
_FEWEST = 2
"""Headings of one look in a section: one alone may be anything."""
_AGAIN = 3
"""How often a line stands that is no heading for that."""
_ENDED = re.compile(r"[.,;:!?…\"”’)\]]\s*$")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*\s*$")
_CAPITAL_WORD = re.compile(r"[A-Z]{3}")
_PLAIN = re.compile(r"[A-Z][\w'’-]*(?: [\w'’-]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    name: str
    fits: Callable[[Paragraph], bool]


def find_headings(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Cut sections without inner sections, but for notes, at the paragraphs that look like headings."""
    notices: list[Notice] = []

    def in_section(section: Section) -> Section:
        has_headings = any(not says_notes(inner.heading.title) for inner in section.sections)
        if has_headings or section.role not in (Role.CHAPTER, Role.SECTION):
            return section
        found = _headings(section.blocks)
        for index in found:
            block = section.blocks[index]
            notices.append(_notice(block))
        return _cut(section, found) if found else section

    return map_sections(document, in_section), tuple(notices)


def _headings(blocks: Sequence[Block]) -> tuple[int, ...]:
    """Give the indices of the headings of the first look that has enough of them."""
    repeated = _repeated(blocks)
    for look in _LOOKS:
        found = tuple(
            index
            for index, block in enumerate(blocks)
            if isinstance(block, Paragraph)
            and index not in repeated
            and _is_short(block)
            and look.fits(block)
            and _stands_above_prose(blocks, index, plain=look.name == "plain")
        )
        if len(found) >= _FEWEST:
            return found
    return ()


def _repeated(blocks: Sequence[Block]) -> frozenset[int]:
    """Give the indices of lines that stand again and again: they name nothing, whatever their look."""
    places: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            words = block_text(block).casefold().strip(" .:")
            places.setdefault(words, []).append(index)
    return frozenset(at for found in places.values() if len(found) >= _AGAIN for at in found)


def _is_short(block: Paragraph) -> bool:
    words = block_text(block).split()
    return (
        0 < len(words) <= _MOST_WORDS
        and not says_notes(block_text(block))
        and not opens_dedication(block)
        and not (holds_contact(block))
    )


def _stands_above_prose(blocks: Sequence[Block], index: int, *, plain: bool) -> bool:
    """A heading has prose or a list after it; one that is set like the text has ended prose before it."""
    if index + 1 >= len(blocks) or not isinstance(blocks[index + 1], Paragraph | LineGroup | ListBlock):
        return False
    if not plain:
        below = blocks[index + 1 : index + 3]
        return isinstance(below[0], ListBlock) or any(_is_prose(block) for block in below)
    before = blocks[index - 1] if index else None
    ended = before is not None and bool(_SENTENCE_END.search(block_text(before)))
    return ended and before is not None and _is_prose(before) and _is_prose(blocks[index + 1])


def _is_prose(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block_text(block).split()) >= _PROSE_WORDS


def _is_capitals(block: Paragraph) -> bool:
    text = block_text(block).strip()
    return text.isupper() and bool(_CAPITAL_WORD.search(text)) and not text.endswith((",", ";"))


def _is_bold(block: Paragraph) -> bool:
    text = block_text(block)
    return _all_bold(block_inlines(block)) and not _ENDED.search(text)


def _is_plain(block: Paragraph) -> bool:
    text = block_text(block).strip()
    return (
        len(text.split()) <= _MOST_PLAIN_WORDS
        and bool(_PLAIN.fullmatch(text))
        and not is_italic(block_inlines(block))
        and not any(letter.isdigit() for letter in text)
    )


def _all_bold(inlines: Sequence[Inline]) -> bool:
    bare = [inline for inline in inlines if not isinstance(inline, Strong | NoteRef)]
    return bool(plain_text(inlines).strip()) and all(
        _all_bold(inline.children) if isinstance(inline, CONTAINERS) else not plain_text((inline,)).strip()
        for inline in bare
    )


_LOOKS = (
    _Look(name="capitals", fits=_is_capitals),
    _Look(name="bold", fits=_is_bold),
    _Look(name="plain", fits=_is_plain),
)
"""The surest first."""


def _cut(section: Section, found: Sequence[int]) -> Section:
    """Put the blocks after each heading into a section of its own; the first may be the title of an untitled text."""
    heading, blocks, begin = section.heading, section.blocks, 0
    if heading.supplied and found[0] == 0:
        heading, begin, found = Heading(sentence=_words(blocks[0])), 1, found[1:]
    ends = (*found[1:], len(blocks))
    inner = tuple(
        Section(
            id="",
            level=section.level + 1,
            role=Role.SECTION,
            heading=Heading(sentence=_words(blocks[index])),
            blocks=blocks[index + 1 : end],
            pos=blocks[index].pos,
        )
        for index, end in zip(found, ends, strict=True)
    )
    first = found[0] if found else len(blocks)
    return replace(section, heading=heading, blocks=blocks[begin:first], sections=inner + section.sections)


def _words(block: Block) -> Sentence:
    return Sentence(inlines=block_inlines(block))


def _notice(block: Block) -> Notice:
    message = "this line was read as a heading because of its look. Mark it as one, or make it a sentence."
    return Notice(
        code="S-027", message=message, weight=Weight.REMARK, pos=block.pos, fragment=block_text(block)
    )
