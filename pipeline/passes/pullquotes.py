"""Find pull quotes: a sentence of the text printed a second time for the eye.

In: identified sentences. Out: paragraphs with the role pull quote and the id of the sentence they repeat. Law: dots and
capitals aside, the words must stand in one sentence of another paragraph of the same section; nothing is removed.
"""

import re
from dataclasses import replace

from pipeline.model.document import Block, Document, Paragraph, ParagraphRole, Section
from pipeline.model.source import Notice, Weight
from pipeline.model.walk import map_sections
from pipeline.passes.blocks import block_text

_FEWEST_WORDS = 5
_MOST_WORDS = 60
_WORDS = re.compile(r"\w+(?:['’]\w+)*")


def find_pullquotes(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Mark the paragraphs that only repeat a part of the text, before or after it."""
    notices: list[Notice] = []

    def in_section(section: Section) -> Section:
        blocks = [_marked(block, section, notices) for block in section.blocks]
        return replace(section, blocks=tuple(blocks))

    return map_sections(document, in_section), tuple(notices)


def _marked(block: Block, section: Section, notices: list[Notice]) -> Block:
    if not isinstance(block, Paragraph) or block.role is not ParagraphRole.BODY:
        return block
    echoed = _echoed(block, section)
    if not echoed:
        return block
    message = "this paragraph repeats a sentence of the text (a pull quote): it is shown, not spoken or brailled twice."
    notices.append(
        Notice(code="S-025", message=message, weight=Weight.REMARK, pos=block.pos, fragment=block_text(block))
    )
    return replace(block, role=ParagraphRole.PULLQUOTE, echoes=echoed)


def _echoed(quote: Paragraph, section: Section) -> str:
    """Give the id of the sentence a paragraph repeats; the paragraph itself must be shorter than the one it echoes."""
    words = _words(block_text(quote))
    if not _FEWEST_WORDS <= words.count(" ") - 1 <= _MOST_WORDS:
        return ""
    for other in section.blocks:
        if not isinstance(other, Paragraph) or len(block_text(other)) <= len(block_text(quote)):
            continue
        for sentence in other.sentences:
            if words in _words(sentence.text):
                return sentence.id
    return ""


def _words(text: str) -> str:
    """Give the words in small letters with one space round each."""
    return f" {' '.join(_WORDS.findall(text.casefold()))} "
