"""What the work stands on: each engine, its version, and how to get it where it is missing."""

import platform
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

from pipeline import __version__
from pipeline.build.notices import shorten
from pipeline.engines.liblouis import LiblouisTranslator
from pipeline.engines.mp3 import Mp3Encoder
from pipeline.engines.table import VOICES
from pipeline.errors import PokeachError
from pipeline.model.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing the work stands on."""

    name: str
    present: bool
    version: str
    remedy: str = ""

    def __str__(self) -> str:
        """Give one line that reads well aloud."""
        if self.present:
            return f"{self.name}: {shorten(self.version)}."
        return f"{self.name}: MISSING. {self.remedy}"


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Ask each engine for its fingerprint; one that cannot answer is missing, and its error says what to do."""
    probes: dict[str, Callable[[], str]] = {
        "Voice": lambda: VOICES[settings.voice.engine](settings.voice, str).fingerprint(),
        "MP3 encoder": lambda: Mp3Encoder(settings.audio).fingerprint(),
        "Braille": lambda: LiblouisTranslator(settings.braille).fingerprint(),
        "EPUB packager": lambda: f"ebooklib {version('ebooklib')}",
    }
    own = (
        Finding(name="Pokeach", present=True, version=__version__),
        Finding(name="Python", present=True, version=platform.python_version()),
    )
    return own + tuple(_probe(name, probe) for name, probe in probes.items())


def _probe(name: str, probe: Callable[[], str]) -> Finding:
    try:
        return Finding(name=name, present=True, version=probe())
    except PokeachError as error:
        return Finding(name=name, present=False, version="", remedy=str(error))
