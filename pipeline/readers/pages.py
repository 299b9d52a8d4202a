"""Read one page: its elements become headed stretches of blocks.

In: the tree of a page and what its links mean. Out: stretches, notes, notices. Law: reading order is the order of the
elements; every word comes into a block, a heading or a note.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

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
    Role,
    Sentence,
    Table,
    ThematicBreak,
)
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.readers.anchors import Anchors, page_number
from pipeline.readers.elements import InlineReader
from pipeline.readers.markup import UNPRINTED, Element
from pipeline.readers.outline import UNTITLED, Stretch
from pipeline.readers.spans import blocks_of_lines, has_words, lines_block, on_one_line, tidy, without_mark
from pipeline.readers.tables import cells_of, header_rows, is_layout, paired, rows_of
from pipeline.readers.verse import is_verse, read_verse

_HEADING = re.compile(r"h([1-6])")
_NAMES = """
    p ul ol li dl dt dd blockquote table hr pre div section article main header footer aside center address figure
    figcaption details summary hgroup h1 h2 h3 h4 h5 h6 nav form fieldset body tbody thead tr td th caption
"""
BLOCKS = frozenset(_NAMES.split())
_ROWS = frozenset({"tr", "tbody", "thead", "tfoot"})
_ROLES = {
    "titlepage": Role.TITLEPAGE,
    "imprint": Role.IMPRINT,
    "copyright-page": Role.COPYRIGHT_PAGE,
    "dedication": Role.DEDICATION,
    "colophon": Role.COLOPHON,
}


_PARAGRAPH_ROLES = {
    "epigraph": ParagraphRole.EPIGRAPH,
    "doc-epigraph": ParagraphRole.EPIGRAPH,
    "pullquote": ParagraphRole.PULLQUOTE,
    "pull-quote": ParagraphRole.PULLQUOTE,
    "doc-pullquote": ParagraphRole.PULLQUOTE,
}
"""What a source calls its mottoes and pull quotes; that these repeat the text is for `passes.pullquotes` to see."""


class PageReader:
    """One pass over the elements of one page. `blocks` is where what is read goes."""

    def __init__(self, path: str, anchors: Anchors, language: str) -> None:
        """Take what a person calls the page, and the meaning of its links."""
        self.path = path
        self.anchors = anchors
        self.reader = InlineReader(anchors, language)
        self.notes: dict[str, Note] = {}
        self.found: list[Stretch] = []
        self.blocks: list[Block] = []
        self.is_inside = False
        """Inside a note, list, table or quotation: headings there are no part of the outline."""
        self.role: Role | None = None
        self.pages_inside: list[str] = []
        self.pictures_without_words = 0

    def stretches(self, root: Element) -> list[Stretch]:
        """Cut a page at its headings."""
        self.begin(UNTITLED, 1, root)
        self.walk(root)
        self.close()
        return self.found

    def begin(self, heading: Heading, level: int, element: Element) -> None:
        """Begin a stretch."""
        self.heading, self.level, self.pos, self.opened = heading, level, self.place(element), self.role
        self.blocks = []

    def close(self) -> None:
        """End the stretch being read; rules alone make none."""
        if self.heading is not UNTITLED or any(not isinstance(block, ThematicBreak) for block in self.blocks):
            self.found.append(
                Stretch(
                    heading=self.heading,
                    level=self.level,
                    blocks=tuple(self.blocks),
                    pos=self.pos,
                    role=self.opened,
                )
            )

    def place(self, element: Element) -> SourcePos:
        """Give where an element stands."""
        return SourcePos(path=self.path, line=max(1, element.line))

    def told(self) -> tuple[Notice, ...]:
        """Give the notices of the page; what happens many times is told once."""
        found = []
        first = SourcePos(path=self.path, line=1)
        if dead := self.reader.dead_links:
            message = (
                f"{len(dead)} links lead to places no edition can reach; their words were kept. The first:"
            )
            found.append(
                Notice(code="S-007", message=message, weight=Weight.REMARK, pos=first, fragment=dead[0])
            )
        if inside := self.pages_inside:
            message = f"{len(inside)} printed pages begin inside a paragraph; their numbers stand before it. The first:"
            found.append(
                Notice(code="S-063", message=message, weight=Weight.REMARK, pos=first, fragment=inside[0])
            )
        if count := self.pictures_without_words:
            message = f"{count} pictures have no words that say what they show. Give them an alt text."
            found.append(Notice(code="S-008", message=message, pos=first))
        return tuple(found)

    def walk(self, element: Element) -> None:
        """Read the children of a container: runs of words become paragraphs, blocks are read by their kind."""
        run: list[Element | str] = []
        for child in element.children:
            if isinstance(child, str):
                run.append(child)
            elif child.tag in UNPRINTED or self.take_note(child):
                continue
            elif child.tag in BLOCKS or (not _has_words(run) and page_number(child)):
                self.flush(run, element)
                run = []
                self.block(child)
            elif holds_block(child):
                self.flush(run, element)
                run = []
                self.walk(child)
            else:
                run.append(child)
        self.flush(run, element)

    def flush(self, run: Sequence[Element | str], element: Element) -> None:
        """End a run of words: read the words, the pages that begin in it, the pictures among it."""
        if not run:
            return
        line = next((node.line for node in run if isinstance(node, Element)), element.line)
        pos = SourcePos(path=self.path, line=max(1, line))
        self.reader.pages, self.reader.pictures = [], []
        found = blocks_of_lines(self.reader.inlines(run), pos)
        self.keep_pages(pos)
        if found:
            self.pages_inside += self.reader.pages
        self.blocks += found
        self.keep_pictures(pos)

    def keep_pages(self, pos: SourcePos) -> None:
        """Put the printed pages that began in the last run before it."""
        self.blocks += [PageBreak(number=number, pos=pos) for number in self.reader.pages]

    def keep_pictures(self, pos: SourcePos) -> None:
        """Make figures of the pictures that stood in the last run."""
        pictures, self.reader.pictures = self.reader.pictures, []
        self.pictures_without_words += sum(1 for words in pictures if not words)
        self.blocks += [Figure(alternative=words, pos=pos) for words in pictures if words]

    def take_note(self, element: Element) -> bool:
        """Read a note that stands here: it goes where it is referred to."""
        if key := self.anchors.more.get(id(element), ""):
            note = self.notes[key]
            self.notes[key] = replace(note, blocks=(*note.blocks, *self.inside_of(element)))
            return True
        if id(element) not in self.anchors.notes:
            return False
        key, mark = self.anchors.notes[id(element)]
        blocks = without_mark(self.inside(element), mark)
        self.notes[key] = Note(id=key, mark=mark, blocks=blocks, pos=self.place(element))
        return True

    def inside(self, element: Element) -> tuple[Block, ...]:
        """Read what an element holds, as no part of the outline."""
        before, self.blocks, around, self.is_inside = self.blocks, [], self.is_inside, True
        self.walk(element)
        found, self.blocks, self.is_inside = self.blocks, before, around
        return tuple(found)

    def inside_of(self, element: Element) -> tuple[Block, ...]:
        """Read an element that is itself a block, as no part of the outline."""
        before, self.blocks, around, self.is_inside = self.blocks, [], self.is_inside, True
        self.block(element)
        found, self.blocks, self.is_inside = self.blocks, before, around
        return tuple(found)

    def block(self, element: Element) -> None:
        """Read one block by its kind."""
        if number := page_number(element):
            self.blocks.append(PageBreak(number=number, pos=self.place(element)))
        elif heading := _HEADING.fullmatch(element.tag):
            self.read_heading(element, int(heading[1]))
        elif role := next(
            (_PARAGRAPH_ROLES[word] for word in _PARAGRAPH_ROLES if word in element.classes), None
        ):
            self.read_marked(element, role)
        elif element.tag == "hr":
            self.blocks.append(ThematicBreak(printed="---", pos=self.place(element)))
        elif element.tag in ("ul", "ol"):
            self.read_list(element)
        elif element.tag == "table":
            self.read_table(element)
        elif element.tag == "pre":
            self.read_lines(element)
        elif is_verse(element) and (verse := read_verse(element, self.reader, self.place(element))):
            self.blocks.append(verse)
        elif element.tag == "blockquote":
            if blocks := self.inside(element):
                self.blocks.append(Quotation(blocks=blocks, pos=self.place(element)))
        elif element.tag == "figure":
            self.read_figure(element)
        else:
            self.read_container(element)

    def read_marked(self, element: Element, role: ParagraphRole) -> None:
        """Read a motto or pull quote that the source calls so; what is more than paragraphs stays what it is."""
        blocks = self.inside(element)
        if len(blocks) == 1 and isinstance(blocks[0], Quotation):
            blocks = blocks[0].blocks
        is_one = len(blocks) == 1 or role is ParagraphRole.EPIGRAPH
        self.blocks += [
            replace(block, role=role) if is_one and isinstance(block, Paragraph | LineGroup) else block
            for block in blocks
        ]

    def read_figure(self, element: Element) -> None:
        """Read a picture with its caption; anything else that is set as a figure dissolves."""
        found = self.inside(element)
        pictures = [block for block in found if isinstance(block, Figure)]
        if len(pictures) == 1 and not pictures[0].caption:
            caption = tuple(block for block in found if block is not pictures[0])
            found = (replace(pictures[0], caption=caption),)
        self.blocks += found

    def read_container(self, element: Element) -> None:
        """Read a block that only holds others; it may say what part of a book it is."""
        role = next((_ROLES[word] for word in sorted(element.classes) if word in _ROLES), None)
        before, self.role = self.role, role or self.role
        if role and not self.is_inside:
            self.close()
            self.begin(UNTITLED, 1, element)
        self.walk(element)
        self.role = before

    def read_heading(self, element: Element, level: int) -> None:
        """Begin a stretch; inside a list, note, table or quotation a heading is a paragraph."""
        self.reader.pages, self.reader.pictures = [], []
        inlines = on_one_line(self.reader.inlines(element.children))
        pos = self.place(element)
        if has_words(inlines) and self.is_inside:
            self.blocks.append(Paragraph(sentences=(Sentence(inlines=inlines),), pos=pos))
        elif has_words(inlines):
            self.close()
            self.begin(Heading(sentence=Sentence(inlines=inlines)), level, element)
        self.keep_pages(pos)
        self.keep_pictures(pos)

    def read_list(self, element: Element) -> None:
        """Read a list by the numbers in print: notes that are taken out of it leave a gap.

        What stands in it beside its items becomes an item of its own.
        """
        lists: list[ListBlock] = []
        number, is_ordered = _number(element.get("start"), 1), element.tag == "ol"
        for child in element.children:
            if isinstance(child, str):
                item = blocks_of_lines(tidy(self.reader.inlines([child])), self.place(element))
            elif child.tag in UNPRINTED:
                continue
            elif self.take_note(child):
                number += 1
                continue
            else:
                number = _number(child.get("value"), number)
                item = self.inside(child) if child.tag == "li" else self.inside_of(child)
            if item and lists and (not is_ordered or number == lists[-1].start + len(lists[-1].items)):
                lists[-1] = replace(lists[-1], items=(*lists[-1].items, item))
            elif item:
                lists.append(
                    ListBlock(
                        items=(item,),
                        ordered=is_ordered,
                        start=number if is_ordered else 1,
                        pos=self.place(element),
                    )
                )
            number += bool(item)
        self.blocks += lists

    def read_table(self, element: Element) -> None:
        """Read a table: one that is for layout, or holds notes, dissolves into its cells in the order of its rows."""
        rows = rows_of(element)
        for part in element.children:
            if isinstance(part, str):
                self.flush([part], element)
            elif part.tag in BLOCKS and part.tag not in _ROWS:
                self.block(part)  # the caption, and what should not stand there
        if is_layout(element) or any(id(row) in self.anchors.notes for row in rows):
            for row in rows:
                if self.take_note(row):
                    continue
                beside = cells_of(row)
                in_turn = paired(beside)
                for cell in (in_turn,) if in_turn else beside:
                    self.walk(cell)
            return
        cells = tuple(tuple(self.inside(cell) for cell in cells_of(row)) for row in rows)
        self.blocks.append(Table(rows=cells, header_rows=header_rows(rows), pos=self.place(element)))

    def read_lines(self, element: Element) -> None:
        """Read preformatted text: empty lines part paragraphs, other lines are kept."""
        line = element.line
        for part in re.split(r"(\n[ \t]*\n\s*)", element.text().replace("\r", "")):
            lines = [" ".join(written.split()) for written in part.split("\n") if written.strip()]
            if lines:
                self.blocks.append(lines_block(lines, SourcePos(path=self.path, line=max(1, line))))
            line += part.count("\n")


def _number(written: str, otherwise: int) -> int:
    """Read the number of a list or item."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else otherwise


def holds_block(element: Element) -> bool:
    """Tell whether a block stands inside an element."""
    return any(inner.tag in BLOCKS for inner in element.elements() if inner is not element)


def _has_words(run: Sequence[Element | str]) -> bool:
    return any(isinstance(node, Element) or node.strip() for node in run)
