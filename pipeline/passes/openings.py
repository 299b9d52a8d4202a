"""Know the lines that stand between a title and its text: whom they credit, how they greet, when and where it was said.

In: lines and blocks. Out: what they are. Law: a line is known by its set words, never by its place alone.
"""

import re
from collections.abc import Sequence

from pipeline.model.document import Block, LineGroup, Paragraph
from pipeline.passes.blocks import block_lines, block_text
from pipeline.passes.formulas import credit

_TITLES = (
    r"Rabbi|Rav|Ha?[Rr]av|Horav|Reb|R['’]|Rebbetzin|Rebbitzin|Dr\.?|Prof(?:essor|\.)?"
    r"|Dayan|Chacham|Cantor|Chazzan"
)
_NAME = r"(?:[A-Z\u05d0-\u05ea][\w'’.\u05f3\u05f4-]*|ben|bar|bat|bas|ibn|de|von|van)"
_PERSON = re.compile(
    rf"(?:{_TITLES})(?: (?:{_TITLES}))*(?: {_NAME}){{2,6}}(?:,? (?:Ph\.? ?D\.?|M\.? ?D\.?|shlita))?"
)
_OPEN_CREDIT = re.compile(r"(?:.{0,60} )?by:?", re.IGNORECASE)
_INVOCATION = re.compile(
    r"\W*(?:ב[\"'”’״׳]*ה|בס[\"”״]*ד|בע[\"”״]*ה|בעז[\"”״]*ה|B[\"'”’]+H|BS[\"'”’]+D|BH|BSD"
    r"|by the grace of g-?o?d|with the help of heaven)\W*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:dear|shalom|shabbat shalom|good shabbos|greetings?|blessings? and greetings?|hello|b\"?\W?h)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20|5[4-9])\d\d\b")
_OCCASION_WORDS = 20


def credits_of(lines: Sequence[str]) -> tuple[tuple[str, str], ...] | None:
    """Give role (MARC relator) and name of everybody whom lines credit; None when one of them credits nobody.

    A line may end with the word "by", and the next line name whom; a person with a title needs no such word.
    """
    found = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if _OPEN_CREDIT.fullmatch(line) and at + 1 < len(lines):
            at += 1
            line = f"{line.rstrip(':')} {lines[at]}"
        credited = credit(line) or (("aut", line) if _PERSON.fullmatch(line) else None)
        if credited is None:
            return None
        found.append(credited)
        at += 1
    return tuple(found) or None


def is_credit(block: Block) -> bool:
    """Tell whether all lines of a block credit somebody: a byline."""
    return isinstance(block, Paragraph | LineGroup) and credits_of(block_lines(block)) is not None


def opens_credit(block: Block) -> bool:
    """Tell whether a block ends with the word "by" and so leads to a name."""
    return bool(_OPEN_CREDIT.fullmatch(block_text(block).strip()))


def is_invocation(block: Block) -> bool:
    """Tell whether a block is what stands at the head of a pious page: B"H."""
    return bool(_INVOCATION.fullmatch(block_text(block)))


def is_greeting(block: Block) -> bool:
    """Tell whether a block greets somebody: a letter begins."""
    return bool(_GREETING.match(block_text(block).strip())) and not is_invocation(block)


def is_occasion(block: Block) -> bool:
    """Tell whether a block is few words with a year: when and where something was said."""
    text = block_text(block)
    return len(text.split()) <= _OCCASION_WORDS and bool(_YEAR.search(text))
