"""One run of `publish`: for each source, see what changed, make it, put it in its place.

In: a press and an output folder. Out: one Outcome a source. Law: a source that fails does not stop the others, and
nothing in output/ is touched before its successor is whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pipeline.build import make
from pipeline.build.config import parse_settings
from pipeline.build.inputs import LINE_ENDS, Inputs, inputs_of
from pipeline.build.manifest import MANIFEST, Manifest, parse_manifest
from pipeline.build.outcome import Outcome, State
from pipeline.build.progress import Progress
from pipeline.build.words import LexiconFiles, load_sounds, open_words, read_lexicon_files
from pipeline.build.workshop import Workshop
from pipeline.errors import LexiconError, MissingProgramError, PokeachError
from pipeline.lexicon.sounds import Sounds
from pipeline.model.settings import Settings
from pipeline.store.editions import check_place
from pipeline.store.press import (
    InputFile,
    SourceFile,
    read_program,
    read_settings,
    read_source_file,
    slug_of,
)
from pipeline.store.shelf import has_files, read_file
from pipeline.writers.table import WRITERS, Need


@dataclass(frozen=True, kw_only=True)
class Run:
    """A press, read once, and where its editions go."""

    root: Path
    output: Path
    formats: tuple[str, ...]
    jobs: int | None
    progress: Progress
    line_end: str = ""
    """Line ends of the BRF that were asked for; empty: those of pipeline.toml."""

    def publish(self, sources: Sequence[Path]) -> tuple[Outcome, ...]:
        """Make what has changed; what concerns every source (settings, lexicon, engines, output folder) is raised."""
        self._workshop.open_store()
        _ = self._engines  # asked before any work is done: wrong settings and missing programs come to light
        return tuple(self._publish_one(path) for path in sources)

    def _publish_one(self, path: Path) -> Outcome:
        slug = slug_of(path)
        try:
            source = read_source_file(path, self.root)
            inputs = self.inputs_for(source, self.formats)
            standing = self._standing(slug, inputs)
            if standing:
                return Outcome(slug=slug, state=State.UNCHANGED, standing_errors=standing.errors)
            before = self.manifest_of(slug)
            check_place(self.output / slug, {*before.files, MANIFEST} if before else None)
            self.progress.say(f"{slug}: reading.")
            if any(WRITERS[name].need is Need.SOUND for name in self.formats):
                studio = self._workshop.studio
                # They load while this process loads and reads: all of them where everything has to be voiced.
                studio.crew.get_ready(1 if before else studio.jobs)
            return replace(
                self._maker.make(source, inputs, self.output / slug), dropped=self._dropped(before)
            )
        except (LexiconError, MissingProgramError):
            raise
        except PokeachError as error:
            return Outcome(slug=slug, state=State.FAILED, error=error)

    def _standing(self, slug: str, inputs: Inputs) -> Manifest | None:
        """Give the manifest of an edition that need not be made again, else None."""
        manifest = self.manifest_of(slug)
        if manifest and manifest.inputs == inputs and has_files(self.output / slug, manifest.files):
            return manifest
        return None

    def _dropped(self, before: Manifest | None) -> tuple[str, ...]:
        """Name the formats that the edition before had and this run leaves out."""
        had = before.inputs.get("formats", "").split(", ") if before else []
        return tuple(name for name in had if name and name not in self.formats)

    def manifest_of(self, slug: str) -> Manifest | None:
        """Give the manifest of a finished edition; None when there is none that can be used."""
        content = read_file(self.output / slug, MANIFEST)
        try:
            return parse_manifest(content) if content is not None else None
        except ValueError:
            return None

    def inputs_for(self, source: SourceFile, formats: Sequence[str]) -> Inputs:
        """Collect what an edition of a source depends on today."""
        inputs = inputs_of(
            source,
            settings=self._settings_file,
            lexicon=self._lexicon_files.all,
            program=self._program,
            formats=formats,
            engines=self._engines,
        )
        return {**inputs, LINE_ENDS: self.line_end} if self.line_end else inputs

    @cached_property
    def _settings_file(self) -> InputFile:
        return read_settings(self.root)

    @cached_property
    def _lexicon_files(self) -> LexiconFiles:
        return read_lexicon_files(self.root, self._settings)

    @cached_property
    def _program(self) -> tuple[InputFile, ...]:
        return read_program()

    @cached_property
    def _settings(self) -> Settings:
        settings = parse_settings(self._settings_file.content, self._settings_file.path)
        if not self.line_end:
            return settings
        return replace(settings, braille=replace(settings.braille, line_end=self.line_end))

    @cached_property
    def _maker(self) -> "make.Maker":
        return make.Maker(
            settings=self._settings,
            words=open_words(self._lexicon_files, self._workshop.cache).whole(),
            workshop=self._workshop,
            formats=self.formats,
            progress=self.progress,
        )

    @cached_property
    def _sounds(self) -> Sounds:
        return load_sounds(self._lexicon_files.sounds)

    @cached_property
    def _workshop(self) -> Workshop:
        return Workshop(self.output, self._settings, self._sounds, self.jobs)

    @cached_property
    def _engines(self) -> Mapping[str, str]:
        return self._workshop.fingerprints()
