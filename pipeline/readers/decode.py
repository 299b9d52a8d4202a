"""Turn the bytes of a source into characters.

In: bytes. Out: text in NFC with newlines only, and notices. Law: no byte is guessed or dropped without a word.
"""

import re
import unicodedata

from pipeline.errors import SourceError
from pipeline.model.source import Notice, SourcePos, Weight

_REPLACEMENT_CHARACTER = "\N{REPLACEMENT CHARACTER}"
# XML 1.0 (Fifth Edition), production 2 "Char", leaves these out; an edition that holds one cannot be opened.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NOT_TEXT = (
    (b"%PDF-", "a PDF", "Export it as Markdown or text from the program it was made with"),
    (b"PK\x03\x04", "a Word, EPUB or zip file", "Save it as Markdown or plain text"),
    (b"{\\rtf", "a rich text (RTF) file", "Save it as plain text, UTF-8"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "Save it as plain text, UTF-8"),
    (b"\xff\xfe", "text in UTF-16", "Save it as UTF-8"),
    (b"\xfe\xff", "text in UTF-16", "Save it as UTF-8"),
)


def decode(path: str, content: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Decode one source; SourceError when it is empty, not text, or not UTF-8."""
    for signature, kind, remedy in _NOT_TEXT:
        if content.startswith(signature):
            raise SourceError(
                f"this is {kind}, which cannot be read yet. {remedy}.", where=path, code="S-003"
            )
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise _not_utf8(path, content, problem) from problem
    text = unicodedata.normalize("NFC", written.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise SourceError(
            "this file holds no text. Put the essay in it, or remove it.", where=path, code="S-001"
        )
    return _without_forbidden(path, text)


def _not_utf8(path: str, content: bytes, problem: UnicodeDecodeError) -> SourceError:
    line = content.count(b"\n", 0, problem.start) + 1
    begin = content.rfind(b"\n", 0, problem.start) + 1
    column = len(content[begin : problem.start].decode("utf-8", "replace")) + 1
    return SourceError(
        f"the byte 0x{content[problem.start]:02X} is not UTF-8. Open the file in the program it was made with and "
        "save it as UTF-8.",
        where=f"{path}:{line}:{column}",
        code="S-002",
    )


def _without_forbidden(path: str, text: str) -> tuple[str, tuple[Notice, ...]]:
    notices = []
    for number, line in enumerate(text.split("\n"), 1):
        if found := _FORBIDDEN.search(line):
            message = f"the control character U+{ord(found[0]):04X} was left out: no edition can hold it."
            pos = SourcePos(path=path, line=number, column=found.start() + 1)
            notices.append(Notice(code="S-005", message=message, pos=pos))
        if (column := line.find(_REPLACEMENT_CHARACTER)) >= 0:
            message = (
                "a letter was lost before this file came here (it holds U+FFFD). Compare with the print."
            )
            pos = SourcePos(path=path, line=number, column=column + 1)
            notices.append(
                Notice(
                    code="S-010", message=message, pos=pos, fragment=line.strip()[:80], weight=Weight.ERROR
                )
            )
    return _FORBIDDEN.sub("", text), tuple(notices)
