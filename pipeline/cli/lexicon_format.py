"""`pokeach lexicon format`: every file in the one form, so that git merges what people write."""

import argparse

from pipeline.build.project import open_project
from pipeline.errors import ExitCode

NAME = "format"
HELP = "write every file of the lexicon in the one form; comments stay"
EXAMPLE = "./run lexicon format"


def add_arguments(_: argparse.ArgumentParser) -> None:
    """Nothing stands behind it."""


def command(_: argparse.Namespace) -> int:
    """Format and name the files that changed."""
    changed = open_project().lexicon_desk().format_files()
    print("\n".join(changed) or "Every file has the right form already.")
    return ExitCode.DONE
