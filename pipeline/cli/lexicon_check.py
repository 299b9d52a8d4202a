"""`pokeach lexicon check`: can every file be used?"""

import argparse
import json

from pipeline.build.project import open_project
from pipeline.errors import ExitCode

NAME = "check"
HELP = "name every fault of every file of the lexicon"
EXAMPLE = "./run lexicon check"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("--json", action="store_true", help="the same for machines")


def command(arguments: argparse.Namespace) -> int:
    """Check the files; each fault has its file and line."""
    faults = open_project().lexicon_desk().faults()
    if arguments.json:
        print(json.dumps([{"where": fault.where, "message": fault.message} for fault in faults], indent=2))
    else:
        print("\n".join(map(str, faults)) or "Every file of the lexicon can be used.")
    return ExitCode.BAD_CONFIGURATION if faults else ExitCode.DONE
