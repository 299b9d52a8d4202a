"""Know note references that are printed in raised digits of their own: "realms,¹".

In: sentences. Out: the same with NoteRefs. Law: the power of a number, a letter or a measure stays: 10², x², km².
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import Block, Document, LineGroup, Paragraph, Section, Sentence
from pipeline.model.inline import Inline, NoteRef
from pipeline.model.walk import every_sentence
from pipeline.model.weave import cut
from pipeline.passes.blocks import map_blocks

_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_DIGIT = re.compile("[¹²³⁴-⁹]")
_RAISED = re.compile(
    r"(?<![\d⁰¹²³⁴-⁹])(?<!\b[^\W\d_])(?<!\b[cdkm]m)[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,3}(?![⁄/₀-₉\d])(?P<space>[ \t]*)"
)


def mark_raised(document: Document) -> Document:
    """Turn raised digits into note references; those that open a paragraph are the number of a note."""

    if not any(_DIGIT.search(sentence.text) for sentence in every_sentence(document)):
        return document

    def in_block(_section: Section, block: Block) -> Block:
        if not isinstance(block, Paragraph | LineGroup):
            return block
        return replace(block, sentences=tuple(map(_marked, block.sentences)))

    return map_blocks(document, in_block)


def _marked(sentence: Sentence) -> Sentence:
    if not _DIGIT.search(sentence.text):
        return sentence
    inlines: Sequence[Inline] = sentence.inlines
    for found in reversed(list(_RAISED.finditer(sentence.text))):
        opens = found.start() == 0 or sentence.text[found.start() - 1] == "\n"
        end = found.end() if opens else found.start("space")
        before, rest = cut(inlines, found.start())
        after = cut(rest, end - found.start())[1]
        mark = found[0].rstrip().translate(_PLAIN)
        inlines = (*before, NoteRef(mark=mark, note=""), *after)
    return replace(sentence, inlines=tuple(inlines))
