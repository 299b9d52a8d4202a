"""A lexicon of which some files are broken: what can be used, and what is wrong with the rest.

In: files and sounds. Out: the words that can be used, and every fault. Law: `check` goes on without a broken entry;
`publish` (build/compose.py) never does.
"""

from collections.abc import Sequence

from pipeline.build.compose import Words
from pipeline.errors import LexiconError
from pipeline.lexicon.match import compile_usable
from pipeline.lexicon.parse import parse_entry
from pipeline.lexicon.sounds import Sounds
from pipeline.model.lexicon import Entry
from pipeline.store.press import InputFile


def load_usable_words(files: Sequence[InputFile], sounds: Sounds) -> tuple[Words, tuple[LexiconError, ...]]:
    """Parse what can be parsed, and give the faults by file."""
    entries: list[Entry] = []
    faults: list[LexiconError] = []
    for file in files:
        try:
            entries.append(parse_entry(_decode(file), file.path))
        except LexiconError as fault:
            faults.append(fault)
    lexicon, more = compile_usable(entries, sounds)
    return Words(entries=tuple(entries), lexicon=lexicon, sounds=sounds), (*faults, *more)


def _decode(file: InputFile) -> str:
    try:
        return file.content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise LexiconError(
            "this file is not UTF-8 text. Save it as UTF-8.", where=f"{file.path}:1"
        ) from problem
