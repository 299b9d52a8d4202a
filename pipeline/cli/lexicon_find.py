"""`pokeach lexicon find`: the words of the sources that a person should look at."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict

from pipeline.build.project import open_project
from pipeline.errors import ExitCode
from pipeline.lexicon.candidates import GUESS, QUEUES, Candidate

NAME = "find"
HELP = "find the words of the sources that no entry knows, or whose sound is a guess; the most pressing first"
EXAMPLE = "./run lexicon find reflections-of-redemption-shemos-5786 --queue new"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may stand behind the command."""
    parser.add_argument("source", nargs="*", help="a source's file or name; none means all of sources/")
    parser.add_argument("--queue", choices=tuple(QUEUES), help="only the words of one queue")
    parser.add_argument(
        "--most", type=_count, default=50, help="words of each queue to show (50); 0 shows all"
    )
    parser.add_argument("--json", action="store_true", help="the same for machines, all words")


def command(arguments: argparse.Namespace) -> int:
    """Print the queues, each word with where it was met and what to do."""
    found = open_project().lexicon_desk().find(arguments.source)
    if arguments.queue:
        found = tuple(one for one in found if one.queue == arguments.queue)
    if arguments.json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
        return ExitCode.DONE
    if not found:
        empty = f" in the queue {arguments.queue}" if arguments.queue else ": every word is known"
        print(f"Nothing to look at{empty}.")
    for queue, meaning in QUEUES.items():
        words = [one for one in found if one.queue == queue]
        if words:
            _print_queue(queue, meaning, words, arguments.most)
    return ExitCode.DONE


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no count of words; write 0 or more")
    return int(text)


def _print_queue(queue: str, meaning: str, words: Sequence[Candidate], most: int) -> None:
    print(f"Queue {queue}: {meaning}. Words: {len(words)}.\n")
    for number, one in enumerate(words[:most] if most else words, 1):
        times = "once" if one.times == 1 else f"{one.times} times"
        near = f" {'File' if queue == GUESS else 'Near'}: {one.near}." if one.near else ""
        print(f"{number}. {one.word}, {times}.{near} First in {one.where}: {one.sentence}")
    if most and len(words) > most:
        print(f"{len(words) - most} more: --queue {queue} --most 0 shows them.")
    print()
