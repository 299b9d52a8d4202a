"""The option `--for SOURCE`: the words of one publication, its own above those of the press."""

import argparse


def add_publication(parser: argparse.ArgumentParser) -> None:
    """Add the option; `arguments.publication` is empty without it."""
    parser.add_argument(
        "--for",
        dest="publication",
        metavar="SOURCE",
        default="",
        help="as in this source: its own words, sources/SOURCE.words, come first",
    )
