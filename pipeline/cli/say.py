"""`pokeach say`: how a phrase sounds and how it is brailled."""

import argparse

from pipeline.build.project import open_project
from pipeline.cli.publication import add_publication
from pipeline.errors import ExitCode

NAME = "say"
HELP = "tell how the lexicon says a phrase; --show adds IPA and braille, --to writes the sound to an MP3 file"
EXAMPLE = './run say "Moshiach\'s teshuvah" --show'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("text", nargs="+", help="the phrase")
    parser.add_argument(
        "--show", action="store_true", help="show IPA, the engine's own signs and the braille too"
    )
    parser.add_argument("--to", metavar="FILE.mp3", help="write the sound to this file")
    add_publication(parser)


def command(arguments: argparse.Namespace) -> int:
    """Write the sound when a file is named, and tell how the phrase is said."""
    project, text = open_project(), " ".join(arguments.text)
    if arguments.to:
        project.record(text, arguments.to, publication=arguments.publication)
        print(f"Written to {arguments.to}.")
    said = project.say(text, publication=arguments.publication)
    print(said.as_full_text() if arguments.show else said.as_text())
    return ExitCode.DONE
