"""Read poetry in web pages and books: stanzas of lines.

In: an element that says it is verse. Out: a Verse, or None when it is built in a way that has no stanzas and lines.
"""

from pipeline.model.document import Sentence, Verse
from pipeline.model.source import SourcePos
from pipeline.readers.elements import InlineReader
from pipeline.readers.markup import Element
from pipeline.readers.spans import has_words, tidy

_CLASSES = {"poem", "verse", "poetry", "stanza", "song", "hymn"}


def is_verse(element: Element) -> bool:
    """Tell whether an element says that it is poetry."""
    return element.tag in ("div", "blockquote", "section") and bool(element.classes & _CLASSES)


def read_verse(element: Element, reader: InlineReader, pos: SourcePos) -> Verse | None:
    """Read stanzas that are paragraphs or divisions, their lines parted by <br> or held by <span>."""
    stanzas = [child for child in element.children if isinstance(child, Element)]
    if not stanzas or any(isinstance(child, str) and child.strip() for child in element.children):
        return None
    if any(stanza.tag not in ("p", "div") or _is_built_otherwise(stanza) for stanza in stanzas):
        return None
    read = [_lines(stanza, reader) for stanza in stanzas]
    return Verse(stanzas=tuple(lines for lines in read if lines), pos=pos) if any(read) else None


def _is_built_otherwise(stanza: Element) -> bool:
    return any(
        inner.tag in ("p", "div", "table", "ul", "ol", "img")
        for inner in stanza.elements()
        if inner is not stanza
    )


def _lines(stanza: Element, reader: InlineReader) -> tuple[Sentence, ...]:
    lines: list[list[Element | str]] = [[]]
    for node in _flat(stanza):
        if isinstance(node, Element) and node.tag == "br":
            lines.append([])
        else:
            lines[-1].append(node)
    read = [tidy(reader.inlines(line)) for line in lines]
    return tuple(Sentence(inlines=inlines) for inlines in read if has_words(inlines))


def _flat(element: Element) -> list[Element | str]:
    """Open the spans that hold whole lines."""
    found: list[Element | str] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag == "span" and child.find("br") is not None:
            found += _flat(child)
        else:
            found.append(child)
    return found
