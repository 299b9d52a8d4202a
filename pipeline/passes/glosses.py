"""Know what a translator or editor put in: words in square brackets.

In: sentences. Out: the same, each bracketed stretch in a Gloss, brackets included.
"""

import re
from dataclasses import replace

from pipeline.model.document import Document, Sentence
from pipeline.model.inline import Gloss, Inline
from pipeline.model.walk import map_sentences
from pipeline.model.weave import wrap

_BRACKETED = re.compile(r"\[[^\[\]]+\]")


def mark_glosses(document: Document) -> Document:
    """Wrap each stretch in square brackets; a bracket without its partner marks nothing."""
    return map_sentences(document, _marked)


def _marked(sentence: Sentence) -> Sentence:
    found = [(*match.span(), _gloss) for match in _BRACKETED.finditer(sentence.text)]
    return replace(sentence, inlines=wrap(sentence.inlines, found)) if found else sentence


def _gloss(children: tuple[Inline, ...]) -> Gloss:
    return Gloss(children=children)
