"""`pokeach explain`: why a finished file is as it is, and whether it would be made again."""

import argparse

from pipeline.build.project import open_project
from pipeline.errors import ExitCode

NAME = "explain"
HELP = "tell what a finished file was made from and whether anything has changed since"
EXAMPLE = "./run explain output/cities-of-refuge-massai"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("path", help="a file or folder of a finished edition")


def command(arguments: argparse.Namespace) -> int:
    """Explain one path."""
    print(open_project().explain(arguments.path))
    return ExitCode.DONE
