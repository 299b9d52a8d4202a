"""Comments in an entry's file: what people wrote behind # outlives formatting and setting.

In: the canonical text of an entry and the text that stood in the file before. Out: the canonical text with the
comments above the fields they belonged to. Law: no comment is ever lost; those of a field that went stand at the end.
"""

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"""^(?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*')*?(?P<comment>#.*)$""")
_OPENING = re.compile(r"\s*[\"']?(?P<field>\w+)[\"']?\s*=|\s*\[\[\s*(?P<table>\w+)\s*\]\]")
_END = "the end"


def keep_comments(formatted: str, before: str) -> str:
    """Give the canonical text with the comments of the earlier one."""
    comments = _by_place(before)
    paragraphs: list[str] = []
    for place, paragraph in _paragraphs(formatted):
        paragraphs.append("\n".join([*comments.pop(place, []), paragraph]))
    left = [line for lines in comments.values() for line in lines]
    return "\n\n".join([*paragraphs, *(["\n".join(left)] if left else [])]) + "\n"


def _by_place(text: str) -> dict[str, list[str]]:
    """Give the comments above and behind each field; those inside a [[table]] are the table's."""
    found: dict[str, list[str]] = {}
    waiting: list[str] = []
    place, tables = "", 0
    for line in text.splitlines():
        if comment := _COMMENT.match(line):
            waiting.append(comment["comment"].rstrip())
        opening = _OPENING.match(line)
        if opening is None:
            continue
        if opening["table"]:
            tables += 1
            place = f"table {tables}"
        elif not tables:
            place = opening["field"]
        found.setdefault(place, []).extend(waiting)
        waiting = []
    return found | {_END: waiting}


def _paragraphs(formatted: str) -> Iterator[tuple[str, str]]:
    tables = 0
    for paragraph in formatted.removesuffix("\n").split("\n\n"):
        opening = _OPENING.match(paragraph)
        if opening and opening["table"]:
            tables += 1
            yield f"table {tables}", paragraph
        else:
            yield (opening["field"] if opening else ""), paragraph
