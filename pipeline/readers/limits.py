"""What no text has: paragraphs without end, or more of them than any book.

In: text, or sections as read. Law: what would take minutes is refused in words, at once. The work is counted, not
timed: the same file is read or refused on every machine.
"""

import re
from collections.abc import Iterable

from pipeline.errors import SourceError
from pipeline.model.document import Section
from pipeline.model.walk import every_inline, section_sentences

_LONGEST = 250_000
"""Characters of one paragraph: forty thousand words without an empty line."""
_MOST_SIGNS = 6_000
"""Signs of mark-up in one paragraph."""
_MOST_PARAGRAPHS = 150_000
"""Of one text. A diary of ten years, 1.4 million words, has ten thousand."""
_MOST_IN_WORD = 50_000
"""Of one Word file, with those of tables and notes: reading takes a third of a millisecond for each."""
_MOST_LINES = 500_000
_MOST_TAGS = 2_000_000
"""Of one page or book: the tree of more would fill the memory."""
_SIGNS = re.compile(r"[*_`\[\]<{|]")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


def refuse_lumps(path: str, text: str) -> None:
    """Refuse text that goes on without an empty line or without end, before anybody parses it."""
    if text.count("\n") > _MOST_LINES:
        raise _too_long(path, f"{_MOST_LINES} lines")
    line = 1
    for lump in _EMPTY_LINE.split(text):
        if len(lump) > _LONGEST or (len(lump) > _MOST_SIGNS and len(_SIGNS.findall(lump)) > _MOST_SIGNS):
            raise _without_end(f"{path}:{line}")
        line += lump.count("\n") + 2


def refuse_many_tags(path: str, count: int) -> None:
    """Refuse pages of more tags than any book has, before a tree is made of them."""
    if count > _MOST_TAGS:
        raise _too_long(path, f"{_MOST_TAGS} tags")


def refuse_many_in_word(path: str, count: int) -> None:
    """Refuse Word files of more paragraphs than any book has, before anybody reads them."""
    if count > _MOST_IN_WORD:
        raise _too_long(path, f"{_MOST_IN_WORD} paragraphs")


def refuse_endless(path: str, sections: Iterable[Section]) -> None:
    """Refuse paragraphs that are longer, or more, than in any text, whatever they were read from."""
    stack = list(sections)
    count = 0
    while stack:
        section = stack.pop()
        stack.extend(section.sections)
        for sentence in section_sentences(section):
            count += 1
            if count > _MOST_PARAGRAPHS:
                raise _too_long(path, f"{_MOST_PARAGRAPHS} paragraphs")
            if (
                len(sentence.inlines) > _MOST_SIGNS
                or sum(1 for _ in every_inline(sentence.inlines)) > _MOST_SIGNS
            ):
                raise _without_end(path)
            if len(sentence.text) > _LONGEST:
                raise _without_end(path)


def _without_end(where: str) -> SourceError:
    return SourceError(
        "a paragraph here is longer than any text has, or is full of signs. Part it with empty lines.",
        where=where,
        code="S-017",
    )


def _too_long(path: str, measure: str) -> SourceError:
    return SourceError(
        f"this text holds more than {measure}, which no book does. Cut it into volumes.",
        where=path,
        code="S-017",
    )
