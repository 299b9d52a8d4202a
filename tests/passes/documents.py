"""Documents for tests of one pass: a chapter of a few blocks."""

from pipeline.model.document import Block, Document, Heading, LineGroup, Paragraph, Role, Section, Sentence
from pipeline.model.inline import Inline, LineBreak, Text
from pipeline.model.metadata import Metadata
from pipeline.model.source import SourcePos
from tests.builders import inlines


def chapter(*blocks: Block, heading: str = "Heading", id: str = "sec-1", line: int = 1) -> Section:
    printed = Heading(sentence=Sentence(inlines=inlines(heading)))
    pos = SourcePos(path="essay.md", line=line)
    return Section(id=id, level=1, role=Role.CHAPTER, heading=printed, blocks=blocks, pos=pos)


def book(*sections: Section) -> Document:
    return Document(metadata=Metadata(), body=sections)


def text_of(*blocks: Block) -> Document:
    return book(chapter(*blocks))


def para(*parts: str | Inline, line: int = 1) -> Paragraph:
    return Paragraph(
        sentences=(Sentence(inlines=inlines(*parts)),), pos=SourcePos(path="essay.md", line=line)
    )


def lines(*texts: str, line: int = 1) -> LineGroup:
    kept: list[Inline] = []
    for text in texts:
        kept += [Text(text=text), LineBreak()]
    return LineGroup(
        sentences=(Sentence(inlines=tuple(kept[:-1])),), pos=SourcePos(path="essay.md", line=line)
    )


def blocks_of(document: Document) -> tuple[Block, ...]:
    return document.body[0].blocks
