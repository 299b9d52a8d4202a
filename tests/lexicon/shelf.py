"""The repository's own lexicon, and small ones for tests."""

from functools import cache
from pathlib import Path

from pipeline.lexicon.match import Lexicon, compile_lexicon
from pipeline.lexicon.parse import parse_entry
from pipeline.lexicon.sounds import Sounds, parse_sounds
from pipeline.model.lexicon import Entry
from pipeline.model.source import SourcePos

ROOT = Path(__file__).parents[2]
WORDS = tuple(sorted((ROOT / "lexicon" / "words").glob("*/*.toml")))


@cache
def house_sounds() -> Sounds:
    path = ROOT / "lexicon" / "sounds.toml"
    return parse_sounds(path.read_text(encoding="utf-8"), path.name)


@cache
def house_entries() -> tuple[Entry, ...]:
    return tuple(
        parse_entry(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()) for path in WORDS
    )


@cache
def house_lexicon() -> Lexicon:
    return compile_lexicon(house_entries(), house_sounds())


def entry(word: str, say: str = "", **fields) -> Entry:
    slug = fields.pop("slug", word.lower().replace(" ", "-"))
    pos = SourcePos(path=f"{slug}.toml", line=1)
    return Entry(
        slug=slug, word=word, say=say, **{"status": "approved", "confidence": "editor", "pos": pos} | fields
    )


def lexicon(*entries: Entry) -> Lexicon:
    return compile_lexicon(entries, house_sounds())


def heard(found: Lexicon, text: str) -> list[tuple[str, str]]:
    """Give (printed words, IPA or what is read instead) for each match."""
    return [(text[m.begin : m.end], m.ipa or m.entry.read_as) for m in found.find(text)]
