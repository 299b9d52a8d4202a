"""What is said, and where it is heard. Time is an integer count of samples."""

import re
from dataclasses import dataclass
from typing import TypeAlias

_SPACE_BEFORE_MARK = re.compile(r" (?=[.,;:!?](?:\s|$))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Plain English for the voice's own rules. Never Hebrew letters, mark-up or brackets."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phonemes:
    """A word whose sound the lexicon gives."""

    ipa: str
    written: str
    """The printed form, for voices that take no phonemes and for people who read the script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Silence inside an utterance."""

    milliseconds: int


SpeechPart: TypeAlias = Words | Phonemes | Pause


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What is said for one fragment of the text."""

    target: str
    """Id of the sentence."""
    parts: tuple[SpeechPart, ...]
    pause_after_ms: int
    """Silence behind it, by structure: part of its clip."""
    quoted: bool = False
    """It stands in a block quotation, which may have a voice of its own."""

    @property
    def spoken(self) -> str:
        """The utterance as a person would read it off: written forms and words."""
        pieces = (
            part.text if isinstance(part, Words) else part.written
            for part in self.parts
            if not isinstance(part, Pause)
        )
        return _SPACE_BEFORE_MARK.sub("", " ".join(" ".join(pieces).split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptTrack:
    """The utterances of one track in reading order: a top-level section with all that is in it."""

    section: str
    """Id of the top-level section."""
    title: str
    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The whole publication as it will be said."""

    tracks: tuple[ScriptTrack, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceSettings:
    """Which voice, and how it speaks."""

    engine: str
    name: str
    words_per_minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodedClip:
    """One utterance, voiced, levelled, padded to whole MP3 frames and encoded by itself."""

    digest: str
    """sha-256 of the MP3 frames, which the blob store holds."""
    samples: int
    """Length: a multiple of the samples in a frame."""
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackTags:
    """What an MP3 file says of itself (ID3v2)."""

    title: str
    album: str
    artist: str
    number: int
    """From 1."""
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A stretch of one track that voices one fragment."""

    target: str
    """Id of the sentence."""
    begin: int
    """First sample, counted from the start of the track."""
    end: int
    """One past the last sample; end > begin."""

    def __post_init__(self) -> None:
        """Refuse a clip that lasts no time."""
        if not 0 <= self.begin < self.end:
            raise ValueError(f"clip {self.target} begins at {self.begin} and ends at {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One audio file."""

    section: str
    title: str
    href: str
    """File name: 03-shmos.mp3."""
    digest: str
    """sha-256 of the file, which the blob store holds."""
    size_bytes: int
    samples: int
    clips: tuple[Clip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narration:
    """The publication as it was said."""

    tracks: tuple[Track, ...]
    narrator: str
    """A sentence for people: "eSpeak NG en-us, synthetic voice"."""
    sample_rate_hz: int

    @property
    def samples(self) -> int:
        """Length of all tracks together."""
        return sum(track.samples for track in self.tracks)
