"""The command `pokeach`: find the command in a table, run it, turn errors into a sentence and an exit code."""

import argparse
import errno
import os
import signal
import sys
import traceback
from collections.abc import Sequence

from pipeline import __version__
from pipeline.cli import check, clean, doctor, explain, lexicon, publish, say, verify
from pipeline.errors import ExitCode, PokeachError

COMMANDS = (publish, check, say, lexicon, explain, verify, clean, doctor)
"""Each module has NAME, HELP, EXAMPLE, add_arguments(parser) and command(arguments) -> exit code."""

_ABOUT = """Turn essays into recorded speech, Grade 2 braille, DAISY talking books and EPUB 3 with read-aloud,
with every Hebrew word said and brailled as the lexicon says."""
_EXIT_CODES = """exit codes: 0 done; 1 some sources could not be made or hold errors, the rest is made; 2 typed wrongly;
3 a program is missing; 4 pipeline.toml or a lexicon file is wrong"""

_NOT_TOLD = "Error: there is no room for what this command prints: the disk is full. Free some space and run it again."


def build_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Build the parser from the table of commands; only what is asked for gets its own arguments, which cost time."""
    parser = argparse.ArgumentParser(prog="pokeach", description=_ABOUT, epilog=_EXIT_CODES)
    parser.add_argument("--version", action="version", version=f"Pokeach {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in COMMANDS:
        sub = commands.add_parser(
            module.NAME, help=module.HELP, description=module.HELP, epilog=f"example: {module.EXAMPLE}"
        )
        sub.add_argument("--debug", action="store_true", help="show where in the program an error arose")
        sub.set_defaults(command=module.command)
        if module.NAME in arguments:
            module.add_arguments(sub)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    _open_what_is_closed()
    given = sys.argv[1:] if arguments is None else arguments
    parsed = build_parser(given).parse_args(given)
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:  # see pipeline.cli.__main__
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        code = int(parsed.command(parsed))
        sys.stdout.flush()  # here, where a reader that has gone is no fault, and not when Python ends
        return code
    except PokeachError as error:
        return _fail(f"Error: {error}", error.exit_code, debug=parsed.debug)
    except KeyboardInterrupt:
        return _fail("Stopped. What was finished is kept; the next run goes on from there.", 130, debug=False)
    except BrokenPipeError:
        _print_no_more()
        return ExitCode.DONE
    except Exception as fault:
        if isinstance(fault, OSError) and fault.errno == errno.ENOSPC and not fault.filename:
            _print_no_more()
            return _fail(_NOT_TOLD, ExitCode.SOME_SOURCES_FAILED, debug=parsed.debug)
        message = f"Pokeach itself failed ({type(fault).__name__}: {fault}). Please report this; --debug shows where."
        return _fail(message, ExitCode.SOME_SOURCES_FAILED, debug=parsed.debug)


def _print_no_more() -> None:
    """Let what could not be printed go: Python would try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_what_is_closed() -> None:
    """Let no file of the store take the number of an output that was closed: a library would write into it."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(descriptor, True)
    os.close(descriptor)
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)


def _fail(message: str, exit_code: int, *, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    print(message, file=sys.stderr)
    return int(exit_code)


def run() -> None:
    """Start the command from the shell."""
    sys.exit(main())


if __name__ == "__main__":
    run()
