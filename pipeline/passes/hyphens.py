"""Put words together that the end of a line or page broke: "ex- plain".

In: whole paragraphs. Out: whole words, with a notice for each. Law: the text itself must have the whole word or the
compound somewhere; what it does not know is a question for a person, and "two- and threefold" is none.
"""

import re
from dataclasses import replace

from pipeline.model.document import Block, Document, LineGroup, Paragraph, Section, Sentence
from pipeline.model.source import Notice, Weight
from pipeline.model.walk import every_sentence
from pipeline.passes.blocks import map_blocks, place_of
from pipeline.passes.edits import replace_text
from pipeline.passes.excerpt import words_around

_BROKEN = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]{2,})(?P<seam>- )(?P<second>[^\W\d_]{2,})", re.ASCII)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SUSPENDED = frozenset({"and", "or", "to", "nor", "but", "than", "as", "versus"})


def mend_hyphens(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Close the seams of broken words, as one word or with the hyphen, whichever the text has elsewhere."""
    texts = [sentence.text for sentence in every_sentence(document)]
    if not any(_BROKEN.search(text) for text in texts):
        return document, ()
    words = frozenset(word.casefold() for text in texts for word in _WORD.findall(text))
    notices: list[Notice] = []

    def in_block(_section: Section, block: Block) -> Block:
        if not isinstance(block, Paragraph | LineGroup):
            return block
        sentences = tuple(_mended(sentence, block, words, notices) for sentence in block.sentences)
        return replace(block, sentences=sentences)

    return map_blocks(document, in_block), tuple(notices)


def _mended(sentence: Sentence, block: Block, words: frozenset[str], notices: list[Notice]) -> Sentence:
    inlines, text = sentence.inlines, sentence.text
    for found in reversed(list(_BROKEN.finditer(text))):
        first, second = found["first"], found["second"]
        if second in _SUSPENDED or second[0].isupper():
            continue
        whole = next((w for w in (first + second, f"{first}-{second}") if w.casefold() in words), "")
        changed = (
            replace_text(inlines, *found.span("seam"), whole[len(first) : -len(second)]) if whole else None
        )
        inlines = changed or inlines
        if changed:
            message = f"a word that a line or page had broken is whole again: “{whole}”. Printed:"
        else:
            message = f"a word may be broken here: is “{first}{second}” meant, or “{first}-{second}”?"
        notices.append(
            Notice(
                code="S-036" if changed else "S-053",
                message=message,
                weight=Weight.REMARK if changed else Weight.WARNING,
                pos=place_of(block, found.start()),
                fragment=words_around(text, found.start(), found.end()),
            )
        )
    return replace(sentence, inlines=inlines)
