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
    (
        b"%PDF-",
        "a PDF, which holds the places of letters, not sentences. Ask for the Word file or web page it was made from, "
        "or save it as text and proofread that",
    ),
    (b"{\\rtf", "a rich text (RTF) file. Save it as .docx or as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Word file. Save it as .docx"),
    (b"\x89PNG", "a picture. Give the text that it shows"),
    (b"\xff\xd8\xff", "a picture. Give the text that it shows"),
    (b"\x1f\x8b", "a packed file. Unpack it"),
    (b"7z\xbc\xaf", "a packed file. Unpack it"),
    (b"Rar!", "a packed file. Unpack it"),
)
_MOST_BYTES = 64 * 1024 * 1024
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 2_048
# What a page declares -> what browsers read it as (WHATWG Encoding, "Names and labels": latin1 means windows-1252).
_PAGES_OF_CODE = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-8": "cp1255",
    "iso-8859-8-i": "cp1255",
    "windows-1255": "cp1255",
    "iso-8859-15": "iso8859-15",
    "windows-1250": "cp1250",
}
_NAMES = {"cp1252": "Windows-1252 (Latin-1)", "cp1255": "Windows-1255 (Hebrew)"}
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_HEBREW_BYTES = re.compile(rb"[\xe0-\xfa]{2,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_MOST_HIGH = 0.3
# Letters of Icelandic alone (and y with two dots): in other old texts these bytes are damage.
_RARE = re.compile(rb"[\xd0\xde\xf0\xfe\xff]")


def decode(path: str, content: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Decode one source; SourceError when it is empty, not text, or in no encoding that can be told."""
    for signature, what in _NOT_TEXT:
        if content.startswith(signature):
            raise SourceError(f"this is {what}.", where=path, code="S-003")
    if len(content) > _MOST_BYTES:
        raise SourceError(
            f"this file is larger than {_MOST_BYTES // 2**20} MB. Cut it into volumes.",
            where=path,
            code="S-017",
        )
    written, notices = _characters(path, content)
    text = unicodedata.normalize("NFC", written.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise SourceError(
            "this file holds no text. Put the essay in it, or remove it.", where=path, code="S-001"
        )
    clean, told = _without_forbidden(path, text)
    return clean, notices + told


def _characters(path: str, content: bytes) -> tuple[str, tuple[Notice, ...]]:
    for mark, encoding in _WIDE:
        if content.startswith(mark):
            try:
                return content[2:].decode(encoding), (_told(path, "UTF-16"),)
            except UnicodeDecodeError as problem:
                raise _not_utf8(path, content, problem) from problem
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as problem:
        encoding = _declared(content) or _guessed(content)
        if not encoding:
            raise _not_utf8(path, content, problem) from problem
        try:
            return content.decode(encoding), (_told(path, _NAMES.get(encoding, encoding)),)
        except UnicodeDecodeError as other:
            raise _not_utf8(path, content, problem) from other


def _told(path: str, name: str) -> Notice:
    message = f"this file is not UTF-8: it was read as {name}. Look whether the letters with marks are right."
    return Notice(code="S-013", message=message, pos=SourcePos(path=path, line=1))


def _declared(content: bytes) -> str:
    """Give the encoding a page names itself."""
    found = _CHARSET.search(content[:_DECLARED_WITHIN])
    return _PAGES_OF_CODE.get(found[1].decode("ascii").lower(), "") if found else ""


def _guessed(content: bytes) -> str:
    """Tell old single-byte text from damage: text has no control bytes and no letters that are UTF-8."""
    high = len(_HIGH.findall(content))
    if _CONTROLS.search(content) or _looks_like_damaged_utf8(content):
        return ""
    if sum(map(len, _HEBREW_BYTES.findall(content))) > high / 2:
        return "cp1255"
    is_western = high <= _MOST_HIGH * len(content) and not _RARE.search(content)
    return "cp1252" if is_western else ""


def _looks_like_damaged_utf8(content: bytes) -> bool:
    """Tell whether some bytes above 127 do make UTF-8 letters, and only some do not."""
    whole = sum(1 for letter in content.decode("utf-8", "ignore") if ord(letter) > 127)
    broken = content.decode("utf-8", "replace").count("\ufffd")
    return whole > broken


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
