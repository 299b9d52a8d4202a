"""What no text has: paragraphs without end.

In: text, or sections as read. Law: what would take minutes is refused in words, at once.
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
_SIGNS = re.compile(r"[*_`\[\]<{|]")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


def refuse_lumps(path: str, text: str) -> None:
    """Refuse text that goes on without an empty line, before anybody parses it."""
    line = 1
    for lump in _EMPTY_LINE.split(text):
        if len(lump) > _LONGEST or (len(lump) > _MOST_SIGNS and len(_SIGNS.findall(lump)) > _MOST_SIGNS):
            raise _without_end(f"{path}:{line}")
        line += lump.count("\n") + 2


def refuse_long_paragraphs(path: str, sections: Iterable[Section]) -> None:
    """Refuse a paragraph that is longer than any, whatever it was read from."""
    stack = list(sections)
    while stack:
        section = stack.pop()
        stack.extend(section.sections)
        for sentence in section_sentences(section):
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
