"""lexicon/words/<letter>/<slug>.toml -> Entry.

In: the text of one file and its path. Out: an Entry. Law: strict; every fault is a LexiconError with file and line,
which names the field and says in one sentence what to do. Sounds are judged later, by `compile_lexicon`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NoReturn

from pipeline.errors import LexiconError
from pipeline.lexicon.context import parse_context
from pipeline.lexicon.schema import BY_NAME, FORM_FIELDS, MOST_VALUES, TEST_FIELDS, Field
from pipeline.model.lexicon import PRESS, Entry, EntryTest, Form, slug_in
from pipeline.model.source import SourcePos

_LONGEST_FILE = 20_000
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CELLS = re.compile("[\N{BRAILLE PATTERN BLANK}-\N{BRAILLE PATTERN DOTS-12345678}]*")
# The engine reads [[ as phonemes and < as mark-up: no word holds them.
_FORBIDDEN = re.compile(r"\[\[|\]\]|<|>")
_TOML_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """One file, for messages that name a line."""

    path: str
    text: str

    def refuse(self, message: str, *, field: str = "") -> NoReturn:
        """Raise a LexiconError at the line where a field stands, else at the first line."""
        raise LexiconError(message, where=f"{self.path}:{self.line_of(field) if field else 1}")

    def line_of(self, field: str, value: str = "") -> int:
        """Find the first line where a field stands, with this value if one is given; else the first line."""
        start = re.compile(rf"\s*(\[\[)?\s*[\"']?{re.escape(field)}[\"']?\s*(=|\]\])")
        lines = enumerate(self.text.splitlines(), 1)
        return next((number for number, line in lines if start.match(line) and value in line), 1)

    def lines(self) -> Mapping[str, int]:
        """Give the first line where each field stands."""
        numbered = [*enumerate(self.text.split("\n"), 1)]
        return {line.partition("=")[0].strip(" \t\"'"): number for number, line in reversed(numbered)}


def parse_entry(text: str, path: str, *, layer: str = PRESS) -> Entry:
    """Read one word family; the file's name is its slug."""
    file = _File(path=path, text=text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    slug = PurePosixPath(path).stem
    if not _SLUG.fullmatch(slug):
        file.refuse(f"the file name {slug!r} may hold only small letters a to z, figures and single hyphens.")
    values = _read_toml(file)
    _refuse_unknown(file, values, tuple(BY_NAME), "an entry")
    for name, example in (("word", "Moshiach"), ("status", "proposed")):
        if name not in values:
            file.refuse(f'{name} is missing. Write: {name} = "{example}"')

    def text_of(name: str) -> str:
        return _text(file, values, BY_NAME[name])

    def texts_of(name: str) -> tuple[str, ...]:
        return _texts(file, values, BY_NAME[name])

    entry = Entry(
        slug=slug_in(layer, slug),
        word=text_of("word"),
        say=text_of("say"),
        ipa=text_of("ipa"),
        read_as=text_of("read_as"),
        spellings=texts_of("spellings"),
        forms=tuple(_form(file, row) for row in _rows(file, values, "form")),
        endings=text_of("endings"),
        prefixes=text_of("prefixes"),
        case=text_of("case"),
        only_when=text_of("only_when"),
        silent_when=text_of("silent_when"),
        kind=text_of("kind"),
        meaning=text_of("meaning"),
        hebrew=text_of("hebrew"),
        tradition=text_of("tradition"),
        braille=text_of("braille"),
        braille_cells=text_of("braille_cells"),
        status=text_of("status"),
        confidence=text_of("confidence"),
        sources=texts_of("sources"),
        credit=texts_of("credit"),
        tests=tuple(_test(file, row) for row in _rows(file, values, "test")),
        pos=SourcePos(path=path, line=1),
        lines=file.lines(),
    )
    _check_whole(file, entry)
    return entry


def _read_toml(file: _File) -> Values:
    if len(file.text) > _LONGEST_FILE:
        file.refuse(f"this file has more than {_LONGEST_FILE} characters; one word family needs far fewer.")
    try:
        return tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as problem:
        found = _TOML_PLACE.search(str(problem))
        line = found.group(1) if found else len(file.text.splitlines()) or 1
        reason = _TOML_PLACE.sub("", str(problem)).strip().rstrip(".")
        raise LexiconError(
            f'this line cannot be read ({reason}). A field is written: name = "value", with both quotation marks.',
            where=f"{file.path}:{line}",
        ) from problem


def _refuse_unknown(file: _File, values: Values, known: Sequence[str], what: str) -> None:
    for name in values:
        if name not in known:
            file.refuse(f"{name} is not a field of {what}. Fields are: {', '.join(known)}.", field=name)


def _text(file: _File, values: Values, field: Field) -> str:
    if field.name not in values:
        return field.default
    value = values[field.name]
    if not isinstance(value, str):
        file.refuse(f'{field.name} must be text in quotation marks: {field.name} = "..."', field=field.name)
    text = _checked(file, value, field)
    if field.fits and text not in field.fits:
        file.refuse(f'{field.name} = "{text}" must be one of: {", ".join(field.fits)}.', field=field.name)
    return text


def _texts(file: _File, values: Values, field: Field) -> tuple[str, ...]:
    found = values.get(field.name, [])
    if not isinstance(found, list) or not all(isinstance(value, str) for value in found):
        file.refuse(f'{field.name} must be a list: {field.name} = ["one", "two"]', field=field.name)
    if len(found) > MOST_VALUES:
        file.refuse(f"{field.name} has more than {MOST_VALUES} values.", field=field.name)
    texts = tuple(_checked(file, value, field) for value in found)
    if "" in texts:
        file.refuse(f"{field.name} has an empty value; take it out.", field=field.name)
    return texts


def _checked(file: _File, value: str, field: Field) -> str:
    name = field.name
    if len(value) > field.longest:
        file.refuse(f"{name} has {len(value)} characters; {field.longest} is the most.", field=name)
    if sign := _FORBIDDEN.search(value):
        file.refuse(f"{name} may not hold {sign[0]}; write the words only.", field=name)
    if not value.isprintable() and any(unicodedata.category(sign) == "Cc" for sign in value):
        file.refuse(
            f"{name} holds a control character (a tab or line end?); write it on one line.", field=name
        )
    return " ".join(unicodedata.normalize("NFC", value).split())


def _rows(file: _File, values: Values, name: str) -> tuple[Values, ...]:
    found = values.get(name, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        file.refuse(f"{name} must be written as [[{name}]], with its fields on the lines below.", field=name)
    if len(found) > MOST_VALUES:
        file.refuse(f"there are more than {MOST_VALUES} [[{name}]].", field=name)
    return tuple(found)


def _form(file: _File, row: Values) -> Form:
    _refuse_unknown(file, row, tuple(field.name for field in FORM_FIELDS), "[[form]]")
    text, say, ipa, name = (_text(file, row, field) for field in FORM_FIELDS)
    if not text or not (say or ipa):
        file.refuse("a [[form]] needs text, and say or ipa.", field="form")
    line = file.line_of("say", say) if say else file.line_of("ipa", ipa)
    return Form(text=text, say=say, ipa=ipa, name=name, line=line)


def _test(file: _File, row: Values) -> EntryTest:
    _refuse_unknown(file, row, (*(field.name for field in TEST_FIELDS), "changes"), "[[test]]")
    text, hears, braille = (_text(file, row, field) for field in TEST_FIELDS)
    changes = row.get("changes", True)
    if not text:
        file.refuse("a [[test]] needs text: a sentence that holds the word.", field="test")
    if not isinstance(changes, bool):
        file.refuse("changes must be true or false, without quotation marks.", field="changes")
    return EntryTest(text=text, hears=hears, braille=braille, changes=changes)


def _check_whole(file: _File, entry: Entry) -> None:
    """Check what several fields say together."""
    if not entry.word:
        file.refuse('word is empty. Write: word = "Moshiach"', field="word")
    voiceless = entry.status in ("draft", "disputed", "retired")
    if not (entry.say or entry.ipa or entry.read_as or voiceless):
        file.refuse(
            'nothing says how it sounds. Write: say = "moh-SHEE-akh", or read_as = "..."', field="word"
        )
    for name, context in (("only_when", entry.only_when), ("silent_when", entry.silent_when)):
        try:
            parse_context(context)
        except LexiconError as problem:
            file.refuse(f"{name}: {problem.message}", field=name)
    if not _CELLS.fullmatch(entry.braille_cells):
        file.refuse("braille_cells must be braille characters (U+2800 to U+28FF).", field="braille_cells")
    if (entry.braille == "cells") != bool(entry.braille_cells):
        file.refuse('braille = "cells" and braille_cells belong together; one is missing.', field="braille")
