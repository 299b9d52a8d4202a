"""Find letters that were damaged on their way here: mojibake, lost letters, scrambled Hebrew.

In: sentences. Out: the same, with damaged Hebrew closed so that no voice and no braille table gets it, and notices with
place and suggestion. Law: nothing is repaired by guessing; what is damaged stays as it is in print.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.model.document import Block, Document, LineGroup, Paragraph, Section, Sentence
from pipeline.model.inline import Inline, LanguageSpan, Term
from pipeline.model.source import Notice, Weight
from pipeline.model.walk import every_sentence
from pipeline.model.weave import wrap
from pipeline.passes.blocks import map_blocks, place_of
from pipeline.passes.excerpt import words_around
from pipeline.passes.language import HEBREW

DAMAGED = "damaged-hebrew"
"""Slug of the Terms that hold damaged Hebrew; the lexicon has no such entry."""
_BRAILLE = "\u2808\u2828\u2823\u280a\u2807\u2807\u2811\u281b\u280a\u2803\u2807\u2811\u2808\u2828\u281c"
"""Transcriber's note signs round the word "illegible": it has no contractions, so these are its cells in any grade."""
_LETTER = "\u05d0-\u05ea\ufb1d-\ufb4f"
_POINT = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
_LOST = "\ufffd\ue000-\uf8ff"
_YIDDISH = "\u05f0-\u05f2"
_WORD = re.compile(
    rf"[{_LETTER}{_POINT}{_LOST}{_YIDDISH}\u05f3\u05f4\"'’-]*[{_LETTER}{_POINT}{_LOST}{_YIDDISH}]"
)
_HEBREW = re.compile(rf"[{_LETTER}{_YIDDISH}]")
_SIGNS_OF_DAMAGE = (
    (re.compile(rf"[{_LOST}]"), "a letter was lost"),
    (re.compile(rf"(?:^|[^{_LETTER}{_YIDDISH}{_POINT}])[{_POINT}]"), "a vowel point stands without a letter"),
    (
        re.compile(
            rf"[{_POINT}][{_YIDDISH}]|[{_YIDDISH}](?=[^{_LETTER}{_POINT}]*$)(?<=-[{_YIDDISH}])|^[{_YIDDISH}]-?$"
        ),
        "a Yiddish letter stands where none can",
    ),
    (re.compile(r"\u05b4$"), "a vowel stands at the end that never does"),
    (
        re.compile(r"[\u05da\u05dd\u05df\u05e3\u05e5](?=[\u05d0-\u05ea])"),
        "a final letter stands inside a word",
    ),
)
_CONTINUATION = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))
_MOJIBAKE = re.compile(rf"[\u00c2-\u00f4][{re.escape(_CONTINUATION)}\u0080-\u00bf]{{1,3}}")


_MOST = 0.5
"""Share of a text's Hebrew words that must be damaged before none of them is trusted."""
_FEWEST = 3
"""Damaged words that such a text must have: one of two says nothing."""
_NEAR = re.compile(r"[\s\"'’“”()\[\]-]*")
_IN_DAMAGED_TEXT = "most Hebrew words of this text are damaged, so this one is not trusted"
_BESIDE = "it stands beside a damaged word"


def find_damage(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Close damaged Hebrew and tell every place where letters are damaged."""
    notices: list[Notice] = []
    why_all = _IN_DAMAGED_TEXT if _is_damaged_throughout(document) else ""

    def in_block(_section: Section, block: Block) -> Block:
        if not isinstance(block, Paragraph | LineGroup):
            return block
        offset, sentences = 0, []
        for sentence in block.sentences:
            sentences.append(_closed(sentence, block, offset, notices, why_all))
            notices.extend(_mojibake(sentence, block, offset))
            offset += len(sentence.text)
        return replace(block, sentences=tuple(sentences))

    return map_blocks(document, in_block), tuple(notices)


def _is_damaged_throughout(document: Document) -> bool:
    words = [word[0] for sentence in every_sentence(document) for word in _hebrew_words(sentence.text)]
    damaged = sum(1 for word in words if _damage(word))
    return damaged >= _FEWEST and damaged >= _MOST * len(words)


def _hebrew_words(text: str) -> Iterator[re.Match[str]]:
    if not _HEBREW.search(text):
        return iter(())
    return (word for word in _WORD.finditer(text) if _HEBREW.search(word[0]))


def _damaged_words(text: str, why_all: str) -> list[tuple[re.Match[str], str]]:
    """Give each damaged word with the reason; one that touches a damaged word is damaged with it."""
    words = list(_hebrew_words(text))
    why = [_damage(word[0]) or why_all for word in words]
    for order in (range(1, len(words)), range(len(words) - 2, -1, -1)):
        for at in order:
            beside = at - 1 if order.step > 0 else at + 1
            first, second = sorted((at, beside))
            if (
                why[beside]
                and not why[at]
                and _NEAR.fullmatch(text[words[first].end() : words[second].start()])
            ):
                why[at] = _BESIDE
    return [(word, reason) for word, reason in zip(words, why, strict=True) if reason]


def _closed(sentence: Sentence, block: Block, offset: int, notices: list[Notice], why_all: str) -> Sentence:
    """Wrap each damaged Hebrew word in a silent Term."""
    text = sentence.text
    found = _damaged_words(text, why_all)
    for word, why in found:
        message = f"Hebrew is damaged here: {why}. It is neither spoken nor brailled. Compare with the print."
        notices.append(
            Notice(
                code="S-051",
                message=message,
                weight=Weight.ERROR,
                pos=place_of(block, offset + word.start()),
                fragment=words_around(text, word.start(), word.end()),
            )
        )
    closed = [(word.start(), word.end(), _term) for word, _ in found]
    return replace(sentence, inlines=wrap(sentence.inlines, closed))


def _damage(word: str) -> str:
    """Say why a word in Hebrew letters cannot be right; empty when nothing speaks against it."""
    return next((why for sign, why in _SIGNS_OF_DAMAGE if sign.search(word)), "")


def _term(children: tuple[Inline, ...]) -> Term:
    return Term(
        children=(LanguageSpan(language=HEBREW, children=children),),
        entry=DAMAGED,
        form="silent",
        language=HEBREW,
        braille=_BRAILLE,
    )


def _mojibake(sentence: Sentence, block: Block, offset: int) -> Iterator[Notice]:
    """Tell letters that were read in the wrong encoding, with what they ought to be."""
    for found in _MOJIBAKE.finditer(sentence.text):
        try:
            meant = found[0].encode("cp1252").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        yield Notice(
            code="S-052",
            message=f"these letters were saved in the wrong encoding: “{meant}” is meant, I think. Mend the source.",
            weight=Weight.ERROR,
            pos=place_of(block, offset + found.start()),
            fragment=sentence.text[max(0, found.start() - 20) : found.end() + 20].strip(),
        )
