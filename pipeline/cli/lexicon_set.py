"""`pokeach lexicon set`: change one field of one word."""

import argparse

from pipeline.build.project import open_project
from pipeline.cli.publication import add_publication
from pipeline.errors import ExitCode

NAME = "set"
HELP = "change one field of a word; no value takes the field out"
EXAMPLE = "./run lexicon set Moshiach spellings Moshiah --add"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("word", help="the word as it is printed, or the name of its file")
    parser.add_argument("field", help="say, meaning, spellings, status ...: see lexicon/README.md")
    parser.add_argument("value", nargs="*", help="the new value; several for a list")
    parser.add_argument("--add", action="store_true", help="keep what the list already holds")
    add_publication(parser)


def command(arguments: argparse.Namespace) -> int:
    """Write the file and tell the sound back."""
    desk = open_project().lexicon_desk(arguments.publication)
    told = desk.set_field(arguments.word, arguments.field, arguments.value, add=arguments.add)
    print("\n".join(told.lines))
    return ExitCode.DONE
