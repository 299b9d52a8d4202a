"""The facade of the whole house: what the doors may ask for.

In: a press's folder. Out: outcomes, findings and texts as values. Everything the doors need stands here or is given
back from here.
"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

# By the module what one command needs, by the name what all of them do: see pipeline.lazy.
from pipeline.build import compose, explain, judge, lexicon_desk, outline
from pipeline.build.config import parse_settings
from pipeline.build.doctor import Finding, examine
from pipeline.build.edition import DEFAULT_FORMATS, FORMATS
from pipeline.build.outcome import Outcome
from pipeline.build.progress import Progress, Silent
from pipeline.build.run import Run
from pipeline.build.said import Said
from pipeline.build.words import Words, open_words, read_lexicon_files
from pipeline.build.workshop import CACHE, clean_store
from pipeline.errors import PokeachError, UsageError
from pipeline.model.settings import Settings
from pipeline.model.source import Notice
from pipeline.store.press import (
    list_sources,
    read_settings,
    read_source_file,
    slug_of,
)

__all__ = ["DEFAULT_FORMATS", "FORMATS", "Project", "open_project"]


def open_project(*, output: str | None = None) -> "Project":
    """Open the press that the current folder lies in, else the one this program came with."""
    if output == "":
        raise UsageError("--to needs the name of a folder.")
    here = Path.cwd()
    own = Path(__file__).parents[2]
    root = next((folder for folder in (here, *here.parents) if (folder / "pipeline.toml").exists()), own)
    return Project(root, root / "output" if output is None else Path(output))


class Project:
    """A press: its sources, lexicon and settings, and the folder its editions go to."""

    def __init__(self, root: Path, output: Path) -> None:
        """Nothing is read yet."""
        self._root = root
        self._output = output

    def publish(
        self,
        wanted: Sequence[str] = (),
        *,
        formats: Sequence[str] | None = None,
        jobs: int | None = None,
        progress: Progress | None = None,
        line_end: str = "",
    ) -> tuple[Outcome, ...]:
        """Make the editions of the sources named (all when none is); a source that fails does not stop the others.
        `line_end` of the BRF: "crlf", "lf", or as pipeline.toml says.

        ConfigError, LexiconError and UsageError concern all sources and are raised.
        """
        sources = list_sources(self._root, wanted)
        run = self._run(
            _known_formats(formats), jobs=_whole_number(jobs), progress=progress, line_end=line_end
        )
        return run.publish(sources)

    def check(self, wanted: Sequence[str] = ()) -> "tuple[outline.Checked, ...]":
        """Read the sources named and tell how they were understood; a broken entry of the lexicon stops only itself."""
        return tuple(self._check_one(path) for path in list_sources(self._root, wanted))

    def _check_one(self, path: Path) -> "outline.Checked":
        try:
            source = read_source_file(path, self._root)
            document, notices = compose.read_document(source, self._words, self._settings)
            ledger = compose.balance_words(source, document, notices)
        except PokeachError as error:
            return outline.Checked(slug=slug_of(path), error=error)
        return outline.Checked(slug=slug_of(path), document=document, notices=notices, ledger=ledger)

    def say(self, text: str, *, publication: str = "") -> Said:
        """Tell how a phrase is spoken and brailled. `publication`: the source in which it stands."""
        return self.lexicon_desk(publication).say(text)

    def record(self, text: str, path: str, *, publication: str = "") -> None:
        """Write a phrase to an MP3 file. `publication`: the source in which it stands."""
        self.lexicon_desk(publication).record(text, path)

    def lexicon_desk(self, publication: str = "") -> "lexicon_desk.LexiconDesk":
        """Give what volunteers do with the lexicon. `publication`: the source whose own words come first."""
        desk = lexicon_desk.LexiconDesk(self._root, self._settings, self._words)
        return desk.of(publication) if publication else desk

    def explain(self, path: str) -> str:
        """Tell what a finished file was made from and what has changed since."""
        return explain.explain_path(self._edition(path), self._run(DEFAULT_FORMATS))

    def verify(self, folder: str) -> tuple[Notice, ...]:
        """Judge a finished edition."""
        return judge.judge_folder(self._edition(folder), self._settings, date.today())

    def clean(self) -> str:
        """Throw the store away."""
        return clean_store(self._output)

    def doctor(self) -> tuple[Finding, ...]:
        """Examine what the work stands on."""
        return examine(self._settings)

    def _edition(self, path: str) -> Path:
        """Take a path as it is, or a publication's name for its folder in output/."""
        named = self._output / path
        return named if not Path(path).exists() and named.is_dir() else Path(path)

    def _run(
        self,
        formats: tuple[str, ...],
        *,
        jobs: int | None = None,
        progress: Progress | None = None,
        line_end: str = "",
    ) -> Run:
        return Run(
            root=self._root,
            output=self._output,
            formats=formats,
            jobs=jobs,
            progress=progress or Silent(),
            line_end=line_end,
        )

    @cached_property
    def _settings(self) -> Settings:
        file = read_settings(self._root)
        return parse_settings(file.content, file.path)

    @cached_property
    def _words(self) -> Words:
        return open_words(read_lexicon_files(self._root, self._settings), self._output / CACHE)


def _known_formats(formats: Sequence[str] | None) -> tuple[str, ...]:
    """Give the formats in the order of the table; UsageError for one that does not exist."""
    wanted = DEFAULT_FORMATS if formats is None else tuple(name.strip() for name in formats)
    for name in wanted:
        if name not in FORMATS:
            raise UsageError(f"there is no format {name!r}. Choose from: {', '.join(FORMATS)}.")
    return tuple(name for name in FORMATS if name in wanted)


def _whole_number(jobs: int | None) -> int | None:
    if jobs is not None and jobs < 1:
        raise UsageError(f"--jobs must be 1 or more, not {jobs}.")
    return jobs
