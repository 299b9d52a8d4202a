"""Read the description of a publication off its own pages.

In: title page, imprint, byline, copyright line. Out: Metadata. Law: what the sidecar says wins; what nobody says stays
empty.
"""

import re
from dataclasses import replace

from pipeline.model.document import Block, Document, LineGroup, Paragraph, ParagraphRole, Role
from pipeline.model.metadata import Contributor, Metadata
from pipeline.passes.blocks import block_lines, block_text
from pipeline.passes.openings import credits_of, is_credit

_VOLUME = re.compile(r"\b(?:Vol|Volume|No|Number|Issue)\.? ?(\d{1,5})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
"""Four digits that can only be a common year; Hebrew years begin with 5."""
_WORDS = re.compile(r"[^\W_]+")
_BY = re.compile(r"by\b:?\s*(.*)", re.IGNORECASE | re.DOTALL)


def describe(document: Document) -> Document:
    """Fill in what the pages print and the sidecar leaves open."""
    told = document.metadata
    pages = _blocks(document, Role.TITLEPAGE)
    imprint = _blocks(document, Role.IMPRINT)
    rights = _copyright(document)
    return replace(
        document,
        metadata=replace(
            told,
            subtitle=told.subtitle or _subtitle(pages, told),
            contributors=_contributors(told.contributors or _author(pages), document),
            publisher=told.publisher or _first_line(imprint),
            date=told.date or _found(_YEAR, " ".join([*map(block_text, imprint), rights])),
            rights=told.rights or rights,
            series_number=told.series_number or _found(_VOLUME, " ".join(map(block_text, pages))),
        ),
    )


def _blocks(document: Document, role: Role) -> list[Block]:
    return [block for section in document.front if section.role is role for block in section.blocks]


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _first_line(blocks: list[Block]) -> str:
    return next((line for block in blocks for line in block_lines(block)), "")


def _subtitle(pages: list[Block], told: Metadata) -> str:
    """The first lines that the title does not hold, unless the sidecar gave the whole title or they name the author."""
    title = _folded(told.title)
    authors = {_folded(who.name) for who in told.contributors}
    below = next((block for block in pages if _folded(block_text(block)) not in title), None)
    if below is None or told.title_supplied or _BY.match(block_text(below)):
        return ""
    if is_credit(below) or _folded(block_text(below)) in authors:
        return ""
    return " ".join(block_lines(below))


def _folded(words: str) -> str:
    return f" {' '.join(_WORDS.findall(words.casefold()))} "


def _author(pages: list[Block]) -> tuple[Contributor, ...]:
    """Who stands after the word "by" on the title page."""
    for block in pages:
        if (found := _BY.match(block_text(block))) and found[1].strip():
            return (Contributor(name=" ".join(found[1].split())),)
    credited = (one for block in pages if is_credit(block) for one in credits_of(block_lines(block)) or ())
    return tuple(Contributor(role=role, name=name) for role, name in credited)


def _contributors(told: tuple[Contributor, ...], document: Document) -> tuple[Contributor, ...]:
    """Add whom the byline of a text of one chapter credits, in a part that nobody is named for yet."""
    roles = {who.role for who in told}
    found = [
        Contributor(role=credited[0], name=credited[1])
        for section in document.body[:1] * (len(document.body) == 1)
        for block in section.blocks
        if isinstance(block, Paragraph | LineGroup) and block.role is ParagraphRole.BYLINE
        for credited in credits_of(block_lines(block)) or ()
        if credited[0] not in roles
    ]
    return told + tuple(found)


def _copyright(document: Document) -> str:
    """The copyright line as printed, damage included."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.role is ParagraphRole.COPYRIGHT:
                return " ".join(block_text(block).split())
    return ""
