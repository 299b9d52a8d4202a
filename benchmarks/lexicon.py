"""Loading, and matching and verbalising in characters a second, with peak memory, for 200, 5,000 and 50,000 entries.

Run: `.venv/bin/python -P benchmarks/lexicon.py`. The entries and the text are made up, always the same.
Seconds are those of the processor; medians of five rounds. For honest memory, measure one size at a time.
"""

import argparse
import random
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path
from shutil import copy
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

from pipeline.build.words import Words, open_words, read_lexicon_files
from pipeline.model.settings import Settings
from pipeline.speech.verbalise import verbalise

Result = TypeVar("Result")
CHARACTERS = 200_000
ROUNDS = 5
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
    """Print what one size costs: first and later loads, matching, verbalising."""
    chance = random.Random(5786)
    spoken = made_up_words(size, chance)
    text = made_up_text(spoken, chance)
    sentences = text.split("\n")
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_press(root, spoken)
        settings = Settings(built_in_words=False)

        def load() -> Words:
            return open_words(read_lexicon_files(root, settings), root / "store")

        first_s = timed(load)[1]
        load_s = median(timed(load)[1] for _ in range(ROUNDS))
        words = load()
    met = timed(lambda: words.lexicon.find(text))[1]
    whole_s = median(timed(lambda: words.lexicon.find(text))[1] for _ in range(ROUNDS))
    single_s = median(
        timed(lambda: [words.lexicon.find(line) for line in sentences])[1] for _ in range(ROUNDS)
    )
    matched_mib = peak_mib()
    verbalise_s = median(timed(lambda: [verbalise(line) for line in sentences])[1] for _ in range(ROUNDS))
    print(
        f"{size} entries, {len(text)} characters, {len(words.lexicon.find(text))} words found\n"
        f"  load: the first time {first_s:.3f} s, then {load_s:.3f} s\n"
        f"  match: {pace(text, whole_s)} in one piece (the first time, entries read: {met:.3f} s), "
        f"{pace(text, single_s)} by sentence; peak {matched_mib:.0f} MiB\n"
        f"  verbalise: {pace(text, verbalise_s)}; peak {peak_mib():.0f} MiB"
    )


def pace(text: str, seconds: float) -> str:
    """Tell how fast a text was gone through."""
    return f"{seconds:.3f} s, {len(text) / seconds / 1e6:.2f} million characters a second"


def peak_mib() -> float:
    """Give the most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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


def write_press(root: Path, spoken: list[tuple[str, str]]) -> None:
    """Write the lexicon of a press, with fields as the house's own entries have them."""
    for word, say in spoken:
        path = root / "lexicon" / "words" / word[0].lower() / f"{word.lower()}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f'word = "{word}"\n\nsay = "{say}"\n\nmeaning = "a word that was made up to be measured"\n\n'
            f'spellings = ["{word}th"]\n\nprefixes = "hebrew"\n\nstatus = "approved"\n\n'
            f'[[test]]\ntext = "They spoke of {word} at the table."\n',
            encoding="utf-8",
        )
    copy(SOUNDS, root / "lexicon" / "sounds.toml")


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
