"""The one family of errors, each with the exit code the command line ends with.

    PokeachError
     +- UsageError     2   the person at the command line must act
     +- MissingProgram 3   something is not installed
     +- ConfigError    4   pipeline.toml or a sidecar is wrong
     +- LexiconError   4   a lexicon file is wrong
     +- SourceError    1   one source cannot be read; the others are still built
     +- EngineError    1   a voice, an encoder or a braille table failed on one publication
     +- StoreError     1   the disk: full, read-only, or a file that is not what it was

The class says who must act; the message says what is wrong, where, and what to do.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the `pokeach` command tells the shell (README, "Exit codes")."""

    DONE = 0
    SOME_SOURCES_FAILED = 1
    USAGE = 2
    MISSING_PROGRAM = 3
    BAD_CONFIGURATION = 4


class PokeachError(Exception):
    """An error a person can act on.

    In: a sentence with the remedy; where it is (a path, or path:line:column); a stable code such as S-003.
    """

    exit_code = ExitCode.SOME_SOURCES_FAILED

    def __init__(self, message: str, *, where: str = "", code: str = "") -> None:
        """Keep the parts apart, so that a program can read them and a person gets one line."""
        super().__init__(message)
        self.message = message
        self.where = where
        self.code = code

    def __str__(self) -> str:
        """Give the one line a person reads: where, what and remedy, code."""
        place = f"{self.where}: " if self.where else ""
        code = f" [{self.code}]" if self.code else ""
        return f"{place}{self.message}{code}"


class UsageError(PokeachError):
    """The command was typed wrongly."""

    exit_code = ExitCode.USAGE


class MissingProgramError(PokeachError):
    """A program or library that the work needs is not installed."""

    exit_code = ExitCode.MISSING_PROGRAM


class ConfigError(PokeachError):
    """pipeline.toml or a source's sidecar holds something that cannot be used."""

    exit_code = ExitCode.BAD_CONFIGURATION


class LexiconError(PokeachError):
    """A lexicon file cannot be used; the place names file, line and field."""

    exit_code = ExitCode.BAD_CONFIGURATION


class SourceError(PokeachError):
    """One source cannot be read; the other sources are not concerned."""


class EngineError(PokeachError):
    """A voice, an encoder or a braille translator failed while it worked."""


class StoreError(PokeachError):
    """The disk did not do what was asked: full, read-only, or a blob that is damaged."""
