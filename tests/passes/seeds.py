"""The two essays of this repository, read and refined once for all tests of the room."""

from functools import cache
from pathlib import Path

from pipeline.model.document import Document
from pipeline.model.source import Notice
from pipeline.passes.refine import refine
from pipeline.readers.read import read_source
from pipeline.readers.sidecar import parse_sidecar

SOURCES = Path(__file__).parents[2] / "sources"
BOOKLET = "reflections-of-redemption-shemos-5786.md"
ARTICLE = "cities-of-refuge-massai.txt"


@cache
def essay(name: str) -> tuple[Document, tuple[Notice, ...]]:
    """Give the refined Document and all notices of one source."""
    path = SOURCES / name
    beside = path.with_suffix(".toml")
    sidecar = parse_sidecar(f"sources/{beside.name}", beside.read_bytes())
    printed, from_reader = read_source(f"sources/{name}", path.read_bytes(), sidecar)
    document, from_passes = refine(printed, sidecar)
    return document, from_reader + from_passes
