"""`pokeach clean`: throw away what can be made again."""

import argparse

from pipeline.build.project import open_project
from pipeline.errors import ExitCode

NAME = "clean"
HELP = "throw away the store of finished steps; the next build takes longer and gives the same files"
EXAMPLE = "./run clean"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument(
        "--to", metavar="DIR", help="the output folder whose store is meant (default: output/)"
    )


def command(arguments: argparse.Namespace) -> int:
    """Clean and tell."""
    print(open_project(output=arguments.to).clean())
    return ExitCode.DONE
