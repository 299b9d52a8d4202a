"""`pokeach say`: how a phrase sounds and how it is brailled."""

import argparse

from pipeline.build.project import open_project
from pipeline.errors import ExitCode

NAME = "say"
HELP = "say a phrase with the lexicon: show what is spoken and brailled, or write it to an MP3 file"
EXAMPLE = './run say "Moshiach\'s teshuvah" --show'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("text", help="the phrase, in quotes")
    parser.add_argument(
        "--show", action="store_true", help="print spoken text, IPA, eSpeak mnemonics and braille"
    )
    parser.add_argument("--to", metavar="FILE.mp3", help="write the sound to this file")


def command(arguments: argparse.Namespace) -> int:
    """Say and show; without --to it shows."""
    project = open_project()
    if arguments.to:
        project.record(arguments.text, arguments.to)
        print(f"Written to {arguments.to}.")
    if arguments.show or not arguments.to:
        print(project.say(arguments.text).as_text())
    return ExitCode.DONE
