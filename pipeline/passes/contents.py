"""Know printed tables of contents and indexes for what they are, and title pages that are made of headings.

In: sections as printed. Out: sections without the printed contents; the title of a book before its chapters, an index
after them. Law: contents are made anew from the headings, so the printed ones are left out with their words in a
notice; an index stays, because its entries are words that stand nowhere else in that order.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import (
    Block,
    Document,
    Heading,
    LineGroup,
    ListBlock,
    PageBreak,
    Paragraph,
    Role,
    Section,
    Sentence,
    Table,
    ThematicBreak,
)
from pipeline.model.inline import Text
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import block_sentences
from pipeline.passes.blocks import block_text
from pipeline.passes.formulas import offers

_CONTENTS = re.compile(r"\W*(?:table of )?contents\W*", re.IGNORECASE)
_CONTENTS_LINE = re.compile(
    r"\W*(?:(?:table of )?contents|in this (?:issue|number)|today['’]s topics)\W*", re.IGNORECASE
)
_LEADERS = re.compile(r"(?:\.{2,}|…|[ \t])\s*(?:\d{1,4}|[ivxlc]{1,7})\s*$")
_CONTENTS_SHARE = 0.75
"""Share of the lines below the word that must be entries."""
_HEADING_CHARACTERS = 90
_INDEX = re.compile(r"\W*(?:general )?index\W*", re.IGNORECASE)
_ENTRY = re.compile(r"\d[\d,;.\s–n-]*$")
_INDEX_SHARE = 0.5
_PROSE_WORDS = 40
_TITLE_WORDS = 20
_FEWEST_CHAPTERS = 6


def part_contents(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Leave the printed contents out, lift chapters from under the book's title, put an index behind."""
    notices: list[Notice] = []
    body = _without_contents(document.body, notices)
    if any(_says_contents(block) for section in body for block in section.blocks):
        headings = _lines_alone(body)
        body = tuple(_without_printed(section, headings, notices) for section in body)
    body = _lifted(body)
    index = tuple(
        part for section in body if _is_index(section) for part in _without_offers(replace(section, level=1))
    )
    chapters = tuple(section for section in body if not _is_index(section))
    if not chapters:
        return replace(document, body=body), tuple(notices)
    return replace(document, body=chapters, back=(*document.back, *index)), tuple(notices)


def _without_contents(sections: Sequence[Section], notices: list[Notice]) -> tuple[Section, ...]:
    found = []
    for section in sections:
        if _CONTENTS.fullmatch(section.heading.title) and not section.sections and not _has_prose(section):
            words = " ".join([section.heading.title, *(_words_in(block) for block in section.blocks)])
            notices.append(_left_out(words, section.pos))
        else:
            found.append(replace(section, sections=_without_contents(section.sections, notices)))
    return tuple(found)


def _left_out(words: str, pos: SourcePos | None) -> Notice:
    message = "the printed table of contents was left out: every edition makes its own."
    return Notice(
        code="S-064", message=message, weight=Weight.REMARK, pos=pos, fragment=" ".join(words.split())
    )


def _without_printed(section: Section, headings: frozenset[str], notices: list[Notice]) -> Section:
    """Leave out contents that are printed among the blocks: the word, and entries with page numbers or of headings."""
    for at, block in enumerate(section.blocks[:-1]):
        below = section.blocks[at + 1]
        if _says_contents(block) and _is_list(below, headings):
            words = f"{_words_in(block)} {_words_in(below)}"
            notices.append(_left_out(words, block.pos))
            return replace(section, blocks=(*section.blocks[:at], *section.blocks[at + 2 :]))
    return section


def _says_contents(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_CONTENTS_LINE.fullmatch(block_text(block)))


def _is_list(block: Block, headings: frozenset[str]) -> bool:
    """Tell whether most lines or items end with a page number, or are lines that stand alone elsewhere in the text."""
    entries = [entry.strip() for entry in _entries(block) if entry.strip()]
    known = [entry for entry in entries if _LEADERS.search(entry) or _folded(entry) in headings]
    return len(entries) > 1 and len(known) >= _CONTENTS_SHARE * len(entries)


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold().replace("’", "'")))


def _lines_alone(sections: Sequence[Section]) -> frozenset[str]:
    """Give the headings of a text, and its paragraphs of few words, which may be headings."""
    found: set[str] = set()
    for section in sections:
        found.add(_folded(section.heading.title))
        texts = (block_text(block) for block in section.blocks if isinstance(block, Paragraph))
        found |= {_folded(text) for text in texts if len(text) <= _HEADING_CHARACTERS}
        found |= _lines_alone(section.sections)
    return frozenset(found - {""})


def _words_in(block: Block) -> str:
    if isinstance(block, PageBreak):
        return block.number
    if isinstance(block, Table):
        return " ".join(_words_in(inner) for row in block.rows for cell in row for inner in cell)
    return " ".join(sentence.text for sentence in block_sentences(block))


def _lifted(body: tuple[Section, ...]) -> tuple[Section, ...]:
    """When all of a book lies under its title, the title makes a page of its own and the chapters stand beside it."""
    if len(body) != 1 or _has_prose(body[0]) or not _is_book(body[0]):
        return body
    title, rest = body[0], list(body[0].sections)
    blocks = list(title.blocks)
    while rest and _is_title_line(rest[0]) and (rest[0].sections or len(rest) > _FEWEST_CHAPTERS):
        first = rest.pop(0)
        blocks += [_line(first), *first.blocks]
        rest = [*first.sections, *rest]
    return (replace(title, blocks=tuple(blocks), sections=()), *rest)


def _is_book(section: Section) -> bool:
    """Many parts, or parts with parts of their own: not one essay with a few headings."""
    inner = section.sections
    if len(inner) == 1 and not _has_prose(inner[0]):
        return _is_book(inner[0])
    return len(inner) > _FEWEST_CHAPTERS


def _is_title_line(section: Section) -> bool:
    words = sum(len(_words_in(block).split()) for block in section.blocks)
    return not _has_prose(section) and words <= _TITLE_WORDS and not section.heading.supplied


def _line(section: Section) -> Paragraph:
    return Paragraph(sentences=(Sentence(inlines=section.heading.sentence.inlines),), pos=section.pos)


def _has_prose(section: Section) -> bool:
    return any(
        isinstance(block, Paragraph) and len(block_text(block).split()) > _PROSE_WORDS
        for block in section.blocks
    )


def _is_index(section: Section) -> bool:
    if not _INDEX.fullmatch(section.heading.title) or section.sections:
        return False
    entries = [entry.strip() for block in section.blocks for entry in _entries(block)]
    return bool(entries) and sum(1 for entry in entries if _ENTRY.search(entry)) >= _INDEX_SHARE * len(
        entries
    )


def _without_offers(index: Section) -> tuple[Section, ...]:
    """Set the publisher's offers behind an index apart: they begin at the first separator after its entries."""
    entries = next(at for at, block in enumerate(index.blocks) if _entries(block))
    breaks = (
        at for at, block in enumerate(index.blocks) if at > entries and isinstance(block, ThematicBreak)
    )
    begin = next(breaks, len(index.blocks))
    rest = index.blocks[begin + 1 :]
    if not any(offers(block) for block in rest):
        return (index,)
    heading = Heading(sentence=Sentence(inlines=(Text(text="Advertisement"),)), supplied=True)
    apart = Section(id="", level=1, role=Role.ADVERTISEMENT, heading=heading, blocks=rest, pos=rest[0].pos)
    return replace(index, blocks=index.blocks[:begin]), apart


def _entries(block: Block) -> list[str]:
    if isinstance(block, ListBlock):
        return [
            " ".join(_words_in(inner) for inner in item if not isinstance(inner, PageBreak))
            for item in block.items
        ]
    if isinstance(block, Table):
        return [" ".join(_words_in(inner) for cell in row for inner in cell) for row in block.rows]
    if isinstance(block, LineGroup):
        return block_text(block).split("\n")
    return []
