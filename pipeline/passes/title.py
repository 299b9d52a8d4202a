"""Give the document its title, and words to the headings that print none.

In: metadata from the sidecar, sections. Out: a title, supplied headings. Law: the sidecar wins over the text; no title
is invented: where nobody gave one, the file's own name stands in and says so.
"""

import re
from collections import Counter
from dataclasses import replace
from pathlib import PurePosixPath

from pipeline.model.document import Document, Heading, Role, Section, Sentence
from pipeline.model.inline import Strong, Text, plain_text
from pipeline.model.metadata import Metadata
from pipeline.model.source import Notice
from pipeline.model.walk import every_inline
from pipeline.passes.blocks import block_inlines
from pipeline.passes.printed_notes import says_notes

_HEBREW = re.compile(r"[\u0590-\u05ff]")
_LONGEST_NAME = 60
"""Characters: more is a sentence, not a name."""


def supply_titles(document: Document) -> tuple[Document, tuple[Notice, ...]]:
    """Fill in the title and the headings that are not printed."""
    metadata, notices = _titled(document)
    seen: Counter[str] = Counter()

    def named(section: Section) -> Section:
        return replace(section, heading=_heading(section, metadata, seen))

    return replace(
        document,
        metadata=metadata,
        front=tuple(named(section) for section in document.front),
        body=tuple(named(section) for section in document.body),
        back=tuple(named(section) for section in document.back),
    ), notices


def _titled(document: Document) -> tuple[Metadata, tuple[Notice, ...]]:
    metadata = document.metadata
    if metadata.title:
        return metadata, ()
    if printed := _printed_title(document):
        return replace(metadata, title=printed, title_supplied=False), ()
    name = _file_name(document)
    notice = Notice(
        code="S-020",
        message="this text prints no title, so the name of its file is shown in square brackets. Put title = "
        '"..." and title_supplied = true under [metadata] in the .toml file beside it.',
        pos=document.sections[0].pos,
        fragment=name,
    )
    return replace(metadata, title=name, title_supplied=True), (notice,)


def _printed_title(document: Document) -> str:
    """A title page says the title; else the only heading of the top level does."""
    if document.front and not document.front[0].heading.supplied:
        return document.front[0].heading.title
    chapters = [section for section in document.body if not says_notes(section.heading.title)]
    if len(chapters) == 1 and not chapters[0].heading.supplied:
        return chapters[0].heading.title
    return ""


def _file_name(document: Document) -> str:
    pos = document.sections[0].pos
    stem = PurePosixPath(pos.path).stem if pos else ""
    return " ".join(stem.replace("-", " ").replace("_", " ").split()) or "Untitled"


def _heading(section: Section, metadata: Metadata, seen: Counter[str]) -> Heading:
    """Put the title over a text without heading; supplied headings that repeat get a name, else a number."""
    heading = section.heading
    if not heading.supplied:
        return heading
    words = heading.title or metadata.title
    seen[words] += 1
    if section.role not in (Role.CHAPTER, Role.TITLEPAGE) and seen[words] > 1:
        name = _name_in(section)
        words = f"{words}: {name}" if name else f"{words} {seen[words]}"
    return replace(heading, sentence=Sentence(inlines=(Text(text=words),)))


def _name_in(section: Section) -> str:
    """Give the first bold words that are not a line in capitals: whom a dedication is for."""
    for block in section.blocks:
        for inline in every_inline(block_inlines(block)):
            bold = plain_text((inline,)) if isinstance(inline, Strong) else ""
            words = " ".join(_HEBREW.split(bold)[0].split()).strip(" .,:;!")
            if words != words.upper() and len(words) <= _LONGEST_NAME:
                return words
    return ""
