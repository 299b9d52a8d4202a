"""Read JSON records that carry an article as HTML, as content management systems export them.

In: JSON text. Out: a Reading. Law: what the record says of the article goes into the metadata; a record without a
field of text is refused.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from pipeline.errors import SourceError
from pipeline.model.metadata import Contributor, Metadata
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.readers.html import read_html
from pipeline.readers.reading import Reading

_CONTENT = ("content", "body", "content_html", "articleBody", "text", "html")
_TAGS = re.compile(r"<[^>]+>")
_NOBODY = {"unknown", "anonymous", "admin"}


def read_record(path: str, text: str) -> Reading:
    """Read the article of one record."""
    record = _parse(path, text)
    found = _field(path, record)
    reading = read_html(path, f"<body><article>{_text(record[found])}</article></body>")
    others = [name for name in record if name != found]
    notice = Notice(
        code="S-065",
        message=f"the text is the field “{found}”; these others only describe it and were not read as text.",
        weight=Weight.REMARK,
        pos=SourcePos(path=path, line=1),
        fragment=", ".join(others),
    )
    metadata = _metadata(record, reading.metadata.language)
    return replace(reading, metadata=metadata, notices=(notice, *reading.notices))


def content_of(path: str, text: str) -> str:
    """Give the HTML that a record carries."""
    record = _parse(path, text)
    return _text(record[_field(path, record)])


def _field(path: str, record: Mapping[str, object]) -> str:
    """Give the name of the field that holds the text."""
    found = next((name for name in _CONTENT if _text(record.get(name)).strip()), "")
    if not found:
        raise SourceError(
            f"this JSON has no field with the text. One of these is read: {', '.join(_CONTENT)}.",
            where=path,
            code="S-003",
        )
    return found


def _parse(path: str, text: str) -> Mapping[str, object]:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as problem:
        line = getattr(problem, "lineno", 1)
        raise SourceError(
            "this JSON cannot be read. Export it anew.", where=f"{path}:{line}", code="S-018"
        ) from problem
    if isinstance(record, list) and len(record) == 1:
        record = record[0]
    if not isinstance(record, dict):
        raise SourceError("this JSON is not one record. Give one article a file.", where=path, code="S-003")
    return record


def _text(value: object) -> str:
    """A field is text, or an object whose field "rendered" is (WordPress)."""
    if isinstance(value, dict):
        value = value.get("rendered")
    return value if isinstance(value, str) else ""


def _plain(value: object) -> str:
    return " ".join(_TAGS.sub(" ", _text(value)).split())


def _metadata(record: Mapping[str, object], language: str) -> Metadata:
    people = record.get("coauthors") or record.get("authors") or [record.get("author")]
    names = (
        [_plain(person.get("name") if isinstance(person, dict) else person) for person in people]
        if isinstance(people, list)
        else []
    )
    custom = record.get("custom_fields")
    licences = custom.get("open_content_license") if isinstance(custom, dict) else record.get("license")
    rights = licences[0] if isinstance(licences, list) and licences else licences
    date = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?", _text(record.get("date")))
    return Metadata(
        title=_plain(record.get("title")),
        contributors=tuple(
            Contributor(name=name) for name in names if name and name.casefold() not in _NOBODY
        ),
        language=language,
        date=date[0] if date else "",
        rights=_plain(rights),
        source=_text(record.get("permalink"))
        or _text(record.get("source_link"))
        or _text(record.get("link")),
        description=_plain(record.get("excerpt")),
    )
