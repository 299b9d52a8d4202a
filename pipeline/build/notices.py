"""notices.txt: what a person should look at, most important first, in lines that read well aloud."""

import re
from collections.abc import Sequence

from pipeline.model.source import Notice, Weight

_CHECKSUM = re.compile(r"\b[0-9a-f]{64}\b")
_INTRODUCTIONS = {
    Weight.ERROR: ("Must be mended: something is missing or wrong in an edition.", "error"),
    Weight.WARNING: ("For a person to decide: the editions are whole, but look at these.", "question"),
    Weight.REMARK: ("For the record: what was done by rule.", "remark"),
}
_TOLD_BY = {"V-003": "S-025", "B-003": "S-025", "V-007": "L-002"}
"""What one room says of a place and another has said of it before: a person hears it once."""


def sort_notices(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """Order by weight, then place, then code; what is told twice is kept once."""
    told = {(notice.code, notice.pos) for notice in notices}

    def rank(notice: Notice) -> tuple[int, str, int, int, str, str]:
        pos = notice.pos
        place = (pos.path, pos.line, pos.column) if pos else ("", 0, 0)
        return (int(notice.weight), *place, notice.code, notice.message)

    heard_once = [
        notice for notice in dict.fromkeys(notices) if (_TOLD_BY.get(notice.code), notice.pos) not in told
    ]
    return tuple(sorted(heard_once, key=rank))


def format_notices(title: str, notices: Sequence[Notice]) -> str:
    """Format the whole file."""
    ordered = sort_notices(notices)
    files = sorted({notice.pos.path for notice in ordered if notice.pos})
    lines = [
        f"Notices for {title}",
        "",
        *(f"Lines are those of {path}." for path in files),
        _totals(ordered),
        "",
    ]
    for weight, (introduction, _) in _INTRODUCTIONS.items():
        group = [notice for notice in ordered if notice.weight is weight]
        if group:
            lines += [introduction, ""]
            lines += [f"{number}. {_line(notice)}" for number, notice in enumerate(group, 1)]
            lines += [""]
    return "\n".join(lines)


def notice_row(notice: Notice) -> dict[str, str]:
    """Give a notice for machines."""
    return {
        "code": notice.code,
        "weight": notice.weight.name.lower(),
        "where": str(notice.pos or ""),
        "message": notice.message,
        "fragment": notice.fragment,
    }


def _line(notice: Notice) -> str:
    """Give a notice for the ear: the line before the words, no path, no column."""
    place = f"Line {notice.pos.line}: " if notice.pos else ""
    message = notice.message[:1].upper() + notice.message[1:]
    words = f" “{notice.fragment}”" if notice.fragment else ""
    return f"{place}{message}{words} [{notice.code}]"


def _totals(notices: Sequence[Notice]) -> str:
    counts = [
        counted(sum(notice.weight is weight for notice in notices), word)
        for weight, (_, word) in _INTRODUCTIONS.items()
    ]
    return ", ".join(counts) + "."


def counted(number: int, word: str) -> str:
    """Give "1 page", "2 pages"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def shorten(version: str) -> str:
    """Shorten the checksums in a version, which nobody wants to hear whole; --json and the manifest keep them."""
    return _CHECKSUM.sub(lambda found: found[0][:8], version)
