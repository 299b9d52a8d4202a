"""`pokeach lexicon sounds`: how a sound is written in a respelling."""

import argparse

from pipeline.build.project import open_project
from pipeline.errors import ExitCode

NAME = "sounds"
HELP = "list every sound: how to write it, a word that has it, and the sound in words"
EXAMPLE = "./run lexicon sounds"


def add_arguments(_: argparse.ArgumentParser) -> None:
    """Nothing stands behind it."""


def command(_: argparse.Namespace) -> int:
    """Print one line for each sound."""
    print("\n".join(open_project().lexicon_desk().sounds()))
    return ExitCode.DONE
