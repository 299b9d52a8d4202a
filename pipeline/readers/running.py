"""Know running heads and page numbers that stand among the text, where a printed page ended.

In: the lines of a text, or the blocks of its sections. Out: which of them are running heads, and the text without them.
Law: a line is one only when it returns and stands in the middle of sentences or at page turns; the first may be a
heading and stays unless it breaks a sentence; twice is enough beside page numbers that rise; what is left out stands in
a notice.
"""

import re
from bisect import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from pipeline.model.document import Block, PageBreak, Paragraph, Section
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import block_sentences
from pipeline.readers.reading import Reading

PAGE_TURN = "\f"
"""Stands among lines where the source itself says that a page begins."""
_ANOTHER = "."
"""Stands for a block that is no line and breaks no sentence."""
_FEWEST = 3
_FEWEST_AT_TURNS = 2
"""Running heads of one kind that stand beside page numbers, or where a page begins."""
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
    beside: int | None = None
    """Index of the page number that stands alone on the line above or below."""
    begins_page: bool = False
    """The source itself says that a page begins with it."""


def running_heads(lines: Sequence[str]) -> frozenset[int]:
    """Give the indices of the lines that are running heads or bare page numbers; empty lines are neighbours of none."""
    notes = _note_lines(lines)
    filled = [at for at, line in enumerate(lines) if line.strip(" \t") and at not in notes]
    keys = {at: key for at in filled if (key := _key(lines[at])) is not None}
    numbers = {at: number for at, (words, number) in keys.items() if not words and number is not None}
    groups: dict[str, list[_Line]] = {}
    for place, at in enumerate(filled):
        if at in keys:
            words, number = keys[at]
            around = (*filled[max(0, place - 1) : place], *filled[place + 1 : place + 2])
            beside = next((near for near in around if near in numbers), None) if words else None
            line = _Line(
                at=at,
                number=number,
                breaks=_breaks(lines, filled, place, keys.keys()),
                beside=beside if number is None else None,
                begins_page=lines[at].startswith(PAGE_TURN),
            )
            groups.setdefault(words, []).append(line)
    sure = {words: heads for words, found in groups.items() if (heads := _heads(words, found))}
    heads = [line for found in sure.values() for line in found]
    others = [line for found in groups.values() for line in found if line.number is not None]
    few = [groups[words] for words in groups.keys() - sure.keys() if words]
    at_turns = [line for found in few for line in _heads_at_turns(found, numbers)]
    alone = [line.beside for line in at_turns if line.beside is not None]
    return frozenset([*(line.at for line in chain(heads, _between(heads, others), at_turns)), *alone])


def _breaks(lines: Sequence[str], filled: Sequence[int], place: int, short: Collection[int]) -> bool:
    """Tell whether a line stands in the middle of a sentence or at a page turn; short ones are passed over."""
    above = (lines[at] for at in reversed(filled[max(0, place - 3) : place]) if at not in short)
    below = (lines[at] for at in filled[place + 1 : place + 4] if at not in short)
    before, after = next(above, _ANOTHER), next(below, _ANOTHER)
    return (
        PAGE_TURN in (before, after)
        or lines[filled[place]].startswith(PAGE_TURN)
        or (not _SENTENCE_END.search(before) and bool(_GOES_ON.match(after)))
    )


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


def _heads(words: str, found: Sequence[_Line]) -> Sequence[_Line]:
    """Give those of the lines with the same words that are running heads."""
    breaking = sum(1 for line in found if line.breaks)
    if len(found) < _FEWEST or breaking < max(2, _BREAKING * len(found)):
        return ()
    own = [line.number for line in found if line.number is not None]
    steps = sum(1 for one, two in pairwise(own) if 0 < two - one <= _STEP)
    if not words and steps < _RISING * (len(own) - 1):
        return ()
    first = found[0]
    return found if first.breaks or first.number is not None else found[1:]


def _heads_at_turns(found: Sequence[_Line], numbers: Mapping[int, int]) -> Sequence[_Line]:
    """Give the few running heads that stand beside page numbers, or where a page begins.

    One of them breaks a sentence, or all repeat the words of a line that stands at no turn: a title.
    """
    heads = [line for line in found if line.number is not None or line.beside is not None or line.begins_page]
    of_pages = [line.number if line.beside is None else numbers[line.beside] for line in heads]
    known = [number for number in of_pages if number is not None]
    is_rising = all(0 < two - one <= _STEP for one, two in pairwise(known))
    is_apart = all(line.number is None for line in heads) and len(heads) < len(found)
    is_sure = is_apart or any(line.breaks for line in heads)
    return heads if len(heads) >= _FEWEST_AT_TURNS and is_rising and is_sure else ()


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
