"""Put sections under their headings as printed.

In: a flat list of headed stretches of blocks. Out: the tree of Sections. Law: printed levels are kept; whether they
are true is for `passes.headings` to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import Block, Heading, Role, Section, Sentence
from pipeline.model.source import SourcePos

UNTITLED = Heading(sentence=Sentence(inlines=()), supplied=True)
"""Stands over blocks that come before any heading; `passes.title` puts words into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A heading and the blocks up to the next heading."""

    heading: Heading
    level: int
    blocks: tuple[Block, ...]
    pos: SourcePos
    role: Role | None = None
    """What the text itself says this part is."""


def nest(stretches: Sequence[Stretch]) -> tuple[Section, ...]:
    """Give the tree of sections: a stretch lies in the nearest one before it whose level is smaller."""
    finished: list[Section] = []
    open_sections: list[Section] = []
    for stretch in stretches:
        _close(open_sections, finished, stretch.level)
        open_sections.append(_section(stretch))
    _close(open_sections, finished, 0)
    return tuple(finished)


def _close(open_sections: list[Section], finished: list[Section], level: int) -> None:
    while open_sections and open_sections[-1].level >= level:
        done = open_sections.pop()
        if open_sections:
            parent = open_sections[-1]
            open_sections[-1] = replace(parent, sections=(*parent.sections, done))
        else:
            finished.append(done)


def _section(stretch: Stretch) -> Section:
    return Section(
        id="",
        level=stretch.level,
        role=stretch.role or (Role.CHAPTER if stretch.level == 1 else Role.SECTION),
        heading=stretch.heading,
        blocks=stretch.blocks,
        pos=stretch.pos,
    )
