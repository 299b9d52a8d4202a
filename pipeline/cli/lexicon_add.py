"""`pokeach lexicon add`: a new word in one line."""

import argparse

from pipeline.build.project import open_project
from pipeline.cli.publication import add_publication
from pipeline.errors import ExitCode
from pipeline.lexicon.schema import BY_NAME
from pipeline.model.lexicon import Entry

NAME = "add"
HELP = "add a word; it is read back to you in words and proved by a sentence of the sources"
EXAMPLE = './run lexicon add bashert buh-SHERT --meaning "meant to be" --sentence "It was bashert."'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("word", help="the word as it is printed most often")
    parser.add_argument("say", nargs="?", default="", help="its respelling: maw-SHEE-akh or maw-'shee-akh")
    parser.add_argument("--read-as", default="", help="English words spoken instead, for abbreviations")
    parser.add_argument("--meaning", default="", help="what it means, in a few words")
    parser.add_argument("--hebrew", default="", help="in Hebrew letters")
    parser.add_argument("--kind", default="word", choices=BY_NAME["kind"].fits)
    parser.add_argument("--spelling", action="append", default=[], help="another spelling of the same sound")
    parser.add_argument("--prefixes", action="store_true", help="b', v', Ha and the like may stand before it")
    parser.add_argument("--confidence", default="guess", choices=BY_NAME["confidence"].fits)
    parser.add_argument(
        "--sentence", default="", help="a sentence that holds it; else the sources are searched"
    )
    parser.add_argument(
        "--name", default="", help="the name of its file, when it cannot be told from the word"
    )
    add_publication(parser)


def command(arguments: argparse.Namespace) -> int:
    """Write the entry and tell it back."""
    entry = Entry(
        slug="",
        word=arguments.word,
        say=arguments.say,
        read_as=arguments.read_as,
        meaning=arguments.meaning,
        hebrew=arguments.hebrew,
        kind=arguments.kind,
        spellings=tuple(arguments.spelling),
        prefixes="hebrew" if arguments.prefixes else "none",
        confidence=arguments.confidence,
    )
    desk = open_project().lexicon_desk(arguments.publication)
    print("\n".join(desk.add(entry, slug=arguments.name, sentence=arguments.sentence).lines))
    return ExitCode.DONE
