"""Sentences and blocks as XHTML, for every edition that is made of it.

In: blocks, and the Dialect in which they are written: EPUB 3 and XHTML 1.0 (DAISY 2.02) part ways in note references,
page breaks, asides, figures and roles, and in nothing else. Out: markup. Laws: each sentence is one element with its
id; the printed characters stand as they are; every run of Hebrew letters has its language and direction.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from pipeline.model.document import (
    Block,
    Figure,
    LineGroup,
    ListBlock,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quotation,
    Sentence,
    Table,
    ThematicBreak,
    Verse,
)
from pipeline.model.inline import (
    Citation,
    Emphasis,
    Gloss,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    NoteRef,
    Strong,
    Term,
    Text,
)
from pipeline.writers.markup import Attributes, element, empty, escape, lines
from pipeline.writers.pronunciation import no_hint
from pipeline.writers.reading import direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """Where the XHTML of two formats differs."""

    note_ref: Callable[[NoteRef], str]
    link: Callable[[Link, str], str]
    """Gives a link, from the link and the markup of its text."""
    page_break: Callable[[PageBreak], str]
    paragraph: Mapping[ParagraphRole, Attributes]
    """Attributes of a paragraph by its role."""
    speech_hint: Callable[[Term], Attributes] = no_hint
    """Attributes that tell a machine how a word sounds."""
    aside: str = "div"
    figure: str = "div"
    caption: str = "div"


def anchor(link: Link, text: str) -> str:
    """Give a link that can be followed."""
    return element("a", {"href": link.href}, text)


def left_to_right(dialect: Dialect) -> Dialect:
    """Give the dialect for a Hebrew block: an address inside it still runs from left to right."""

    def isolated(link: Link, text: str) -> str:
        return element("span", {"dir": "ltr"}, dialect.link(link, text))

    return replace(dialect, link=isolated)


def inline_markup(inlines: Sequence[Inline], dialect: Dialect) -> str:
    """Give a stretch of inlines as markup."""
    return "".join(_inline(inline, dialect) for inline in inlines)


def sentence_markup(sentence: Sentence, dialect: Dialect) -> str:
    """Give a sentence as one span with its id: what an overlay points at and a player highlights."""
    return element("span", {"id": sentence.id}, inline_markup(sentence.inlines, dialect))


def blocks_markup(blocks: Sequence[Block], dialect: Dialect, lead: str = "") -> str:
    """Give blocks as markup, one below the other; `lead` stands before the first sentence (a note's number)."""
    if not lead:
        return lines(*(_block(block, dialect) for block in blocks))
    if blocks and isinstance(blocks[0], Paragraph | LineGroup):
        first = _words(blocks[0], dialect, lead)
        return lines(first, blocks_markup(blocks[1:], dialect))
    return lines(element("p", {}, lead), blocks_markup(blocks, dialect))


def _inline(inline: Inline, dialect: Dialect) -> str:
    match inline:
        case Text():
            return escape(inline.text)
        case LineBreak():
            return empty("br", {})
        case NoteRef():
            return dialect.note_ref(inline)
    text = inline_markup(inline.children, dialect)
    match inline:
        case Emphasis():
            return element("em", {}, text)
        case Strong():
            return element("strong", {}, text)
        case LanguageSpan():
            return element("span", _language(inline.language), text)
        case Term():
            return _term(inline, text, dialect)
        case Gloss():
            return element("span", {"class": "gloss"}, text)
        case Citation():
            return element("cite", {}, text)
        case Link():
            return dialect.link(inline, text)
        case _:
            assert_never(inline)


def _term(term: Term, text: str, dialect: Dialect) -> str:
    """Mark a word of another language; plain names and English abbreviations stay as they are."""
    hint = dialect.speech_hint(term)
    if term.language.endswith("-Latn"):
        return element("i", {**_language(term.language), "class": "term", **hint}, text)
    if term.language and term.read_as:
        # Only for Hebrew letters: an expansion must not print a name that the text takes care not to write out.
        return element("abbr", {"title": term.read_as}, text)
    return element("span", hint, text) if hint and not term.language else text


def _language(language: str) -> Attributes:
    return {"lang": language, "xml:lang": language, "dir": direction(language)}


def _block(block: Block, dialect: Dialect) -> str:
    match block:
        case Paragraph() | LineGroup():
            return _words(block, dialect)
        case Quotation():
            return _framed("blockquote", {"id": block.id}, blocks_markup(block.blocks, dialect))
        case Verse():
            return _verse(block, dialect)
        case ListBlock():
            return _list(block, dialect)
        case Table():
            return _table(block, dialect)
        case Figure():
            return _figure(block, dialect)
        case ThematicBreak():
            return empty("hr", {"id": block.id, "class": "separator"})
        case PageBreak():
            return dialect.page_break(block)
        case _:
            assert_never(block)


def _framed(name: str, attributes: Attributes, content: str) -> str:
    return element(name, attributes, "\n", content, "\n")


def _words(block: Paragraph | LineGroup, dialect: Dialect, lead: str = "") -> str:
    inner = left_to_right(dialect) if direction(block.language) else dialect
    text = lead + "".join(sentence_markup(sentence, inner) for sentence in block.sentences)
    attributes = {**_language(block.language), **dialect.paragraph.get(block.role, {})}
    if block.role is ParagraphRole.PULLQUOTE:
        return element(dialect.aside, {"id": block.id, **attributes}, element("p", {}, text))
    if isinstance(block, LineGroup):
        attributes["class"] = " ".join(filter(None, ("lines", attributes.get("class", ""))))
    return element("p", {"id": block.id, **attributes}, text)


def _verse(verse: Verse, dialect: Dialect) -> str:
    stanzas = (
        element(
            "p",
            {"class": "stanza"},
            empty("br", {}).join(sentence_markup(line, dialect) for line in stanza),
        )
        for stanza in verse.stanzas
    )
    return _framed("div", {"id": verse.id, "class": "verse"}, lines(*stanzas))


def _list(block: ListBlock, dialect: Dialect) -> str:
    start = str(block.start) if block.ordered and block.start != 1 else ""
    items = (element("li", {}, blocks_markup(item, dialect)) for item in block.items)
    return _framed("ol" if block.ordered else "ul", {"id": block.id, "start": start}, lines(*items))


def _table(table: Table, dialect: Dialect) -> str:
    def row(cells: Sequence[Sequence[Block]], name: str, attributes: Attributes) -> str:
        return element("tr", {}, *(element(name, attributes, blocks_markup(cell, dialect)) for cell in cells))

    head = [row(cells, "th", {"scope": "col"}) for cells in table.rows[: table.header_rows]]
    body = [row(cells, "td", {}) for cells in table.rows[table.header_rows :]]
    groups = (_framed(name, {}, lines(*rows)) for name, rows in (("thead", head), ("tbody", body)) if rows)
    return _framed("table", {"id": table.id}, lines(*groups))


def _figure(figure: Figure, dialect: Dialect) -> str:
    caption = blocks_markup(figure.caption, dialect)
    return _framed(
        dialect.figure,
        {"id": figure.id, "class": "figure"},
        lines(
            element("p", {"class": "alternative"}, sentence_markup(figure.described, dialect)),
            element(dialect.caption, {"class": "caption"}, caption) if caption else "",
        ),
    )
