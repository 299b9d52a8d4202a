"""Real texts that nobody tuned for this program: read or refused, never a crash. None is part of this repository."""

from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.model.metadata import Sidecar
from pipeline.model.walk import every_sentence
from pipeline.passes.refine import refine
from pipeline.readers.read import read_source

SHARED = Path(__file__).parents[2].parent / "shared"
SOURCES = Path(__file__).parents[2] / "sources"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared folder is not on this machine")


@needs_shared
def test_every_text_of_the_corpus_is_read_or_refused() -> None:
    read, refused = 0, 0
    for path in sorted((SHARED / "corpus").glob("*.*")):
        try:
            document, _ = read_source(path.name, path.read_bytes(), Sidecar())
        except SourceError:
            refused += 1
            continue
        refined, _ = refine(document, Sidecar())
        assert all(sentence.text.strip() for sentence in every_sentence(refined)), path.name
        read += 1
    assert (read, refused) == (13, 0)


@needs_shared
def test_sources_are_the_seeds_byte_for_byte() -> None:
    seeds = {path.read_bytes() for path in (SHARED / "seeds").glob("*.txt")}
    ours = {path.read_bytes() for path in SOURCES.iterdir() if path.suffix in (".md", ".txt")}
    assert seeds <= ours
