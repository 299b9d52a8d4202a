"""The readers, and how each knows its own kind by the content. A new reader is one file and one line here.

A reader's module runs when a source of its kind is first read.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.readers import html, markdown, record, text, wikitext
from pipeline.readers.reading import Reading

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
    return wikitext.is_wikitext(text)


def _is_markdown(path: str, text: str) -> bool:
    return path.lower().endswith((".md", ".markdown")) or bool(_MARKDOWN.search(text))


def _is_text(_path: str, _text: str) -> bool:
    return True


READERS = (
    Reader(
        kind="JSON",
        recognises=_is_record,
        read=lambda path, content: record.read_record(path, content),
        has_lumps=False,
    ),
    Reader(
        kind="Wikisource",
        recognises=_is_wikitext,
        read=lambda path, content: wikitext.read_wikitext(path, content),
    ),
    Reader(
        kind="HTML",
        recognises=_is_page,
        read=lambda path, content: html.read_html(path, content),
        has_lumps=False,
    ),
    Reader(
        kind="Markdown",
        recognises=_is_markdown,
        read=lambda path, content: markdown.read_markdown(path, content),
    ),
    Reader(kind="plain text", recognises=_is_text, read=lambda path, content: text.read_text(path, content)),
)
"""In the order they are asked; plain text is last because it reads everything."""
