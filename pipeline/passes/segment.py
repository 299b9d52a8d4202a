"""Cut paragraphs into sentences: the unit that is voiced, highlighted and corrected.

In: blocks with one long sentence. Out: blocks with sentences. Law: no character is lost, white space at the end of a
sentence stays in it, closing quotes, brackets and note references stay with the sentence before them.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from pipeline.model.document import Block, Document, LineGroup, Paragraph, Section, Sentence
from pipeline.model.weave import cut_all
from pipeline.passes.abbreviations import ABBREVIATIONS, CAN_END
from pipeline.passes.blocks import map_blocks
from pipeline.passes.lines import line_starts

_HEBREW = "\u05d0-\u05ea"
_CLOSERS = r"[\"'”’»)\]]*+"
_OPENERS = "\"'“‘«(["
# An end: a stop, question or exclamation mark or ellipsis, what closes after it, white space.
_END = re.compile(rf"(?<![.!?…])(?P<stop>[.!?…]++){_CLOSERS}(?P<gap>\s++)")
# A place in brackets after a quotation belongs to it: "... by accident…." (Num. 35:11) The Rebbe ...
_PLACE = re.compile(r"\((?:[^().!?]|[A-Za-z]{1,6}\.(?= ?\d)){1,60}\)\s+")
# How a translator signs a note: part of the sentence before it, because it is said at the note's beginning.
_SIGNATURE = re.compile(r"[-–—\s]*translator['’]s note\b\W*\Z", re.IGNORECASE)
_LONGEST_ABBREVIATION = 12
_LONGEST_BRACKET = 300
"""Characters looked back for what is open; it keeps the work proportional to the text."""
_WORD_BEFORE = re.compile(rf"[\w.'’{_HEBREW}-]*\Z")


def segment(document: Document) -> Document:
    """Cut every paragraph, line group and note into sentences."""
    return map_blocks(document, _segmented)


def _segmented(section: Section, block: Block) -> Block:
    match block:
        case Paragraph(language="he") | LineGroup(language="he"):
            return block  # announced or said as one: see speech.script
        case Paragraph():
            return replace(block, sentences=_cut_all(block.sentences, sentence_starts))
        case LineGroup():
            return replace(
                block, sentences=_cut_all(block.sentences, lambda text: line_starts(text, section.role))
            )
        case _:
            return block


def _cut_all(
    sentences: Iterable[Sentence], starts_of: Callable[[str], tuple[int, ...]]
) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(inlines=part)
        for sentence in sentences
        for part in cut_all(sentence.inlines, starts_of(sentence.text))
    )


def sentence_starts(text: str) -> tuple[int, ...]:
    """Give the offset of each sentence but the first."""
    starts: list[int] = []
    position = 0
    while found := _END.search(text, position):
        position = found.end()
        if position >= len(text):
            break
        if place := _place_after(text, found):
            position = place
        if _SIGNATURE.match(text, position):
            break
        if position < len(text) and _ends(text, found, position):
            starts.append(position)
    return tuple(starts)


def _place_after(text: str, found: re.Match[str]) -> int:
    """Give where the sentence goes on after a bracketed place that follows a closing quote; 0 without one."""
    is_quoted = text[found.end("stop") : found.start("gap")][-1:] in ('"', "”")
    place = _PLACE.match(text, found.end()) if is_quoted else None
    return place.end() if place else 0


def _ends(text: str, found: re.Match[str], start: int) -> bool:
    """Tell whether the stop that was found ends a sentence, when the next would begin at `start`."""
    letter = _after_openers(text, start)
    if letter == len(text):
        return False
    first, is_opened = text[letter], letter > start
    is_closed = found.end("stop") < found.start("gap")
    if found["stop"] == "." and not is_closed and _is_abbreviation(text, found.start("stop"), first):
        return False
    if first.islower():
        return found["stop"] == "." and is_opened and not is_closed
    if first.isdigit():
        return not _is_inside_brackets(text[max(0, found.start() - _LONGEST_BRACKET) : found.start()])
    return first.isalpha()


def _after_openers(text: str, position: int) -> int:
    """Give the offset of the first character that opens nothing."""
    while position < len(text) and text[position] in _OPENERS:
        position += 1
    return position


def _is_abbreviation(text: str, stop: int, next_letter: str) -> bool:
    word = _WORD_BEFORE.search(text[max(0, stop - _LONGEST_ABBREVIATION) : stop])
    written = f"{word[0] if word else ''}.".lstrip("'’").casefold()
    bare = written.rstrip(".")
    if written in CAN_END:
        return not next_letter.isupper()
    is_initial = len(bare) == 1 and bare.isalpha() and not text[stop - 1].islower()
    return is_initial or written in ABBREVIATIONS


def _is_inside_brackets(before: str) -> bool:
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")
