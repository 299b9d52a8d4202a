"""The engines and the store of one run, each opened when it is first needed and then kept.

In: the output folder and the settings. Out: engines behind their protocols, and fingerprints without waking them.
"""

import os
from functools import cached_property
from pathlib import Path

from pipeline.build import bindery, brailling, levelling, voicing
from pipeline.build.words import WORDS
from pipeline.engines.levels import SAMPLE_RATE_HZ
from pipeline.engines.liblouis import LiblouisTranslator
from pipeline.engines.mp3 import Mp3Encoder
from pipeline.engines.table import VOICES
from pipeline.lexicon.sounds import Sounds
from pipeline.model.ports import Synthesiser
from pipeline.model.settings import Settings
from pipeline.model.speech import Narration, Track
from pipeline.store import lock
from pipeline.store.blobs import Blobs
from pipeline.store.editions import STAGING, clean_staging
from pipeline.store.ledger import StepLedger
from pipeline.store.leftovers import remove_store
from pipeline.store.shelf import make_folder

CACHE = ".cache"
_BLOBS, _LEDGER = "blobs", "ledger.txt"


class Workshop:
    """What one run works with."""

    def __init__(self, output: Path, settings: Settings, sounds: Sounds, jobs: int | None = None) -> None:
        """Open nothing yet; one worker a processor when nobody says how many jobs."""
        self.cache = output / CACHE
        self.jobs = jobs or os.cpu_count() or 1
        self._settings = settings
        self._sounds = sounds
        self._in_use: lock.Shared | None = None

    @cached_property
    def voice(self) -> Synthesiser:
        """The voice that pipeline.toml names; never another."""
        return VOICES[self._settings.voice.engine](self._settings.voice, self._sounds.mnemonics)

    @cached_property
    def _quotations(self) -> Synthesiser | None:
        """The voice of block quotations, where pipeline.toml gives them one."""
        settings = self._settings.quotations
        return VOICES[settings.engine](settings, self._sounds.mnemonics) if settings else None

    @cached_property
    def encoder(self) -> Mp3Encoder:
        """The MP3 encoder as far as its fingerprint goes; the studio's knows how loud the voice is."""
        return Mp3Encoder(self._settings.audio)

    @cached_property
    def translator(self) -> LiblouisTranslator:
        """The braille translator."""
        return LiblouisTranslator(self._settings.braille)

    @cached_property
    def blobs(self) -> Blobs:
        """The store of contents."""
        return Blobs(self.cache / _BLOBS)

    @cached_property
    def ledger(self) -> StepLedger:
        """The results of finished steps."""
        return StepLedger(self.cache / _LEDGER)

    @property
    def braille_memory(self) -> "brailling.BrailleMemory":
        """What braille was made before."""
        return brailling.BrailleMemory(blobs=self.blobs, ledger=self.ledger)

    def open_store(self) -> None:
        """Make the store's folder, and remove what killed runs left half done in it."""
        make_folder(self.cache)
        self._in_use = lock.share_folder(self.cache)
        clean_staging(self.cache)
        self.blobs.clean()

    @cached_property
    def studio(self) -> "voicing.Studio":
        """Voice, encoder and store together."""
        usual = self._reader(self.voice)
        return voicing.Studio(
            voice=usual.voice,
            encoder=usual.encoder,
            quotations=self._reader(self._quotations) if self._quotations else None,
            blobs=self.blobs,
            ledger=self.ledger,
            jobs=self.jobs,
        )

    def _reader(self, voice: Synthesiser) -> "voicing.Reader":
        level = levelling.level_of(voice, self.ledger)
        return voicing.Reader(voice=voice, encoder=Mp3Encoder(self._settings.audio, level))

    def narration(self, tracks: tuple[Track, ...]) -> Narration:
        """Give tracks with the name of who spoke them."""
        second = f"; quotations: {self._quotations.narrator()}" if self._quotations else ""
        return Narration(
            tracks=tracks, narrator=self.voice.narrator() + second, sample_rate_hz=SAMPLE_RATE_HZ
        )

    @property
    def bindery(self) -> "bindery.Bindery":
        """Where files are packed that hold stored blobs."""
        return bindery.Bindery(blobs=self.blobs, ledger=self.ledger, jobs=self.jobs)

    def fingerprints(self) -> dict[str, str]:
        """Give name and version of each engine that an edition depends on."""
        return {
            "voice": self.voice.fingerprint(),
            **({"voice of quotations": self._quotations.fingerprint()} if self._quotations else {}),
            "mp3": self.encoder.fingerprint(),
            "braille": self.translator.fingerprint(),
        }


def clean_store(output: Path) -> str:
    """Throw the store away, and nothing that stands beside it, and tell how much that was.

    UsageError while a build works with it.
    """
    cache = output / CACHE
    if not cache.is_dir():
        return "There is no store to throw away."
    with lock.folder_alone(cache):
        size = remove_store(cache, (_BLOBS, _LEDGER, WORDS, STAGING))
    return f"The store is gone: {size / 1_000_000:.1f} megabytes. The next build makes it again."
