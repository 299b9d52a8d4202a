"""Document to drafts: which blocks there are in braille, in what style and order.

In: a Document. Out: Drafts in reading order, notices. Law: one order for ear, finger and eye; a pull quote is left out
with a notice, every other block is there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.braille.cells import SEPARATION_LINE
from pipeline.braille.styles import Style
from pipeline.model.document import (
    Block,
    Figure,
    LineGroup,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quotation,
    Role,
    Section,
    Sentence,
    Table,
    ThematicBreak,
    Verse,
)
from pipeline.model.inline import Inline, LineBreak, NoteRef, Text, lines_of, plain_text
from pipeline.model.source import Notice, SourcePos, Weight

_PARAGRAPHS = {
    ParagraphRole.BODY: Style.PARAGRAPH,
    ParagraphRole.ABSTRACT: Style.ABSTRACT,
    ParagraphRole.SOURCE_LINE: Style.ATTRIBUTION,
    ParagraphRole.SIGNATURE: Style.ATTRIBUTION,
    ParagraphRole.COPYRIGHT: Style.PARAGRAPH,
    ParagraphRole.BYLINE: Style.ATTRIBUTION,
    ParagraphRole.EPIGRAPH: Style.ABSTRACT,
}
_DISPLAY_MATTER = frozenset(
    {Role.IMPRINT, Role.COPYRIGHT_PAGE, Role.DEDICATION, Role.COLOPHON, Role.ADVERTISEMENT}
)
_INDENT = 2
"""Displayed quotations and nested lists stand two cells further in."""
_RULE = re.compile(r"[-_=~*—–](?: ?[-_=~*—–]){2,}")
_ASTERISKS = "* * *"
_LONGEST_LINE = 120
"""Characters; where a line of print is longer, the lines are the paragraphs of prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A block of braille before translation."""

    style: Style
    inlines: tuple[Inline, ...]
    added: str = ""
    """Cells set before it that print does not have."""
    mark: str = ""
    """The mark of a note, as printed, whose raised sign is set before it."""
    note: str = ""
    """Id of the note that begins here."""
    ours: bool = False
    """The words are a transcriber's, not the text's."""
    enclosed: bool = False
    """Stands in transcriber's note signs: among the words of the text, words that are ours."""
    language: str = ""
    styled: bool = False
    """Emphasis of the whole block is style."""
    unbold: bool = False
    """Bold is style: names on title and dedication pages."""
    pos: SourcePos | None = None
    indent: int = 0
    hang: int = 0
    """Blank cells by which runovers stand further in, as those of deeper entries do."""
    displayed: bool = False
    closes: bool = False
    entry: tuple[Inline, ...] = ()
    """Headings only: the words by which the contents name them."""
    level: int = 0
    """Headings only: the level of their section."""


def outline(
    sections: Sequence[Section], *, notes: str = "section"
) -> tuple[tuple[Draft, ...], tuple[Notice, ...]]:
    """Give the drafts of sections and of the sections inside them; `notes` is the setting: where notes stand."""
    drafts = tuple(draft for section in sections for draft in _section(section, notes == "section"))
    notices = tuple(notice for section in sections for notice in _notices(section))
    return drafts, notices


def notes_section(sections: Sequence[Section]) -> tuple[Draft, ...]:
    """Give the notes of all sections in one section of their own; none when there are no notes."""
    drafts = tuple(draft for section in sections for draft in _notes_of(section))
    words = (Text(text="NOTES"),)
    heading = Draft(style=Style.HEADING, inlines=words, ours=True, enclosed=True, entry=words, level=1)
    return (heading, *drafts) if drafts else ()


def _notes_of(section: Section) -> Iterator[Draft]:
    if section.notes:
        title = (Text(text=section.heading.title),)
        yield Draft(style=Style.HEADING_CELL_5, inlines=title, ours=True, level=2, pos=section.pos)
        yield from _note_drafts(section.notes)
    for inner in section.sections:
        yield from _notes_of(inner)


def _section(section: Section, with_notes: bool) -> Iterator[Draft]:
    yield from _heading(section)
    for block in _without_last_rule(section.blocks):
        for draft in _block(block):
            yield _in_role(draft, section.role)
    if with_notes:
        yield from _notes(section.notes)
    for inner in section.sections:
        yield from _section(inner, with_notes)


def _without_last_rule(blocks: Sequence[Block]) -> Sequence[Block]:
    """Leave out a line drawn at the end of a section: the next heading has its own blank lines."""
    match blocks:
        case (*rest, ThematicBreak(printed=printed)) if "*" not in printed and _RULE.fullmatch(printed):
            return rest
    return blocks


def _in_role(draft: Draft, role: Role) -> Draft:
    """Title pages are centred; in display matter bold is how names are set."""
    if role is Role.TITLEPAGE and draft.style in (Style.LINES, Style.PARAGRAPH):
        return replace(draft, style=Style.TITLE, styled=True, unbold=True)
    return replace(draft, unbold=True) if role in _DISPLAY_MATTER else draft


def _heading(section: Section) -> Iterator[Draft]:
    """A supplied heading is a transcriber's addition, and enclosed as one."""
    heading = section.heading
    if heading.supplied and section.role is Role.TITLEPAGE:
        return  # that this is the title page needs no telling
    style = _heading_style(section)
    yield Draft(
        style=style,
        inlines=heading.sentence.inlines,
        styled=True,
        ours=heading.supplied,
        enclosed=heading.supplied,
        pos=section.pos,
        entry=() if style is Style.TITLE else _entry_words(section),
        level=0 if style is Style.TITLE else section.level,
    )
    if heading.subtitle:
        below = Style.SUBTITLE if style is Style.HEADING else style
        yield Draft(style=below, inlines=heading.subtitle.inlines, styled=True, pos=section.pos)


def _entry_words(section: Section) -> tuple[Inline, ...]:
    heading = section.heading
    if heading.label:
        return (Text(text=heading.label),)
    # Notes are referred to where the heading stands, not from the contents.
    return tuple(inline for inline in heading.sentence.inlines if not isinstance(inline, NoteRef))


def _heading_style(section: Section) -> Style:
    """Centred, cell 5, cell 7 by level; a bare number is centred, in cell 5 it would not be known for a heading."""
    if section.role is Role.TITLEPAGE:
        return Style.TITLE
    bare_number = not any(character.isalpha() for character in section.heading.sentence.text)
    if section.level == 1 or (section.level == 2 and bare_number):
        return Style.HEADING
    return Style.HEADING_CELL_5 if section.level == 2 else Style.HEADING_CELL_7


def _notes(notes: Sequence[Note]) -> Iterator[Draft]:
    """Notes stand after their section, under a separation line, each with the sign of its reference."""
    if notes:
        yield Draft(style=Style.SEPARATION_LINE, inlines=(Text(text=SEPARATION_LINE),), ours=True)
    yield from _note_drafts(notes)


def _note_drafts(notes: Sequence[Note]) -> Iterator[Draft]:
    for note in notes:
        drafts = [draft for block in note.blocks for draft in _block(block)]
        for place, draft in enumerate(drafts):
            named = replace(draft, style=Style.NOTE)
            yield named if place else replace(named, mark=note.mark, note=note.id)


def _block(block: Block) -> Iterator[Draft]:
    match block:
        case Paragraph():
            if block.role is not ParagraphRole.PULLQUOTE:
                yield _paragraph(block)
        case LineGroup():
            yield from _line_group(block)
        case Quotation():
            yield from _displayed([draft for inner in block.blocks for draft in _block(inner)])
        case Verse():
            for stanza in block.stanzas:
                yield Draft(style=Style.VERSE, inlines=_joined(stanza, lines=True), pos=block.pos)
        case ListBlock():
            yield from _list(block)
        case Table():
            yield from _table(block)
        case Figure():
            yield _remark(block.alternative, block.pos)
            for inner in block.caption:
                yield from _block(inner)
        case ThematicBreak():
            # A line or a row of signs that parts a text is three asterisks in braille.
            words = _ASTERISKS if _RULE.fullmatch(block.printed) else block.printed
            yield Draft(style=Style.SEPARATOR, inlines=(Text(text=words),), pos=block.pos)
        case PageBreak():
            number = (Text(text=block.number),)
            yield Draft(style=Style.PAGE_CHANGE, inlines=number, pos=block.pos)


def _paragraph(block: Paragraph) -> Draft:
    style = _PARAGRAPHS[block.role]
    return Draft(
        style=style,
        inlines=_joined(block.sentences),
        language=block.language,
        styled=block.role is not ParagraphRole.BODY,
        pos=block.pos,
    )


def _line_group(block: LineGroup) -> Iterator[Draft]:
    """Lines of print are lines of braille; where one is as long as prose, each is a paragraph."""
    inlines = _joined(block.sentences)
    lines = lines_of(inlines)
    if max(len(plain_text(line)) for line in lines) > _LONGEST_LINE:
        for line in lines:
            yield Draft(style=Style.PARAGRAPH, inlines=tuple(line), language=block.language, pos=block.pos)
        return
    yield Draft(
        style=Style.LINES,
        inlines=inlines,
        language=block.language,
        styled=True,
        unbold=True,
        pos=block.pos,
    )


def _joined(sentences: Sequence[Sentence], *, lines: bool = False) -> tuple[Inline, ...]:
    """Put sentences one after the other; a stanza's lines are parted, other sentences hold their own blanks."""
    made: list[Inline] = []
    for sentence in sentences:
        if made and lines:
            made.append(LineBreak())
        made.extend(sentence.inlines)
    return tuple(made)


def _displayed(drafts: Sequence[Draft]) -> Iterator[Draft]:
    for place, draft in enumerate(drafts):
        yield replace(
            draft,
            indent=draft.indent + _INDENT,
            displayed=draft.displayed or place == 0,
            closes=draft.closes or place == len(drafts) - 1,
        )


def _list(block: ListBlock) -> Iterator[Draft]:
    entries = [_entry(block, number, blocks) for number, blocks in enumerate(block.items, block.start)]
    drafts = [draft for entry in entries for draft in entry]
    deepest = max((draft.indent for draft in drafts), default=0)
    for place, draft in enumerate(drafts):
        last = place == len(drafts) - 1
        yield replace(
            draft,
            hang=deepest - draft.indent,
            displayed=draft.displayed or place == 0,
            closes=draft.closes or last,
        )


def _entry(block: ListBlock, number: int, blocks: Sequence[Block]) -> Iterator[Draft]:
    """One entry: its number or bullet, then its text; a list inside it stands further in."""
    mark = f"{number}. " if block.ordered else "• "
    for inner in blocks:
        for draft in _block(inner):
            if isinstance(inner, ListBlock):
                yield replace(draft, indent=draft.indent + _INDENT, displayed=False, closes=False)
                continue
            inlines = (Text(text=mark), *draft.inlines) if mark else draft.inlines
            yield replace(draft, style=Style.LIST_ENTRY, inlines=inlines)
            mark = ""


def _table(block: Table) -> Iterator[Draft]:
    """A table row by row, cells parted by semicolons, said in a note before it."""
    yield _remark("Table, row by row; the entries of a row are parted by semicolons.", block.pos)
    for row in block.rows:
        made: list[Inline] = []
        for cell in row:
            if made:
                made.append(Text(text="; "))
            made.extend(inline for inner in cell for draft in _block(inner) for inline in draft.inlines)
        yield Draft(style=Style.LIST_ENTRY, inlines=tuple(made), pos=block.pos)


def _remark(words: str, pos: SourcePos | None) -> Draft:
    return Draft(
        style=Style.TRANSCRIBERS_NOTE, inlines=(Text(text=words),), ours=True, enclosed=True, pos=pos
    )


def _notices(section: Section) -> Iterator[Notice]:
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.role is ParagraphRole.PULLQUOTE:
            yield Notice(
                code="B-003",
                weight=Weight.REMARK,
                message="a pull quote is not brailled, because the text has the same words in their place.",
                pos=block.pos,
                fragment=" ".join("".join(sentence.text for sentence in block.sentences).split())[:60],
            )
        if isinstance(block, Table):
            yield Notice(
                code="B-004",
                weight=Weight.REMARK,
                message="a table is brailled row by row, not in columns.",
                pos=block.pos,
            )
    for inner in section.sections:
        yield from _notices(inner)
