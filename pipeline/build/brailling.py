"""The braille of each source's blocks, kept from run to run.

In: the store. Out: KeptBlocks, and what they hold put into the store. Law: they are taken up only by the program, the
library and the tables that made them; without them everything is transcribed again.
"""

import json
from dataclasses import dataclass

from pipeline.braille.kept import KeptBlocks
from pipeline.build.inputs import Inputs
from pipeline.build.voicing import key_of
from pipeline.model.ports import Ledger
from pipeline.store.blobs import Blobs


@dataclass(frozen=True, slots=True, kw_only=True)
class BrailleMemory:
    """The memories of one store."""

    blobs: Blobs
    ledger: Ledger

    def take_up(self, slug: str, inputs: Inputs) -> KeptBlocks:
        """Give the blocks of a source."""
        digest = self._digest(_key(slug, inputs))
        return KeptBlocks(self.blobs.find(digest) if digest else None)

    def keep(self, slug: str, inputs: Inputs, kept: KeptBlocks) -> None:
        """Put the blocks of a source into the store."""
        key, digest = _key(slug, inputs), self.blobs.put(kept.written())
        if digest != self._digest(key):
            self.ledger.record(key, json.dumps({"digest": digest}))

    def _digest(self, key: str) -> str:
        result = self.ledger.find(key)
        try:
            return str(json.loads(result)["digest"]) if result else ""
        except (ValueError, KeyError, TypeError):
            return ""


def _key(slug: str, inputs: Inputs) -> str:
    return key_of(
        {
            "step": "braille",
            "source": slug,
            "program": inputs["program"],
            "translator": inputs["engine braille"],
        }
    )
