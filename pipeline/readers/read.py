"""The door of the room: one source in, a Document with its sections as printed out.

Law: the content decides what kind of text this is, not the name alone; nothing is lost without a notice.
"""

import re

from pipeline.errors import SourceError
from pipeline.model.document import Document
from pipeline.model.metadata import Sidecar
from pipeline.model.source import Notice
from pipeline.readers.decode import decode
from pipeline.readers.table import READERS

_NOT_YET = (
    (re.compile(r"\s*(<!doctype html|<html[\s>]|<\?xml)", re.IGNORECASE), "a web page or XML"),
    (re.compile(r"\s*\{\s*\""), "JSON"),
)
# Read as plain Markdown these would lose words without a trace: "[^1]: Ibid." is a link definition there.
_FRONT_MATTER = re.compile(r"\s*(---|\+\+\+)\n(?:\w.*\n|[ \t#-].*\n|\n)+?\1\s*\n")
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]\n]+\]:", re.MULTILINE)


def read_source(path: str, content: bytes, sidecar: Sidecar) -> tuple[Document, tuple[Notice, ...]]:
    """Read one source; SourceError says what is wrong, where, and what to do."""
    text, from_decoding = decode(path, content)
    _refuse_other_kinds(path, text)
    reader = next(reader for reader in READERS if reader.recognises(path, text))
    sections, from_reader = reader.read(path, text)
    if not any(section.blocks or section.sections for section in sections):
        raise SourceError("this file holds no paragraphs. Put the essay in it.", where=path, code="S-001")
    return Document(metadata=sidecar.metadata, body=sections), from_decoding + from_reader


def _refuse_other_kinds(path: str, text: str) -> None:
    """Refuse what would be read wrongly: better no edition than one with words missing."""
    for pattern, kind in _NOT_YET:
        if pattern.match(text):
            message = f"this is {kind}, which cannot be read yet. Save it as Markdown or plain text."
            raise SourceError(message, where=path, code="S-003")
    if _FRONT_MATTER.match(text):
        raise SourceError(
            "settings at the top of a text cannot be read yet. Move them to the .toml file beside it.",
            where=f"{path}:1",
            code="S-004",
        )
    if found := _FOOTNOTE.search(text):
        raise SourceError(
            "notes in the form [^1]: cannot be read yet. Write <sup>1</sup> in the text and the note as “1. ...” "
            "after it.",
            where=f"{path}:{text.count(chr(10), 0, found.start()) + 1}",
            code="S-004",
        )
