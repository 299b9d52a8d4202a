"""Put sections under their headings as printed.

In: a flat list of headed stretches of blocks. Out: the tree of Sections. Law: printed levels are kept; whether they
are true is for `passes.headings` to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model.document import Block, Heading, Role, Section, Sentence, ThematicBreak
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
    for stretch in _with_kickers(_with_untitled_on_top([one for one in stretches if _has_matter(one)])):
        _close(open_sections, finished, stretch.level)
        open_sections.append(_section(stretch))
    _close(open_sections, finished, 0)
    return tuple(finished)


def _has_matter(stretch: Stretch) -> bool:
    """Rules alone, without a heading, are no part of a text."""
    return not stretch.heading.supplied or any(
        not isinstance(block, ThematicBreak) for block in stretch.blocks
    )


def _with_untitled_on_top(stretches: Sequence[Stretch]) -> list[Stretch]:
    """What stands before a heading is no part above it: it is of the highest level that is printed."""
    top = min((stretch.level for stretch in stretches if not stretch.heading.supplied), default=1)
    return [replace(stretch, level=top) if stretch.heading.supplied else stretch for stretch in stretches]


def _with_kickers(stretches: list[Stretch]) -> list[Stretch]:
    """A small heading right above a larger one ("Chapter 1" over its title) heads what the larger one heads."""
    found = list(stretches)
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        if index and found[index - 1].pos.path == first.pos.path:
            continue  # not the first heading of its page
        if first.blocks or first.heading.supplied or second.heading.supplied or first.level <= second.level:
            continue
        level = second.level
        found[index] = replace(first, level=level)
        found[index + 1] = replace(second, level=level + 1)
        for later in range(index + 2, len(found)):
            if found[later].level <= level or found[later].pos.path != first.pos.path:
                break
            found[later] = replace(found[later], level=found[later].level + 1)
    return found


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
