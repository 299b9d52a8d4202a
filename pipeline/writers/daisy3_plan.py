"""What a DAISY 3 book plays, as a tree: moments, and the stretches a listener can skip or leave.

In: a planned heading section. Out: its Nodes in playing order. Laws (spec 6.2): a note, a list and a table are
stretches of their own; a note reference and a page number are moments of their own, so that each can be switched off;
a stretch in which nothing is played is left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from pipeline.model.document import (
    Block,
    Figure,
    LineGroup,
    ListBlock,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quotation,
    Sentence,
    Table,
    ThematicBreak,
    Verse,
)
from pipeline.writers.daisy_plan import HeadingPart, Sound, page_kind
from pipeline.writers.reading import note_refs

BOOK = "book.xml"
"""The one DTBook file."""
SKIPPABLE: Mapping[str, str] = {"note": "NOTE", "noteref": "NOTE_REFERENCE", "pagenum": "PAGE_NUMBER"}
"""What a listener can switch off: element of DTBook -> bookStruct of the NCX."""
_ROMAN = (("cm", 900), ("cd", 400), ("xc", 90), ("xl", 40), ("ix", 9), ("iv", 4))
_ROMAN_LETTERS = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A par: one fragment of the text with its sound, if it has one."""

    target: str
    kind: str
    """sent, noteref or pagenum."""
    sound: Sound | None = None
    leads_to: str = ""
    """Note references only: id of the note."""

    @property
    def id(self) -> str:
        """The id in the SMIL file."""
        return f"par-{self.target}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A seq that a listener can leave: note, list or table."""

    target: str
    kind: str
    nodes: "tuple[Node, ...]"

    @property
    def id(self) -> str:
        """The id in the SMIL file."""
        return f"seq-{self.target}"


Node: TypeAlias = Moment | Stretch


def plan_nodes(part: HeadingPart) -> tuple[Node, ...]:
    """Give what a heading section plays; the first node is the heading."""
    sounds = {par.target: par.sound for par in part.pars}
    heading = part.section.heading
    nodes: list[Node] = [*_sentence(heading.sentence, sounds)]
    if heading.subtitle:
        nodes += _sentence(heading.subtitle, sounds)
    nodes += _blocks(part.section.blocks, sounds)
    for note in part.section.notes:
        nodes += _stretch(note.id, "note", _blocks(note.blocks, sounds))
    return tuple(nodes)


def every_node(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield each node before what is in it."""
    for node in nodes:
        yield node
        if isinstance(node, Stretch):
            yield from every_node(node.nodes)


def dtbook_page(page: PageBreak) -> tuple[str, int | None]:
    """Give the kind of a page and its number as DTBook and NCX know it.

    Normal pages are whole numbers from 1, front pages Roman numerals; what is neither is special and has no number.
    """
    kind = page_kind(page)
    if kind == "normal" and int(page.number):
        return kind, int(page.number)
    if kind == "front" and (value := _roman(page.number.lower())):
        return kind, value
    return "special", None


def _roman(numeral: str) -> int | None:
    """Give the value of a Roman numeral; None when it is not written as the schemas want it."""
    value = sum(_ROMAN_LETTERS[letter] for letter in numeral)
    value -= sum(2 * _ROMAN_LETTERS[pair[0]] for pair, _ in _ROMAN if pair in numeral)
    return value if _as_roman(value) == numeral else None


def _as_roman(value: int) -> str:
    written = ""
    steps = sorted([*_ROMAN, *_ROMAN_LETTERS.items()], key=lambda step: -step[1])
    for letters, worth in steps:
        count, value = divmod(value, worth)
        written += letters * count
    return written


def _sentence(sentence: Sentence, sounds: Mapping[str, Sound | None]) -> Iterator[Moment]:
    """Give a sentence that has a place in the plan, and then its note references."""
    if sentence.id not in sounds:
        return
    yield Moment(target=sentence.id, kind="sent", sound=sounds[sentence.id])
    for ref in note_refs(sentence):
        if ref.note:
            yield Moment(target=ref.id, kind="noteref", leads_to=ref.note)


def _stretch(target: str, kind: str, nodes: Iterable[Node]) -> Iterator[Stretch]:
    if inside := tuple(nodes):
        yield Stretch(target=target, kind=kind, nodes=inside)


def _blocks(blocks: Sequence[Block], sounds: Mapping[str, Sound | None]) -> Iterator[Node]:
    for block in blocks:
        yield from _block(block, sounds)


def _block(block: Block, sounds: Mapping[str, Sound | None]) -> Iterator[Node]:
    match block:
        case PageBreak():
            yield Moment(target=block.id, kind="pagenum")
        case Paragraph(role=ParagraphRole.PULLQUOTE) | ThematicBreak():
            return
        case Paragraph() | LineGroup():
            for sentence in block.sentences:
                yield from _sentence(sentence, sounds)
        case Verse():
            for stanza in block.stanzas:
                for line in stanza:
                    yield from _sentence(line, sounds)
        case Quotation():
            yield from _blocks(block.blocks, sounds)
        case Figure():
            yield from _sentence(block.described, sounds)
            yield from _blocks(block.caption, sounds)
        case ListBlock():
            inside = (node for item in block.items for node in _blocks(item, sounds))
            yield from _stretch(block.id, "list", inside)
        case Table():
            inside = (node for row in block.rows for cell in row for node in _blocks(cell, sounds))
            yield from _stretch(block.id, "table", inside)
        case _:
            assert_never(block)
