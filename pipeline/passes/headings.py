"""Say what headings mean: printed levels lie, a lone heading may be a subtitle, a bare number needs a word.

In: sections as printed. Out: sections whose levels are their depth. Law: the printed words of a heading stay.
"""

import re
from dataclasses import replace

from pipeline.model.document import Document, Heading, Role, Section
from pipeline.model.source import Notice, Weight

_NUMBER = re.compile(r"(\d{1,4}|\d{1,3},\d{3}|[IVXLC]{1,7})\*?\.?")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|5[4-9]\d\d")
"""Common years, and years since the creation as they are printed: they say enough alone."""
_DEFAULT_WORD = "Section"


def repair_headings(document: Document, number_word: str) -> tuple[Document, tuple[Notice, ...]]:
    """Find subtitles, count levels by depth, and give bare numbers a label ("Announcement 12")."""
    notices: list[Notice] = []
    body = tuple(
        _repaired(_with_subtitle(section, notices), 1, number_word or _DEFAULT_WORD)
        for section in document.body
    )
    return replace(document, body=body), tuple(notices)


def _with_subtitle(section: Section, notices: list[Notice]) -> Section:
    """A heading with nothing under it but one other heading is that heading's title: the other is its subtitle."""
    if section.blocks or len(section.sections) != 1 or section.heading.supplied:
        return section
    inner = section.sections[0]
    if is_number(inner.heading):
        return section
    message = "this heading stands alone under the one before it and was read as its subtitle."
    notices.append(
        Notice(
            code="S-026", message=message, weight=Weight.REMARK, pos=inner.pos, fragment=inner.heading.title
        )
    )
    heading = replace(section.heading, subtitle=inner.heading.sentence)
    notes = section.notes + inner.notes
    return replace(section, heading=heading, blocks=inner.blocks, sections=inner.sections, notes=notes)


def _repaired(section: Section, level: int, number_word: str) -> Section:
    heading = section.heading
    if is_number(heading) and not _YEAR.fullmatch(heading.title):
        heading = replace(heading, label=f"{number_word} {heading.title.rstrip('.')}")
    return replace(
        section,
        level=level,
        role=_role(section.role, level),
        heading=heading,
        sections=tuple(_repaired(inner, level + 1, number_word) for inner in section.sections),
    )


def _role(told: Role, level: int) -> Role:
    """A part is a chapter or a section by its depth, unless the source itself says that it is something else."""
    if told not in (Role.CHAPTER, Role.SECTION):
        return told
    return Role.CHAPTER if level == 1 else Role.SECTION


def is_number(heading: Heading) -> bool:
    """Tell whether a heading is a bare number, which says nothing when it is spoken or listed alone."""
    return bool(_NUMBER.fullmatch(heading.title))
