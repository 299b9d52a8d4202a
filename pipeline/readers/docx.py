"""Read Word files: the only file of the room that knows mammoth.

In: the bytes of a .docx file. Out: a Reading. Law: nothing outside the file is opened, no picture is unpacked; styles
of headings count, and headings made of capitals or bold are for `passes.looks`.
"""

import re
from dataclasses import replace
from io import BytesIO

import mammoth

from pipeline.errors import SourceError
from pipeline.model.metadata import Contributor, Metadata
from pipeline.model.source import Notice, SourcePos, Weight
from pipeline.readers.anchors import Page
from pipeline.readers.archive import Archive
from pipeline.readers.head import language_of
from pipeline.readers.html import read_pages
from pipeline.readers.limits import refuse_many_in_word
from pipeline.readers.markup import Element, parse_html, parse_xml
from pipeline.readers.reading import Reading

_DOCUMENT = "word/document.xml"
_STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => h2:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
        "u => ",
        "br[type='page'] => ",
    )
)
_BLOCK_ENDS = re.compile(r"(</(?:p|h[1-6]|li|tr|table|blockquote)>)")
# What mammoth reports of styles it does not know is not for a person who wants the words.
_QUIET = re.compile(r"Unrecognised (?:paragraph|run|table) style")
_PARAGRAPH = re.compile(rb"<(?:\w+:)?p[ />]")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)

_NOBODY = frozenset(
    {"user", "owner", "admin", "administrator", "author", "unknown", "windows user", "microsoft office user"}
)
"""What Word calls an author who never gave a name."""


def is_docx(archive: Archive) -> bool:
    """Tell whether an archive is a Word file."""
    return _DOCUMENT in archive.names


def read_docx(archive: Archive, content: bytes) -> Reading:
    """Read the text, footnotes and endnotes of a Word file."""
    for name in archive.names:
        if name.endswith((".xml", ".rels")) and _DOCTYPE.search(archive.read(name)):
            raise SourceError(
                "this Word file defines entities of its own, which no word processor writes. Save it anew.",
                where=archive.path,
                code="S-016",
            )
    parts = [
        archive.read(name) for name in archive.names if name.startswith("word/") and name.endswith(".xml")
    ]
    refuse_many_in_word(archive.path, sum(len(_PARAGRAPH.findall(part)) for part in parts))
    parse_xml(archive.path, archive.read(_DOCUMENT).decode("utf-8", "replace"))  # refuses what lies too deep
    page, messages = _to_html(archive.path, content)
    root = parse_html(archive.path, page)
    metadata = _metadata(archive, root)
    reading = read_pages((Page(path="", root=root),), names=(archive.path,), language=metadata.language)
    return replace(reading, metadata=metadata, notices=(*messages, *reading.notices))


def _to_html(path: str, content: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Let mammoth make a page of it: one block a line, so that a line number counts blocks."""
    try:
        result = mammoth.convert_to_html(
            BytesIO(content), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_picture)
        )
    except Exception as problem:  # mammoth has no errors of its own: whatever a damaged file makes it raise
        raise SourceError(
            f"this Word file is damaged ({str(problem)[:80]}). Open it in Word and save it anew.",
            where=path,
            code="S-019",
        ) from problem
    notices = tuple(
        Notice(
            code="S-014",
            message="Word holds something here that was not read. Compare with the file.",
            weight=Weight.REMARK,
            pos=SourcePos(path=path, line=1),
            fragment=str(message.message),
        )
        for message in result.messages
        if not _QUIET.match(str(message.message))
    )
    return _BLOCK_ENDS.sub("\\1\n", f"<body>{result.value}</body>"), notices


def _no_picture(_image: object) -> dict[str, str]:
    """Keep what a picture shows (mammoth adds alt itself), never its bytes."""
    return {"src": ""}


def _metadata(archive: Archive, root: Element) -> Metadata:
    fields: dict[str, str] = {}
    if "docProps/core.xml" in archive.names:
        core = parse_xml(archive.path, archive.read("docProps/core.xml").decode("utf-8-sig", "replace"))
        fields = {element.tag: element.words() for element in core.elements() if element.words()}
    creator = fields.get("creator", "")
    author = "" if creator.casefold() in _NOBODY else creator
    return Metadata(
        title=fields.get("title", ""),
        contributors=(Contributor(name=author),) if author else (),
        language=language_of(fields.get("language", ""), root),
        description=fields.get("description", ""),
    )
