"""Find pull quotes: words of the text printed a second time for the eye.

In: identified sentences. Out: paragraphs with the role pull quote and the id of the sentence they repeat. Law: dots,
capitals and small changes aside, the words must stand in one other paragraph of the same section, or word for word in
one of the chapter when the quote is set apart; nothing is removed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import (
    Block,
    Document,
    LineGroup,
    Paragraph,
    ParagraphRole,
    Quotation,
    Section,
)
from pipeline.model.source import Notice, Weight
from pipeline.passes.blocks import block_inlines, block_text, is_bold, is_italic

_FEWEST_WORDS = 7
_FEWEST_WITH_DOTS = 5
"""Dots at the end say that a sentence was cut."""
_FEWEST_MARKED = 3
"""In a paragraph that the source itself calls a pull quote."""
_FEWEST_ELSEWHERE = 9
"""In a paragraph whose words stand in another section of the chapter."""
_MOST_WORDS = 80
_RUN = 3
"""Words in a row that are looked up together."""
_ALIKE = 0.7
"""Share of its runs of words that a paraphrase must have in common with one paragraph."""
_LONGER = 1.3
"""How much longer than the quote the paragraph must be that it is taken from."""
_MOST_HOLDERS = 50
"""Paragraphs. A run of words that more of them share is a formula, which leads to none of them."""
_ROLES = (ParagraphRole.BODY, ParagraphRole.ABSTRACT, ParagraphRole.PULLQUOTE)
_MOST_SECTIONS = 200
"""Of a chapter: one of more is a book, whose quotes stand near what they repeat."""
_WORDS = re.compile(r"\w+(?:['’]\w+)*")
_ELLIPSIS = re.compile(r"\.{3,}|…")
_LEADS = re.compile(r"[:,\u2012-\u2015-][\"'”’]*\s*$")
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quote:
    """A paragraph that may be a pull quote."""

    index: int
    pieces: tuple[tuple[str, ...], ...]
    """Its words, parted where dots stand for words left out."""
    is_displayed: bool
    """It is set as a quotation: then only the very words of the text count."""
    is_marked: bool = False
    """The source itself calls it a pull quote."""
    is_loud: bool = False
    """All of it is set in bold or italics."""

    @property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The runs of words of all pieces."""
        return frozenset(run for piece in self.pieces for run in _runs(piece))


def find_pullquotes(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Mark the paragraphs that only repeat a part of the text, before or after it."""
    notices: list[Notice] = []

    def in_chapter(section: Section, around: Sequence[Section]) -> Section:
        blocks = list(section.blocks)
        echoes = _echoes(blocks, around)
        for index, block in enumerate(blocks):
            quote = _paragraph(block)
            if quote and index in echoes:
                blocks[index] = replace(quote, role=ParagraphRole.PULLQUOTE, echoes=echoes[index])
                notices.append(_notice(quote))
            elif isinstance(block, Paragraph | LineGroup) and block.role is ParagraphRole.PULLQUOTE:
                blocks[index] = replace(block, role=ParagraphRole.BODY)  # its words stand nowhere else
        inner = tuple(in_chapter(section, around) for section in section.sections)
        return replace(section, blocks=tuple(blocks), sections=inner)

    body = tuple(in_chapter(chapter, tuple(_all(chapter))) for chapter in document.body)
    return replace(document, body=body), tuple(notices)


def _all(section: Section) -> Iterator[Section]:
    yield section
    for inner in section.sections:
        yield from _all(inner)


def _echoes(blocks: Sequence[Block], around: Sequence[Section]) -> dict[int, str]:
    """Give the index of each pull quote with the id of the sentence it repeats."""
    quotes = [
        quote
        for index, block in enumerate(blocks)
        if (quote := _quote(index, block))
        and not (quote.is_displayed and _introduces(blocks[index - 1 : index]))
    ]
    found = _echoes_in(blocks, quotes)
    apart = [quote for quote in quotes if quote.index not in found and _may_echo_elsewhere(quote)]
    if apart and 1 < len(around) <= _MOST_SECTIONS:
        own = {id(block) for block in blocks}
        others = [block for section in around for block in section.blocks if id(block) not in own]
        here = len(others)
        far = [replace(quote, index=here + quote.index, is_displayed=True) for quote in apart]
        found |= {index - here: echo for index, echo in _echoes_in(others, far).items()}
    return found


def _may_echo_elsewhere(quote: _Quote) -> bool:
    """Words that are set apart may stand in another section, when they are many."""
    is_apart = quote.is_displayed or quote.is_marked or quote.is_loud
    return is_apart and sum(map(len, quote.pieces)) >= _FEWEST_ELSEWHERE


def _echoes_in(blocks: Sequence[Block], quotes: Sequence[_Quote]) -> dict[int, str]:
    wanted = {run for quote in quotes for run in quote.runs}
    if not wanted:
        return {}
    words = [_words(block_text(block)) if isinstance(block, Paragraph) else () for block in blocks]
    holders: dict[tuple[str, ...], list[int]] = {}
    for index, own in enumerate(words):
        for run in set(_runs(own)) & wanted:
            holders.setdefault(run, []).append(index)
    holders = {run: held for run, held in holders.items() if len(held) <= _MOST_HOLDERS}
    found = {}
    for quote in quotes:
        host = _host(quote, words, holders)
        if host is not None:
            found[quote.index] = _sentence(blocks[host], quote)
    return {index: echoes for index, echoes in found.items() if echoes}


def _quote(index: int, block: Block) -> _Quote | None:
    paragraph = _paragraph(block)
    if not paragraph or paragraph.role not in _ROLES:
        return None
    text = block_text(paragraph)
    is_marked = paragraph.role is ParagraphRole.PULLQUOTE
    if len(text) > _MOST_WORDS * 12 or not (is_marked or _ENDED.search(text)):
        return None
    pieces = tuple(piece for part in _ELLIPSIS.split(text) if len(piece := _words(part)) >= _RUN)
    fewest = _FEWEST_WITH_DOTS if _ELLIPSIS.search(text) else _FEWEST_WORDS
    if not (_FEWEST_MARKED if is_marked else fewest) <= sum(map(len, pieces)) <= _MOST_WORDS:
        return None
    inlines = block_inlines(paragraph)
    return _Quote(
        index=index,
        pieces=pieces,
        is_displayed=isinstance(block, Quotation),
        is_marked=is_marked,
        is_loud=is_bold(inlines) or is_italic(inlines),
    )


def _introduces(before: Sequence[Block]) -> bool:
    """Tell whether the block before a displayed quotation leads to it: then nothing is repeated."""
    return bool(before) and bool(_LEADS.search(block_text(before[0])))


def _paragraph(block: Block) -> Paragraph | None:
    """Give a paragraph, or the only one of a displayed quotation: pull quotes are set as such, too."""
    if isinstance(block, Quotation) and len(block.blocks) == 1:
        block = block.blocks[0]
    return block if isinstance(block, Paragraph) else None


def _host(
    quote: _Quote, words: Sequence[tuple[str, ...]], holders: dict[tuple[str, ...], list[int]]
) -> int | None:
    """Find the paragraph that holds a quote, word for word, or nearly and with the same end.

    What only begins alike is a keyword with a comment of its own.
    """
    shared = Counter(index for run in quote.runs for index in holders.get(run, ()) if index != quote.index)
    own = sum(map(len, quote.pieces))
    for index, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        if len(words[index]) < _LONGER * own:
            continue
        text = f" {' '.join(words[index])} "
        if all(f" {' '.join(piece)} " in text for piece in quote.pieces):
            return index
        alike = quote.runs.intersection(_runs(words[index]))
        is_alike = len(alike) >= _ALIKE * len(quote.runs) and own >= _FEWEST_WORDS + 1
        return index if not quote.is_displayed and is_alike and quote.pieces[-1][-_RUN:] in alike else None
    return None


def _sentence(block: Block, quote: _Quote) -> str:
    """Give the id of the sentence of a paragraph that shares most with a quote."""
    if not isinstance(block, Paragraph) or not block.sentences:
        return ""
    runs = quote.runs
    return max(block.sentences, key=lambda sentence: len(runs.intersection(_runs(_words(sentence.text))))).id


def _notice(quote: Paragraph) -> Notice:
    message = "this paragraph repeats a sentence of the text (a pull quote): it is shown, not spoken or brailled twice."
    return Notice(
        code="S-025", message=message, weight=Weight.REMARK, pos=quote.pos, fragment=block_text(quote)
    )


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def _words(text: str) -> tuple[str, ...]:
    """Give the words in small letters."""
    return tuple(_WORDS.findall(text.casefold()))
