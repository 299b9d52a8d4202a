"""`pokeach doctor`: what is installed, which version, what is missing and how to get it."""

import argparse
import json
from dataclasses import asdict

from pipeline.build.project import open_project
from pipeline.errors import ExitCode

NAME = "doctor"
HELP = "tell what is installed, in which version, what is missing and how to get it"
EXAMPLE = "./run doctor"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("--json", action="store_true", help="the same for machines")


def command(arguments: argparse.Namespace) -> int:
    """Examine and print."""
    findings = open_project().doctor()
    if arguments.json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        print("\n".join(map(str, findings)))
    return ExitCode.DONE if all(finding.present for finding in findings) else ExitCode.MISSING_PROGRAM
