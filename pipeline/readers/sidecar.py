"""Read the sidecar of a source: `sources/<name>.toml`, what the text itself does not say.

In: the bytes of a TOML file. Out: a Sidecar. Law: a key that is misspelt is an error, never ignored; every error
names the file, the line where that is known, the field and the remedy.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import datetime
from unicodedata import category
from unicodedata import name as unicode_name

from pipeline.errors import ConfigError
from pipeline.model.metadata import (
    AccessibilityCheck,
    Contributor,
    Correction,
    Emendation,
    Metadata,
    Producer,
    Sidecar,
)
from pipeline.toml import parse_toml

_TEXT_FIELDS = (
    "identifier",
    "title",
    "subtitle",
    "language",
    "publisher",
    "date",
    "modified",
    "rights",
    "source",
    "series",
    "series_number",
    "description",
)
_FORMS = {
    "date": (re.compile(r"\d{4}(-\d\d(-\d\d)?)?"), '"2026", "2026-01" or "2026-01-10"'),
    "modified": (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), '"2026-01-10T00:00:00Z"'),
    "language": (re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"), '"en" or "en-US"'),
    "role": (re.compile(r"[a-z]{3}"), 'a MARC relator of three letters such as "aut" or "trl"'),
}


_LONGEST_TEXT = 2000
"""Characters: a copyright line is the longest that was seen, some 250."""
_UNPRINTABLE = ("Cc", "Cf", "Cs", "Co", "Cn")
"""Unicode categories of what cannot be seen, turns the direction of a line, or cannot stand in XML."""


def _is_time(name: str, written: str) -> bool:
    """Tell whether a date is one of the calendar, a moment one of the clock; other fields have no time."""
    if name not in ("date", "modified"):
        return True
    try:
        datetime.fromisoformat(written + "-01" * (2 - written.count("-")) if name == "date" else written)
    except ValueError:
        return False
    return True


def parse_sidecar(path: str, content: bytes) -> Sidecar:
    """Give what a sidecar says; ConfigError names file, line, field and remedy."""
    fields = _Fields(path, content)
    tree = fields.tree
    known = ("metadata", "contributor", "headings", "correction", "accessibility_check")
    fields.refuse_unknown(tree, known, "")
    metadata = fields.table(tree, "metadata")
    headings = fields.table(tree, "headings")
    fields.refuse_unknown(metadata, (*_TEXT_FIELDS, "title_supplied"), "metadata.")
    fields.refuse_unknown(headings, ("number_word",), "headings.")
    corrections = fields.corrections(tree)
    words = {name: fields.text(metadata, name, "metadata.") for name in _TEXT_FIELDS if name in metadata}
    if corrections:  # a corrected text has changed at least then
        words["modified"] = max(words.get("modified", ""), f"{corrections[-1].date}T00:00:00Z")
    return Sidecar(
        metadata=Metadata(
            **words,
            corrections=corrections,
            accessibility_check=fields.accessibility_check(tree),
            title_supplied=fields.flag(metadata, "title_supplied", "metadata."),
            contributors=fields.contributors(tree),
            producer=Producer(),  # the press's settings name it
        ),
        number_heading=fields.text(headings, "number_word", "headings.") if headings else "",
    )


def parse_corrections(path: str, content: bytes) -> tuple[Emendation, ...]:
    """Give the changes that an editor has accepted (`sources/<name>.corrections.toml`), in their order."""
    fields = _Fields(path, content)
    fields.refuse_unknown(fields.tree, ("correction",), "")
    found = fields.tree.get("correction", [])
    if not isinstance(found, list):
        raise fields.fail("correction", "write [[correction]] with two brackets, once for each change.")
    return tuple(fields.emendation(entry) for entry in found)


class _Fields:
    """The tables of one sidecar, taken out with a check of their types."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        try:
            self.written = content.decode("utf-8-sig")
            self.tree: Mapping[str, object] = parse_toml(self.written)
        except UnicodeDecodeError as problem:
            line = content[: problem.start].count(b"\n") + 1
            raise ConfigError(
                "this file is not UTF-8 text. Save it as UTF-8.", where=f"{path}:{line}", code="S-090"
            ) from problem
        except tomllib.TOMLDecodeError as problem:
            found = re.search(r"at line (\d+)", str(problem))
            last = len(self.written.splitlines())
            raise ConfigError(
                f"this is not valid TOML ({problem}). Check quotes, brackets and equals signs there.",
                where=f"{path}:{found[1] if found else last}",
                code="S-090",
            ) from problem

    def fail(self, field: str, message: str) -> ConfigError:
        """Make the error for one field, with the first line on which its name stands."""
        name = field.rsplit(".", 1)[-1]
        pattern = re.compile(rf"^\s*\[*\s*\"?{re.escape(name)}\"?\s*[\]=]")
        lines = self.written.splitlines()
        found = next((n for n, line in enumerate(lines, 1) if pattern.match(line)), None)
        where = f"{self.path}:{found}" if found else self.path
        return ConfigError(f"{field}: {message}", where=where, code="S-091")

    def refuse_unknown(self, table: Mapping[str, object], known: tuple[str, ...], prefix: str) -> None:
        """Refuse the first key that nobody would read."""
        for key in table:
            if key not in known:
                raise self.fail(
                    f"{prefix}{key}", f"there is no such key. Use one of: {', '.join(sorted(known))}."
                )

    def table(self, tree: Mapping[str, object], name: str) -> Mapping[str, object]:
        """Take a table, empty when it is absent."""
        found = tree.get(name, {})
        if not isinstance(found, dict):
            raise self.fail(name, f"this must be a table. Write [{name}] on a line of its own.")
        return found

    def text(self, table: Mapping[str, object], name: str, prefix: str) -> str:
        """Take one line of text, in the form the field asks for."""
        found = table.get(name, "")
        if not isinstance(found, str):
            raise self.fail(f"{prefix}{name}", 'this must be text. Put it in quotes: "...".')
        if len(found) > _LONGEST_TEXT:
            raise self.fail(f"{prefix}{name}", f"this is too long: at most {_LONGEST_TEXT} characters.")
        if unprintable := next((c for c in found if category(c) in _UNPRINTABLE and c not in "\t\n\r"), ""):
            sign = unicode_name(unprintable, f"U+{ord(unprintable):04X}")
            raise self.fail(f"{prefix}{name}", f"an invisible sign ({sign}) stands in it. Take it out.")
        form = _FORMS.get(name)
        if form and found and not (form[0].fullmatch(found) and _is_time(name, found)):
            raise self.fail(f"{prefix}{name}", f'"{found}" cannot be used. Write {form[1]}.')
        return " ".join(found.split())

    def flag(self, table: Mapping[str, object], name: str, prefix: str) -> bool:
        """Take true or false; absent is false."""
        found = table.get(name, False)
        if not isinstance(found, bool):
            raise self.fail(f"{prefix}{name}", "this must be true or false, without quotes.")
        return found

    def contributors(self, tree: Mapping[str, object]) -> tuple[Contributor, ...]:
        """Take the [[contributor]] tables, in their order."""
        found = tree.get("contributor", [])
        if not isinstance(found, list):
            raise self.fail("contributor", "write [[contributor]] with two brackets, once for each person.")
        return tuple(self._contributor(entry) for entry in found)

    def _contributor(self, entry: object) -> Contributor:
        if not isinstance(entry, dict):
            raise self.fail("contributor", "write [[contributor]] with two brackets, once for each person.")
        self.refuse_unknown(entry, ("name", "role", "file_as"), "contributor.")
        name = self.text(entry, "name", "contributor.")
        if not name:
            raise self.fail("contributor.name", "every contributor needs a name.")
        role = self.text(entry, "role", "contributor.") or "aut"
        return Contributor(name=name, role=role, file_as=self.text(entry, "file_as", "contributor."))

    def corrections(self, tree: Mapping[str, object]) -> tuple[Correction, ...]:
        """Take the [[correction]] tables, the oldest first."""
        found = tree.get("correction", [])
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            raise self.fail("correction", "write [[correction]] with two brackets, once for each correction.")
        return tuple(sorted((self._correction(entry) for entry in found), key=lambda each: each.date))

    def _correction(self, entry: Mapping[str, object]) -> Correction:
        self.refuse_unknown(entry, ("date", "what"), "correction.")
        what = self.text(entry, "what", "correction.")
        if not what:
            raise self.fail("correction.what", "say in a sentence what was corrected.")
        return Correction(date=self._day(entry, "correction."), what=what)

    def accessibility_check(self, tree: Mapping[str, object]) -> AccessibilityCheck | None:
        """Take the [accessibility_check], if a person has made one."""
        entry = self.table(tree, "accessibility_check")
        if not entry:
            return None
        self.refuse_unknown(entry, ("by", "date"), "accessibility_check.")
        by = self.text(entry, "by", "accessibility_check.")
        if not by:
            raise self.fail("accessibility_check.by", "name the person or organisation that checked.")
        return AccessibilityCheck(by=by, date=self._day(entry, "accessibility_check."))

    def _day(self, table: Mapping[str, object], prefix: str) -> str:
        day = self.text(table, "date", prefix)
        if len(day) != len("2026-01-10"):
            raise self.fail(f"{prefix}date", 'give the day: "2026-01-10".')
        return day

    def emendation(self, entry: object) -> Emendation:
        """Take one change: old and new text as they are, a reason, and how often the old text stands there."""
        if not isinstance(entry, dict):
            raise self.fail("correction", "write [[correction]] with two brackets, once for each change.")
        self.refuse_unknown(entry, ("old", "new", "reason", "times"), "correction.")
        old, new, times = entry.get("old", ""), entry.get("new", ""), entry.get("times", 1)
        if not isinstance(old, str) or not isinstance(new, str) or not old.strip() or old == new:
            raise self.fail(
                "correction.old", "give the printed words in old and other words in new, in quotes."
            )
        if not isinstance(times, int) or isinstance(times, bool) or times < 1:
            raise self.fail("correction.times", "write how often the old text stands there: times = 2")
        reason = self.text(entry, "reason", "correction.")
        if not reason:
            raise self.fail("correction.reason", "every correction needs a reason.")
        return Emendation(old=old, new=new, reason=reason, times=times)
