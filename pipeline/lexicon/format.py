"""Entry -> the text of its file, in the one canonical form.

In: an Entry. Out: TOML: the fields in the order of the schema, one to a line, a blank line between them (so that git
merges two people's changes to two fields), defaults left out but for status. Law: `parse_entry(format_entry(entry))`
gives the entry back, whatever its strings hold.
"""

import json
from collections.abc import Iterator, Sequence

from pipeline.lexicon.schema import BY_NAME
from pipeline.model.lexicon import Entry, EntryTest, Form

_LONGEST_LINE = 100
_ALWAYS = ("word", "status")


def format_entry(entry: Entry) -> str:
    """Write an entry canonically."""
    return "\n\n".join(_paragraphs(entry)) + "\n"


def _paragraphs(entry: Entry) -> Iterator[str]:
    for name, text in _texts(entry):
        if text != BY_NAME[name].default or name in _ALWAYS:
            yield f"{name} = {_quoted(text)}"
        for list_name, values in _lists(entry):
            if values and _LISTS_AFTER[list_name] == name:
                yield _list(list_name, values)
    for form in entry.forms:
        yield _form(form)
    for test in entry.tests:
        yield _test(test)


_LISTS_AFTER = {"spellings": "tradition", "sources": "confidence", "credit": "confidence"}


def _texts(entry: Entry) -> tuple[tuple[str, str], ...]:
    return (
        ("word", entry.word),
        ("say", entry.say),
        ("ipa", entry.ipa),
        ("read_as", entry.read_as),
        ("meaning", entry.meaning),
        ("hebrew", entry.hebrew),
        ("tradition", entry.tradition),
        ("endings", entry.endings),
        ("prefixes", entry.prefixes),
        ("case", entry.case),
        ("only_when", entry.only_when),
        ("silent_when", entry.silent_when),
        ("kind", entry.kind),
        ("braille", entry.braille),
        ("braille_cells", entry.braille_cells),
        ("status", entry.status),
        ("confidence", entry.confidence),
    )


def _lists(entry: Entry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("spellings", entry.spellings), ("sources", entry.sources), ("credit", entry.credit))


def _quoted(text: str) -> str:
    # Control characters never get here, so that a JSON string is a TOML basic string; a text that holds quotation
    # marks is easier to read, and to hear read, between apostrophes.
    if '"' in text and "'" not in text and "\\" not in text:
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def _list(name: str, values: Sequence[str]) -> str:
    line = f"{name} = [{', '.join(_quoted(value) for value in values)}]"
    if len(line) <= _LONGEST_LINE:
        return line
    return "\n".join((f"{name} = [", *(f"  {_quoted(value)}," for value in values), "]"))


def _form(form: Form) -> str:
    fields = (("text", form.text), ("say", form.say), ("ipa", form.ipa), ("name", form.name))
    return "\n".join(("[[form]]", *(f"{name} = {_quoted(value)}" for name, value in fields if value)))


def _test(test: EntryTest) -> str:
    fields = (("text", test.text), ("hears", test.hears), ("braille", test.braille))
    lines = [f"{name} = {_quoted(value)}" for name, value in fields if value]
    if not test.changes:
        lines.append("changes = false")
    return "\n".join(("[[test]]", *lines))
