"""A translator that remembers what it translated for each source, from run to run.

In: a translator and the store. Out: a KeepingTranslator, and its memory put into the store. Law: a memory is taken up
only by the program, the library and the tables that made it; without it everything is translated again.
"""

import json
from dataclasses import dataclass

from pipeline.build.inputs import Inputs
from pipeline.build.voicing import key_of
from pipeline.engines.kept_braille import KeepingTranslator
from pipeline.model.ports import BrailleTranslator, Ledger
from pipeline.store.blobs import Blobs


@dataclass(frozen=True, slots=True, kw_only=True)
class BrailleMemory:
    """The memories of one store."""

    translator: BrailleTranslator
    blobs: Blobs
    ledger: Ledger

    def take_up(self, slug: str, inputs: Inputs) -> KeepingTranslator:
        """Give a translator with the memory of a source."""
        digest = self._digest(_key(slug, inputs))
        return KeepingTranslator(self.translator, self.blobs.find(digest) if digest else None)

    def keep(self, slug: str, inputs: Inputs, translator: KeepingTranslator) -> None:
        """Put a translator's memory into the store."""
        key, digest = _key(slug, inputs), self.blobs.put(translator.kept())
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
