"""The readers, and how each knows its own kind by the content. A new reader is one file and one line here."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.model.document import Section
from pipeline.model.source import Notice
from pipeline.readers.markdown import read_markdown
from pipeline.readers.text import read_text

# One of these is enough: none of them stands in prose by chance.
_MARKDOWN = re.compile(
    r"^ {0,3}#{1,6} \S|\]\([^)\s]+\)|\*\*\S[^*\n]*\S?\*\*|<sup>|^(?:-{3,}|_{3,}|(?:\* ?){3,})$|^\\\*",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What reads one kind of source."""

    kind: str
    recognises: Callable[[str, str], bool]
    """From path and text."""
    read: Callable[[str, str], tuple[tuple[Section, ...], tuple[Notice, ...]]]
    """From path and text to sections as printed."""


def _is_markdown(path: str, text: str) -> bool:
    return path.lower().endswith((".md", ".markdown")) or bool(_MARKDOWN.search(text))


def _is_text(_path: str, _text: str) -> bool:
    return True


READERS = (
    Reader(kind="Markdown", recognises=_is_markdown, read=read_markdown),
    Reader(kind="plain text", recognises=_is_text, read=read_text),
)
"""In the order they are asked; plain text is last because it reads everything."""
