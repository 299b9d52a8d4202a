"""The text of a DAISY 3 book: one DTBook 2005-3 file.

In: a Publication and where each fragment is played. Out: the file's bytes. Laws (spec 6.2): what is played has a
`smilref`, and nothing else has; a reference names its note, and the note leads back; no heading level is skipped.
"""

from collections.abc import Mapping, Sequence
from typing import assert_never

from pipeline.model.document import (
    Block,
    Figure,
    Heading,
    LineGroup,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quotation,
    Section,
    Sentence,
    Table,
    ThematicBreak,
    Verse,
)
from pipeline.model.publication import Publication
from pipeline.writers.daisy3_plan import dtbook_page
from pipeline.writers.dtbook import inline_markup, language_attributes
from pipeline.writers.markup import DECLARATION, element, empty, escape, escape_words, lines
from pipeline.writers.reading import direction, languages

_DOCTYPE = (
    '<!DOCTYPE dtbook PUBLIC "-//NISO//DTD dtbook 2005-3//EN" '
    '"http://www.daisy.org/z3986/2005/dtbook-2005-3.dtd">\n'
)
_STYLE = '<?xml-stylesheet type="text/css" href="style.css"?>\n'
_NAMESPACE = "http://www.daisy.org/z3986/2005/dtbook/"
_DEEPEST = 6
_LANGUAGES = ("xml:lang",)


def dtbook_document(publication: Publication, place_of: Mapping[str, str]) -> bytes:
    """Give book.xml; `place_of` names the par or seq that plays a fragment, by its id."""
    document = publication.document
    metadata = document.metadata
    text = _Text(place_of)
    names = [who.name for who in metadata.contributors if who.role == "aut"]
    front = lines(
        element("doctitle", {}, escape_words(metadata.shown_title, _LANGUAGES)),
        *(element("docauthor", {}, escape_words(name, _LANGUAGES)) for name in names),
        text.sections(document.front, 1),
    )
    matters = (
        ("frontmatter", front),
        ("bodymatter", text.sections(document.body, 1)),
        ("rearmatter", text.sections(document.back, 1)),
    )
    book = lines(*(element(name, {}, "\n", content, "\n") for name, content in matters if content))
    page = element(
        "dtbook",
        {"xmlns": _NAMESPACE, "version": "2005-3", "xml:lang": metadata.language},
        "\n",
        element("head", {}, "\n", _head(publication), "\n"),
        "\n",
        element("book", {}, "\n", book, "\n"),
        "\n",
    )
    return f"{DECLARATION}{_STYLE}{_DOCTYPE}{page}\n".encode()


def _head(publication: Publication) -> str:
    metadata = publication.document.metadata
    metas = [
        ("dtb:uid", metadata.identifier),
        ("dtb:generator", publication.generator),
        ("dc:Title", metadata.shown_title),
        *(("dc:Creator", who.name) for who in metadata.contributors if who.role == "aut"),
        *(("dc:Language", language) for language in languages(publication.document)),
        ("dc:Date", metadata.date),
        ("dc:Publisher", metadata.publisher),
        ("dc:Identifier", metadata.identifier),
    ]
    return lines(*(empty("meta", {"name": name, "content": value}) for name, value in metas if value))


class _Text:
    """Blocks and sections, each fragment with the place that plays it."""

    def __init__(self, place_of: Mapping[str, str]) -> None:
        self._place_of = place_of

    def sections(self, sections: Sequence[Section], depth: int) -> str:
        return lines(*(self._section(section, depth) for section in sections))

    def _section(self, section: Section, depth: int) -> str:
        """Give a level; sections below the sixth level stand behind it, because DTBook knows no seventh."""
        inside, behind = (section.sections, ()) if depth < _DEEPEST else ((), section.sections)
        content = lines(
            self.blocks(section.blocks),
            *(self._note(note) for note in section.notes),
            self.sections(inside, depth + 1),
        )
        heading = self._heading(section.heading, depth)
        # A level with nothing but its heading is not valid.
        whole = lines(heading, content or ("" if section.heading.subtitle else empty("p", {})))
        attributes = {"id": section.id, "class": section.role.value}
        return lines(element(f"level{depth}", attributes, "\n", whole, "\n"), self.sections(behind, _DEEPEST))

    def _heading(self, heading: Heading, depth: int) -> str:
        attributes = {"class": "supplied" if heading.supplied else ""}
        line = element(f"h{depth}", attributes, self._sentence(heading.sentence))
        if not heading.subtitle:
            return line
        return lines(line, element("p", {"class": "subtitle"}, self._sentence(heading.subtitle)))

    def _note(self, note: Note) -> str:
        backs = [id for id in note.references if id in self._place_of]
        mark = escape(note.mark)
        lead = element("a", {"href": f"#{backs[0]}"}, mark) if backs else mark
        attributes = {"id": note.id, "class": "footnote", "smilref": self._place_of.get(note.id, "")}
        return element("note", attributes, "\n", self.blocks(note.blocks, lead + " "), "\n")

    def blocks(self, blocks: Sequence[Block], lead: str = "") -> str:
        """Give blocks one below the other; `lead` stands before the first sentence (a note's number)."""
        if not lead:
            return lines(*(self._block(block) for block in blocks))
        if blocks and isinstance(blocks[0], Paragraph | LineGroup):
            return lines(self._words(blocks[0], lead), self.blocks(blocks[1:]))
        return lines(element("p", {}, lead), self.blocks(blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph() | LineGroup():
                return self._words(block)
            case Quotation():
                return _framed("blockquote", {"id": block.id}, self.blocks(block.blocks))
            case Verse():
                return self._verse(block)
            case ListBlock():
                return self._list(block)
            case Table():
                return self._table(block)
            case Figure():
                alternative = element("p", {"class": "alternative"}, self._sentence(block.described))
                content = lines(alternative, self.blocks(block.caption))
                return _framed("div", {"id": block.id, "class": "figure"}, content)
            case ThematicBreak():
                return element("p", {"id": block.id, "class": "separator"}, escape(block.printed))
            case PageBreak():
                kind, _ = dtbook_page(block)
                smilref = self._place_of.get(block.id, "")
                return element(
                    "pagenum", {"id": block.id, "page": kind, "smilref": smilref}, escape(block.number)
                )
            case _:
                assert_never(block)

    def _sentence(self, sentence: Sentence, *, rtl: bool = False) -> str:
        attributes = {"id": sentence.id, "smilref": self._place_of.get(sentence.id, "")}
        return element("sent", attributes, inline_markup(sentence.inlines, self._place_of, rtl=rtl))

    def _words(self, block: Paragraph | LineGroup, lead: str = "") -> str:
        rtl = bool(direction(block.language))
        text = lead + "".join(self._sentence(sentence, rtl=rtl) for sentence in block.sentences)
        role = "" if block.role is ParagraphRole.BODY else block.role.value
        own = {"id": block.id, **language_attributes(block.language)}
        if block.role is ParagraphRole.PULLQUOTE:
            return element("div", {**own, "class": role}, element("p", {}, text))
        kind = " ".join(filter(None, ("lines" if isinstance(block, LineGroup) else "", role)))
        return element("p", {**own, "class": kind}, text)

    def _verse(self, verse: Verse) -> str:
        stanzas = (
            _framed("linegroup", {}, lines(*(element("line", {}, self._sentence(line)) for line in stanza)))
            for stanza in verse.stanzas
        )
        return _framed("poem", {"id": verse.id}, lines(*stanzas))

    def _list(self, block: ListBlock) -> str:
        attributes = {
            "id": block.id,
            "type": "ol" if block.ordered else "ul",
            "enum": "1" if block.ordered else "",
            "start": str(block.start) if block.ordered and block.start != 1 else "",
            "smilref": self._place_of.get(block.id, ""),
        }
        return _framed("list", attributes, lines(*(element("li", {}, self.blocks(i)) for i in block.items)))

    def _table(self, table: Table) -> str:
        """Give a table; one that has only head rows gets them as its body, without which it is not valid."""
        head, body = table.rows[: table.header_rows], table.rows[table.header_rows :]
        rows = (self._row(row, "th") for row in head), (self._row(row, "td") for row in body)
        head_rows, body_rows = lines(*rows[0]), lines(*rows[1])
        content = lines(
            _framed("thead", {}, head_rows) if head and body else "",
            _framed("tbody", {}, body_rows or head_rows),
        )
        return _framed("table", {"id": table.id, "smilref": self._place_of.get(table.id, "")}, content)

    def _row(self, row: Sequence[Sequence[Block]], cell: str) -> str:
        """Give a row; the pages that begin in it stand before it, because cells hold none."""
        pages = [block for blocks in row for block in blocks if isinstance(block, PageBreak)]
        cells = (
            element(cell, {}, self.blocks([b for b in blocks if not isinstance(b, PageBreak)]))
            for blocks in row
        )
        return lines(self.blocks(pages), element("tr", {}, *cells))


def _framed(name: str, attributes: Mapping[str, str], content: str) -> str:
    return element(name, attributes, "\n", content, "\n")
