"""`pokeach lexicon hear`: how a word sounds, alone or in its sentence."""

import argparse

from pipeline.build.project import open_project
from pipeline.cli.publication import add_publication
from pipeline.errors import ExitCode

NAME = "hear"
HELP = "tell how a word sounds, alone or in its sentence; --to writes the sound to an MP3 file"
EXAMPLE = "./run lexicon hear Moshiach --in-context --to moshiach.mp3"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("word", help="the word as it is printed, or the name of its file")
    parser.add_argument("--in-context", action="store_true", help="the first sentence that holds it")
    parser.add_argument("--to", metavar="FILE.mp3", default="", help="write the sound to this file")
    add_publication(parser)


def command(arguments: argparse.Namespace) -> int:
    """Tell the sound, and write it when a file is given."""
    desk = open_project().lexicon_desk(arguments.publication)
    _, said = desk.hear(arguments.word, in_context=arguments.in_context, to=arguments.to)
    print(said.as_text())
    if arguments.to:
        print(f"Written to {arguments.to}.")
    return ExitCode.DONE
