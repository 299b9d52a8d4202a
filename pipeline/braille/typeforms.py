"""Typeforms as braille shows them: emphasis that means something, and words without contractions.

In: signs with the typeforms of print. Out: the same signs with the typeforms of braille. Law: emphasis that only
styles a heading, abstract or name is dropped (BANA Braille Formats, section 5); the rest is joined into passages.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.braille.signs import BOLD, ITALIC, UNCONTRACTED, Kind, Sign

_CLOSING_PUNCTUATION = frozenset(".,;:!?…")
_OPENING, _CLOSING = frozenset("([{“‘"), frozenset(")]}”’.,;:!?…")
_PASSAGE_WORDS = 3
_ADDRESS = re.compile(r"[^\s()<>\[\],;]+@[^\s()<>\[\],;]+\.\w+|(?:https?://|www\.)[^\s()<>\[\],;]*\w")
"""Mail and web addresses: electronic addresses take no contractions."""
_ADDRESS_MARKS = ("@", "://", "www.")


def braille_typeforms(signs: Sequence[Sign], *, styling: int) -> tuple[Sign, ...]:
    """Give the signs of a block their typeforms; `styling` are the bits that only style here."""
    signs = [_with(sign, _single(sign.typeform & ~styling)) for sign in signs]
    for bit in (ITALIC, BOLD):
        if not any(sign.typeform & bit for sign in signs):
            continue
        signs = _close_up(_bridge(signs, bit), bit)
        signs = _mark_references(_whole_words(signs, bit), bit)
    return _without_contractions(signs)


def _with(sign: Sign, typeform: int) -> Sign:
    return sign if sign.typeform == typeform else replace(sign, typeform=typeform)


def bits_of_whole(signs: Sequence[Sign]) -> int:
    """Give the emphasis that all letters of a block have: there it distinguishes nothing."""
    letters = [sign.typeform for sign in signs if sign.kind is Kind.TEXT and sign.text[:1].isalnum()]
    whole = ITALIC | BOLD if letters else 0
    for typeform in letters:
        whole &= typeform
    return whole


def _single(typeform: int) -> int:
    """Keep one of italics and bold on the same words: one suffices to show emphasis."""
    return typeform & ~BOLD if typeform & ITALIC and typeform & BOLD else typeform


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


def _close_up(signs: Sequence[Sign], bit: int) -> list[Sign]:
    """Extend emphasis over the punctuation after it: else each comma costs a terminator; trim blanks at its end."""
    made = list(signs)
    for place in range(1, len(made)):
        before, sign = made[place - 1], made[place]
        if before.typeform & bit and sign.kind is Kind.TEXT and sign.text in _CLOSING_PUNCTUATION:
            made[place] = _with(sign, sign.typeform | bit)
    for place in range(len(made) - 1, -1, -1):
        follows = place + 1 < len(made) and made[place + 1].typeform & bit
        if made[place].kind in (Kind.SPACE, Kind.LINE_BREAK) and not follows:
            made[place] = _with(made[place], made[place].typeform & ~bit)
    return made


def _whole_words(signs: Sequence[Sign], bit: int) -> list[Sign]:
    """Extend a passage over brackets and quotation marks that touch it: liblouis begins and ends passages only at
    whole words, and else marks each end twice."""
    made = list(signs)
    for begin, end in _runs(signs, bit):
        if _word_count(signs[begin:end]) < _PASSAGE_WORDS:
            continue
        while begin and signs[begin - 1].text in _OPENING:
            begin -= 1
        while end < len(signs) and signs[end].text in _CLOSING:
            end += 1
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


def _mark_references(signs: Sequence[Sign], bit: int) -> list[Sign]:
    """Let a passage reach over the note reference at its end: liblouis closes a passage only at the end of a word.

    `transcribe` then puts the terminator before the reference.
    """
    made = list(signs)
    for begin, end in _runs(signs, bit):
        touches = end < len(signs) and signs[end].kind is Kind.REFERENCE
        if touches and _word_count(signs[begin:end]) >= _PASSAGE_WORDS:
            made[end] = _with(signs[end], signs[end].typeform | bit)
    return made


def _without_contractions(signs: Sequence[Sign]) -> tuple[Sign, ...]:
    row = "".join(sign.text for sign in signs)
    if not any(mark in row for mark in _ADDRESS_MARKS):
        return tuple(signs)
    spans = [address.span() for address in _ADDRESS.finditer(row)]
    made: list[Sign] = []
    offset = 0
    for sign in signs:
        end = offset + len(sign.text)
        if any(begin < end and offset < stop for begin, stop in spans):
            made.extend(_outside(sign, offset, spans))
        else:
            made.append(sign)
        offset = end
    return tuple(made)


def _outside(sign: Sign, offset: int, spans: Sequence[tuple[int, int]]) -> Iterator[Sign]:
    """Cut plain words character by character, so that words beside an address keep their contractions."""
    if len(sign.text) == 1 or sign.text != sign.printed:
        yield _with(sign, sign.typeform | UNCONTRACTED)
        return
    for place, character in enumerate(sign.text, offset):
        inside = any(begin <= place < end for begin, end in spans)
        typeform = sign.typeform | (UNCONTRACTED if inside else 0)
        yield replace(sign, text=character, printed=character, typeform=typeform)
