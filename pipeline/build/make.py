"""One publication made anew: composed, brailled and voiced side by side, written, and put in its place.

In: a source, the press's words and settings, its engines. Out: an Outcome. Law: nothing in output/ is touched before
its successor is whole. Apart from the run, which needs none of this when nothing has changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import __version__
from pipeline.build.brailling import Brailled, make_braille_files
from pipeline.build.colophon import with_colophon
from pipeline.build.compose import Composition, compose
from pipeline.build.edition import make_files, with_notices
from pipeline.build.inputs import Inputs
from pipeline.build.manifest import MANIFEST, Making, format_manifest
from pipeline.build.notices import sort_notices
from pipeline.build.outcome import Edition, Outcome, State
from pipeline.build.progress import Progress
from pipeline.build.tracks import find_joined, make_tracks
from pipeline.build.voicing import voice_script
from pipeline.build.words import Words
from pipeline.build.workshop import Workshop
from pipeline.engines.beside import Beside
from pipeline.engines.levels import SAMPLE_RATE_HZ
from pipeline.model.publication import Digest, Publication
from pipeline.model.settings import Settings
from pipeline.model.speech import Narration, Script
from pipeline.speech.script import write_script
from pipeline.store.editions import publish_tree
from pipeline.store.press import SourceFile
from pipeline.writers.table import WRITERS, Need

GENERATOR = f"Pokeach {__version__}"
_SILENCE = Narration(tracks=(), narrator="", sample_rate_hz=SAMPLE_RATE_HZ)


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """What every publication of one run is made with."""

    settings: Settings
    words: Words
    workshop: Workshop
    formats: tuple[str, ...]
    progress: Progress

    def make(self, source: SourceFile, inputs: Inputs, final: Path) -> Outcome:
        """Make all formats of one source, and swap them in."""
        composition = compose(source, self.words, self.settings)
        silent = self._publication(composition)
        with Beside(lambda: self._braille(silent, inputs), alone=self._is_braille_alone) as braille:
            script, from_speech = write_script(composition.document, self.settings.speech)
            narration, voiced = self._narrate(composition, script)
            publication = replace(silent, narration=narration)
            if self._sounding:
                studio, words = self.workshop.studio, composition.words
                publication = with_colophon(publication, studio, words, self.settings.speech)
            self.progress.say(f"{source.slug}: writing.")
            files = make_files(publication, self._sounding, self.workshop.bindery)
            brailled = braille.answer()
        if brailled.kept:
            self.workshop.braille_memory.keep(source.slug, inputs, brailled.kept)
        making = Making(utterances=_utterances(script), voiced=voiced, braille_pages=brailled.pages)
        notices = sort_notices(composition.notices + from_speech + brailled.notices)
        whole = with_notices({**files, **brailled.files}, publication, notices)

        def list_files(written: Mapping[str, Digest]) -> dict[str, bytes]:
            manifest = format_manifest(
                publication,
                inputs=inputs,
                files=written,
                formats=self.formats,
                making=making,
                notices=notices,
            )
            return {MANIFEST: manifest}

        publish_tree(whole, list_files, final, root=self.workshop.cache, blobs=self.workshop.blobs)
        edition = _measure(publication, making)
        return Outcome(slug=source.slug, state=State.MADE, edition=edition, notices=notices)

    @property
    def _sounding(self) -> tuple[str, ...]:
        return tuple(name for name in self.formats if WRITERS[name].need is Need.SOUND)

    @property
    def _brailled(self) -> tuple[str, ...]:
        return tuple(name for name in self.formats if WRITERS[name].need is not Need.SOUND)

    @property
    def _is_braille_alone(self) -> bool:
        """Whether nothing else is to be done meanwhile, or by nobody else."""
        return self.workshop.jobs == 1 or not (self._sounding and self._brailled)

    def _publication(self, composition: Composition) -> Publication:
        """Give what is known of a publication before it is voiced or brailled."""
        return Publication(
            slug=composition.slug,
            document=composition.document,
            narration=_SILENCE,
            entries=composition.entries,
            braille_line_end=self.settings.braille.line_end,
            generator=GENERATOR,
        )

    def _braille(self, publication: Publication, inputs: Inputs) -> Brailled:
        """Make the formats that hold braille, with what is known of this source."""
        if not self._brailled:
            return Brailled(files={})
        return make_braille_files(
            publication,
            self._brailled,
            translator=self.workshop.translator,
            settings=self.settings.braille,
            kept=self.workshop.braille_memory.take_up(publication.slug, inputs),
            bindery=self.workshop.bindery,
        )

    def _narrate(self, composition: Composition, script: Script) -> tuple[Narration, tuple[str, ...]]:
        """Voice a script, unless no format that holds sound is wanted."""
        if not self._sounding:
            return _SILENCE, ()
        studio = self.workshop.studio
        metadata = composition.document.metadata
        authors = [person.name for person in metadata.contributors if person.role == "aut"]
        artist = ", ".join(authors) or metadata.publisher
        voiced = voice_script(
            script,
            studio,
            lambda done, total: self.progress.count(f"{composition.slug}: voicing", done, total),
            find_joined(script, studio, album=metadata.shown_title, artist=artist, before=1),
        )
        tracks = make_tracks(
            script, voiced.clips, studio, album=metadata.shown_title, artist=artist, before=1
        )
        return self.workshop.narration(tracks), voiced.anew


def _utterances(script: Script) -> int:
    return sum(len(track.utterances) for track in script.tracks)


def _measure(publication: Publication, making: Making) -> Edition:
    narration = publication.narration
    return Edition(
        title=publication.document.metadata.heard_title,
        seconds=narration.samples / narration.sample_rate_hz,
        audio_files=len(narration.tracks),
        braille_pages=making.braille_pages,
        sentences=making.utterances,
        voiced=len(making.voiced),
    )
