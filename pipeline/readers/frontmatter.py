"""Read the settings at the top of a Markdown text (YAML or TOML front matter).

In: text. Out: what the settings say of the text, the text without them, a notice that holds them. Law: only plain
fields are understood; the notice keeps all words, so that nothing is lost.
"""

import re
import tomllib

from pipeline.model.metadata import Contributor, Metadata
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.toml import parse_toml

_BLOCK = re.compile(r"\s*(---|\+\+\+)[ \t]*\n((?:[\w\"'].*\n|[ \t#-].*\n|\n)*?)(?:\1|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^([A-Za-z][\w-]*)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def take_front_matter(path: str, text: str) -> tuple[str, Metadata, tuple[Notice, ...]]:
    """Give the text with empty lines where the settings stood: line numbers stay true."""
    found = _BLOCK.match(text)
    if not found or not found[2].strip() or not re.search(r"^[\w\"'-]+[ \t]*[:=]", found[2], re.MULTILINE):
        return text, Metadata(), ()
    fields = _toml(found[2]) if found[1] == "+++" else _yaml(found[2])
    notice = Notice(
        code="S-004",
        message="the settings at the top describe the text: title, author, date, language are used.",
        weight=Weight.REMARK,
        pos=SourcePos(path=path, line=text[: found.start(1)].count("\n") + 1),
        fragment=" ".join(found[2].split()),
    )
    return "\n" * found[0].count("\n") + text[found.end() :], _metadata(fields), (notice,)


def _yaml(block: str) -> dict[str, str]:
    """Plain fields only: no lists, no references, nothing nested."""
    return {
        name.lower(): value.strip().strip("\"'")
        for name, value in _FIELD.findall(block)
        if value[0] not in "[{&*|>!"
    }


def _toml(block: str) -> dict[str, str]:
    try:
        tree = parse_toml(block)
    except tomllib.TOMLDecodeError:
        return {}
    return {
        name.lower(): str(value)
        for name, value in tree.items()
        if isinstance(value, str | int) or _is_date(value)
    }


def _is_date(value: object) -> bool:
    return hasattr(value, "isoformat")


def _metadata(fields: dict[str, str]) -> Metadata:
    author = fields.get("author", "")
    date = _DATE.match(fields.get("date", ""))
    language = fields.get("language") or fields.get("lang", "")
    return Metadata(
        title=fields.get("title", ""),
        subtitle=fields.get("subtitle", ""),
        contributors=(Contributor(name=author),) if author else (),
        date=date[0] if date else "",
        language=language if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", language) else "en",
        description=fields.get("description", ""),
        publisher=fields.get("publisher", ""),
    )
