"""liblouis behind the protocol `BrailleTranslator`.

In: a block of text with typeforms. Out: cells of six dots, U+2800..U+283F. Law: no escape ever comes out; a character
that the table does not know is left out and its offset is given back.

Languages are "en" (contracted), "en-uncontracted" (Grade 1) and "he". In English text the marks of tables/break.cti
stop a contraction and leave no cell.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.engines.louis_binding import Refusal, louis_binding
from pipeline.errors import ConfigError, EngineError
from pipeline.model.braille import Translation
from pipeline.model.settings import BrailleSettings

_DOTS_TO_UNICODE = 4 | 64
"""liblouis' modes dotsIO and ucBrl: cells come out as Unicode braille, no display table is needed."""
_ESCAPES = ("\u2804\u2833\u282d", "\u2804\u2873\u282d")
"""How liblouis begins the literal escape of a character it does not know: apostrophe, backslash (in some tables with
dot 7), x."""
_LAST_SIX_DOT = "\u283f"
_NO_BRAILLE, _MORE_THAN_SIX_DOTS = re.compile("[^\u2800-\u28ff]"), re.compile("[\u2840-\u28ff]")
_DISPLAY = "unicode.dis"
_BREAKS = Path(__file__).parent / "tables" / "break.cti"
_TABLE_FOLDERS = (
    "/usr/share/liblouis/tables",
    "/usr/local/share/liblouis/tables",
    "/opt/homebrew/share/liblouis/tables",
)


class LiblouisTranslator:
    """UEB Grade 2 and Grade 1 for English, and a Hebrew table for Hebrew letters."""

    def __init__(self, settings: BrailleSettings) -> None:
        """Load liblouis and check all tables, so that a wrong setting fails before any work is done."""
        self._louis = louis_binding()
        self._names = {
            "en": settings.table,
            "en-uncontracted": settings.uncontracted_table,
            "he": settings.hebrew_table,
        }
        breaks = str(_BREAKS)
        self._tables = {
            language: f"{name},{breaks}" if language == "en" else name
            for language, name in self._names.items()
        }
        self._known: dict[str, set[str]] = {language: set() for language in self._names}
        for language, name in self._names.items():
            self._check(name, self._tables[language].split(","))

    def fingerprint(self) -> str:
        """Give library, version and the digest of each table with all that it includes."""
        names = (*self._names.values(), str(_BREAKS))
        tables = (f"{Path(name).name} sha256:{_table_digest(name)}" for name in names)
        return "; ".join((f"liblouis {self._louis.version()}", *tables))

    def translate(self, text: str, typeforms: Sequence[int], *, language: str) -> Translation:
        """Translate one block; `typeforms` has one number a character."""
        if len(typeforms) != len(text):
            raise ValueError(f"{len(text)} characters need as many typeforms, not {len(typeforms)}")
        strange = self._strange(text, language)
        cells, positions = ("", []) if strange else self._cells(text, typeforms, language)
        if strange or _MORE_THAN_SIX_DOTS.search(cells):
            return self._without_unknown(text, typeforms, language, strange)
        return Translation(cells=cells, input_positions=tuple(positions))

    def translate_back(self, cells: str, *, language: str) -> str:
        """Give the text that a reader's device would make of cells."""
        try:
            return self._louis.translate_back(f"{_DISPLAY},{self._names[language]}", cells)
        except Refusal as refusal:
            raise self._failure(language, "could not translate back", refusal) from refusal

    def _without_unknown(
        self, text: str, typeforms: Sequence[int], language: str, strange: set[str]
    ) -> Translation:
        """Leave out what the table has no cells for; some signs it knows at the edge of a word only."""
        unknown = {offset for offset, character in enumerate(text) if character in strange}
        while True:
            kept = [offset for offset in range(len(text)) if offset not in unknown]
            cells, positions = self._cells(
                "".join(text[offset] for offset in kept), [typeforms[offset] for offset in kept], language
            )
            eight_dot = {kept[at] for cell, at in zip(cells, positions, strict=True) if cell > _LAST_SIX_DOT}
            if not eight_dot:
                break
            unknown |= eight_dot
        return Translation(
            cells=cells,
            input_positions=tuple(kept[position] for position in positions),
            unknown=tuple(sorted(unknown)),
        )

    def _strange(self, text: str, language: str) -> set[str]:
        """Find the characters for which a table has no cells: translated alone they come out as an escape."""
        known = self._known[language]
        new = set(text) - known
        strange = {sign for sign in new if self._cells(sign, [0], language)[0].startswith(_ESCAPES)}
        known |= new - strange
        return strange

    def _cells(self, text: str, typeforms: Sequence[int], language: str) -> tuple[str, list[int]]:
        if not text:
            return "", []
        given = typeforms if any(typeforms) else None
        try:
            cells, positions = self._louis.translate(self._tables[language], text, given, _DOTS_TO_UNICODE)
        except Refusal as refusal:
            raise self._failure(language, f"could not translate {text[:40]!r}", refusal) from refusal
        cells = cells.replace(" ", "\u2800")
        if _NO_BRAILLE.search(cells):
            raise EngineError(
                f"the braille table {self._names[language]} gave something that is not braille for {text[:40]!r}."
            )
        return cells, positions

    def _check(self, name: str, tables: Sequence[str]) -> None:
        try:
            self._louis.check(tables)
        except Refusal as refusal:
            raise ConfigError(
                f"the braille table {name} cannot be used. Choose another in pipeline.toml [braille]."
                f" liblouis says: {refusal}."
            ) from refusal

    def _failure(self, language: str, what: str, refusal: Refusal) -> EngineError:
        said = f" liblouis says: {refusal}" if str(refusal) else ""
        return EngineError(f"the braille table {self._names[language]} {what}.{said}")


def _table_digest(name: str) -> str:
    """Digest a table with all that it includes, in the order of inclusion; "unknown" when no file is found."""
    digest = hashlib.sha256()
    pending, seen = [name], set[str]()
    while pending:
        table = pending.pop(0)
        path = _find_table(table)
        if table in seen or path is None:
            continue
        seen.add(table)
        content = path.read_bytes()
        digest.update(content)
        pending.extend(_included(content))
    return digest.hexdigest() if seen else "unknown"


def _find_table(name: str) -> Path | None:
    folders = [*filter(None, os.environ.get("LOUIS_TABLEPATH", "").split(",")), *_TABLE_FOLDERS]
    paths = (Path(folder) / name for folder in folders)
    return next((path for path in paths if path.is_file()), None)


def _included(content: bytes) -> Iterable[str]:
    for line in content.decode("utf-8", errors="replace").splitlines():
        words = line.split()
        if len(words) > 1 and words[0] == "include":
            yield words[1]
