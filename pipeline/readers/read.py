"""The door of the room: one source in, a Document with its sections as printed out.

Law: the content decides what kind of text this is, not the name alone; nothing is lost without a notice.
"""

from pipeline.errors import SourceError
from pipeline.model.document import Document
from pipeline.model.metadata import Sidecar
from pipeline.model.source import Notice
from pipeline.model.walk import every_sentence
from pipeline.readers import docx, epub
from pipeline.readers.archive import Archive
from pipeline.readers.decode import decode
from pipeline.readers.limits import refuse_endless, refuse_lumps
from pipeline.readers.reading import Reading, merge_metadata
from pipeline.readers.running import without_running_heads
from pipeline.readers.table import READERS

ZIP_SIGNATURE = b"PK\x03\x04"


def read_source(path: str, content: bytes, sidecar: Sidecar) -> tuple[Document, tuple[Notice, ...]]:
    """Read one source; SourceError says what is wrong, where, and what to do."""
    reading = (
        _read_archive(path, content) if content.startswith(ZIP_SIGNATURE) else _read_characters(path, content)
    )
    refuse_endless(path, reading.sections)
    reading = without_running_heads(reading)
    if not any(section.blocks or section.sections for section in reading.sections):
        raise SourceError("this file holds no paragraphs. Put the essay in it.", where=path, code="S-001")
    metadata = merge_metadata(sidecar.metadata, reading.metadata)
    document = Document(metadata=metadata, body=reading.sections)
    if not any(character.isalnum() for each in every_sentence(document) for character in each.text):
        raise SourceError("this file holds no word. Put the essay in it.", where=path, code="S-001")
    return document, reading.notices


def kind_of(path: str, text: str) -> str:
    """Give the kind of a source that is characters: Markdown, HTML, plain text..."""
    return next(reader.kind for reader in READERS if reader.recognises(path, text))


def _read_archive(path: str, content: bytes) -> Reading:
    archive = Archive(path, content)
    if epub.is_epub(archive):
        return epub.read_epub(archive)
    if docx.is_docx(archive):
        return docx.read_docx(archive, content)
    raise SourceError(
        "this archive is neither an EPUB nor a Word file. Unpack it and give the text.",
        where=path,
        code="S-003",
    )


def _read_characters(path: str, content: bytes) -> Reading:
    text, from_decoding = decode(path, content)
    reader = next(reader for reader in READERS if reader.recognises(path, text))
    if reader.has_lumps:
        refuse_lumps(path, text)
    reading = reader.read(path, text)
    return Reading(
        sections=reading.sections, notices=from_decoding + reading.notices, metadata=reading.metadata
    )
