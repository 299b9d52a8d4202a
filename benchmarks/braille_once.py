"""One making of a book's braille in a process of its own, for benchmarks/braille.py.

    python -P -m benchmarks.braille_once BOOK.pickle contracted|grade1 [MEMORY]

MEMORY is what an earlier run kept of its blocks; when there is no such file, this run writes it. Prints CPU
seconds without the loading of the book, and the most memory in MiB.
"""

import pickle
import resource
import sys
import time
from pathlib import Path

from pipeline.braille.kept import KeptBlocks
from pipeline.braille.volumes import make_braille, make_uncontracted_volumes
from pipeline.engines.liblouis import LiblouisTranslator
from pipeline.model.document import Document
from pipeline.model.publication import Publication
from pipeline.model.settings import BrailleSettings
from pipeline.model.speech import Narration
from pipeline.writers.braille_text import write_braille_text
from pipeline.writers.brf import write_brf, write_uncontracted_brf
from pipeline.writers.ebraille import write_ebraille
from pipeline.writers.pef import write_pef
from pipeline.writers.proof import write_proof

WRITERS = (write_brf, write_uncontracted_brf, write_braille_text, write_pef, write_ebraille, write_proof)
SETTINGS = BrailleSettings()


def make(document: Document, kept: KeptBlocks, *, grade1: bool) -> int:
    """Make all braille files of a document; give their size."""
    translator = LiblouisTranslator(SETTINGS)
    made = make_braille(document, translator, SETTINGS, kept=kept)
    publication = Publication(
        slug="book",
        document=document,
        narration=Narration(tracks=(), narrator="", sample_rate_hz=22050),
        volumes=made.volumes,
        entries=(),
        generator="benchmark",
        uncontracted_volumes=(
            make_uncontracted_volumes(document, translator, SETTINGS, kept=kept) if grade1 else ()
        ),
        transcript=made.transcript,
    )
    return sum(
        len(content)
        for writer in WRITERS
        for content in writer(publication).values()
        if isinstance(content, bytes)
    )


def child(path: Path, kind: str, memory: Path | None = None) -> None:
    """Run once and print CPU seconds without the loading of the book, and the most memory in MiB."""
    before = time.process_time()
    document = pickle.loads(path.read_bytes())
    loading = time.process_time() - before
    known = memory.read_bytes() if memory and memory.is_file() else None
    kept = KeptBlocks(known)
    make(document, kept, grade1=kind == "grade1")
    written = kept.written()
    if memory and known is None:
        memory.write_bytes(written)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(time.process_time() - loading, peak)


if __name__ == "__main__":
    child(Path(sys.argv[1]), sys.argv[2], *map(Path, sys.argv[3:4]))
