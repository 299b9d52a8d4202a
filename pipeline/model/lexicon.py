"""An entry of the lexicon: one word family, one file, one decision for ear and finger."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.model.source import SourcePos

PUBLICATION, PRESS, BUILT_IN = "publication", "press", "built-in"
LAYERS = (PUBLICATION, PRESS, BUILT_IN)
"""Where an entry may stand, the uppermost first: beside one source, in the press's lexicon, in the program's own."""


def slug_in(layer: str, name: str) -> str:
    """Give the slug of the file `name`.toml: its name, behind that of its layer unless that is the press's."""
    return name if layer == PRESS else f"{layer}/{name}"


def layer_of(slug: str) -> str:
    """Give the layer that a slug names."""
    return slug.rpartition("/")[0] or PRESS


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A printed form whose sound is written out instead of derived ("mitzvos" in the entry "mitzvah")."""

    text: str
    say: str = ""
    ipa: str = ""
    name: str = ""
    """plural, construct ...: how the form stands to the word."""
    line: int = field(default=1, compare=False)
    """Where its sound stands in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryTest:
    """A sentence that proves an entry."""

    text: str
    hears: str = ""
    """IPA that must be heard in it; empty: not asked."""
    braille: str = ""
    """Cells (U+28xx) that must be found in it; empty: not asked."""
    changes: bool = True
    """False: the entry must not touch this sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How a word family sounds, is brailled, and what it means (spec: lexicon/README.md)."""

    slug: str
    """As `slug_in` gives it: moshiach, publication/moshiach."""
    word: str
    say: str = ""
    """Respelling, the master for lay people: moh-SHEE-akh."""
    ipa: str = ""
    """Without brackets; syllables may be parted by full stops. Derived from `say` when empty."""
    read_as: str = ""
    """Plain English spoken instead (abbreviations); entries have `say` or `read_as`."""
    spellings: tuple[str, ...] = ()
    """Other printed forms with the same sound."""
    forms: tuple[Form, ...] = ()
    endings: str = "english"
    """english (possessive and plural are derived), possessive (no plural: bas is not bass), none, listed (`forms`)."""
    prefixes: str = "none"
    """none, hebrew (b' v' u' l' h' k' m' sh' are derived)."""
    case: str = "any"
    """any, exact, capital."""
    only_when: str = ""
    """"", after:WORD, before:WORD, nearer:WORDS/WORDS, in:citation, lang:he (pipeline/lexicon/context.py)."""
    silent_when: str = ""
    """Where the words are printed but not spoken, because the print says them twice: a context as in `only_when`."""
    kind: str = "word"
    """word, name, month, book, abbreviation, phrase."""
    meaning: str = ""
    hebrew: str = ""
    tradition: str = ""
    braille: str = "auto"
    """auto, contract, uncontracted, break (at the syllables of `say`), cells."""
    braille_cells: str = ""
    status: str = "proposed"
    """draft, proposed, approved, disputed, retired (retired entries are not matched)."""
    confidence: str = "guess"
    """heard-from-author, editor, volunteers, guess, contested."""
    sources: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    tests: tuple[EntryTest, ...] = ()
    pos: SourcePos | None = None
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, hash=False)
    """Where each field stands in the file."""

    @property
    def layer(self) -> str:
        """The layer it stands in, one of LAYERS."""
        return layer_of(self.slug)

    @property
    def path(self) -> str:
        """The file it stands in."""
        return self.pos.path if self.pos else f"{self.slug}.toml"

    def place_of(self, field: str) -> str:
        """Give file and line of one of its fields, as messages name them."""
        return f"{self.path}:{self.lines.get(field, 1)}"
