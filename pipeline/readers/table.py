"""The readers, and how each knows its own kind by the content. A new reader is one file and one line here."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.readers.html import read_html
from pipeline.readers.markdown import read_markdown
from pipeline.readers.reading import Reading
from pipeline.readers.record import read_record
from pipeline.readers.text import read_text
from pipeline.readers.wikitext import is_wikitext, read_wikitext

# One of these is enough: none of them stands in prose by chance.
_MARKDOWN = re.compile(
    r"^ {0,3}#{1,6} \S|\]\([^()\s\[]{1,500}\)|\*\*[^*\s][^*\n]{0,300}\*\*|<sup>|^(?:-{3,}|_{3,}|(?:\* ?){3,})$|^\\\*"
    r"|^ {0,3}\[\^[^\]\n]+\]:",
    re.MULTILINE,
)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENTS = re.compile(
    r"</?(?:p|div|br|span|a|b|i|em|strong|table|tr|td|ul|ol|li|blockquote|h[1-6]|img)\b[^<>]*>", re.IGNORECASE
)
_HEADINGS = re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE)
_FEWEST_ELEMENTS = 4
_TEXT_FOR_ONE = 1_500
"""A page has at least one element in this many characters; Markdown with some raw HTML has fewer."""
_RECORD = re.compile(r"\s*(?:\[\s*)?\{\s*\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What reads one kind of source."""

    kind: str
    recognises: Callable[[str, str], bool]
    """From path and text."""
    read: Callable[[str, str], Reading]
    """From path and text."""
    has_lumps: bool = True
    """Empty lines part its paragraphs, so a paragraph without end shows before it is read."""


def _is_record(_path: str, text: str) -> bool:
    return bool(_RECORD.match(text))


def _is_page(path: str, text: str) -> bool:
    """A web page, or a piece of one without its frame."""
    if _PAGE.match(text):
        return True
    if path.lower().endswith((".html", ".htm", ".xhtml")) and _ELEMENTS.search(text):
        return True
    if path.lower().endswith((".md", ".markdown")) or _HEADINGS.search(text):
        return False
    count = len(_ELEMENTS.findall(text))
    return count >= _FEWEST_ELEMENTS and count * _TEXT_FOR_ONE > len(text)


def _is_wikitext(_path: str, text: str) -> bool:
    return is_wikitext(text)


def _is_markdown(path: str, text: str) -> bool:
    return path.lower().endswith((".md", ".markdown")) or bool(_MARKDOWN.search(text))


def _is_text(_path: str, _text: str) -> bool:
    return True


READERS = (
    Reader(kind="JSON", recognises=_is_record, read=read_record, has_lumps=False),
    Reader(kind="Wikisource", recognises=_is_wikitext, read=read_wikitext),
    Reader(kind="HTML", recognises=_is_page, read=read_html, has_lumps=False),
    Reader(kind="Markdown", recognises=_is_markdown, read=read_markdown),
    Reader(kind="plain text", recognises=_is_text, read=read_text),
)
"""In the order they are asked; plain text is last because it reads everything."""
