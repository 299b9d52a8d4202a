"""The dates that an edition states.

In: the edition and today's date. Out: findings about days that do not exist or have not come. Law: only what has the
form of a date is read; whether a date must have it is the format's own rule.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, descendants

_NAME = re.compile(r"(.*[:.])?(\w*date|modified|created|issued)", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?!\d))?)?(?=T|$)")


def check_dates(edition: Edition, today: date, *, but: Collection[str] = ()) -> Iterator[Notice]:
    """Check every statement of a head whose name is that of a date, `but` those that have rules of their own."""
    for path, markup in edition.documents.items():
        for element in descendants(markup.root):
            name, value = _statement(element)
            day = _DAY.match(value)
            if name not in but and _NAME.fullmatch(name) and day and not _has_come(day, today):
                yield finding("E-150", path, element.line, f"{name}: {value}")


def _statement(element: Element) -> tuple[str, str]:
    if element.name == "meta":
        return element.get("name") or element.get("property"), element.get("content") or element.text
    return (element.name, element.text) if element.name.startswith("dc:") else ("", "")


def _has_come(day: re.Match[str], today: date) -> bool:
    try:
        return date(int(day[1]), int(day[2] or 1), int(day[3] or 1)) <= today
    except ValueError:
        return False
