"""Put right what is safe: spacing, dashes, a stop before a comma, the order of a right-to-left number.

In: sentences as printed. Out: sentences, and one notice for each change with before and after. Law: no letter and no
figure is changed; everything else that looks wrong is for `passes.reports`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from pipeline.model.document import Block, Document, LineGroup, Paragraph, Section, Sentence
from pipeline.model.source import Notice, Weight
from pipeline.passes.abbreviations import ABBREVIATIONS
from pipeline.passes.blocks import map_blocks, place_of
from pipeline.passes.edits import replace_text
from pipeline.passes.excerpt import words_after, words_before
from pipeline.passes.language import HEBREW

_ADDRESS = re.compile(r"(?<!\S)\S*?(?:://|@|www\.)\S*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fix:
    code: str
    what: str
    pattern: re.Pattern[str]
    new: Callable[[re.Match[str]], str | None]
    """From what was found to what should stand there; None leaves it."""
    language: str = ""
    """Only in blocks of this language."""


def _dash_of_pair(found: re.Match[str]) -> str:
    return f" {found['partner']} "


def _without_stop(found: re.Match[str]) -> str | None:
    word = f"{found['word']}.".casefold()
    return None if word in ABBREVIATIONS else f"{found['word']},"


def _area_code_first(found: re.Match[str]) -> str:
    return f"{found['area']} {found['number']}"


def _spaced_comma(_found: re.Match[str]) -> str:
    return ", "


def _spaced(_found: re.Match[str]) -> str:
    return " "


_FIXES = (
    _Fix(
        code="S-031",
        what="a space was missing after a comma",
        pattern=re.compile(r"(?<=[A-Za-z]),(?=[A-Za-z])"),
        new=_spaced_comma,
    ),
    _Fix(
        code="S-032",
        what="a space was missing before chapter and verse",
        pattern=re.compile(r"(?<=[a-z]{3})(?=\d{1,3}:\d{1,3}\b)"),
        new=_spaced,
    ),
    _Fix(
        code="S-033",
        what="the first dash of a pair was printed as a hyphen",
        # "state -and beyond – by": open on one side only, and its partner stands in the same clause.
        pattern=re.compile(r" -(?=[A-Za-z][^.!?;:–—-]{0,60} (?P<partner>[–—-]) )"),
        new=_dash_of_pair,
    ),
    _Fix(
        code="S-034",
        what="a full stop stood before a comma",
        pattern=re.compile(r"(?P<word>\b[a-z]{3,})\.,(?=[\"”'’])"),
        new=_without_stop,
    ),
    _Fix(
        code="S-035",
        what="a telephone number in Hebrew text stood in right-to-left order",
        pattern=re.compile(r"(?P<number>\b\d{3}-\d{4}) (?P<area>\(\d{3}\))"),
        new=_area_code_first,
        language=HEBREW,
    ),
)


def fix_safely(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Apply every safe fix and list each change."""
    notices: list[Notice] = []

    def in_block(_section: Section, block: Block) -> Block:
        if not isinstance(block, Paragraph | LineGroup):
            return block
        sentences = []
        for sentence in block.sentences:
            for fix in _FIXES:
                if fix.language in ("", block.language):
                    sentence = _fixed(sentence, fix, block, notices)
            sentences.append(sentence)
        return replace(block, sentences=tuple(sentences))

    return map_blocks(document, in_block), tuple(notices)


def _fixed(sentence: Sentence, fix: _Fix, block: Block, notices: list[Notice]) -> Sentence:
    """Apply one fix from the end of the sentence to its beginning, so that offsets stay true."""
    text = sentence.text
    places = list(fix.pattern.finditer(text))
    if not places:
        return sentence
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    inlines = sentence.inlines
    changes: list[Notice] = []
    for found in reversed(places):
        new = fix.new(found)
        if new is None or any(begin <= found.start() < end for begin, end in addresses):
            continue
        changed = replace_text(inlines, found.start(), found.end(), new)
        if changed is not None:
            inlines = changed
            changes.append(_notice(fix, text, found, new, block))
    notices += reversed(changes)
    return replace(sentence, inlines=inlines)


def _notice(fix: _Fix, text: str, found: re.Match[str], new: str, block: Block) -> Notice:
    before, after = words_before(text, found.start()), words_after(text, found.end())
    message = f"{fix.what}. It now reads “{before}{new}{after}”; printed:"
    return Notice(
        code=fix.code,
        message=message,
        weight=Weight.REMARK,
        pos=place_of(block, found.start()),
        fragment=f"{before}{found[0]}{after}",
    )
