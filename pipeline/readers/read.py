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

_WEB_PAGE = re.compile(r"\s*(<!doctype html|<html[\s>]|<\?xml)", re.IGNORECASE)


def read_source(path: str, content: bytes, sidecar: Sidecar) -> tuple[Document, tuple[Notice, ...]]:
    """Read one source; SourceError says what is wrong, where, and what to do."""
    text, from_decoding = decode(path, content)
    if _WEB_PAGE.match(text):
        raise SourceError(
            "this is a web page, which cannot be read yet. Save it as Markdown or plain text.",
            where=path,
            code="S-003",
        )
    reader = next(reader for reader in READERS if reader.recognises(path, text))
    sections, from_reader = reader.read(path, text)
    if not any(section.blocks or section.sections for section in sections):
        raise SourceError("this file holds no paragraphs. Put the essay in it.", where=path, code="S-001")
    return Document(metadata=sidecar.metadata, body=sections), from_decoding + from_reader
