"""Write the outline of a Document for a person to compare with the print: every block, or headings and counts.

`./run test tests/passes --update-golden` writes them anew; look at the difference before you commit it.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.model.document import Block, Document, Section, ThematicBreak, every_section
from pipeline.model.source import Notice
from pipeline.model.walk import block_sentences, every_sentence
from pipeline.passes.ledger import Ledger

GOLDEN = Path(__file__).parent / "golden"


def outline(document: Document, notices: tuple[Notice, ...]) -> str:
    return "\n".join([*_lines(document), *_notices(notices), ""])


def contents(document: Document, notices: tuple[Notice, ...]) -> str:
    """Give the headings with what stands under each, for texts whose whole outline would be a book."""
    lines = [*_description(document)]
    for place, sections in (("front", document.front), ("body", document.body), ("back", document.back)):
        lines += ["", place.upper(), *(line for section in sections for line in _headed(section))]
    counts = Counter(notice.code for notice in notices)
    told = [f"  {code}: {count}" for code, count in sorted(counts.items())]
    return "\n".join([*lines, "", "NOTICES", *told, ""])


def balance(ledger: Ledger) -> str:
    """Give where the words went."""
    parts = [f"  {part}: {count}" for part, count in ledger.parts]
    left = [f"  left out, {reason}: {count}" for reason, count in ledger.left_out]
    ends = [f"  lost: {' '.join(ledger.lost)}", f"  invented: {' '.join(ledger.invented)}"]
    return "\n".join(["", f"LEDGER of {ledger.printed} words", *parts, *left, *ends, ""])


def _headed(section: Section) -> Iterator[str]:
    kinds = Counter(_kind(block) for block in section.blocks)
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    notes = f"; {len(section.notes)} notes" if section.notes else ""
    heading = section.heading
    supplied = " (supplied)" if heading.supplied else ""
    below = f" / {heading.subtitle.text}" if heading.subtitle else ""
    yield f"{'  ' * section.level}{section.role.value} “{heading.title}{below}”{supplied}: {counts}{notes}"
    for inner in section.sections:
        yield from _headed(inner)


def _kind(block: Block) -> str:
    role = getattr(block, "role", "")
    return type(block).__name__.lower() if role in ("body", "") else role


def _lines(document: Document) -> Iterator[str]:
    yield from _description(document)
    for place, sections in (("front", document.front), ("body", document.body), ("back", document.back)):
        yield ""
        yield f"{place.upper()}"
        for section in sections:
            yield from _section(section)


def _description(document: Document) -> Iterator[str]:
    told = document.metadata
    yield f"title: {told.shown_title}"
    yield f"subtitle: {told.subtitle}"
    yield f"by: {'; '.join(f'{person.name} ({person.role})' for person in told.contributors)}"
    yield f"publisher: {told.publisher}"
    yield f"date: {told.date}"
    yield f"series: {told.series} {told.series_number}".rstrip()
    yield f"rights: {told.rights}"
    yield f"sections: {len(list(every_section(document)))}, notes: {len(document.notes)}"
    yield f"sentences: {len(list(every_sentence(document)))}"


def _section(section: Section) -> Iterator[str]:
    indent = "  " * section.level
    heading = section.heading
    supplied = " (supplied)" if heading.supplied else ""
    label = f" = {heading.label}" if heading.label else ""
    printed = f"{section.pos.line}: " if section.pos else ""
    yield f"{indent}{printed}{section.role.value} “{heading.sentence.text}”{label}{supplied} #{section.id}"
    if heading.subtitle:
        yield f"{indent}  subtitle “{heading.subtitle.text}”"
    for block in section.blocks:
        yield f"{indent}  {_block(block)}"
    for note in section.notes:
        words = " ".join("".join(s.text for b in note.blocks for s in block_sentences(b)).split())
        author = f" by the {note.author}" if note.author else ""
        line = note.pos.line if note.pos else 0
        yield f"{indent}  {line}: {note.id} <- {', '.join(note.references)}{author}: {_short(words)}"
    for inner in section.sections:
        yield from _section(inner)


def _block(block: Block) -> str:
    line = block.pos.line if block.pos else 0
    if isinstance(block, ThematicBreak):
        return f"{line}: separator {block.printed}"
    sentences = list(block_sentences(block))
    role = getattr(block, "role", "")
    kind = type(block).__name__.lower()
    name = kind if role in ("body", "") else f"{kind}, {role}"
    language = f" [{block.language}]" if getattr(block, "language", "") else ""
    echoes = f" = {block.echoes}" if getattr(block, "echoes", "") else ""
    words = " / ".join(" ".join(sentence.text.split()) for sentence in sentences)
    return f"{line}: {name}{language}{echoes} ({len(sentences)}) {_short(words)}"


def _short(words: str) -> str:
    return words if len(words) <= 70 else f"{words[:44]} … {words[-22:]}"


def _notices(notices: tuple[Notice, ...]) -> Iterator[str]:
    yield ""
    yield "NOTICES"
    for notice in sorted(notices, key=lambda found: (found.pos.line if found.pos else 0, found.code)):
        line = notice.pos.line if notice.pos else 0
        yield f"  {line}: {notice.code} {_short(notice.fragment)}"
