"""`pokeach lexicon`: look a word up, or check every file of the lexicon."""

import argparse
import json

from pipeline.build.project import open_project
from pipeline.errors import ExitCode

NAME = "lexicon"
HELP = "show what the lexicon says of a word, or check all its files"
EXAMPLE = "./run lexicon show Moshiach"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("action", choices=("show", "check"), help="show WORD, or check all files")
    parser.add_argument("word", nargs="?", default="", help="the word to show")
    parser.add_argument("--json", action="store_true", help="the same for machines")


def command(arguments: argparse.Namespace) -> int:
    """Show a word or check the files."""
    project = open_project()
    if arguments.action == "show":
        print(project.show_word(arguments.word))
        return ExitCode.DONE
    faults = project.check_lexicon()
    if arguments.json:
        print(json.dumps([{"where": fault.where, "message": fault.message} for fault in faults], indent=2))
    else:
        print("\n".join(map(str, faults)) or "Every file of the lexicon can be used.")
    return ExitCode.BAD_CONFIGURATION if faults else ExitCode.DONE
