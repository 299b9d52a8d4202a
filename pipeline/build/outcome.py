"""What became of each source in one run, and the sentences that tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.build.notices import counted, sort_notices
from pipeline.errors import ExitCode, PokeachError
from pipeline.model.source import Notice, Weight


class State(Enum):
    """How a source came out."""

    MADE = "made"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The measures of a finished edition."""

    title: str
    seconds: float
    audio_files: int
    braille_pages: int
    sentences: int
    voiced: int
    """Sentences voiced anew in this run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One source of a run."""

    slug: str
    state: State
    edition: Edition | None = None
    notices: tuple[Notice, ...] = ()
    error: PokeachError | None = None
    dropped: tuple[str, ...] = ()
    """Formats that the edition before this one had, and that nobody asked for this time."""
    standing_errors: int = 0
    """Of an edition that was left as it is: how many of its notices are errors."""

    @property
    def errors(self) -> tuple[Notice, ...]:
        """What is missing or wrong in the edition until a person acts."""
        return tuple(notice for notice in sort_notices(self.notices) if notice.weight is Weight.ERROR)


def exit_code_of(outcomes: Sequence[Outcome]) -> ExitCode:
    """Give 0 when all came out, 1 when some failed or hold errors; a fault that concerns all keeps its own code."""
    errors = [outcome.error for outcome in outcomes if outcome.error]
    if not errors:
        marred = any(outcome.errors or outcome.standing_errors for outcome in outcomes)
        return ExitCode.SOME_SOURCES_FAILED if marred else ExitCode.DONE
    if len(errors) == len(outcomes):
        return max(error.exit_code for error in errors)
    return ExitCode.SOME_SOURCES_FAILED


def format_outcome(outcome: Outcome) -> str:
    """Tell in one short paragraph what was made, how long it plays and what needs a person; then each error."""
    if outcome.error:
        return f"{outcome.slug}: not made. {outcome.error}"
    if outcome.state is State.UNCHANGED or outcome.edition is None:
        return f"{outcome.slug}: nothing has changed; the edition stands.{_still_wrong(outcome)}"
    edition = outcome.edition
    sentences = [f"{outcome.slug}: {edition.title} is made."]
    if edition.audio_files:
        audio = counted(edition.audio_files, "audio file")
        sentences.append(f"It plays {format_duration(edition.seconds)} in {audio}.")
        sentences.append(f"{counted(edition.voiced, 'sentence')} of {edition.sentences} voiced anew.")
    if edition.braille_pages:
        sentences.append(f"{counted(edition.braille_pages, 'braille page')}.")
    if outcome.dropped:
        gone = ", ".join(outcome.dropped)
        sentences.append(f"No longer in the edition, because --only left them out: {gone}.")
    paragraph = " ".join([*sentences, _for_a_person(outcome)])
    return "\n".join([paragraph, *(f"Error: {error}" for error in outcome.errors)])


def _still_wrong(outcome: Outcome) -> str:
    if not outcome.standing_errors:
        return ""
    return f" For a person: {counted(outcome.standing_errors, 'error')}, in {outcome.slug}/notices.txt."


def _for_a_person(outcome: Outcome) -> str:
    errors = len(outcome.errors)
    questions = sum(notice.weight is Weight.WARNING for notice in outcome.notices)
    if not errors and not questions:
        return "Nothing needs a person."
    found = " and ".join(
        part
        for part in (errors and counted(errors, "error"), questions and counted(questions, "question"))
        if part
    )
    return f"For a person: {found}, in {outcome.slug}/notices.txt."


def format_duration(seconds: float) -> str:
    """Give "1 hour 2 minutes", "3 minutes 5 seconds", in words that are read aloud well."""
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole % 3600 // 60, whole % 60
    parts = [(hours, "hour"), (minutes, "minute"), (0 if hours else rest, "second")]
    return " ".join(counted(number, word) for number, word in parts if number) or "less than a second"
