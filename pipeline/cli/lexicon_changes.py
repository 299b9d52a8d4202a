"""`pokeach lexicon changes`: what a working copy would voice anew."""

import argparse
from collections.abc import Sequence

from pipeline.build import lexicon_changes
from pipeline.build.project import open_project
from pipeline.errors import ExitCode

NAME = "changes"
HELP = "name the sentences that sound or feel otherwise since a commit, before and after"
EXAMPLE = "./run lexicon changes --since HEAD~1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("--since", metavar="COMMIT", default="HEAD", help="compare with this commit (HEAD)")


def command(arguments: argparse.Namespace) -> int:
    """Print each change; exit code 4 when a sentence changes that holds no changed word."""
    changes = open_project().lexicon_desk().changes(arguments.since)
    for change in changes:
        print(f"{change.as_text()}\n")
    print_totals(changes, arguments.since)
    return ExitCode.DONE if all(change.expected for change in changes) else ExitCode.BAD_CONFIGURATION


def print_totals(changes: "Sequence[lexicon_changes.Change]", since: str) -> None:
    """Print one line that says how much changes."""
    unexpected = sum(not change.expected for change in changes)
    print(
        f"Sentences that change since {since}: {len(changes)}. Without a changed word in them: {unexpected}."
    )
