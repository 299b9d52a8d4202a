"""Find headings that are printed as paragraphs: in capitals, in bold, or alone on a short line between long ones.

In: sections as printed. Out: sections under the headings found. Law: a heading stands above prose; the words stay as
printed; a look counts only where headings are not marked already.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

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
from pipeline.model.source import Notice, Weight
from pipeline.model.walk import map_sections
from pipeline.passes.blocks import block_inlines, block_text, is_bold, is_italic
from pipeline.passes.epigraphs import holds_source
from pipeline.passes.formulas import holds_contact, opens_dedication
from pipeline.passes.openings import is_credit, is_invocation
from pipeline.passes.printed_notes import says_notes

_MOST_WORDS = 12
_MOST_PLAIN_WORDS = 5
_PROSE_WORDS = 20
_FEWEST_WORDS = 4
"""Of a sentence that stands alone below a heading, where another heading of the same look stands above prose."""
_FEWEST = 2
"""Headings of one look in a section, its own counted: one alone may be anything."""
_AGAIN = 3
"""How often a line stands that is no heading for that."""
_ENDED = re.compile(r"[.,;:!?…\"”’)\]]\s*$")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*\s*$")
_CAPITAL_WORD = re.compile(r"[A-Z]{3}")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMBERED = re.compile(rf"(\d{{1,2}}|{'|'.join(_ROMAN)})[.)] (?=[A-Z])")
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
        found = _headings(section)
        for index in found:
            block = section.blocks[index]
            notices.append(_notice(block))
        return _cut(section, found) if found else section

    return map_sections(document, in_section), tuple(notices)


def _headings(section: Section) -> tuple[int, ...]:
    """Give the indices of the headings of the first look that has enough of them."""
    blocks = section.blocks
    repeated = _repeated(blocks)
    for look in _LOOKS:
        fitting = [
            index
            for index, line in enumerate(map(_line, blocks))
            if line and index not in repeated and _is_short(line) and look.fits(line)
        ]
        sure = [index for index in fitting if _stands_above_prose(blocks, index, look)]
        found = [index for index in fitting if index in sure or _may_stand(blocks, index, look)]
        if look.name == "numbered" and not _is_series(blocks, fitting, found):
            continue
        own = look.name == "capitals" and _is_title_in_capitals(section.heading)
        if sure and len(found) + own >= _FEWEST:
            return tuple(found)
    return ()


def _is_title_in_capitals(heading: Heading) -> bool:
    """Tell whether a section has a heading of several words in capitals, so that one more is no chance."""
    return not heading.supplied and heading.title.isupper() and " " in heading.title


def _line(block: Block) -> Paragraph | None:
    """Give a paragraph, or the only one of a list with one bold item: some word processors set headings so."""
    if isinstance(block, ListBlock) and not block.ordered and len(block.items) == len(block.items[0]) == 1:
        inner = block.items[0][0]
        return inner if isinstance(inner, Paragraph) and _is_bold(inner) else None
    return block if isinstance(block, Paragraph) else None


def _is_series(blocks: Sequence[Block], fitting: Sequence[int], found: Sequence[int]) -> bool:
    """Tell whether numbered lines are headings: numbers 1, 2, 3 without a gap, each above words of its own."""
    numbers = [_numeral(block_text(blocks[index])) for index in fitting]
    return numbers == list(range(1, len(numbers) + 1)) and len(found) == len(fitting)


def _may_stand(blocks: Sequence[Block], index: int, look: "_Look") -> bool:
    """Tell whether a few words stand below that end as a sentence does: enough where other headings look so."""
    if look.name == "plain" or index + 1 >= len(blocks):
        return False
    below = blocks[index + 1]
    text = block_text(below)
    return (
        isinstance(below, Paragraph)
        and not look.fits(below)
        and len(text.split()) >= _FEWEST_WORDS
        and bool(_SENTENCE_END.search(text))
    )


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
        and not is_invocation(block)
        and not holds_contact(block)
    )


def _stands_above_prose(blocks: Sequence[Block], index: int, look: "_Look") -> bool:
    """A heading has prose or a list after it; one that is set like the text has ended prose before it.

    Between a loud heading and its prose byline, motto and one more line may stand; a numbered line above another is an
    item of a list.
    """
    if index + 1 >= len(blocks) or not isinstance(blocks[index + 1], Paragraph | LineGroup | ListBlock):
        return False
    if look.name != "plain":
        opening = (
            block for block in blocks[index + 1 : index + 6] if not (is_credit(block) or holds_source(block))
        )
        below = list(islice(opening, 1 if look.name == "numbered" else 2)) or [blocks[index + 1]]
        return isinstance(below[0], ListBlock) or any(map(_is_prose, below))
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
    return is_bold(block_inlines(block)) and not _ENDED.search(text)


def _is_numbered(block: Paragraph) -> bool:
    text = block_text(block)
    return _numeral(text) > 0 and not _ENDED.search(text) and not text.isupper()


def _numeral(text: str) -> int:
    """Give the number before a title: 2 for "2. The Reader", "II. The Reader"; 0 when there is none."""
    found = _NUMBERED.match(text.strip())
    return (_ROMAN.index(found[1]) + 1 if found[1] in _ROMAN else int(found[1])) if found else 0


def _is_plain(block: Paragraph) -> bool:
    text = block_text(block).strip()
    return (
        len(text.split()) <= _MOST_PLAIN_WORDS
        and bool(_PLAIN.fullmatch(text))
        and not is_italic(block_inlines(block))
        and not any(letter.isdigit() for letter in text)
    )


_LOOKS = (
    _Look(name="capitals", fits=_is_capitals),
    _Look(name="bold", fits=_is_bold),
    _Look(name="numbered", fits=_is_numbered),
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
