"""Braille beside its anchors: CPU and wall time of ours, of file2brl and of lou_translate on the same text.

    python -P -m benchmarks.braille BOOK [--runs 3]

BOOK is any source the readers know. What is measured of ours is a process of its own, from its start: translation,
layout, contents and all writers of the contracted edition, then the same with the Grade 1 edition as well, then again
with one paragraph changed and what the first run kept. Reading the book is not braille and is done before; the book's
loading is taken off. The anchors (Debian liblouisutdml-bin, liblouis-bin) get the book's words as plain text.
"""

import argparse
import os
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from pipeline.model.document import Document, Paragraph, every_section
from pipeline.model.inline import Text
from pipeline.model.metadata import Sidecar
from pipeline.model.walk import every_sentence, map_sentences
from pipeline.passes.refine import refine
from pipeline.readers.read import read_source


def ours(path: Path, kind: str, *memory: Path) -> tuple[float, float, int]:
    """Give CPU seconds, wall seconds and peak MiB of a process of its own."""
    begin = time.perf_counter()
    command = [sys.executable, "-P", "-m", "benchmarks.braille_once", str(path), kind, *map(str, memory)]
    # As installed: compiled in the first run, whatever this machine's environment says of bytecode.
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(path.parent / "bytecode")}
    environment = os.environ | compiled
    out = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.split()
    return float(out[0]), time.perf_counter() - begin, int(out[1])


def anchor(command: list[str], text: Path) -> tuple[float, float]:
    """Give CPU and wall seconds of a program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    with text.open() as stdin:
        subprocess.run(command, stdin=stdin, capture_output=True, check=True, cwd=text.parent)
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def changed(document: Document) -> Document:
    """Change one sentence in the middle."""
    sentences = list(every_sentence(document))
    target = sentences[len(sentences) // 2]
    return map_sentences(
        document,
        lambda sentence: (
            replace(sentence, inlines=(*sentence.inlines, Text(text=" Amen.")))
            if sentence is target
            else sentence
        ),
    )


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("book", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    document, _ = read_source(arguments.book.name, arguments.book.read_bytes(), Sidecar())
    document, _ = refine(document, Sidecar())
    words = sum(len(sentence.text.split()) for sentence in every_sentence(document))
    blocks = sum(
        isinstance(block, Paragraph) for section in every_section(document) for block in section.blocks
    )
    print(f"{arguments.book.name}: {words} words, {blocks} paragraphs; medians of {arguments.runs}")
    with tempfile.TemporaryDirectory() as folder:
        compare(document, words, Path(folder), arguments.runs)


def compare(document: Document, words: int, folder: Path, runs: int) -> None:
    """Run everything in turn, so that a busy machine is busy for all."""
    text, book, edited = folder / "book.txt", folder / "book.pickle", folder / "edited.pickle"
    memory = folder / "memory"
    text.write_text("\n\n".join(sentence.text for sentence in every_sentence(document)), encoding="utf-8")
    book.write_bytes(pickle.dumps(document))
    edited.write_bytes(pickle.dumps(changed(document)))
    layout = ["file2brl", "-T", "-CliteraryTextTable=en-ueb-g2.ctb", str(text), str(folder / "book.brf")]
    ours(book, "contracted", memory)
    rows: dict[str, list[tuple[float, ...]]] = {}
    for _ in range(runs):
        rows.setdefault("lou_translate", []).append(anchor(["lou_translate", "en-ueb-g2.ctb"], text))
        rows.setdefault("file2brl", []).append(anchor(layout, text))
        rows.setdefault("ours, contracted", []).append(ours(book, "contracted"))
        rows.setdefault("ours, with Grade 1", []).append(ours(book, "grade1"))
        rows.setdefault("ours, one paragraph changed", []).append(ours(edited, "contracted", memory))
    cpu = {name: statistics.median(run[0] for run in measured) for name, measured in rows.items()}
    for name, measured in rows.items():
        wall = statistics.median(run[1] for run in measured)
        peak = f", {max(int(run[2]) for run in measured)} MiB" if len(measured[0]) > 2 else ""
        print(
            f"{name:28} CPU {cpu[name]:6.2f} s ({cpu[name] / cpu['file2brl']:.2f} of file2brl), wall {wall:6.2f} s, "
            f"{words / cpu[name]:9,.0f} words a second{peak}"
        )


if __name__ == "__main__":
    main()
