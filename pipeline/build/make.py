"""One publication made anew: composed, voiced, written, and put in its place.

In: a source, the press's words and settings, its engines. Out: an Outcome. Law: nothing in output/ is touched before
its successor is whole. Apart from the run, which needs none of this when nothing has changed.
"""

from dataclasses import dataclass
from pathlib import Path

from pipeline import __version__
from pipeline.build.colophon import with_colophon
from pipeline.build.compose import Composition, compose
from pipeline.build.edition import make_files, with_papers
from pipeline.build.inputs import Inputs
from pipeline.build.manifest import Making
from pipeline.build.notices import sort_notices
from pipeline.build.outcome import Edition, Outcome, State
from pipeline.build.progress import Progress
from pipeline.build.tracks import make_tracks
from pipeline.build.voicing import voice_script
from pipeline.build.words import Words
from pipeline.build.workshop import Workshop
from pipeline.engines.levels import SAMPLE_RATE_HZ
from pipeline.model.publication import Publication
from pipeline.model.settings import Settings
from pipeline.model.speech import Narration
from pipeline.store.editions import publish_tree
from pipeline.store.press import SourceFile
from pipeline.writers.table import WRITERS, Need

GENERATOR = f"Pokeach {__version__}"


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
        composition = self._compose(source, inputs)
        narration, voiced = self._narrate(composition)
        publication = Publication(
            slug=source.slug,
            document=composition.document,
            narration=narration,
            volumes=composition.volumes,
            uncontracted_volumes=composition.uncontracted_volumes,
            transcript=composition.transcript,
            braille_line_end=self.settings.braille.line_end,
            entries=composition.entries,
            generator=GENERATOR,
        )
        if Need.SOUND in self._needs:
            studio = self.workshop.studio
            publication = with_colophon(publication, studio, composition.words, self.settings.speech)
        self.progress.say(f"{source.slug}: writing.")
        making = Making(utterances=_utterances(composition), voiced=voiced)
        files = make_files(publication, self.formats, self.workshop.load)
        notices = sort_notices(composition.notices)
        whole = with_papers(
            files, publication, inputs=inputs, formats=self.formats, making=making, notices=notices
        )
        publish_tree(whole, final, root=self.workshop.cache, blobs=self.workshop.blobs)
        edition = _measure(publication, making)
        return Outcome(slug=source.slug, state=State.MADE, edition=edition, notices=notices)

    @property
    def _needs(self) -> frozenset[Need]:
        return frozenset(WRITERS[name].need for name in self.formats)

    def _compose(self, source: SourceFile, inputs: Inputs) -> Composition:
        """Take the pure steps; braille's only when a format wants them, and with what is known of this source."""
        if self._needs <= {Need.SOUND}:
            return compose(source, self.words, self.settings)
        memory = self.workshop.braille_memory
        kept = memory.take_up(source.slug, inputs)
        translator = self.workshop.translator
        composition = compose(source, self.words, self.settings, translator, needs=self._needs, kept=kept)
        memory.keep(source.slug, inputs, kept)
        return composition

    def _narrate(self, composition: Composition) -> tuple[Narration, tuple[str, ...]]:
        """Voice a composition, unless no format that holds sound is wanted."""
        if Need.SOUND not in self._needs:
            return Narration(tracks=(), narrator="", sample_rate_hz=SAMPLE_RATE_HZ), ()
        studio = self.workshop.studio
        voiced = voice_script(
            composition.script,
            studio,
            lambda done, total: self.progress.count(f"{composition.slug}: voicing", done, total),
        )
        metadata = composition.document.metadata
        authors = [person.name for person in metadata.contributors if person.role == "aut"]
        artist = ", ".join(authors) or metadata.publisher
        tracks = make_tracks(
            composition.script, voiced.clips, studio, album=metadata.shown_title, artist=artist, before=1
        )
        return self.workshop.narration(tracks), voiced.anew


def _utterances(composition: Composition) -> int:
    return sum(len(track.utterances) for track in composition.script.tracks)


def _measure(publication: Publication, making: Making) -> Edition:
    narration = publication.narration
    return Edition(
        title=publication.document.metadata.heard_title,
        seconds=narration.samples / narration.sample_rate_hz,
        audio_files=len(narration.tracks),
        braille_pages=sum(len(volume.pages) for volume in publication.volumes),
        sentences=making.utterances,
        voiced=len(making.voiced),
    )
