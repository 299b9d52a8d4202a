"""`pokeach lexicon`: what volunteers do with the words. The table of its commands."""

import argparse

from pipeline.cli import (
    lexicon_add,
    lexicon_changes,
    lexicon_check,
    lexicon_export,
    lexicon_find,
    lexicon_format,
    lexicon_hear,
    lexicon_set,
    lexicon_show,
    lexicon_sounds,
    lexicon_test,
)

NAME = "lexicon"
HELP = "look words up, find, hear, add and change them, and prove that they are said as written"
EXAMPLE = "./run lexicon show Moshiach"
COMMANDS = (
    lexicon_find,
    lexicon_show,
    lexicon_hear,
    lexicon_add,
    lexicon_set,
    lexicon_format,
    lexicon_check,
    lexicon_test,
    lexicon_changes,
    lexicon_export,
    lexicon_sounds,
)
"""As in pipeline.cli.main."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the commands."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in COMMANDS:
        sub = commands.add_parser(
            module.NAME, help=module.HELP, description=module.HELP, epilog=f"example: {module.EXAMPLE}"
        )
        sub.set_defaults(command=module.command)
        module.add_arguments(sub)


def command(arguments: argparse.Namespace) -> int:
    """Run the command that stands behind; argparse has refused a line without one."""
    return int(arguments.command(arguments))
