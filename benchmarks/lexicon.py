"""Matching and verbalising in characters a second, with peak memory, for 200, 5,000 and 50,000 entries.

Run: `.venv/bin/python -P benchmarks/lexicon.py`. The entries and the text are made up, always the same.
"""

import argparse
import random
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pipeline.build.compose import load_words
from pipeline.lexicon.sounds import parse_sounds
from pipeline.speech.verbalise import verbalise
from pipeline.store.press import InputFile

Result = TypeVar("Result")
CHARACTERS = 200_000
CONSONANTS = ("b", "d", "g", "h", "k", "l", "m", "n", "r", "s", "t", "v", "z", "sh", "kh", "ts")
VOWELS = ("ah", "ee", "oh", "oo", "ay", "eh")
ENGLISH = """
the and of in to a is that he for it with as his on be at by this had not are but from or have an they which
one you were all her she there would their we him been has when who will no more if out so said what up its
about into than them can only other time new some could these two may first then do any like my now over such
our man me even most made after also did many off before must well back through years much where your way down
"""
SOUNDS = Path(__file__).parents[1] / "lexicon" / "sounds.toml"
FIGURES = ("(Shemos 3:16)", "on 19 Teves 5751", "Sanhedrin 97b", "pp. 8-13", "5,000 years", "Vol. 2", "i.e.,")


def main() -> None:
    """Measure and print a line for each size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[200, 5_000, 50_000])
    for size in parser.parse_args().sizes:
        measure(size)


def measure(size: int) -> None:
    """Print what one size costs."""
    chance = random.Random(5786)
    spoken = made_up_words(size, chance)
    files = tuple(entry_file(word, say) for word, say in spoken)
    text = made_up_text(spoken, chance)
    sentences = text.split("\n")
    sounds = parse_sounds(SOUNDS.read_text("utf-8"), "sounds.toml")
    words, parse_s = timed(lambda: load_words(files, sounds))
    whole, whole_s = timed(lambda: words.lexicon.find(text))
    single, single_s = timed(lambda: [match for line in sentences for match in words.lexicon.find(line)])
    _, verbalise_s = timed(lambda: [verbalise(line) for line in sentences])
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size} entries, {len(text)} characters: parse and compile {parse_s:.3f} s; match {whole_s:.3f} s in one "
        f"piece ({len(whole)} words), {single_s:.3f} s by sentence ({len(single)} words, "
        f"{len(text) / single_s / 1e6:.2f} million characters a second); verbalise {verbalise_s:.2f} s "
        f"({len(text) / verbalise_s / 1e3:.0f} thousand characters a second); peak {peak_mib:.0f} MiB"
    )


def made_up_words(size: int, chance: random.Random) -> list[tuple[str, str]]:
    """Give different words with their respelling."""
    spoken: dict[str, str] = {}
    while len(spoken) < size:
        parts = [
            chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.choice((2, 3, 3, 4)))
        ]
        word = "".join(parts).capitalize()
        spoken.setdefault(word, "-".join([parts[0].upper(), *parts[1:]]))
    return list(spoken.items())


def entry_file(word: str, say: str) -> InputFile:
    """Give the file of a made-up word."""
    text = f'word = "{word}"\n\nsay = "{say}"\n\nprefixes = "hebrew"\n\nstatus = "approved"\n'
    return InputFile(path=f"{word.lower()}.toml", content=text.encode())


def made_up_text(spoken: list[tuple[str, str]], chance: random.Random) -> str:
    """Give sentences of which each eighth word is of the lexicon."""
    lines: list[str] = []
    english = re.findall(r"\w+", ENGLISH)
    while sum(map(len, lines)) < CHARACTERS:
        words = [
            chance.choice(spoken)[0] if chance.random() < 1 / 8 else chance.choice(english) for _ in range(20)
        ]
        lines.append(" ".join([*words, chance.choice(FIGURES)]) + ".")
    return "\n".join(lines)


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """Give what a piece of work gives, and its seconds of one processor."""
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


if __name__ == "__main__":
    main()
