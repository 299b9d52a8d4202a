"""Know the headline of a text that marks none, and a heading that is printed twice.

In: sections as printed. Out: an untitled text under its headline; a heading that stands again directly below itself
once. Law: the words stay as printed; what is left out the second time is a notice that holds it.
"""

import re
from dataclasses import replace

from pipeline.model.document import Block, Document, Heading, LineGroup, Paragraph, Section, Sentence
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import map_sections
from pipeline.passes.blocks import block_inlines, block_lines, block_text
from pipeline.passes.formulas import credit

_MOST_WORDS = 20
_PROSE_WORDS = 20
_LONG_WORD = 4
"""Letters: shorter words of a headline may begin with a small letter."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDED = re.compile(r"[.,;:…][\"'”’)\]]*\s*$")
_GREETING = re.compile(
    r"(?:dear|shalom|shabbat shalom|good shabbos|greetings|hello|b\"?\W?h)\b", re.IGNORECASE
)


def find_headlines(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Put an untitled text under its headline, and leave out headings that are printed a second time."""
    notices: list[Notice] = []
    if document.body:
        titled = _under_headline(document.body[0], document.metadata.title, notices)
        document = replace(document, body=(titled, *document.body[1:]))
    once = map_sections(document, lambda section: _said_once(section, notices))
    return once, tuple(notices)


def _under_headline(section: Section, title: str, notices: list[Notice]) -> Section:
    """Take the first line for the heading when it is the title, or looks like one and nobody gave a title."""
    if not section.heading.supplied or not section.blocks or not isinstance(section.blocks[0], Paragraph):
        return section
    first = section.blocks[0]
    is_title = bool(title) and _folded(block_text(first)) == _folded(title)
    if not is_title and (title or not _is_headline(section.blocks)):
        return section
    if not is_title:
        message = "this line was read as the title because of its look. Mark it as a heading, or make it a sentence."
        notices.append(_notice("S-027", message, first.pos, block_text(first)))
    heading = Heading(sentence=Sentence(inlines=block_inlines(first)))
    return replace(section, heading=heading, blocks=section.blocks[1:])


def _is_headline(blocks: tuple[Block, ...]) -> bool:
    """A short first line in capitals or with capitals on its longer words, above prose, a byline or nothing."""
    text = block_text(blocks[0]).strip()
    words = _WORD.findall(text)
    if not 2 <= len(words) <= _MOST_WORDS or _ENDED.search(text) or _GREETING.match(text) or credit(text):
        return False
    below = next((block for block in blocks[1:] if not _is_byline(block)), None)
    return (below is None or _is_prose(below)) and all(
        word[0].isupper() for word in words if len(word) >= _LONG_WORD
    )


def _is_byline(block: Block) -> bool:
    return isinstance(block, Paragraph | LineGroup) and all(credit(line) for line in block_lines(block))


def _is_prose(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and len(block_text(block).split()) >= _PROSE_WORDS


def _said_once(section: Section, notices: list[Notice]) -> Section:
    """Leave out what repeats the heading directly below it: a line, or a heading with all of the text under it."""
    words = _folded(section.heading.sentence.text)
    if section.heading.supplied or not words:
        return section
    if section.blocks and isinstance(section.blocks[0], Paragraph):
        if _folded(block_text(section.blocks[0])) == words:
            notices.append(_again(section.blocks[0].pos, block_text(section.blocks[0])))
            return replace(section, blocks=section.blocks[1:])
    elif not section.blocks and len(section.sections) == 1:
        inner = section.sections[0]
        if _folded(inner.heading.sentence.text) == words and inner.heading.subtitle is None:
            notices.append(_again(inner.pos, inner.heading.sentence.text))
            return replace(
                section, blocks=inner.blocks, sections=inner.sections, notes=section.notes + inner.notes
            )
    return section


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _again(pos: SourcePos | None, words: str) -> Notice:
    return _notice("S-028", "this heading is printed twice; the second was left out.", pos, words)


def _notice(code: str, message: str, pos: SourcePos | None, words: str) -> Notice:
    return Notice(code=code, message=message, weight=Weight.REMARK, pos=pos, fragment=" ".join(words.split()))
