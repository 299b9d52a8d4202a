"""Translations kept from one run to the next: of a book in which one paragraph changed, one is translated.

In: a translator, and what an earlier run kept. Out: what the translator gives, and what to keep. Laws: an answer that
was kept is given to the very same question only: text, typeforms, language; what this run did not ask for is kept no
longer. Whoever stores this takes care that library, tables and program are those that made it.
"""

import base64
import hashlib
import json
import struct
import zlib
from collections.abc import Sequence

from pipeline.model.braille import Translation
from pipeline.model.ports import BrailleTranslator

_QUICKLY = 1
_KEY_BYTES = 16


class KeepingTranslator:
    """A translator that asks another one only what is new."""

    def __init__(self, translator: BrailleTranslator, kept: bytes | None = None) -> None:
        """Take what `kept` gave in an earlier run; None or anything unreadable is nothing."""
        self._translator = translator
        self._known = _parse(kept) if kept else {}
        self._used: dict[str, list[str]] = {}

    def fingerprint(self) -> str:
        """Give library, version, tables."""
        return self._translator.fingerprint()

    def translate(self, text: str, typeforms: Sequence[int], *, language: str) -> Translation:
        """Translate one block, or give what it was translated to before."""
        key = _key("to", language, text, _packed(typeforms) if any(typeforms) else b"")
        answer = self._known.get(key)
        if answer is None:
            made = self._translator.translate(text, typeforms, language=language)
            # What cells stand for is kept packed: as numbers it would take ten times the memory.
            numbers = (made.input_positions, made.unknown)
            answer = self._known[key] = [made.cells, *map(_written, numbers)]
        else:
            cells, positions, unknown = answer
            made = Translation(cells=cells, input_positions=_read(positions), unknown=_read(unknown))
        self._used[key] = answer
        return made

    def translate_back(self, cells: str, *, language: str) -> str:
        """Give the text that a reader's device would make of cells."""
        key = _key("back", language, cells)
        if key not in self._known:
            self._known[key] = [self._translator.translate_back(cells, language=language)]
        self._used[key] = self._known[key]
        return self._used[key][0]

    def kept(self) -> bytes:
        """Give all that was asked for: plain data, the same bytes for the same answers."""
        written = json.dumps(self._used, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return zlib.compress(written.encode(), _QUICKLY)


def _parse(kept: bytes) -> dict[str, list[str]]:
    try:
        answers = json.loads(zlib.decompress(kept))
    except (zlib.error, ValueError):
        return {}
    return answers if isinstance(answers, dict) else {}


def _key(way: str, language: str, text: str, typeforms: bytes = b"") -> str:
    digest = hashlib.blake2b(digest_size=_KEY_BYTES)
    for part in (way.encode(), language.encode(), text.encode("utf-8", "surrogatepass"), typeforms):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _packed(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _written(numbers: Sequence[int]) -> str:
    return base64.b64encode(_packed(numbers)).decode("ascii")


def _read(text: str) -> tuple[int, ...]:
    content = base64.b64decode(text)
    return struct.unpack(f"<{len(content) // 4}I", content)
