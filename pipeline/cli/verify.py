"""`pokeach verify`: judge a finished edition by its files alone."""

import argparse
import json

from pipeline.build.notices import notice_row
from pipeline.build.project import open_project
from pipeline.errors import ExitCode
from pipeline.model.source import Weight

NAME = "verify"
HELP = "judge a finished edition: every word there, every clip in its file, every link and claim true"
EXAMPLE = "./run verify output/cities-of-refuge-massai"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("folder", help="the folder of one edition")
    parser.add_argument("--json", action="store_true", help="the same for machines")


def command(arguments: argparse.Namespace) -> int:
    """Verify and print the findings."""
    findings = open_project().verify(arguments.folder)
    if arguments.json:
        print(json.dumps([notice_row(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        print("\n".join(map(str, findings)) or "No fault was found.")
    bad = any(finding.weight is Weight.ERROR for finding in findings)
    return ExitCode.SOME_SOURCES_FAILED if bad else ExitCode.DONE
