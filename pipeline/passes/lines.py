"""Say which kept lines make one sentence: an entry of a dedication, an address, a line of a title page.

In: the text of a line group and the role of its section. Out: where its sentences begin. Law: a line is never cut.
"""

import itertools
import re
from collections.abc import Callable

from pipeline.model.document import Role
from pipeline.passes.formulas import is_dedication_line

_NAME = re.compile(
    r"(the )?(horav|harav|rav|rabbi|reb|rebbetzin|r'|mr|mrs|ms|miss|dr|prof|the family|family)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:[,:;&-]|\b(?:of|the|a|an|and|by|in|on|or|for|to|with|from|at))\s*$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*\s*$|\d\s*$|://\S+\s*$|@\S+\s*$")
_CONTINUES = re.compile(r"(?:of|and|by|in|on|or|for|to|with|from|at|as)\b", re.IGNORECASE)
_LABEL = re.compile(r"[\w-]+\.?:")
_LATIN = re.compile(r"[A-Za-z]")


def line_starts(text: str, role: Role) -> tuple[int, ...]:
    """Give the offset of each sentence but the first in lines that end with newlines."""
    begins = _BEGINS.get(role, _begins_sense)
    starts: list[int] = []
    lines = text.split("\n")
    offset = len(lines[0]) + 1
    for before, line in itertools.pairwise(lines):
        if line.strip() and begins(before.strip(), line.strip()):
            starts.append(offset)
        offset += len(line) + 1
    return tuple(starts)


def _begins_line(before: str, _line: str) -> bool:
    """Each line for itself; but a lone "by" goes with the name below it."""
    return not _CONTINUES.fullmatch(before)


def _begins_entry(before: str, line: str) -> bool:
    """One entry for each person: a title begins one, "ben", a surname and the date go on with it."""
    is_formula = is_dedication_line(line) or is_dedication_line(before)
    return is_formula or bool(_NAME.match(line)) or not _LATIN.search(line) or not _LATIN.search(before)


def _begins_sense(before: str, line: str) -> bool:
    """A line begins a sentence unless the one before is open, or it goes on in small letters or a small word."""
    if _GOES_ON.search(before):
        return False
    if line[0].islower():
        return bool(_LABEL.match(line))
    return bool(_ENDS.search(before)) or not _CONTINUES.match(line)


_BEGINS: dict[Role, Callable[[str, str], bool]] = {
    Role.TITLEPAGE: _begins_line,
    Role.DEDICATION: _begins_entry,
}
