"""`pokeach lexicon test`: the voice proves the lexicon, without a sound."""

import argparse

from pipeline.build.project import open_project
from pipeline.cli.lexicon_changes import print_totals
from pipeline.errors import ExitCode

NAME = "test"
HELP = "prove that the voice says each word as its entry asks, and that no other sentence changes"
EXAMPLE = "./run lexicon test Moshiach"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("word", nargs="*", help="a word; none means all")
    parser.add_argument("--since", metavar="COMMIT", help="name the sentences that changed since then, too")


def command(arguments: argparse.Namespace) -> int:
    """Prove and compare; a fault or an unexpected change ends with exit code 4."""
    desk = open_project().lexicon_desk()
    proof = desk.prove(arguments.word)
    for fault in proof.faults:
        print(fault)
    print(
        f"Tried {proof.entries} entries: {proof.sounds} sounds and {proof.sentences} sentences. "
        f"Faults: {len(proof.faults)}."
    )
    if proof.whose_ear:
        print(proof.whose_ear)
    changes = desk.changes(arguments.since) if arguments.since else ()
    if arguments.since:
        print_totals(changes, arguments.since)
    unexpected = [change for change in changes if not change.expected]
    for change in unexpected:
        print(change.as_text())
    return ExitCode.BAD_CONFIGURATION if proof.faults or unexpected else ExitCode.DONE
