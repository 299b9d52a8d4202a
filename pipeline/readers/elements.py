"""Turn the elements of a page into the inlines of one paragraph.

In: elements and characters. Out: inlines, with the white space of the file. Law: every character stays, but back links
and the numbers of printed pages, which are kept elsewhere.
"""

import re
from collections.abc import Sequence

from pipeline.model.inline import (
    Emphasis,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    NoteRef,
    Strong,
    Text,
    plain_text,
)
from pipeline.readers.anchors import Anchors, page_number
from pipeline.readers.markup import UNPRINTED, Element, squeezed
from pipeline.readers.spans import begins_denominator, merge_texts, numerator

_ITALIC = {"em", "i", "cite", "dfn", "var"}
_BOLD = {"strong", "b"}
SCHEMES = ("http://", "https://", "mailto:", "tel:")
NOTE_MARK = re.compile(r"[\[(]?\s*([1-9]\d{0,3}\*{0,3}|[*†‡§]{1,3})\s*[\])]?")
_HEBREW_TAGS = ("he", "iw", "yi", "heb", "arc")
_QUOTES = "\"“”„«'‘"


class InlineReader:
    """Reads inlines of one text; keeps count of links that lead nowhere outside."""

    def __init__(self, anchors: Anchors, language: str = "en") -> None:
        """Take the meaning of the links and the language of the text."""
        self.anchors = anchors
        self.language = language
        self.dead_links: list[str] = []
        self.pictures: list[str] = []
        """What the pictures of the paragraph being read show."""
        self.pages: list[str] = []
        """Printed pages that begin inside the paragraph being read."""

    def inlines(self, nodes: Sequence[Element | str]) -> tuple[Inline, ...]:
        """Read a stretch."""
        found: list[Inline] = []
        for index, node in enumerate(nodes):
            if isinstance(node, str):
                found.append(Text(text=squeezed(node)))
            elif node.tag == "sup" and begins_denominator(_text_of(nodes[index + 1 : index + 3])):
                found += numerator(found, self.inlines(node.children))
            else:
                found += self.element(node)
        return merge_texts(found)

    def element(self, element: Element) -> tuple[Inline, ...]:
        """Read one element."""
        if (
            element.tag in UNPRINTED
            or id(element) in self.anchors.back_links
            or id(element) in self.anchors.notes
        ):
            return ()
        if number := page_number(element):
            self.pages.append(number)
            return ()
        if element.tag == "br":
            return (LineBreak(),)
        if element.tag == "img":
            return self.picture(element)
        if id(element) in self.anchors.references:
            key, mark = self.anchors.references[id(element)]
            return (NoteRef(mark=mark, note=key),)
        children = self.inlines(element.children)
        return (
            self.marked(element, children)
            if plain_text(children).strip() or _holds_reference(children)
            else children
        )

    def marked(self, element: Element, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Put the meaning of an element round what it holds."""
        tag = element.tag
        if tag == "sup":
            return self.raised(children)
        if tag == "q" and not plain_text(children).strip().startswith(tuple(_QUOTES)):
            return (Text(text="“"), *children, Text(text="”"))
        if tag == "a":
            return self.link(element, children)
        if tag == "rt" and element.parent is not None and element.parent.find("rp") is None:
            return (
                Text(text=" ("),
                *children,
                Text(text=")"),
            )  # as a page prints it that cannot set it above
        language = element.get("lang").lower()
        if language and language.split("-")[0] in _HEBREW_TAGS and not self.language.startswith("he"):
            return children  # the letters themselves tell: see passes.language
        if tag in _ITALIC:
            return (Emphasis(children=children),)
        if tag in _BOLD:
            return (Strong(children=children),)
        if language and len(language) >= 2 and language.split("-")[0] != self.language.split("-")[0]:
            return (LanguageSpan(language=element.get("lang"), children=children),)
        return children

    def raised(self, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Read superscript: a note reference, or letters."""
        if _holds_reference(children):
            return tuple(
                inline
                for inline in children
                if isinstance(inline, NoteRef) or plain_text((inline,)).strip("[] ")
            )
        found = NOTE_MARK.fullmatch(plain_text(children).strip())
        return (NoteRef(mark=found[1], note=""),) if found else children

    def link(self, element: Element, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Read a link; one that leads nowhere outside keeps its words."""
        href = element.get("href").strip()
        if (
            href.lower().startswith(SCHEMES)
            and plain_text(children).strip()
            and not _holds_reference(children)
        ):
            return (Link(href=href, children=children),)
        if href and not href.startswith("#"):
            self.dead_links.append(f"{plain_text(children).strip()} -> {href}")
        return children

    def picture(self, element: Element) -> tuple[Inline, ...]:
        """Keep what a picture shows; it becomes a figure after the paragraph."""
        self.pictures.append(squeezed(element.get("alt")).strip())
        return ()


def _text_of(nodes: Sequence[Element | str]) -> str:
    return "".join(node if isinstance(node, str) else node.text() for node in nodes)


def _holds_reference(inlines: Sequence[Inline]) -> bool:
    return any(
        isinstance(inline, NoteRef) or _holds_reference(getattr(inline, "children", ())) for inline in inlines
    )
