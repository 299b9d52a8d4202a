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
from pipeline.lexicon.slips import did_you_mean, tell_slip
from pipeline.model.lexicon import PRESS, Entry, EntryTest, Form, slug_in
from pipeline.model.source import SourcePos

_LONGEST_FILE = 20_000
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CELLS = re.compile("[\N{BRAILLE PATTERN BLANK}-\N{BRAILLE PATTERN DOTS-12345678}]*")
# The engine reads [[ as phonemes and < as mark-up: no word holds them.
_FORBIDDEN = re.compile(r"\[\[|\]\]|<|>")
_TOML_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
# What stands in print and in a citation: a pattern or a path is no word.
_PRINTED_SIGNS = "'\"’‘“”׳״ʼ-‐‑–—־.,;:!?()& …"
_INVISIBLE = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ENTRY = "an entry"
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
        start = re.compile(rf"\s*(\[{{1,2}})?\s*[\"']?{re.escape(field)}[\"']?\s*[=\].]")
        lines = enumerate(self.text.splitlines(), 1)
        return next((number for number, line in lines if start.match(line) and value in line), 1)

    def lines(self) -> Mapping[str, int]:
        """Give the first line where each field stands."""
        numbered = [*enumerate(self.text.split("\n"), 1)]
        return {line.partition("=")[0].strip(" \t\"'"): number for number, line in reversed(numbered)}


def parse_entry(text: str, path: str, *, layer: str = PRESS) -> Entry:
    """Read one word family; the file's name is its slug."""
    file = _File(path=path, text=text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    slug = _read_name(file)
    values = _read_toml(file)
    _refuse_unknown(file, values, tuple(BY_NAME), _ENTRY)
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


def _read_name(file: _File) -> str:
    name = PurePosixPath(file.path).name
    slug, _, kind = name.partition(".")
    if kind != "toml":
        file.refuse(
            f"only a file whose name ends in .toml is read. Rename {name} to {slug}.toml, or move it away."
        )
    if not _SLUG.fullmatch(slug):
        file.refuse(
            f"the file name {slug!r} may hold only small letters a to z, figures and single hyphens. Rename the file."
        )
    return slug


def _read_toml(file: _File) -> Values:
    if len(file.text) > _LONGEST_FILE:
        file.refuse(f"this file has more than {_LONGEST_FILE} characters; one word family needs far fewer.")
    try:
        return tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as problem:
        lines = file.text.splitlines()
        found = _TOML_PLACE.search(str(problem))
        line = int(found[1]) if found else len(lines) or 1
        reason = _TOML_PLACE.sub("", str(problem)).removesuffix("(at end of document)").strip().rstrip(".")
        line, slip = tell_slip(lines, line, reason)
        raise LexiconError(f"this line cannot be read: {slip}", where=f"{file.path}:{line}") from problem
    except RecursionError as problem:
        raise LexiconError(
            "this file has brackets within brackets without end. A list has one pair.", where=f"{file.path}:1"
        ) from problem


def _refuse_unknown(file: _File, values: Values, known: Sequence[str], what: str) -> None:
    for name in values:
        if name in known:
            continue
        elsewhere = what != _ENTRY and name in BY_NAME
        near = did_you_mean(name, known)
        remedy = (
            f" It is one of {_ENTRY}: move it above the first [[form]] or [[test]]." if elsewhere else near
        )
        file.refuse(f"{name} is not a field of {what}.{remedy} Fields are: {', '.join(known)}.", field=name)


def _text(file: _File, values: Values, field: Field) -> str:
    if field.name not in values:
        return field.default
    value = values[field.name]
    if not isinstance(value, str):
        example = field.fits[-1] if field.fits else "..."
        file.refuse(
            f'{field.name} must be text in quotation marks: {field.name} = "{example}"', field=field.name
        )
    text = _checked(file, value, field)
    if field.fits and text not in field.fits:
        near = did_you_mean(text, field.fits)
        file.refuse(
            f'{field.name} = "{text}" must be one of: {", ".join(field.fits)}.{near}', field=field.name
        )
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
    if not value.isprintable():
        _refuse_unprintable(file, value, name)
    if field.printed and not value.isalpha():
        _refuse_unprinted(file, value, name)
    return " ".join(unicodedata.normalize("NFC", value).split())


def _refuse_unprintable(file: _File, value: str, name: str) -> None:
    for sign in value:
        if unicodedata.category(sign) == "Cc":
            file.refuse(
                f"{name} holds a control character (a tab or line end?); write it on one line.", field=name
            )
        if sign in _INVISIBLE or unicodedata.category(sign) in ("Co", "Cn"):
            shown = unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
            file.refuse(f"{name} holds a sign that nobody sees ({shown}); type it anew.", field=name)


def _refuse_unprinted(file: _File, value: str, name: str) -> None:
    for sign in value:
        if unicodedata.category(sign)[0] not in "LMN" and sign not in _PRINTED_SIGNS and sign.isprintable():
            shown = unicodedata.name(sign, "a sign without a name").lower()
            file.refuse(f"{name} may not hold {sign} ({shown}); write the word as it is printed.", field=name)


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
            'nothing says how it sounds. Write: say = "moh-SHEE-akh", or read_as = "..."', field="say"
        )
    for name, context in (("only_when", entry.only_when), ("silent_when", entry.silent_when)):
        try:
            parse_context(context)
        except LexiconError as problem:
            file.refuse(f"{name}: {problem.message}", field=name)
    if not _CELLS.fullmatch(entry.braille_cells):
        file.refuse("braille_cells must be braille characters (U+2800 to U+28FF).", field="braille_cells")
    if (entry.braille == "cells") != bool(entry.braille_cells):
        there = "braille_cells" if entry.braille_cells else "braille"
        file.refuse('braille = "cells" and braille_cells belong together; one is missing.', field=there)
