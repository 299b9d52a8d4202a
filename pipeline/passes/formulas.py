"""The set phrases by which matter round the text is known: dedications, permissions, addresses, advertisements.

In: a block. Out: the role that it opens, if any. A phrase is one row; the first row that fits decides.
"""

import re

from pipeline.model.document import Block, Role
from pipeline.model.inline import Link
from pipeline.model.walk import every_inline
from pipeline.passes.blocks import block_inlines, block_lines, block_text

_MEMORIAL = re.compile(
    r"(and )?(in|to|for)( the| loving| everlasting| dear)* (memory|honou?r|merit|tribute)s? of\b"
    r"|(in|as a) tribute to\b|l'?(iluy|ilui|zchus|zechus)\b|לע[י]?לוי נשמת|לזכות ",
    re.IGNORECASE,
)
_GIVER = re.compile(
    r"(this \w+ is )?(dedicated|sponsored) (by|to|in)\b|in (honou?r|memory) of\b", re.IGNORECASE
)
_PERMISSION = re.compile(
    r"\b(by|with) permission\b|\ball rights reserved\b|^(copyright|©|printed in)\b", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"\b[A-Z]{2},? \d{5}(-\d{4})?\b|^published by\b|\b(press|publishers)$", re.IGNORECASE | re.MULTILINE
)
_OFFER = re.compile(
    r"\bprice\b[^.]{0,40}[$£€\d]|\bpost-?paid\b|\bfor sale by\b|\bbound in cloth\b", re.IGNORECASE
)
PHONE = re.compile(r"\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{4} ?\(\d{3}\)|\b\d{3}-\d{3}-\d{4}\b")


_CREDIT = re.compile(
    r"(?P<what>(?:written |told |retold |compiled |adapted |arranged )?by"
    r"|(?:freely )?translated(?: and \w+| from .{1,40})? by"
    r"|(?:edited|prepared) by|(?:photos?|photographs?|photography|pictures)(?: by|:)|(?:illustrated|illustrations?) by"
    r"|interview(?:ed)? by|interviewer:)\s+(?P<who>(?-i:(?:an? )?[A-Z\u05d0-\u05ea]).{1,80})",
    re.IGNORECASE,
)
_ROLES = {
    # the first letters of what a credit says -> MARC relator
    "translat": "trl",
    "freely t": "trl",
    "edited b": "edt",
    "prepared": "edt",
    "compiled": "com",
    "photo": "pht",
    "picture": "pht",
    "illustra": "ill",
    "intervie": "ivr",
}
_MOST_CREDIT_WORDS = 12


def credit(line: str) -> tuple[str, str] | None:
    """Give role (MARC relator) and name when a line credits somebody: "By Nosson Avrohom"."""
    found = _CREDIT.fullmatch(line.strip())
    if (
        not found
        or len(line.split()) > _MOST_CREDIT_WORDS
        or line.rstrip().endswith((".", "!", "?", ":", ";"))
    ):
        return None
    what = found["what"].casefold()
    role = next((role for begin, role in _ROLES.items() if what.startswith(begin)), "aut")
    return role, found["who"].strip(" ,")


def opens_memorial(block: Block) -> bool:
    """Tell whether a new dedication begins here: "IN LOVING MEMORY OF"."""
    return bool(_MEMORIAL.match(_first(block)))


def is_dedication_line(line: str) -> bool:
    """Tell whether a line is a formula, not a name: "AND IN HONOR OF", "DEDICATED BY"."""
    return bool(_MEMORIAL.match(line) or _GIVER.match(line))


def opens_dedication(block: Block) -> bool:
    """Tell whether a block can begin a dedication or stand in one: also "DEDICATED BY"."""
    return is_dedication_line(_first(block))


def opens_permission(block: Block) -> bool:
    """Tell whether a block begins what is said about rights and reprinting."""
    return bool(_PERMISSION.search(_first(block)))


def holds_address(block: Block) -> bool:
    """Tell whether a publisher's address stands in a block."""
    return bool(_ADDRESS.search(block_text(block)))


def offers(block: Block) -> bool:
    """Tell whether a block offers something for sale: "Price, postpaid, $1.00"."""
    return bool(_OFFER.search(block_text(block)))


def holds_contact(block: Block) -> bool:
    """Tell whether a block says where to call, write or look."""
    return bool(contacts(block))


def contacts(block: Block) -> frozenset[str]:
    """Give addresses and telephone numbers of a block in one form, so that two notices can be compared."""
    links = {inline.href for inline in every_inline(block_inlines(block)) if isinstance(inline, Link)}
    phones = re.findall(r"\b\d{3}-\d{4}\b", block_text(block)) if PHONE.search(block_text(block)) else []
    return frozenset(links | set(phones))


def front_role(block: Block, current: Role) -> Role | None:
    """Say which part a block opens on the pages before the text; None when it goes on with the current one."""
    if opens_memorial(block) or (opens_dedication(block) and current is not Role.DEDICATION):
        return Role.DEDICATION
    if opens_permission(block) and current is not Role.COPYRIGHT_PAGE:
        return Role.COPYRIGHT_PAGE
    if holds_address(block) and current is Role.TITLEPAGE:
        return Role.IMPRINT
    return None


def back_role(block: Block, current: Role | None) -> Role | None:
    """Say which part a block opens on the pages after the text; None when it goes on with the current one."""
    if opens_memorial(block) or (opens_dedication(block) and current is not Role.DEDICATION):
        return Role.DEDICATION
    return Role.ADVERTISEMENT if holds_contact(block) else None


def _first(block: Block) -> str:
    lines = block_lines(block)
    return lines[0] if lines else ""
