"""Count what a source prints, on a way of its own: the other side of the ledger of words.

In: the bytes of a source. Out: the words that stand in it, in the order of the file. Law: this shares nothing with the
readers but the opening of files, so that what a reader loses is found here.
"""

import html
import re
import unicodedata

from pipeline.readers.archive import Archive
from pipeline.readers.decode import decode
from pipeline.readers.epub import is_epub, page_names
from pipeline.readers.markup import UNPRINTED, Element, parse_html, parse_xhtml, parse_xml
from pipeline.readers.read import ZIP_SIGNATURE, kind_of
from pipeline.readers.record import content_of

_WORD = re.compile(r"[^\W\d_⁰¹²³⁴-⁹]+|\d+|[⁰¹²³⁴-⁹]+")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
# No page and no note is called 0: 165<sup>0</sup> is one number.
_NUMBER = re.compile(r"\W*(?:p(?:age|g)?\W*)?(?!0\W*\Z)\d*\W*", re.IGNORECASE)
_RUNNING = frozenset(
    {"a", "span", "i", "b", "em", "strong", "small", "big", "font", "u", "abbr", "cite", "q", "sub", "sup"}
)
"""Elements that may stand inside a word."""
# What Markdown writes that is not printed, each replaced by a space.
_MARKDOWN = (
    re.compile(r"(?<=\])\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)"),
    re.compile(r"\[\^[^\]\n]+\]:?"),
    re.compile(r"(?<=\S)[ \t]*\{(?:-|[#.][^{}\n]*)\}[ \t]*#*[ \t]*$", re.MULTILINE),
    re.compile(r"<sup>(?=[1-9]\d*</sup>)", re.IGNORECASE),
    re.compile(r"^ {0,3}```.*$|^ {0,3}~~~.*$", re.MULTILINE),
)
_DEFINITION = re.compile(
    r"^ {0,3}\[([^\]\n^][^\]\n]*)\]:[ \t]*"
    r"(?:<\S*>|[a-z][a-z0-9+.-]*:\S+|[/#.]\S*|\S+\.(?:png|jpe?g|gif|svg|webp|pdf|html?|md|com|org|net)\S*)"
    r"(?:[ \t]+[\"'(].*)?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_PICTURE = re.compile(r"(?:\A|(?<=\n\n))!\[[^\]\n]*\](?:\([^()\n]*\)|\[[^\]\n]*\])?[ \t]*(?=\n\s*\n|\s*\Z)")
"""A picture that is a paragraph: its words stand in its place, not in the text."""
_WIKI_LINK = re.compile(r"\[\[[^\[\]|]*\|")
_WIKI_BROKEN = re.compile(r"\{\{hw[se]\|([^{}|]*)\|[^{}]*\}\}")
_WIKI_NAME = re.compile(r"\{\{[^{}|]*\|?")
_WIKI_NAMED = re.compile(r"<(?:pagequality|ref)\b[^>]*>", re.IGNORECASE)


def printed_words(path: str, content: bytes) -> tuple[str, ...]:
    """Give the words a source prints, page furniture and all; SourceError when it cannot be opened."""
    return words_of(_printed_text(path, content))


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text: runs of letters, and runs of digits, raised ones as others."""
    return tuple(word.translate(_RAISED) for word in _WORD.findall(unicodedata.normalize("NFC", text)))


def _printed_text(path: str, content: bytes) -> str:
    if content.startswith(ZIP_SIGNATURE):
        return _archive_text(Archive(path, content))
    text, _ = decode(path, content)
    match kind_of(path, text):
        case "HTML":
            return _page_text(parse_html(path, text))
        case "JSON":
            return _page_text(parse_html(path, content_of(path, text)))
        case "Markdown":
            return _markdown_text(text)
        case "Wikisource":
            return _wiki_text(text)
        case _:
            return text


def _archive_text(archive: Archive) -> str:
    if is_epub(archive):
        pages = []
        for name in page_names(archive):
            text, _ = decode(name, archive.read(name))
            pages.append(_page_text(parse_xhtml(name, text)))
        return "\n".join(pages)
    parts = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
    return "\n".join(_word_text(archive, part) for part in parts if part in archive.names)


def _word_text(archive: Archive, part: str) -> str:
    """Runs of one paragraph touch each other; a fallback repeats what stands beside it."""
    found: list[str] = []
    stack = [parse_xml(part, archive.read(part).decode("utf-8-sig", "replace"))]
    while stack:
        element = stack.pop()
        if element.tag == "t":
            found.append(element.text())
        elif element.tag in ("p", "tab", "br", "cr"):
            found.append(" ")
        if element.tag != "fallback":
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))
    return "".join(found)


def _page_text(root: Element) -> str:
    """Give the characters of a page; a number in an element of its own, of a note or page, touches no word."""
    found: list[str] = []
    stack: list[Element | str] = [root.find("body") or root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            found.append(node)
        elif node.tag not in UNPRINTED:
            is_apart = node.tag not in _RUNNING or _NUMBER.fullmatch(node.words())
            stack += [" ", *reversed(node.children), " "] if is_apart else reversed(node.children)
    return "".join(found)


def _markdown_text(text: str) -> str:
    text = _PICTURE.sub(" ", text)
    for label in _DEFINITION.findall(text):
        text = text.replace(f"][{label}]", "] ")
    text = _DEFINITION.sub(" ", text)
    for pattern in _MARKDOWN:
        text = pattern.sub(" ", text)
    return html.unescape(_TAG.sub("", text.replace("<br", " <br")))


def _wiki_text(text: str) -> str:
    text = _WIKI_BROKEN.sub(r"\1", _WIKI_LINK.sub("", _WIKI_NAMED.sub(" ", text)))
    return html.unescape(_TAG.sub(" ", _WIKI_NAME.sub("", text)))
