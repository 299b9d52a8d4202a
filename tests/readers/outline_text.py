"""A Document as readable lines, with every inline: what the goldens of the readers hold."""

from collections.abc import Iterator, Sequence

from pipeline.model.document import (
    Block,
    Document,
    Figure,
    LineGroup,
    ListBlock,
    PageBreak,
    Paragraph,
    Quotation,
    Section,
    Table,
    ThematicBreak,
    Verse,
)
from pipeline.model.inline import Emphasis, Inline, LanguageSpan, LineBreak, Link, NoteRef, Strong, Text
from pipeline.model.source import Notice


def outline(document: Document, notices: Sequence[Notice]) -> str:
    """Give metadata, sections and notices, a line each."""
    told = document.metadata
    names = ("title", "subtitle", "language", "publisher", "date", "rights", "source", "description")
    lines = [f"{name}: {value}" for name in names if (value := getattr(told, name))]
    lines += [f"contributor: {one.name}" for one in told.contributors]
    for section in document.body:
        lines += _section(section, "")
    lines += [f"{one.code} {one.pos}: {one.message} | {one.fragment}" for one in notices]
    return "\n".join(lines) + "\n"


def _section(section: Section, indent: str) -> Iterator[str]:
    supplied = " (supplied)" if section.heading.supplied else ""
    role = f" [{section.role.name.lower()}]" if section.role else ""
    line = section.pos.line if section.pos else "?"
    yield f"{indent}h{section.level}{role}{supplied} @{line} {inlines(section.heading.sentence.inlines)}"
    for block in section.blocks:
        yield from _block(block, indent + "  ")
    for note in section.notes:
        yield f"{indent}  note {note.mark} = {note.id} @{note.pos.line if note.pos else '?'}"
        for block in note.blocks:
            yield from _block(block, indent + "    ")
    for inner in section.sections:
        yield from _section(inner, indent + "  ")


def _block(block: Block, indent: str) -> Iterator[str]:
    at = f"@{block.pos.line if block.pos else '?'}"
    match block:
        case Paragraph() | LineGroup():
            kind = "p" if isinstance(block, Paragraph) else "lines"
            yield f"{indent}{kind} {at} {' / '.join(inlines(one.inlines) for one in block.sentences)}"
        case Quotation():
            yield f"{indent}quotation {at}"
            for inner in block.blocks:
                yield from _block(inner, indent + "  ")
        case ListBlock():
            yield f"{indent}{'ordered' if block.ordered else 'list'} from {block.start} {at}"
            for item in block.items:
                yield f"{indent}- item"
                for inner in item:
                    yield from _block(inner, indent + "    ")
        case Table():
            yield f"{indent}table, {block.header_rows} rows of head {at}"
            for number, row in enumerate(block.rows, 1):
                for column, cell in enumerate(row, 1):
                    yield f"{indent}  cell {number},{column}"
                    for inner in cell:
                        yield from _block(inner, indent + "    ")
        case Figure():
            yield f"{indent}figure {at} {block.alternative}"
            for inner in block.caption:
                yield from _block(inner, indent + "  ")
        case Verse():
            yield f"{indent}verse {at}"
            for number, stanza in enumerate(block.stanzas, 1):
                yield from (f"{indent}  {number}: {inlines(line.inlines)}" for line in stanza)
        case ThematicBreak():
            yield f"{indent}break {at} {block.printed}"
        case PageBreak():
            yield f"{indent}page {at} {block.number}"


def inlines(found: Sequence[Inline]) -> str:
    """Give inlines with their kinds: em{...}, strong{...}, link<...>{...}, ref[mark=note], and \\n for a line break."""
    return "".join(_inline(one) for one in found)


def _inline(one: Inline) -> str:
    match one:
        case Text():
            return one.text.replace("\n", "␊").replace("\u00a0", "⍽")
        case Emphasis():
            return f"em{{{inlines(one.children)}}}"
        case Strong():
            return f"strong{{{inlines(one.children)}}}"
        case Link():
            return f"link<{one.href}>{{{inlines(one.children)}}}"
        case LanguageSpan():
            return f"{one.language}{{{inlines(one.children)}}}"
        case NoteRef():
            return f"ref[{one.mark}={one.note}]"
        case LineBreak():
            return "\\n"
    return repr(one)
