"""`pokeach lexicon export`: the words for other programs and for people."""

import argparse
import sys

from pipeline.build.project import open_project
from pipeline.errors import ExitCode
from pipeline.lexicon.export import EXPORTS

NAME = "export"
HELP = "give the lexicon as PLS 1.0, as a speech dictionary for NVDA, as a table, or as a page to read"
EXAMPLE = "./run lexicon export nvda --to default.dic"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("form", choices=tuple(EXPORTS), help="the form")
    parser.add_argument("--to", metavar="FILE", help="write it to this file")


def command(arguments: argparse.Namespace) -> int:
    """Print or write the export."""
    text = open_project().lexicon_desk().export(arguments.form, to=arguments.to or "")
    if arguments.to:
        print(f"Written to {arguments.to}.")
    else:
        sys.stdout.write(text)
    return ExitCode.DONE
