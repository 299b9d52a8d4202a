"""Account for every word of a source: where it went, or why it was left out.

In: a refined Document, the words its source prints, the notices. Out: a Ledger. Law: what is neither in the Document
nor in a notice that says why is lost, and what stands in no source is invented; both are named.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.document import (
    Block,
    Document,
    Figure,
    ListBlock,
    PageBreak,
    ParagraphRole,
    Quotation,
    Section,
    Table,
    every_section,
)
from pipeline.model.inline import NoteRef
from pipeline.model.metadata import Emendation
from pipeline.model.source import Notice
from pipeline.model.walk import block_sentences, every_inline, every_sentence

_WORD = re.compile(r"[^\W\d_⁰¹²³⁴-⁹]+|\d+|[⁰¹²³⁴-⁹]+")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
"""A raised digit is the number of a note as much as one in <sup>."""
LEFT_OUT = {
    "S-004": "settings at the top",
    "S-021": "a second title page",
    "S-023": "headings above notes",
    "S-028": "headings printed twice",
    "S-060": "comments",
    "S-061": "round the article",
    "S-062": "Project Gutenberg",
    "S-064": "printed contents",
    "S-067": "running heads",
}
"""Codes of the notices that hold words which no edition has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Where the words of a source went. Numbers count words: runs of letters or digits."""

    printed: int
    parts: tuple[tuple[str, int], ...]
    """Part of the Document -> words."""
    left_out: tuple[tuple[str, int], ...]
    """Reason -> words."""
    lost: tuple[str, ...]
    """Words of the source that are nowhere: none, or there is a defect in a reader."""
    invented: tuple[str, ...]
    """Words of the Document that the source does not print."""

    @property
    def is_balanced(self) -> bool:
        """Every word is accounted for."""
        return not self.lost and not self.invented


def account(
    document: Document,
    printed: Sequence[str],
    notices: Iterable[Notice],
    emendations: Sequence[Emendation] = (),
) -> Ledger:
    """Balance the words of a source against its Document."""
    parts = _parts(document)
    kept = sum(parts.values(), Counter[str]())
    expected = Counter(printed)
    for emendation in emendations:
        expected += Counter(_words(emendation.new))
        expected.subtract(_words(emendation.old))
    left_out: Counter[str] = Counter()
    for notice in notices:
        if reason := LEFT_OUT.get(notice.code):
            words = _words(notice.fragment)
            expected.subtract(words)
            left_out[reason] += len(words)
    lost, invented = _more(expected, kept), _more(kept, expected)
    _join(lost, invented)
    _take_marks(document, lost, invented)
    return Ledger(
        printed=len(printed),
        parts=tuple((part, words.total()) for part, words in parts.items() if words),
        left_out=tuple((reason, count) for reason, count in left_out.items() if count),
        lost=tuple(sorted(lost.elements())),
        invented=tuple(sorted(invented.elements())),
    )


def _more(one: Counter[str], other: Counter[str]) -> Counter[str]:
    """Count what stands in one more often than in the other; counts may be negative."""
    return Counter({word: one[word] - other[word] for word in one if one[word] > other[word]})


def _words(text: str) -> list[str]:
    return [word.translate(_RAISED) for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def _parts(document: Document) -> dict[str, Counter[str]]:
    """Count the words of each part of a Document."""
    names = ("headings", "text", "notes", "pull quotes", "front matter", "back matter", "page numbers")
    parts = {name: Counter[str]() for name in names}
    outside = {
        id(s): name
        for name, matter in (("front matter", document.front), ("back matter", document.back))
        for top in matter
        for s in _all(top)
    }
    for section in every_section(document):
        part = outside.get(id(section), "text")
        if not section.heading.supplied:
            heading = "headings" if part == "text" else part
            subtitle = section.heading.subtitle.text if section.heading.subtitle else ""
            parts[heading].update(_words(f"{section.heading.sentence.text} {subtitle}"))
        for block in section.blocks:
            is_pull = getattr(block, "role", None) is ParagraphRole.PULLQUOTE
            parts["pull quotes" if is_pull else part].update(_block_words(block))
            parts["page numbers"].update(word for inner in _every(block) for word in _page_numbers(inner))
        for note in section.notes:
            for block in note.blocks:
                parts["notes"].update(_block_words(block))
    return parts


def _all(section: Section) -> Iterator[Section]:
    yield section
    for inner in section.sections:
        yield from _all(inner)


def _every(block: Block) -> Iterator[Block]:
    """Yield a block and all blocks inside it."""
    yield block
    match block:
        case Quotation():
            inside = block.blocks
        case ListBlock():
            inside = tuple(inner for item in block.items for inner in item)
        case Table():
            inside = tuple(inner for row in block.rows for cell in row for inner in cell)
        case Figure():
            inside = block.caption
        case _:
            inside = ()
    for inner in inside:
        yield from _every(inner)


def _block_words(block: Block) -> list[str]:
    return [word for sentence in block_sentences(block) for word in _words(sentence.text)]


def _page_numbers(block: Block) -> list[str]:
    return _words(block.number) if isinstance(block, PageBreak) else []


def _take_marks(document: Document, lost: Counter[str], invented: Counter[str]) -> None:
    """Numbers of notes and lists are printed, but are no words; page numbers may come from an attribute."""
    marks: Counter[str] = Counter()
    for note in document.notes:
        marks.update(_words(note.mark))
    for sentence in every_sentence(document):
        for inline in every_inline(sentence.inlines):
            if isinstance(inline, NoteRef):
                marks.update(_words(inline.mark))
    blocks = [block for section in every_section(document) for top in section.blocks for block in _every(top)]
    blocks += [block for note in document.notes for top in note.blocks for block in _every(top)]
    for block in blocks:
        if isinstance(block, ListBlock) and block.ordered:
            marks.update(str(number) for number, _ in enumerate(block.items, block.start))
    lost.subtract(lost & marks)
    pages = Counter(word for block in blocks for word in _page_numbers(block))
    labels = Counter({word: pages.total() for word in ("Page", "page", "Pg", "p", "pg")})
    lost.subtract(lost & labels)
    invented.subtract(invented & pages)
    for counts in (lost, invented):
        for word in [word for word, count in counts.items() if count <= 0]:
            del counts[word]


def _join(lost: Counter[str], invented: Counter[str]) -> None:
    """A word that a page or a line broke in two is lost twice and invented once."""
    for whole in sorted(invented):
        for cut in range(1, len(whole)):
            first, second = whole[:cut], whole[cut:]
            both = lost[second] if first != second else lost[second] // 2
            times = min(invented[whole], lost[first], both)
            if times > 0:
                lost.subtract({first: times})
                lost.subtract({second: times})
                invented.subtract({whole: times})
    for counts in (lost, invented):
        for word in [word for word, count in counts.items() if count <= 0]:
            del counts[word]
