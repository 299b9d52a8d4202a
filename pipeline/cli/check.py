"""`pokeach check`: read the sources and tell what a person should look at; no edition is made."""

import argparse
import json
import sys

from pipeline.build.project import open_project
from pipeline.errors import ExitCode

NAME = "check"
HELP = "show the outline of a source and everything that a person should look at; makes no edition"
EXAMPLE = "./run check cities-of-refuge-massai"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("source", nargs="*", help="a source's file or name; none means all of sources/")
    parser.add_argument("--json", action="store_true", help="the same for machines")


def command(arguments: argparse.Namespace) -> int:
    """Check and print."""
    project = open_project()
    checked, faults = project.check(arguments.source), project.lexicon_desk().faults()
    if arguments.json:
        print(json.dumps([report.as_json() for report in checked], ensure_ascii=False, indent=2))
    else:
        print("\n".join(report.as_text() for report in checked))
    if faults:
        told = sys.stderr if arguments.json else sys.stdout
        print(
            "These files of the lexicon cannot be used, and what needs them waits until they are mended:",
            *faults,
            sep="\n",
            file=told,
        )
        return ExitCode.BAD_CONFIGURATION
    failed = any(report.error for report in checked)
    return ExitCode.SOME_SOURCES_FAILED if failed else ExitCode.DONE
