"""Typeforms as braille shows them: emphasis that means something.

In: signs with the typeforms of print. Out: the same signs with the typeforms of braille. Law: emphasis that only
styles a heading, abstract or name is dropped (BANA Braille Formats, section 5); the rest is joined into passages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, takewhile

from pipeline.braille.signs import BOLD, ITALIC, Kind, Sign

_CLOSING_PUNCTUATION = frozenset(".,;:!?…")
_OPENING, _CLOSING = frozenset("([{“‘"), frozenset(")]}”’.,;:!?…")
_CHANCE = frozenset("-–—:“”‘’")
_CHANCE_ALONE = _CHANCE | frozenset(".,")
_PASSAGE_WORDS = 3


def braille_typeforms(signs: Sequence[Sign], *, styling: int) -> tuple[Sign, ...]:
    """Give the signs of a block their typeforms; `styling` are the bits that only style here."""
    signs = [_with(sign, sign.typeform & ~styling) for sign in signs]
    emphasis = 0
    for sign in signs:
        emphasis |= sign.typeform
    if not emphasis:
        return tuple(signs)
    if emphasis & ITALIC and emphasis & BOLD:
        signs = _single(_bridge(_bridge(signs, ITALIC), BOLD))
    signs = _of_words(_of_words(signs, ITALIC), BOLD)
    references = _references(signs)
    signs = [_with(sign, 0) if place in references else sign for place, sign in enumerate(signs)]
    for bit in (ITALIC, BOLD):
        if not any(sign.typeform & bit for sign in signs):
            continue
        signs = _close_up(_bridge_references(_bridge(signs, bit), bit, references), bit)
        signs = _mark_references(_whole_words(signs, bit, references), bit, references)
    return tuple(signs)


def _references(signs: Sequence[Sign]) -> frozenset[int]:
    """Find note references with the square brackets that print has round them: those belong to no emphasis."""
    places = {place for place, sign in enumerate(signs) if sign.kind is Kind.REFERENCE}
    for first in [place for place in places if place - 1 not in places]:
        last = next(place for place in range(first, len(signs)) if place + 1 not in places)
        if (
            "".join(sign.text for sign in (*signs[max(0, first - 1) : first], *signs[last + 1 : last + 2]))
            == "[]"
        ):
            places |= {first - 1, last + 1}
    return frozenset(places)


def _with(sign: Sign, typeform: int) -> Sign:
    return sign if sign.typeform == typeform else replace(sign, typeform=typeform)


def bits_of_whole(signs: Sequence[Sign]) -> int:
    """Give the emphasis that all letters of a block have: there it distinguishes nothing."""
    letters = [sign.typeform for sign in signs if sign.kind is Kind.TEXT and sign.text[:1].isalnum()]
    whole = ITALIC | BOLD if letters else 0
    for typeform in letters:
        whole &= typeform
    return whole


def _single(signs: Sequence[Sign]) -> list[Sign]:
    """Keep one of italics and bold where both reach exactly as far: one suffices to show emphasis. Where one is a part
    of the other, it sets that part apart and stays."""
    made = list(signs)
    italics = set(_letters(signs, ITALIC))
    for begin, end in _letters(signs, BOLD):
        if (begin, end) in italics:
            for place in range(begin, end):
                made[place] = _with(made[place], made[place].typeform & ~BOLD)
    return made


def _letters(signs: Sequence[Sign], bit: int) -> Iterator[tuple[int, int]]:
    """Find the stretches that have a bit, trimmed to what is no blank."""
    for first, last in _runs(signs, bit):
        begin, end = first, last
        while begin < end and signs[begin].kind is Kind.SPACE:
            begin += 1
        while begin < end and signs[end - 1].kind is Kind.SPACE:
            end -= 1
        yield begin, end


def _of_words(signs: Sequence[Sign], bit: int) -> list[Sign]:
    """Take emphasis off dashes, colons and quotation marks at its end that touch no word of it, and off a full
    stop or comma alone: there it is chance."""
    made = list(signs)
    for begin, end in _runs(signs, bit):
        alone = all(sign.kind is Kind.SPACE or sign.text in _CHANCE_ALONE for sign in signs[begin:end])
        last = begin if alone else end
        while last > begin and (signs[last - 1].kind is Kind.SPACE or signs[last - 1].text in _CHANCE):
            last -= 1
        spaces = (place for place in range(last, end) if signs[place].kind is Kind.SPACE)
        first = begin if last == begin else next(spaces, end)
        if any(sign.text in _CHANCE_ALONE for sign in signs[first:end]):
            for place in range(first, end):
                made[place] = _with(signs[place], signs[place].typeform & ~bit)
    return made


def _bridge(signs: Sequence[Sign], bit: int) -> list[Sign]:
    """Extend emphasis over blanks and Hebrew between two emphasised stretches, so that they make one passage."""
    made = list(signs)
    last = -1
    for place, sign in enumerate(signs):
        if not sign.typeform & bit:
            continue
        gap = signs[last + 1 : place]
        if last >= 0 and gap and all(inner.kind in (Kind.SPACE, Kind.CELLS) for inner in gap):
            for inner in range(last + 1, place):
                made[inner] = _with(signs[inner], signs[inner].typeform | bit)
        last = place
    return made


def _bridge_references(signs: Sequence[Sign], bit: int, references: frozenset[int]) -> list[Sign]:
    """Extend emphasis over note references, where that makes a passage; a word ends before its reference."""
    made = list(signs)
    for place in sorted(references):
        if made[place - 1 : place] and made[place - 1].typeform & bit:
            made[place] = _with(made[place], made[place].typeform | bit)
    made = _bridge(made, bit)
    for begin, end in [*_runs(made, bit)]:
        inside = references.intersection(range(begin, end))
        last = max((place for place in range(begin, end) if place not in inside), default=begin)
        keeps = _word_count(made[begin:end]) >= _PASSAGE_WORDS
        for place in inside:
            if place > last or not keeps:
                made[place] = _with(made[place], made[place].typeform & ~bit)
    return made


def _close_up(signs: Sequence[Sign], bit: int) -> list[Sign]:
    """Extend emphasis over the punctuation after it: else each comma costs a terminator (UEB 9.7.3: closing punctuation
    ends no word); trim blanks at its end."""
    made = list(signs)
    for place in range(1, len(made)):
        before, sign = made[place - 1], made[place]
        if before.typeform & bit and sign.kind is Kind.TEXT and sign.text in _CLOSING_PUNCTUATION:
            made[place] = _with(sign, sign.typeform | bit)
    for begin, end in [*_runs(made, bit)]:
        last = end
        while last < len(made) and made[last].text in _CLOSING:
            last += 1
        one_sign = end - begin == 1 == len(made[begin].text)
        if not one_sign and (last == len(made) or made[last].kind in (Kind.SPACE, Kind.LINE_BREAK)):
            made[end:last] = (_with(sign, sign.typeform | bit) for sign in made[end:last])
    for place in range(len(made) - 1, -1, -1):
        follows = place + 1 < len(made) and made[place + 1].typeform & bit
        if made[place].kind in (Kind.SPACE, Kind.LINE_BREAK) and not follows:
            made[place] = _with(made[place], made[place].typeform & ~bit)
    return made


def _whole_words(signs: Sequence[Sign], bit: int, references: frozenset[int]) -> list[Sign]:
    """Extend a passage over brackets and quotation marks that touch it, or the note reference at its end: liblouis
    begins and ends passages only at whole words, and else marks each end twice."""
    made = list(signs)
    for begin, end in _runs(signs, bit):
        if _word_count(signs[begin:end]) < _PASSAGE_WORDS:
            continue
        while begin and signs[begin - 1].text in _OPENING:
            begin -= 1
        touching = end
        while touching < len(signs) and (touching in references or signs[touching].text in _CLOSING):
            touching += 1
            end = end if touching - 1 in references else touching
        for place in range(begin, end):
            made[place] = _with(signs[place], signs[place].typeform | bit)
    return made


def _runs(signs: Sequence[Sign], bit: int) -> Iterator[tuple[int, int]]:
    """Find the stretches that have a bit."""
    begin = -1
    for place, sign in enumerate(signs):
        if sign.typeform & bit and begin < 0:
            begin = place
        elif not sign.typeform & bit and begin >= 0:
            yield begin, place
            begin = -1
    if begin >= 0:
        yield begin, len(signs)


def _word_count(signs: Sequence[Sign]) -> int:
    return len("".join(sign.text for sign in signs).split())


def _mark_references(signs: Sequence[Sign], bit: int, references: frozenset[int]) -> list[Sign]:
    """Let a passage reach over the note references at its end: liblouis closes a passage only at the end of a word.

    `transcribe` then puts the terminator before the reference.
    """
    made = list(signs)
    for begin, end in _runs(signs, bit):
        if _word_count(signs[begin:end]) < _PASSAGE_WORDS:
            continue
        for place in takewhile(references.__contains__, count(end)):
            made[place] = _with(signs[place], signs[place].typeform | bit)
    return made
