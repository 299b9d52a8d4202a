"""Broken and hostile inputs: read or refused, never another exception, never beyond the limits."""

import re
import time
import tracemalloc

import pytest

from pipeline.errors import SourceError
from pipeline.model.metadata import Sidecar
from pipeline.model.walk import every_sentence
from pipeline.passes.refine import refine
from pipeline.readers.read import read_source
from tests.readers.broken import WHOLE, broken_inputs

SECONDS = 20
"""Of work, not of waiting: a file of less than a megabyte takes a few."""
CASES = tuple(broken_inputs())


def outcome(name: str, content: bytes) -> str:
    try:
        document, _ = read_source(name, content, Sidecar())
    except SourceError as error:
        return error.code if error.where.startswith(name) else "an error without its place"
    refine(document, Sidecar())
    return "read"


def test_there_are_at_least_two_hundred_broken_inputs() -> None:
    assert len(CASES) >= 200


@pytest.mark.parametrize(("name", "content"), WHOLE.items(), ids=list(WHOLE))
def test_whole_sources_are_read(name: str, content: bytes) -> None:
    document, _ = read_source(name, content, Sidecar())
    assert any("word" in sentence.text.lower() for sentence in every_sentence(document))


@pytest.mark.parametrize(
    ("name", "content"), [case[1:] for case in CASES], ids=[f"{c[1]}: {c[0]}"[:60] for c in CASES]
)
def test_broken_input_is_read_or_refused_in_time(name: str, content: bytes) -> None:
    begin = time.process_time()
    assert re.fullmatch(r"read|S-0\d\d", outcome(name, content))
    assert time.process_time() - begin < SECONDS


def test_bombs_are_refused_before_they_unpack() -> None:
    for what, name, content in CASES:
        if "bomb" in what:
            tracemalloc.start()
            assert outcome(name, content) == "S-016"
            assert tracemalloc.get_traced_memory()[1] < 50_000_000
            tracemalloc.stop()


def test_paths_entities_and_locks_are_refused_for_what_they_are() -> None:
    refused = {
        what: outcome(name, content)
        for what, name, content in CASES
        if what in ("a path out of the archive", "an entity that is a file", "a locked book", "a password")
    }
    assert refused == dict.fromkeys(refused, "S-016")
    assert len(refused) == 4
