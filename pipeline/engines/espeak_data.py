"""eSpeak NG's data folder as far as it can be read without the engine: voices, phoneme symbols, digest.

In: the folder espeak-ng-data. Out: the language codes of its voices, the phoneme mnemonics a voice knows, and a digest
of the files that a voice's sound depends on. Checked against the data of eSpeak NG 1.52.0.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

_TABLE_HEADER_BYTES = 36
"""Number of phonemes, number of the table it builds on (from 1), two unused, name in 32."""
_PHONEME_BYTES = 16
"""The first four are the mnemonic."""
_SHARED_FILES = ("phontab", "phonindex", "phondata", "intonations")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFile:
    """A file below lang/: an accent of a language."""

    path: Path
    identifier: str
    """The path below lang/, by which the engine knows it: gmw/en-US."""
    language: str
    """Its first language code: en-us."""
    phonemes: str
    """Name of its phoneme table."""
    dictionary: str
    variant: Path | None = None
    """A file that gives the accent another speaker: a woman, an old man."""


def list_voices(folder: Path) -> Mapping[str, VoiceFile]:
    """List the voices by language code, sorted; without those whose dictionary did not come with the engine."""
    accents = folder / "lang"
    voices = [_parse_voice(path, accents) for path in sorted(accents.rglob("*")) if path.is_file()]
    complete = [voice for voice in voices if (folder / voice.dictionary).is_file()]
    return {voice.language: voice for voice in sorted(complete, key=lambda voice: voice.language)}


def list_variants(folder: Path) -> Mapping[str, Path]:
    """List the speakers that every accent can be given, by name, sorted: f2, m3, whisper."""
    return {path.name: path for path in sorted((folder / "voices" / "!v").glob("*")) if path.is_file()}


def with_variant(voice: VoiceFile, path: Path) -> VoiceFile:
    """Give an accent its speaker."""
    return replace(voice, identifier=f"{voice.identifier}+{path.name}", variant=path)


def _parse_voice(path: Path, accents: Path) -> VoiceFile:
    attributes: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if len(words) > 1:
            attributes.setdefault(words[0], words[1])
    language = attributes.get("language", path.name)
    return VoiceFile(
        path=path,
        identifier=path.relative_to(accents).as_posix(),
        language=language,
        phonemes=attributes.get("phonemes", language),
        dictionary=attributes.get("dictionary", language.split("-")[0]) + "_dict",
    )


def read_mnemonics(folder: Path, table: str) -> frozenset[str]:
    """Read the mnemonics of a phoneme table and of those it builds on.

    An accent without a table of its own (en-gb) has its language's (en); where there is neither, there are none.
    """
    tables = list(_parse_tables((folder / "phontab").read_bytes()))
    numbers = {name: number for number, (name, _, _) in enumerate(tables, 1)}
    number = numbers.get(table) or numbers.get(table.split("-")[0], 0)
    known: set[str] = set()
    while number:
        _, number, mnemonics = tables[number - 1]
        known.update(mnemonics)
    return frozenset(known - {""})


def _parse_tables(content: bytes) -> Iterator[tuple[str, int, list[str]]]:
    position = 4  # the first byte counts the tables, three are unused
    for _ in range(content[0]):
        count, base = content[position], content[position + 1]
        name = _until_zero(content[position + 4 : position + _TABLE_HEADER_BYTES])
        position += _TABLE_HEADER_BYTES
        starts = range(position, position + count * _PHONEME_BYTES, _PHONEME_BYTES)
        yield name, base, [_until_zero(content[start : start + 4]) for start in starts]
        position = starts.stop


def _until_zero(field: bytes) -> str:
    return field.split(b"\0")[0].decode("latin-1")


def unknown_mnemonic(written: str, known: frozenset[str]) -> str:
    """Give the rest of a transcription from the first sign that is no mnemonic on; empty when all are.

    The engine takes the longest mnemonic that fits, skips a single bar, and drops all that follows an unknown sign.
    """
    longest = max(map(len, known), default=0)
    rest = written
    while rest:
        sizes = range(longest, 0, -1)
        fits = next((size for size in sizes if rest[:size] in known), 1 if rest[0] in " |" else 0)
        if not fits:
            return rest
        rest = rest[fits:]
    return ""


def digest_voice(folder: Path, library: Path, voice: VoiceFile) -> str:
    """Digest the engine's program and the files that this voice's samples depend on."""
    digest = hashlib.sha256()
    files = [folder / name for name in (*_SHARED_FILES, voice.dictionary)]
    for path in (library, *files, voice.path, *([voice.variant] if voice.variant else [])):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
