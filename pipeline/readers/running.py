"""Know running heads and page numbers that stand among the text, where a printed page ended.

In: the lines of a text, or the blocks of its sections. Out: which of them are running heads, and the text without them.
Law: a line is one only when it returns and stands in the middle of sentences or at page turns; the first may be a
heading and stays unless it breaks a sentence; what is left out stands in a notice.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.model.document import Block, PageBreak, Paragraph, Section
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import block_sentences
from pipeline.readers.reading import Reading

PAGE_TURN = "\f"
"""Stands among lines where the source itself says that a page begins."""
_ANOTHER = "."
"""Stands for a block that is no line and breaks no sentence."""
_FEWEST = 3
_MOST_CHARACTERS = 70
_MOST_WORDS = 9
_BREAKING = 1 / 3
"""Share of the lines that must stand in the middle of a sentence or at a page turn."""
_RISING = 0.8
"""Share of the page numbers that must be higher than the one before by no more than `_STEP`."""
_STEP = 4
_NUMBER = r"(?:page |p\. ?)?(?P<{0}>\d{{1,4}}|[ivxl]{{1,7}})"
_HEAD = re.compile(
    rf"[\W_]*(?:{_NUMBER.format('first')}(?![^\W_])[\W_]*)?(?P<words>.*?)(?:(?<![^\W_]){_NUMBER.format('last')})?[\W_]*",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]|\*{1,4}|[†‡§]) ?[^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*\s*$")
_GOES_ON = re.compile(r"[\"'“‘(\[]*[a-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line that may be a running head."""

    at: int
    number: int | None
    breaks: bool
    """It stands in the middle of a sentence, or at a page turn."""


def running_heads(lines: Sequence[str]) -> frozenset[int]:
    """Give the indices of the lines that are running heads or bare page numbers; empty lines are neighbours of none."""
    groups: dict[str, list[_Line]] = {}
    notes = _note_lines(lines)
    filled = [at for at, line in enumerate(lines) if line.strip(" \t") and at not in notes]
    short = {at for at in filled if _key(lines[at]) is not None}
    for place, at in enumerate(filled):
        key = _key(lines[at])
        if key is not None:
            before = next(
                (lines[i] for i in reversed(filled[max(0, place - 3) : place]) if i not in short), _ANOTHER
            )
            after = next((lines[i] for i in filled[place + 1 : place + 4] if i not in short), _ANOTHER)
            breaks = PAGE_TURN in (before, after) or (
                not _SENTENCE_END.search(before) and bool(_GOES_ON.match(after))
            )
            groups.setdefault(key[0], []).append(_Line(at=at, number=key[1], breaks=breaks))
    heads = [line for key, found in groups.items() for line in _heads(key, found)]
    others = [line for found in groups.values() for line in found if line.number is not None]
    return frozenset(line.at for line in (*heads, *_between(heads, others)))


def _note_lines(lines: Sequence[str]) -> set[int]:
    """Give the lines of notes at the foot of a page, which stand between the halves of a sentence."""
    found: set[int] = set()
    is_note = False
    for at, line in enumerate(lines):
        is_note = bool(line.strip()) and (is_note or bool(_NOTE.match(line)))
        if is_note:
            found.add(at)
    return found


def without_running_heads(reading: Reading) -> Reading:
    """Take running heads out from among the blocks of a text."""
    blocks = [block for section in _every(reading.sections) for block in section.blocks]
    heads = {id(blocks[at]) for at in running_heads([_line(block) for block in blocks])}
    if not heads:
        return reading
    left = [block for block in blocks if id(block) in heads and isinstance(block, Paragraph)]
    notice = told(left[0].pos, [_line(block) for block in left])
    return replace(
        reading,
        sections=tuple(_without(section, heads) for section in reading.sections),
        notices=(*reading.notices, notice),
    )


def told(pos: SourcePos | None, words: Sequence[str]) -> Notice:
    """Tell which running heads were left out."""
    message = f"{len(words)} running heads and page numbers were left out:"
    return Notice(code="S-067", message=message, weight=Weight.REMARK, pos=pos, fragment=" ".join(words))


def _key(line: str) -> tuple[str, int | None] | None:
    """Give the words of a line in small letters, and its page number; None for what cannot be a running head."""
    if len(line) > _MOST_CHARACTERS or line == PAGE_TURN:
        return None
    found = _HEAD.fullmatch(line)
    if not found:
        return None
    words = found["words"].split()
    number = _value(found["first"] or found["last"] or "")
    if len(words) > _MOST_WORDS or (words and not _is_title(words)) or (not words and number is None):
        return None
    return " ".join(words).casefold().strip(" .|-–—"), number


def _is_title(words: Sequence[str]) -> bool:
    """Tell whether a line is set like a title: its longer words begin with capitals."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return bool(long) and all(not word[0].islower() for word in long) and words[-1][-1] not in ".,;:!?…”"


def _value(number: str) -> int | None:
    if not number:
        return None
    if number.isdigit():
        return int(number)
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in number.lower()]
    return sum(-one if one < next_ else one for one, next_ in zip(values, [*values[1:], 0], strict=True))


def _heads(key: str, found: Sequence[_Line]) -> Sequence[_Line]:
    """Give those of the lines with the same words that are running heads."""
    breaking = sum(1 for line in found if line.breaks)
    if len(found) < _FEWEST or breaking < max(2, _BREAKING * len(found)):
        return ()
    numbers = [line.number for line in found if line.number is not None]
    steps = sum(1 for one, two in pairwise(numbers) if 0 < two - one <= _STEP)
    if not key and steps < _RISING * (len(numbers) - 1):
        return ()
    first = found[0]
    return found if first.breaks or first.number is not None else found[1:]


def _between(heads: Sequence[_Line], others: Sequence[_Line]) -> Iterator[_Line]:
    """Give the lines whose page numbers fit between those of running heads: the heads of the facing pages."""
    known = sorted((line for line in heads if line.number is not None), key=lambda line: line.at)
    places, numbers = [line.at for line in known], [line.number or 0 for line in known]
    for line in others:
        next_ = bisect(places, line.at)
        before, after = numbers[max(0, next_ - 1) : next_], numbers[next_ : next_ + 1]
        steps = [(line.number or 0) - number for number in before] + [
            number - (line.number or 0) for number in after
        ]
        if steps and all(0 < step <= _STEP for step in steps):
            yield line


def _line(block: Block) -> str:
    if isinstance(block, PageBreak):
        return PAGE_TURN
    if not isinstance(block, Paragraph):
        return _ANOTHER
    return " ".join("".join(sentence.text for sentence in block_sentences(block)).split())


def _every(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _every(section.sections)


def _without(section: Section, heads: set[int]) -> Section:
    return replace(
        section,
        blocks=tuple(block for block in section.blocks if id(block) not in heads),
        sections=tuple(_without(inner, heads) for inner in section.sections),
    )
