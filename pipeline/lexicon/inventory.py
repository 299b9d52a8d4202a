"""The table of sounds: what lexicon/sounds.toml says, as values.

In: the text of sounds.toml. Out: an Inventory. Law: everything the house knows of single sounds stands in that one
file: how a volunteer spells them, their IPA sign, what the voice is told, which English ending follows them.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.errors import LexiconError
from pipeline.toml import parse_toml

_TABLES = {
    "sound": {"ipa", "also", "respelling", "espeak", "kind", "strength", "ending", "example", "words"},
    "blend": {"respelling", "ipa", "example"},
    "seam": {"before", "after", "espeak", "words"},
    "prefix": {"written", "say", "words"},
}
END_OF_WORD = "end"
"""What a seam names as `after` when it stands behind the last sound of a word."""
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """One sound of the house."""

    ipa: str
    also: tuple[str, ...]
    """Other IPA signs that we take for the same sound."""
    respelling: tuple[str, ...]
    """How volunteers may spell it; the first is what we write."""
    espeak: str
    """The engine's mnemonic."""
    vowel: bool
    strength: str
    """strong: only in stressed syllables, weak: only in unstressed ones, empty: both."""
    ending: str
    """The English s behind it: s, z or iz."""
    example: str
    words: str
    """What the example does not say of it; may be empty."""

    @property
    def likeness(self) -> str:
        """Give one name to sounds that only stress tells apart (uh: sun, sofa)."""
        return f"{self.respelling[0]}{'' if self.vowel else '-'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seam:
    """What goes between two mnemonics that the engine would melt together."""

    before: str
    after: str
    espeak: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix:
    """A one-letter Hebrew word that is written with the next one: b', v', ha-."""

    written: str
    say: str


@dataclass(frozen=True, kw_only=True)
class Inventory:
    """All of sounds.toml."""

    sounds: tuple[Sound, ...]
    blends: tuple[tuple[str, tuple[str, ...]], ...]
    """Letters that stand for several sounds: "ar" and its IPA signs."""
    seams: tuple[Seam, ...]
    prefixes: tuple[Prefix, ...]

    @cached_property
    def by_ipa(self) -> Mapping[str, Sound]:
        """Each sound by its IPA sign and by the signs we take for it."""
        signs = {sign: sound for sound in self.sounds for sign in sound.also}
        return signs | {sound.ipa: sound for sound in self.sounds}

    @cached_property
    def by_letters(self) -> Mapping[str, tuple[tuple[Sound, ...], ...]]:
        """For each spelling, the sounds it can stand for: one choice, or a strong and a weak one."""
        choices: dict[str, tuple[tuple[Sound, ...], ...]] = {}
        for sound in self.sounds:
            for letters in sound.respelling:
                choices[letters] = (*choices.get(letters, ()), (sound,))
        for letters, signs in self.blends:
            choices[letters] = (tuple(self.by_ipa[sign] for sign in signs),)
        return choices


def parse_inventory(text: str, path: str) -> Inventory:
    """Read sounds.toml; LexiconError names what is wrong in it."""
    try:
        content = parse_toml(text)
    except tomllib.TOMLDecodeError as problem:
        raise LexiconError(f"this is not valid TOML: {problem}.", where=path) from problem
    for name in content.keys() - _TABLES.keys():
        raise LexiconError(f"unknown table [[{name}]]. Known: {', '.join(_TABLES)}.", where=path)
    rows = {name: _rows(content.get(name, []), name, path) for name in _TABLES}
    inventory = Inventory(
        sounds=tuple(_sound(row, path) for row in rows["sound"]),
        blends=tuple((_text(row, "respelling", path), _texts(row, "ipa", path)) for row in rows["blend"]),
        seams=tuple(
            Seam(
                before=_text(row, "before", path),
                after=_text(row, "after", path),
                espeak=_text(row, "espeak", path),
            )
            for row in rows["seam"]
        ),
        prefixes=tuple(
            Prefix(written=_text(row, "written", path), say=_text(row, "say", path)) for row in rows["prefix"]
        ),
    )
    _check_signs(inventory, path)
    return inventory


def _rows(found: object, name: str, path: str) -> tuple[Row, ...]:
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise LexiconError(f"{name} must be written as [[{name}]] tables.", where=path)
    for row in found:
        for key in row.keys() - _TABLES[name]:
            fits = ", ".join(sorted(_TABLES[name]))
            raise LexiconError(f"unknown field {key!r} in [[{name}]]. Known: {fits}.", where=path)
    return tuple(found)


def _sound(row: Row, path: str) -> Sound:
    kind = _text(row, "kind", path)
    strength = _text(row, "strength", path, default="")
    ending = _text(row, "ending", path, default="z")
    for field, value, fits in (
        ("kind", kind, ("vowel", "consonant")),
        ("strength", strength, ("", "strong", "weak")),
        ("ending", ending, ("s", "z", "iz")),
    ):
        if value not in fits:
            raise LexiconError(f"{field} = {value!r} must be one of {', '.join(fits)}.", where=path)
    return Sound(
        ipa=_text(row, "ipa", path),
        also=_texts(row, "also", path) if "also" in row else (),
        respelling=_texts(row, "respelling", path),
        espeak=_text(row, "espeak", path),
        vowel=kind == "vowel",
        strength=strength,
        ending=ending,
        example=_text(row, "example", path),
        words=_text(row, "words", path, default=""),
    )


def _text(row: Row, field: str, path: str, *, default: str | None = None) -> str:
    value = row.get(field, default)
    if not isinstance(value, str):
        raise LexiconError(f"a row of the table of sounds needs {field} as text in quotes: {row}", where=path)
    return value


def _texts(row: Row, field: str, path: str) -> tuple[str, ...]:
    values = row.get(field)
    if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
        raise LexiconError(f"a row of the table of sounds needs {field} as a list: {row}", where=path)
    return tuple(values)


def _check_signs(inventory: Inventory, path: str) -> None:
    # A mnemonic goes to the engine between [[ and ]]: one that could close the brackets or name a
    # voice would reach further than its word.
    for sound in inventory.sounds:
        if not re.fullmatch(r"[A-Za-z0-9@:#]+", sound.espeak):
            raise LexiconError(f"espeak = {sound.espeak!r} is not a mnemonic.", where=path)
    for letters, signs in inventory.blends:
        for sign in signs:
            if sign not in inventory.by_ipa:
                raise LexiconError(f"the blend {letters!r} names the unknown sound {sign!r}.", where=path)
