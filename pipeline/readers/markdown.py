"""Read Markdown (CommonMark) with the raw `<sup>` and `<br>` that scanned books hold.

In: text. Out: sections as printed. Law: words are never lost; mark-up that the model cannot hold is a notice.
"""

import re
from collections.abc import Iterable, Sequence

from markdown_it.tree import SyntaxTreeNode

from pipeline.model.document import (
    Block,
    Figure,
    Heading,
    LineGroup,
    ListBlock,
    Note,
    Paragraph,
    Quotation,
    Sentence,
    Table,
    ThematicBreak,
)
from pipeline.model.inline import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text, plain_text
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import block_sentences, every_inline
from pipeline.readers.anchors import Anchors
from pipeline.readers.frontmatter import take_front_matter
from pipeline.readers.markup import Element, parse_html
from pipeline.readers.nodes import closing_tag, parse, text_of, without_breaks
from pipeline.readers.outline import UNTITLED, Stretch, nest
from pipeline.readers.pages import PageReader
from pipeline.readers.reading import Reading, attach_notes
from pipeline.readers.spans import begins_denominator, has_words, merge_texts, numerator, on_one_line, tidy

_SCHEMES = ("http:", "https:", "mailto:", "tel:")
_TAG = re.compile(r"<!--.*?-->|</?([A-Za-z][A-Za-z0-9]*)\b[^>]*>", re.DOTALL)
_MARK = re.compile(r"[1-9]\d{0,3}\*{0,3}|[*†‡§]{1,3}")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_MARKING = {"i", "em", "b", "strong", "cite"}
_QUIET_TAGS = {"span", "font", "u", "small", "div", "bdi", "bdo", "center", "a", "p", "sub"}
"""They only dress the words."""
_UNWRAPPED = 120
_UNWRAPPED_SHARE = 0.15
_SHORT_LINE = 90
"""Characters."""
_NOTE_LINE = re.compile(r"\[\d{1,4}\*{0,3}\]\s")
_ATTRIBUTES = re.compile(r"\s*\{(?:-|[#.][^{}]*)\}$")
_ORDINAL = re.compile(r"st|nd|rd|th", re.IGNORECASE)


def read_markdown(path: str, text: str) -> Reading:
    """Give the sections of a Markdown text, as its headings print them."""
    text, metadata, told = take_front_matter(path, text)
    tree, inline_notes = parse(path, text)
    reading = _Reading(path, inline_notes, keeps_lines=_is_unwrapped(text))
    stretches = reading.stretches(tree.children)
    sections = attach_notes(nest(stretches), reading.notes)
    return Reading(sections=sections, notices=(*told, *reading.notices), metadata=metadata)


def _is_unwrapped(text: str) -> bool:
    """Tell whether a paragraph is one line in this file: then a line that ends early was meant to end."""
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(1 for line in lines if len(line) > _UNWRAPPED) > len(lines) * _UNWRAPPED_SHARE


class _Reading:
    """One pass over one syntax tree: knows the path, collects notices."""

    def __init__(self, path: str, inline_notes: dict[int, SyntaxTreeNode], *, keeps_lines: bool) -> None:
        self.path = path
        self.inline_notes = inline_notes
        self.keeps_lines = keeps_lines
        self.notices: list[Notice] = []
        self.notes: dict[str, Note] = {}
        self.line = 1

    def stretches(self, nodes: Sequence[SyntaxTreeNode]) -> list[Stretch]:
        """Cut the top of the tree at its headings."""
        found: list[Stretch] = []
        heading, level, blocks, pos = UNTITLED, 1, list[Block](), SourcePos(path=self.path, line=1)
        for node in nodes:
            if node.type != "heading":
                blocks += self.block(node)
                continue
            place = self.place(node)
            inlines = on_one_line(_titled(self.inlines(node.children[0].children)))
            if not has_words(inlines):
                continue
            if blocks or heading is not UNTITLED:
                found.append(Stretch(heading=heading, level=level, blocks=tuple(blocks), pos=pos))
            pos = place
            heading = Heading(sentence=Sentence(inlines=inlines))
            level, blocks = int(node.tag[1:]), []
        found.append(Stretch(heading=heading, level=level, blocks=tuple(blocks), pos=pos))
        return found

    def place(self, node: SyntaxTreeNode) -> SourcePos:
        """Give where a block stands, and remember it for the notices of its inlines."""
        if node.map:
            self.line = node.map[0] + 1
        return SourcePos(path=self.path, line=self.line)

    def tell(self, code: str, message: str, fragment: str, weight: Weight = Weight.WARNING) -> None:
        """Collect a notice about the block that is being read."""
        pos = SourcePos(path=self.path, line=self.line)
        self.notices.append(Notice(code=code, message=message, weight=weight, pos=pos, fragment=fragment))

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> tuple[Block, ...]:
        """Read the blocks inside a list item or quotation."""
        return tuple(block for node in nodes for block in self.block(node))

    def block(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        """Read one block; a list whose printed numbers jump becomes several lists."""
        pos = self.place(node)
        match node.type:
            case "paragraph":
                found = self.paragraphs(node.children[0].children, pos)
                return tuple(block for block in found if isinstance(block, Figure) or _has_matter(block))
            case "hr":
                return (ThematicBreak(printed=node.markup[:3], pos=pos),)
            case "blockquote":
                return (Quotation(blocks=self.blocks(node.children), pos=pos),)
            case "bullet_list":
                return (
                    ListBlock(items=tuple(self.blocks(item.children) for item in node.children), pos=pos),
                )
            case "ordered_list":
                return self.ordered_lists(node)
            case "heading":
                self.tell("S-011", "a heading inside a list or quotation is read as a paragraph.", "")
                return (self.paragraph(node.children[0].children, pos),)
            case "html_block":
                return self.html(node.content, pos)
            case "code_block" | "fence":
                return self.code(node.content, pos)
            case "table":
                return (self.table(node, pos),)
            case "dl" | "dd":
                return self.blocks(node.children)
            case "dt":
                return (self.paragraph(node.children[0].children, pos),)
            case "footnote_reference":
                return self.note(node, pos)
            case _:
                raise AssertionError(f"CommonMark has no block {node.type}")

    def paragraphs(self, nodes: Sequence[SyntaxTreeNode], pos: SourcePos) -> tuple[Block, ...]:
        """Read a paragraph; lines that each begin with a bracketed number are notes set without empty lines."""
        starts = [
            index
            for index, node in enumerate(nodes)
            if node.type == "text"
            and _NOTE_LINE.match(node.content)
            and (index == 0 or nodes[index - 1].type == "softbreak")
        ]
        if len(starts) < 2 or starts[0] != 0:
            return (self.paragraph(nodes, pos),)
        ends = [*(start - 1 for start in starts[1:]), len(nodes)]
        return tuple(self.paragraph(nodes[start:end], pos) for start, end in zip(starts, ends, strict=True))

    def paragraph(self, nodes: Sequence[SyntaxTreeNode], pos: SourcePos) -> Block:
        """Read a paragraph; one with hard breaks keeps its lines, one that is only a picture is a figure."""
        if len(nodes) == 1 and nodes[0].type == "image":
            return Figure(alternative=nodes[0].content, pos=pos)
        nodes = without_breaks(nodes)
        inlines = self.inlines(nodes)
        if self.keeps_lines and any(node.type == "softbreak" for node in nodes):
            inlines = self.kept_lines(nodes) or inlines
        sentences = (Sentence(inlines=inlines),)
        if any(isinstance(inline, LineBreak) for inline in every_inline(inlines)):
            return LineGroup(sentences=sentences, pos=pos)
        return Paragraph(sentences=sentences, pos=pos)

    def kept_lines(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
        """Keep the lines of a paragraph that are all short; none when one of them is long."""
        lines: list[list[SyntaxTreeNode]] = [[]]
        for node in nodes:
            if node.type in ("softbreak", "hardbreak"):
                lines.append([])
            else:
                lines[-1].append(node)
        read = [self.inlines(line) for line in lines]
        if any(len(plain_text(line)) > _SHORT_LINE for line in read):
            return ()
        parted = [inline for line in read for inline in (*line, LineBreak())]
        return tuple(parted[:-1])

    def ordered_lists(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        """Read a numbered list by the numbers in print: CommonMark would count on from the first."""
        lists: list[ListBlock] = []
        for item in node.children:
            pos, number = self.place(item), int(item.info)
            blocks = self.blocks(item.children)
            last = lists[-1] if lists else None
            if last and number == last.start + len(last.items):
                lists[-1] = ListBlock(
                    items=(*last.items, blocks), ordered=True, start=last.start, pos=last.pos
                )
            else:
                lists.append(ListBlock(items=(blocks,), ordered=True, start=number, pos=pos))
        return tuple(lists)

    def table(self, node: SyntaxTreeNode, pos: SourcePos) -> Table:
        """Read a table of pipes: its first row is the head."""
        rows = [row for part in node.children for row in part.children]
        cells = tuple(tuple(self.cell(cell, pos) for cell in row.children) for row in rows)
        return Table(rows=cells, header_rows=1, pos=pos)

    def cell(self, node: SyntaxTreeNode, pos: SourcePos) -> tuple[Block, ...]:
        """Read one cell."""
        inlines = tidy(self.inlines(node.children[0].children)) if node.children else ()
        return (Paragraph(sentences=(Sentence(inlines=inlines),), pos=pos),) if inlines else ()

    def note(self, node: SyntaxTreeNode, pos: SourcePos) -> tuple[Block, ...]:
        """Keep a note for the section that refers to it; of two with one name the second stays where it is."""
        label = str(node.meta["label"])
        blocks = self.blocks(node.children)
        if label in self.notes:
            self.tell(
                "N-004", f"a second note is called {label}: it is left as a paragraph. Name it anew.", ""
            )
            return blocks
        self.notes[label] = Note(id=label, mark=label, blocks=blocks, pos=pos)
        return ()

    def inline_note(self, node: SyntaxTreeNode) -> str:
        """Keep a note that stands in the text, ^[like this]; its mark is the number it has among those."""
        number = node.meta["id"]
        label = f"^{1 + sorted(self.inline_notes).index(number)}"
        if label not in self.notes:
            pos = SourcePos(path=self.path, line=self.line)
            block = self.paragraph(self.inline_notes[number].children, pos)
            self.notes[label] = Note(id=label, mark=label[1:], blocks=(block,), pos=pos)
        return label

    def html(self, content: str, pos: SourcePos) -> tuple[Block, ...]:
        """Read a raw HTML block as a page is read."""
        for comment in _COMMENT.findall(content):
            self.tell(
                "S-060",
                "a comment was left out: it is not printed.",
                " ".join(comment.split()),
                Weight.REMARK,
            )
        bare = _COMMENT.sub("", content)
        if not _TAG.sub("", bare).strip() and "<img" not in bare.lower():
            return ()
        self.tell(
            "S-006", "raw HTML was read as a web page is; look whether it came out right.", bare.strip()[:80]
        )
        page = PageReader(self.path, Anchors(), "en")
        return page.inside(_moved(parse_html(self.path, f"<body>{bare}</body>"), pos.line - 1))

    def code(self, content: str, pos: SourcePos) -> tuple[Block, ...]:
        """Keep the lines of a code block."""
        self.tell("S-009", "program code is read as lines of text.", content.strip().split("\n")[0])
        inlines: list[Inline] = []
        for line in filter(str.strip, content.split("\n")):
            inlines += [Text(text=line), LineBreak()]
        if not inlines:
            return ()
        return (LineGroup(sentences=(Sentence(inlines=tuple(inlines[:-1])),), pos=pos),)

    def inlines(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
        """Read a stretch of inlines; `<sup>n</sup>` spans siblings."""
        found: list[Inline] = []
        index = 0
        while index < len(nodes):
            tag, closing = closing_tag(nodes, index)
            if closing and tag == "sup" and begins_denominator(text_of(nodes[closing + 1 : closing + 4])):
                found += numerator(found, self.inlines(nodes[index + 1 : closing]))
                index = closing + 1
            elif closing:
                found += self.between_tags(tag, nodes[index + 1 : closing])
                index = closing + 1
            else:
                found += self.inline(nodes[index])
                index += 1
        return merge_texts(found)

    def inline(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        """Read one inline."""
        match node.type:
            case "text":
                return (Text(text=node.content),)
            case "footnote_ref":
                label = str(node.meta["label"]) if "label" in node.meta else self.inline_note(node)
                return (NoteRef(mark=label.removeprefix("^"), note=label),)
            case "softbreak":
                return (Text(text=" "),)
            case "hardbreak":
                return (LineBreak(),)
            case "em":
                return (Emphasis(children=self.inlines(node.children)),)
            case "strong":
                return (Strong(children=self.inlines(node.children)),)
            case "link":
                return self.link(node)
            case "html_inline":
                return self.tag(node.content)
            case "image":
                self.tell("S-008", "a picture inside a paragraph: only its words were kept.", node.content)
                return (Text(text=node.content),)
            case "code_inline":
                self.tell("S-009", "program code is read as text.", node.content, Weight.REMARK)
                return (Text(text=node.content),)
            case _:
                raise AssertionError(f"CommonMark has no inline {node.type}")

    def between_tags(self, tag: str, nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
        """Read what stands between a raw tag and its end."""
        if tag == "sup":
            return self.superscript(nodes)
        children = self.inlines(nodes)
        if not children or tag not in _MARKING:
            return children
        return (Strong(children=children),) if tag in ("b", "strong") else (Emphasis(children=children),)

    def superscript(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
        """Read what stands between <sup> and </sup>: a note reference, or raised letters."""
        children = self.inlines(nodes)
        mark = plain_text(children).strip().strip("[]")
        if _MARK.fullmatch(mark):
            return (NoteRef(mark=mark, note=""),)
        if not _ORDINAL.fullmatch(mark):
            self.tell("S-012", "raised letters are not a note number and are read on the line.", mark)
        return children

    def link(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        """Read a link; one that leads nowhere outside keeps its words only."""
        href = str(node.attrGet("href") or "")
        children = self.inlines(node.children)
        if href.lower().startswith(_SCHEMES) and plain_text(children).strip():
            return (Link(href=href, children=children),)
        message = (
            "this link cannot be followed from an edition; its words were kept. Use a full https:// address."
        )
        self.tell("S-007", message, f"{plain_text(children)} -> {href}")
        return children

    def tag(self, content: str) -> tuple[Inline, ...]:
        """Read a raw tag: <br> breaks the line, others are left out and told."""
        found = _TAG.fullmatch(content)
        if found and (found[1] or "").lower() == "br":
            return (LineBreak(),)
        if content.startswith("<!--"):
            self.tell(
                "S-060", "a comment was left out: it is not printed.", content[4:-3].strip(), Weight.REMARK
            )
        elif not found or (found[1] or "").lower() not in _QUIET_TAGS:
            self.tell("S-006", "a raw HTML tag was left out.", content)
        return ()


def _has_matter(block: Block) -> bool:
    """Tell whether anything is printed in a paragraph: raw tags alone are nothing."""
    return any(has_words(sentence.inlines) for sentence in block_sentences(block))


def _titled(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Take the name that pandoc and others give a heading, {#name .class}, away from its end."""
    last = inlines[-1] if inlines else None
    if not isinstance(last, Text):
        return inlines
    return merge_texts((*inlines[:-1], Text(text=_ATTRIBUTES.sub("", last.text))))


def _moved(element: Element, lines: int) -> Element:
    """Count the lines of a piece of HTML from the top of the file."""
    for inner in element.elements():
        inner.line += lines
    return element
