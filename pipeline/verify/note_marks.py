"""The signs that tie a note to its reference: "12", "[3]", "iv", an asterisk.

In: the words of references and notes as an edition shows them. Out: whether they are signs, and of each other.
"""

import re

_MARK = re.compile(
    r"[\[(]?(?:\d{1,4}(?:[a-z]|[*†‡§]{1,3})?|[ivxlc]{1,6}|[a-z]|[*†‡§¶↩]{1,4})[\])]?[.:]?", re.IGNORECASE
)
_AROUND = "[]().: "


def is_note_mark(text: str) -> bool:
    """Whether these characters are nothing but the sign of a note."""
    return bool(_MARK.fullmatch(text.strip()))


def is_mark_of(reference: str, note: str) -> bool:
    """Whether a note begins with the sign that its reference shows."""
    mark = reference.strip(_AROUND)
    begin = note.lstrip(_AROUND)
    return bool(mark) and begin.startswith(mark) and not begin[len(mark) :][:1].isalnum()
