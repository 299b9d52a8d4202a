"""Set apart what stands round the text: title page, imprint, dedications, permission, memorials, advertisements.

In: sections by their printed headings. Out: front, body and back. Law: what is left out (a title page printed twice,
a star between two memorials) is a notice that holds the words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import (
    Block,
    Document,
    Heading,
    LineGroup,
    Paragraph,
    Role,
    Section,
    Sentence,
    ThematicBreak,
)
from pipeline.model.inline import Text
from pipeline.model.source import Notice, Weight
from pipeline.passes.blocks import block_text
from pipeline.passes.formulas import back_role, contacts, front_role
from pipeline.passes.language import is_hebrew

_SUPPLIED = {
    Role.TITLEPAGE: "Title page",
    Role.IMPRINT: "Imprint",
    Role.COPYRIGHT_PAGE: "Permission",
    Role.DEDICATION: "Dedication",
    Role.COLOPHON: "Colophon",
    Role.ADVERTISEMENT: "Advertisement",
}
_PROSE_WORDS = 40
"""A paragraph of more words than this is prose: no title page, dedication or advertisement has one."""
_SHORT_WORDS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    role: Role
    blocks: tuple[Block, ...]


def part_matter(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Give front, body and back matter their sections."""
    notices: list[Notice] = []
    front, chapters = _front(document.body, notices)
    told_front, chapters, told_back = _told(chapters)
    chapters, tail = _cut_tail(chapters)
    back = [_section(part, None, notices) for part in _with_twins(_back_parts(tail))]
    parted = replace(
        document, front=(*front, *told_front), body=chapters, back=(*back, *told_back, *document.back)
    )
    return parted, tuple(notices)


def _told(
    sections: tuple[Section, ...],
) -> tuple[tuple[Section, ...], tuple[Section, ...], tuple[Section, ...]]:
    """Part the sections that the source itself calls imprint, dedication or colophon from the chapters between them."""
    named = tuple(map(_named, sections))
    chapters = [at for at, section in enumerate(named) if section.role not in _SUPPLIED]
    if not chapters:
        return (), named, ()
    begin, end = chapters[0], chapters[-1] + 1
    return named[:begin], named[begin:end], named[end:]


def _named(section: Section) -> Section:
    """Put a heading over a part that the source calls by its role and that prints none."""
    if not section.heading.supplied or section.role not in _SUPPLIED:
        return section
    return replace(section, heading=_supplied(section.role))


def _supplied(role: Role) -> Heading:
    return Heading(sentence=Sentence(inlines=(Text(text=_SUPPLIED[role]),)), supplied=True)


def _front(sections: tuple[Section, ...], notices: list[Notice]) -> tuple[list[Section], tuple[Section, ...]]:
    """Take the title page and what follows it; a second title page goes into the first."""
    if len(sections) < 2 or not _is_bare(sections[0]):
        return [], sections
    first, rest = sections[0], sections[1:]
    parts, notes = _front_parts(first.blocks), first.notes
    while len(rest) > 1 and _is_bare(rest[0]) and rest[0].heading.title == first.heading.title:
        new = _second_title_page(rest[0], first, notices)
        parts[0] = replace(parts[0], blocks=(*parts[0].blocks, *new))
        notes += rest[0].notes
        rest = rest[1:]
    title = None if first.heading.supplied else first.heading
    made = [_section(part, title if part is parts[0] else None, notices) for part in parts]
    # Notes are tied, and put where their references stand, by a later pass.
    return [replace(made[0], pos=first.pos, notes=notes), *made[1:]], rest


def _is_bare(section: Section) -> bool:
    may_be_title = section.role is Role.TITLEPAGE or section.role not in _SUPPLIED
    return may_be_title and not section.sections and not any(_is_prose(block) for block in section.blocks)


def _is_prose(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block_text(block).split()) > _PROSE_WORDS


def _front_parts(blocks: Sequence[Block]) -> list[_Part]:
    parts = [_Part(role=Role.TITLEPAGE, blocks=())]
    for block in blocks:
        role = front_role(block, parts[-1].role)
        if role:
            parts.append(_Part(role=role, blocks=(block,)))
        else:
            parts[-1] = replace(parts[-1], blocks=(*parts[-1].blocks, block))
    return parts


def _second_title_page(again: Section, first: Section, notices: list[Notice]) -> list[Block]:
    """Keep of a second title page what the first does not say."""
    known = {_folded(block) for block in first.blocks}
    dropped = [block for block in again.blocks if _folded(block) in known]
    words = " ".join(
        [again.heading.title, *(" ".join(block_text(block).split()) for block in dropped)]
    ).strip()
    message = "the title page is printed twice. What it repeats was left out the second time:"
    if words:
        notices.append(
            Notice(code="S-021", message=message, weight=Weight.REMARK, pos=again.pos, fragment=words)
        )
    return [block for block in again.blocks if block not in dropped]


def _folded(block: Block) -> str:
    return " ".join(block_text(block).casefold().split())


def _cut_tail(chapters: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Block, ...]]:
    """Take the matter that follows the text of the last section, which has no heading of its own."""
    if not chapters:
        return chapters, ()
    last = chapters[-1]
    if last.sections:
        inner, tail = _cut_tail(last.sections)
        return (*chapters[:-1], replace(last, sections=inner)), tail
    begin = _tail_begin(last.blocks)
    return (*chapters[:-1], replace(last, blocks=last.blocks[:begin])), last.blocks[begin:]


def _tail_begin(blocks: Sequence[Block]) -> int:
    """Find the first block after the last prose that opens a dedication or advertisement.

    One alone at the very beginning would leave a section without text, so it stays.
    """
    after_prose = max((n + 1 for n, block in enumerate(blocks) if _is_prose(block)), default=len(blocks))
    for index in range(after_prose, len(blocks)):
        block = blocks[index]
        short = isinstance(block, LineGroup) or (
            isinstance(block, Paragraph) and len(block_text(block).split()) <= _SHORT_WORDS
        )
        if short and back_role(block, None):
            return index
    return len(blocks)


def _back_parts(blocks: Sequence[Block]) -> list[_Part]:
    parts: list[_Part] = []
    for block in blocks:
        role = back_role(block, parts[-1].role if parts else None)
        if role:
            parts.append(_Part(role=role, blocks=(block,)))
        else:
            parts[-1] = replace(parts[-1], blocks=(*parts[-1].blocks, block))
    return parts


def _with_twins(parts: Iterable[_Part]) -> list[_Part]:
    """Put a Hebrew notice and its English twin together: they name the same telephone number or address."""
    joined: list[_Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and _is_twin(last, part):
            joined[-1] = replace(last, blocks=last.blocks + part.blocks)
        else:
            joined.append(part)
    return joined


def _is_twin(one: _Part, other: _Part) -> bool:
    if one.role is not Role.ADVERTISEMENT or other.role is not Role.ADVERTISEMENT:
        return False
    hebrew, english = is_hebrew(one.blocks[-1]), is_hebrew(other.blocks[0])
    return hebrew != english and bool(contacts(one.blocks[-1]) & contacts(other.blocks[0]))


def _section(part: _Part, heading: Heading | None, notices: list[Notice]) -> Section:
    for block in part.blocks:
        if isinstance(block, ThematicBreak):
            message = "a separator outside the text was left out: the parts are set apart by their headings."
            notices.append(
                Notice(
                    code="S-022",
                    message=message,
                    weight=Weight.REMARK,
                    pos=block.pos,
                    fragment=block.printed,
                )
            )
    kept = tuple(block for block in part.blocks if not isinstance(block, ThematicBreak))
    return Section(
        id="",
        level=1,
        role=part.role,
        heading=heading or _supplied(part.role),
        blocks=kept,
        pos=kept[0].pos if kept else None,
    )
