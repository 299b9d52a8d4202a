"""What pipeline.toml says, as values. Defaults are those of the file that ships."""

from dataclasses import dataclass

from pipeline.model.braille import PageGeometry
from pipeline.model.metadata import Producer
from pipeline.model.speech import VoiceSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseSettings:
    """Silence by structure, in milliseconds."""

    sentence_ms: int = 350
    line_ms: int = 250
    """Between the lines of a title page or address."""
    paragraph_ms: int = 700
    heading_ms: int = 900
    separator_ms: int = 1400


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechSettings:
    """How the text is put into words."""

    divine_name: str = "God"
    """What "G-d" is spoken as. The printed form is never changed."""
    hebrew: str = "meaning"
    """Abbreviations in Hebrew letters: "meaning" says the English meaning, "sound" the Hebrew words."""
    pauses: PauseSettings = PauseSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioSettings:
    """How speech becomes files."""

    bitrate_kbps: int = 64


PROFILES = ("bana-english", "ueb-13.2-strict", "uncontracted-hebrew")
"""How Hebrew written in English letters is contracted; the first is the default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrailleSettings:
    """How text becomes braille."""

    table: str = "en-ueb-g2.ctb"
    hebrew_table: str = "he-IL.utb"
    hebrew: str = "cells"
    """Hebrew script: "cells" by the Hebrew table, "meaning" as the lexicon's English, "transliteration" in English
    letters where the lexicon knows the word."""
    geometry: PageGeometry = PageGeometry()
    uncontracted_table: str = "en-ueb-g1.ctb"
    """For the Grade 1 edition."""
    profile: str = "bana-english"
    """Contractions in Hebrew written in English letters: "bana-english" contracts it as English, "ueb-13.2-strict"
    leaves what print marks as foreign uncontracted, "uncontracted-hebrew" all of it."""
    pages_per_volume: int = 0
    """Braille pages of a volume at most; 0: one volume, however long."""
    notes: str = "section"
    """Where notes stand: "section" after each section, "end" in a section of their own at the end."""
    line_end: str = "crlf"
    """Line ends of a BRF: "crlf" for embossers, "lf"."""
    transcriber: str = ""
    """Who the title page says has transcribed it; empty: it names nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of the press."""

    publisher: str = ""
    """Goes into dc:publisher when a source's sidecar names none."""
    producer: Producer = Producer()
    """The press: who makes the editions."""
    voice: VoiceSettings = VoiceSettings(engine="espeak", name="en-us", words_per_minute=165)
    quotations: VoiceSettings | None = None
    """The voice of block quotations; None: that of everything else."""
    speech: SpeechSettings = SpeechSettings()
    audio: AudioSettings = AudioSettings()
    braille: BrailleSettings = BrailleSettings()
    built_in_words: bool = True
    """Whether the words that came with the program stand below the press's own."""
