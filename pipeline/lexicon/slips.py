"""What is wrong with a line that is no TOML, in words for somebody who hears the file instead of seeing it.

In: the lines of a file, the number of the line at which the parser gave up, and its reason. Out: the number of the line
to mend, and a sentence. Law: the remedy is told in words, for a screen reader keeps silent about quotation marks.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

_PRINTERS = "“”„‟«»‘’‚‹›`´″"
_MERGE = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_FIELD = re.compile(r"\w*")
_QUOTES = "\"'"


def tell_slip(lines: Sequence[str], number: int, reason: str) -> tuple[int, str]:
    """Tell why a line cannot be read, and which line that is."""
    line = lines[number - 1].strip() if number <= len(lines) else ""
    name, equals, value = (part.strip() for part in line.partition("="))
    if line.startswith(_MERGE):
        return number, (
            "two versions of this file were merged here. Keep the lines that are right, and take out those that "
            "begin with <<<<<<<, ======= and >>>>>>>."
        )
    if "overwrite" in reason.lower() or "twice" in reason.lower():
        return number, f"{name or line} stands in this file twice. Take one of them out."
    if "array" in reason.lower():
        return _open_list(lines, number), (
            "a list is not closed, or a comma is missing between two of its values. Write it on one line: "
            'spellings = ["one", "two"].'
        )
    return number, _tell_value(name, equals, value) or f"{reason}. Write it anew: {_example(name)}."


def _open_list(lines: Sequence[str], number: int) -> int:
    opened = [
        place for place, line in enumerate(lines[:number], 1) if line.partition("=")[2].strip()[:1] == "["
    ]
    return opened[-1] if opened else number


def _tell_value(name: str, equals: str, value: str) -> str:
    """Tell what is wrong with a field; empty when nothing known is."""
    if not equals:
        field = "".join(_FIELD.findall(name)[:1])
        return f"no equals sign stands behind the name of the field. Write: {_example(field)}."
    if " " in name:
        return f"the name of a field has no blanks in it: {name.replace(' ', '_')}, not {name}."
    if not value:
        return f"no value stands behind the equals sign. Write it on the same line: {_example(name)}."
    if value[0] in _PRINTERS:
        sign = unicodedata.name(value[0]).lower()
        return (
            f"the value begins with a {sign}. Type the straight quotation mark before and behind it, "
            f"as in {_example(name)}."
        )
    if value[0] not in _QUOTES:
        return f"no quotation mark stands before the value. One stands before and one behind it: {_example(name)}."
    if "\\" in value:
        return "a backslash has a meaning of its own here. Take it out, or put apostrophes around the value."
    if value.count(value[0]) == 1:
        return f"no quotation mark stands behind the value. One stands before and one behind it: {_example(name)}."
    if value.count(value[0]) > 2:
        return "a quotation mark stands inside the value. Put apostrophes around the value instead of quotation marks."
    return ""


def _example(name: str) -> str:
    plain = name if name.isidentifier() else "name"
    return f'{plain} = "value"'


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Give a question that names the nearest of the words that fit, with a blank before it; empty when none is near."""
    plain = typed.lower().replace(" ", "_").replace("-", "_")
    near = get_close_matches(plain, list(known), n=1)
    return f" Did you mean {near[0]}?" if near else ""
