"""What floor 3 offers: protocols that engines and stores fulfil, and that tests fulfil with toys."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from pipeline.model.braille import Translation
from pipeline.model.speech import TrackTags, Utterance


class Synthesiser(Protocol):
    """A voice. An instance belongs to one process and one voice setting."""

    sample_rate_hz: int

    def voices(self) -> tuple[str, ...]:
        """Give the names under which this engine has voices here, its own among them."""
        ...

    def fingerprint(self) -> str:
        """Give engine, version, voice, rate: whatever changes the samples, and nothing else."""
        ...

    def narrator(self) -> str:
        """Give the words by which people know this voice."""
        ...

    def markup(self, utterance: Utterance) -> str:
        """Give what the engine will be told: pure, and the whole of what its samples depend on beside the
        fingerprint."""
        ...

    def speak(self, markup: str) -> bytes:
        """Give the samples: 16-bit signed little-endian mono PCM. The same markup gives the same bytes."""
        ...


class AudioEncoder(Protocol):
    """Levels, pads and encodes single clips, and joins encoded clips into a track."""

    def fingerprint(self) -> str:
        """Give encoder, version, settings: whatever changes the frames."""
        ...

    def join_fingerprint(self) -> str:
        """Give what a track depends on beside its clips and tags."""
        ...

    def encode(self, pcm: bytes, pause_after_ms: int) -> tuple[bytes, int]:
        """Give the MP3 frames of one clip and its length in samples."""
        ...

    def join(self, clips: Callable[[], Iterable[bytes]], tags: TrackTags) -> Iterator[bytes]:
        """Give one MP3 file in pieces: tags, an Info frame, the frames of all clips, which `clips` opens twice."""
        ...


class BrailleTranslator(Protocol):
    """Text to cells by a braille code."""

    def fingerprint(self) -> str:
        """Give library, version, tables."""
        ...

    def translate(self, text: str, typeforms: Sequence[int], *, language: str) -> Translation:
        """Translate one block. `typeforms` has one number a character (liblouis' bits: 1 italic, 4 bold,
        0x1000 no contraction). `language` is "en", "en-uncontracted" or "he"."""
        ...

    def translate_back(self, cells: str, *, language: str) -> str:
        """Give the text that a reader's device would make of cells."""
        ...


class BlobStore(Protocol):
    """Content by its sha-256."""

    def put(self, content: bytes) -> str:
        """Store content and give its sha-256."""
        ...

    def get(self, sha256: str) -> bytes:
        """Give content back, verified; StoreError when it is not there or damaged."""
        ...

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """Give content piece by piece, verified before the first of them; StoreError as `get`."""
        ...

    def has(self, sha256: str) -> bool:
        """Tell whether a blob is there."""
        ...


class Ledger(Protocol):
    """Results of steps by their key."""

    def find(self, key: str) -> str | None:
        """Give the stored result (JSON) of a step, or None."""
        ...

    def record(self, key: str, result: str) -> None:
        """Keep a step's result."""
        ...
