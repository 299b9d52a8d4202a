"""pipeline.toml -> Settings.

Strict: an unknown key or a wrong type is a ConfigError that names it and says what fits.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from pipeline.engines.table import VOICES
from pipeline.errors import ConfigError
from pipeline.model.braille import PageGeometry
from pipeline.model.metadata import Producer
from pipeline.model.settings import (
    PROFILES,
    AudioSettings,
    BrailleSettings,
    PauseSettings,
    Settings,
    SpeechSettings,
)
from pipeline.model.speech import VoiceSettings
from pipeline.toml import parse_toml

Value = TypeVar("Value", str, int)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """One table of the file; remembers what may stand in it."""

    path: str
    name: str
    values: Mapping[str, object]

    def table(self, key: str, known: frozenset[str]) -> "_Table":
        """Give an inner table, refusing keys that nothing reads."""
        inner = self.values.get(key, {})
        name = f"{self.name}.{key}" if self.name else key
        if not isinstance(inner, dict):
            raise ConfigError(f"[{name}] must be a table of settings.", where=self.path)
        for unknown in sorted(inner.keys() - known):
            fits = ", ".join(sorted(known))
            raise ConfigError(f"[{name}] has no setting {unknown!r}. It has: {fits}.", where=self.path)
        return _Table(path=self.path, name=name, values=inner)

    def get(self, key: str, default: Value) -> Value:
        """Give a value of the default's type."""
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, type(default)):
            kind = "a whole number" if isinstance(default, int) else "text in quotes"
            raise ConfigError(f"[{self.name}] {key} must be {kind}, not {value!r}.", where=self.path)
        return value

    def choose(self, key: str, default: str, choices: tuple[str, ...]) -> str:
        """Give one of a few words."""
        value = self.get(key, default)
        if value not in choices:
            fits = ", ".join(f'"{choice}"' for choice in choices)
            raise ConfigError(f"[{self.name}] {key} must be one of {fits}, not {value!r}.", where=self.path)
        return value

    def between(self, key: str, default: int, low: int, high: int) -> int:
        """Give a whole number in a range."""
        value = self.get(key, default)
        if not low <= value <= high:
            raise ConfigError(
                f"[{self.name}] {key} must lie between {low} and {high}, not {value}.", where=self.path
            )
        return value


_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_TOP = frozenset({"press", "lexicon", "voice", "speech", "audio", "braille"})


def parse_settings(content: bytes, path: str) -> Settings:
    """Parse pipeline.toml."""
    try:
        values = parse_toml(content.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise ConfigError(
            "this file is not UTF-8 text. Save it as UTF-8.", where=f"{path}:{line}"
        ) from problem
    except tomllib.TOMLDecodeError as problem:
        raise _not_toml(problem, path) from problem
    for unknown in sorted(values.keys() - _TOP):
        fits = ", ".join(f"[{name}]" for name in sorted(_TOP))
        raise ConfigError(f"there is no table [{unknown}]. There are: {fits}.", where=path)
    top = _Table(path=path, name="", values=values)
    press = top.table("press", frozenset({"publisher", "name", "place", "contact"}))
    return Settings(
        publisher=press.get("publisher", ""),
        producer=Producer(
            name=press.get("name", ""), place=press.get("place", ""), contact=press.get("contact", "")
        ),
        voice=_voice(top),
        quotations=_quotations(top),
        speech=_speech(top),
        audio=_audio(top),
        braille=_braille(top),
        built_in_words=_lexicon(top),
    )


def _not_toml(problem: tomllib.TOMLDecodeError, path: str) -> ConfigError:
    place = _TOML_PLACE.search(str(problem))
    reason = _TOML_PLACE.sub("", str(problem)).strip()
    where = f"{path}:{place[1]}:{place[2]}" if place else path
    return ConfigError(f'this file is not TOML ({reason}). A setting is written: name = "text".', where=where)


_VOICE = frozenset({"engine", "name", "words_per_minute", "quotations"})


def _voice(top: _Table) -> VoiceSettings:
    voice = top.table("voice", _VOICE)
    return VoiceSettings(
        engine=voice.choose("engine", "espeak", tuple(VOICES)),
        name=voice.get("name", "en-us"),
        words_per_minute=voice.between("words_per_minute", 165, 80, 450),
    )


def _quotations(top: _Table) -> VoiceSettings | None:
    """Give the voice of quotations: of the same engine and language, since the same lexicon speaks through it."""
    table = top.table("voice", _VOICE).table("quotations", frozenset({"name", "words_per_minute"}))
    if not table.values:
        return None
    voice = _voice(top)
    name = table.get("name", voice.name)
    if voice.engine == "espeak" and _language(name) != _language(voice.name):
        raise ConfigError(
            f"[{table.name}] name must be a voice of the language of [voice] name, {_language(voice.name)!r}, not "
            f"{name!r}: the lexicon's words have sounds of that language.",
            where=top.path,
        )
    pace = table.between("words_per_minute", voice.words_per_minute, 80, 450)
    return replace(voice, name=name, words_per_minute=pace)


def _language(voice: str) -> str:
    return voice.partition("-")[0].partition("+")[0]


def _lexicon(top: _Table) -> bool:
    lexicon = top.table("lexicon", frozenset({"built_in"}))
    return lexicon.choose("built_in", "yes", ("yes", "no")) == "yes"


def _speech(top: _Table) -> SpeechSettings:
    speech = top.table("speech", frozenset({"divine_name", "hebrew", "pauses"}))
    names = frozenset(PauseSettings.__dataclass_fields__)
    pauses = speech.table("pauses", names)
    defaults = PauseSettings()
    return SpeechSettings(
        divine_name=speech.get("divine_name", "God"),
        hebrew=speech.choose("hebrew", "meaning", ("meaning", "sound")),
        pauses=PauseSettings(
            **{name: pauses.between(name, getattr(defaults, name), 0, 10_000) for name in sorted(names)}
        ),
    )


def _audio(top: _Table) -> AudioSettings:
    audio = top.table("audio", frozenset({"bitrate_kbps"}))
    rates = (32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
    bitrate = audio.get("bitrate_kbps", 64)
    if bitrate not in rates:
        raise ConfigError(f"[audio] bitrate_kbps must be one of {rates} (MPEG-2 layer III).", where=top.path)
    return AudioSettings(bitrate_kbps=bitrate)


def _braille(top: _Table) -> BrailleSettings:
    known = frozenset(
        {
            "table",
            "uncontracted_table",
            "hebrew_table",
            "hebrew",
            "profile",
            "cells_per_line",
            "lines_per_page",
            "pages_per_volume",
            "notes",
            "line_end",
            "transcriber",
        }
    )
    braille = top.table("braille", known)
    return BrailleSettings(
        table=braille.get("table", "en-ueb-g2.ctb"),
        hebrew_table=braille.get("hebrew_table", "he-IL.utb"),
        hebrew=braille.choose("hebrew", "cells", ("cells", "meaning", "transliteration")),
        uncontracted_table=braille.get("uncontracted_table", "en-ueb-g1.ctb"),
        profile=braille.choose("profile", PROFILES[0], PROFILES),
        pages_per_volume=braille.between("pages_per_volume", 0, 0, 1000),
        notes=braille.choose("notes", "section", ("section", "end")),
        line_end=braille.choose("line_end", "crlf", ("crlf", "lf")),
        transcriber=braille.get("transcriber", ""),
        geometry=PageGeometry(
            cells_per_line=braille.between("cells_per_line", 40, 20, 80),
            lines_per_page=braille.between("lines_per_page", 25, 5, 60),
        ),
    )
