"""Read Markdown (CommonMark) with the raw `<sup>` and `<br>` that scanned books hold.

In: text. Out: sections as printed. Law: words are never lost; mark-up that the model cannot hold is a notice.
"""

import re
from collections.abc import Iterable, Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from pipeline.model.document import (
    Block,
    Figure,
    Heading,
    LineGroup,
    ListBlock,
    Paragraph,
    Quotation,
    Section,
    Sentence,
    ThematicBreak,
)
from pipeline.model.inline import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text, plain_text
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.model.walk import every_inline
from pipeline.readers.outline import UNTITLED, Stretch, nest

_PARSER = MarkdownIt("commonmark")
_SCHEMES = ("http:", "https:", "mailto:", "tel:")
_TAG = re.compile(r"<!--.*?-->|</?([A-Za-z][A-Za-z0-9]*)\b[^>]*>", re.DOTALL)
_MARK = re.compile(r"\d{1,4}|[*†‡§]{1,3}")
_ORDINAL = re.compile(r"st|nd|rd|th", re.IGNORECASE)


def read_markdown(path: str, text: str) -> tuple[tuple[Section, ...], tuple[Notice, ...]]:
    """Give the sections of a Markdown text, as its headings print them."""
    reading = _Reading(path)
    tree = SyntaxTreeNode(_PARSER.parse(text))
    return nest(reading.stretches(tree.children)), tuple(reading.notices)


class _Reading:
    """One pass over one syntax tree: knows the path, collects notices."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.notices: list[Notice] = []
        self.line = 1

    def stretches(self, nodes: Sequence[SyntaxTreeNode]) -> list[Stretch]:
        """Cut the top of the tree at its headings."""
        found: list[Stretch] = []
        heading, level, blocks, pos = UNTITLED, 1, list[Block](), SourcePos(path=self.path, line=1)
        for node in nodes:
            if node.type != "heading":
                blocks += self.block(node)
                continue
            if blocks or heading is not UNTITLED:
                found.append(Stretch(heading=heading, level=level, blocks=tuple(blocks), pos=pos))
            pos = self.place(node)
            heading = Heading(sentence=Sentence(inlines=self.inlines(node.children[0].children)))
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
                return (self.paragraph(node.children[0].children, pos),)
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
            case _:
                raise AssertionError(f"CommonMark has no block {node.type}")

    def paragraph(self, nodes: Sequence[SyntaxTreeNode], pos: SourcePos) -> Block:
        """Read a paragraph; one with hard breaks keeps its lines, one that is only a picture is a figure."""
        if len(nodes) == 1 and nodes[0].type == "image":
            return Figure(alternative=nodes[0].content, pos=pos)
        inlines = self.inlines(nodes)
        sentences = (Sentence(inlines=inlines),)
        if any(isinstance(inline, LineBreak) for inline in every_inline(inlines)):
            return LineGroup(sentences=sentences, pos=pos)
        return Paragraph(sentences=sentences, pos=pos)

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

    def html(self, content: str, pos: SourcePos) -> tuple[Block, ...]:
        """Keep the words of a raw HTML block."""
        words = " ".join(_TAG.sub(" ", content).split())
        self.tell("S-006", "raw HTML was left out; its words were kept.", content.strip())
        return (Paragraph(sentences=(Sentence(inlines=(Text(text=words),)),), pos=pos),) if words else ()

    def code(self, content: str, pos: SourcePos) -> tuple[Block, ...]:
        """Keep the lines of a code block."""
        self.tell("S-009", "program code is read as lines of text.", content.strip().split("\n")[0])
        inlines: list[Inline] = []
        for line in content.rstrip("\n").split("\n"):
            inlines += [Text(text=line), LineBreak()]
        return (LineGroup(sentences=(Sentence(inlines=tuple(inlines[:-1])),), pos=pos),)

    def inlines(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
        """Read a stretch of inlines; `<sup>n</sup>` spans siblings."""
        found: list[Inline] = []
        index = 0
        while index < len(nodes):
            closing = _closing_sup(nodes, index)
            if closing:
                found += self.superscript(nodes[index + 1 : closing])
                index = closing + 1
            else:
                found += self.inline(nodes[index])
                index += 1
        return _merged(found)

    def inline(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        """Read one inline."""
        match node.type:
            case "text":
                return (Text(text=node.content),)
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

    def superscript(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
        """Read what stands between <sup> and </sup>: a note reference, or raised letters."""
        children = self.inlines(nodes)
        mark = plain_text(children).strip()
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
        self.tell("S-006", "a raw HTML tag was left out.", content)
        return ()


def _closing_sup(nodes: Sequence[SyntaxTreeNode], index: int) -> int:
    """Find the sibling that closes a <sup> at `index`; 0 when there is none."""
    if nodes[index].type != "html_inline" or nodes[index].content.lower() != "<sup>":
        return 0
    for later in range(index + 1, len(nodes)):
        if nodes[later].type == "html_inline" and nodes[later].content.lower() == "</sup>":
            return later
    return 0


def _merged(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Put neighbouring Texts together."""
    merged: list[Inline] = []
    for inline in inlines:
        last = merged[-1] if merged else None
        if isinstance(inline, Text) and isinstance(last, Text):
            merged[-1] = Text(text=last.text + inline.text)
        elif inline != Text(text=""):
            merged.append(inline)
    return tuple(merged)
