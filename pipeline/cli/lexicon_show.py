"""`pokeach lexicon show`: what the lexicon says of a word."""

import argparse

from pipeline.build.project import open_project
from pipeline.cli.publication import add_publication
from pipeline.errors import ExitCode

NAME = "show"
HELP = "show what the lexicon says of a printed word"
EXAMPLE = "./run lexicon show Moshiach"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("word", help="the word as it is printed")
    add_publication(parser)


def command(arguments: argparse.Namespace) -> int:
    """Print the entry in the form of its file."""
    print(open_project().lexicon_desk(arguments.publication).show(arguments.word))
    return ExitCode.DONE
