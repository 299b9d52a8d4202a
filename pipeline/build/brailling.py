"""The braille of a publication, and the braille of its blocks, kept from run to run.

In: a publication, a translator and the store. Out: the finished files of every format that holds braille, and what to
keep, put into the store. Law: KeptBlocks are taken up only by the program, the library and the tables that made them;
without them everything is transcribed again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.braille import volumes
from pipeline.braille.kept import KeptBlocks
from pipeline.build import records
from pipeline.build.bindery import Bindery
from pipeline.build.edition import Files, make_files
from pipeline.build.inputs import Inputs
from pipeline.build.voicing import key_of
from pipeline.model.ports import BrailleTranslator, Ledger
from pipeline.model.publication import Publication
from pipeline.model.settings import BrailleSettings
from pipeline.model.source import Notice
from pipeline.store.blobs import Blobs
from pipeline.writers.table import WRITERS, Need


@dataclass(frozen=True, slots=True, kw_only=True)
class Brailled:
    """All that comes of the braille of a publication: a child gives it to the process that began it."""

    files: Files
    pages: int = 0
    """Of contracted braille, over all volumes."""
    notices: tuple[Notice, ...] = ()
    kept: bytes = b""
    """Its blocks, for the next run."""


def make_braille_files(
    publication: Publication,
    formats: Sequence[str],
    *,
    translator: BrailleTranslator,
    settings: BrailleSettings,
    kept: KeptBlocks,
    bindery: Bindery,
) -> Brailled:
    """Braille a publication, and write the formats that hold braille: of it, no more is made than they need."""
    needs = {WRITERS[name].need for name in formats}
    document = publication.document
    # Contracted braille is always made: its notices are those of the others too.
    edition = volumes.make_braille(
        document, translator, settings, publication.entries, traced=Need.TRANSCRIPT in needs, kept=kept
    )
    brailled = replace(publication, volumes=edition.volumes, transcript=edition.transcript)
    if Need.GRADE_1 in needs:
        uncontracted = volumes.make_uncontracted_volumes(document, translator, settings, kept=kept)
        brailled = replace(brailled, uncontracted_volumes=uncontracted)
    return Brailled(
        files=make_files(brailled, formats, bindery),
        pages=sum(len(volume.pages) for volume in edition.volumes),
        notices=edition.notices,
        kept=kept.written(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BrailleMemory:
    """The memories of one store."""

    blobs: Blobs
    ledger: Ledger

    def take_up(self, slug: str, inputs: Inputs) -> KeptBlocks:
        """Give the blocks of a source."""
        digest = self._digest(_key(slug, inputs))
        return KeptBlocks(self.blobs.find(digest) if digest else None)

    def keep(self, slug: str, inputs: Inputs, kept: bytes) -> None:
        """Put the blocks of a source into the store."""
        key, digest = _key(slug, inputs), self.blobs.put(kept)
        if digest != self._digest(key):
            records.record(self.ledger, key, digest)

    def _digest(self, key: str) -> str:
        kept = records.find(self.ledger, key, counts=0)
        return kept[0] if kept else ""


def _key(slug: str, inputs: Inputs) -> str:
    return key_of(
        {
            "step": "braille",
            "source": slug,
            "program": inputs["program"],
            "translator": inputs["engine braille"],
        }
    )
