"""Inputs that are broken or hostile, made by rule: each must be read or refused, within its limits."""

import random
import zipfile
from collections.abc import Iterator
from io import BytesIO

from tests.readers.archives import CONTAINER, docx, epub, packed, xhtml

_PAGE = (
    b'<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><nav><a href="/">Home</a></nav><article>'
    b'<h1>Title</h1><p>A word<sup><a href="#n1">1</a></sup> and <em>more</em>.</p><table><tr><td>a</td><td>b</td>'
    b'</tr></table><ol><li id="n1">A note.</li></ol></article></body></html>'
)
WHOLE = {
    "essay.md": b"# Title\n\nA *word*[^1] and **more**<sup>2</sup>.\n\n> Quoted.\n\n1. One.\n2. Two.\n\n"
    b"[^1]: Ibid.\n",
    "essay.txt": "TITLE\n\n\nA paragraph of words that is long enough to be prose of its own.\n\nשלום עליכם\n".encode(),
    "page.html": _PAGE,
    "book.epub": epub(
        {
            "one.xhtml": '<h1>One</h1><p>Word<a epub:type="noteref" href="n.xhtml#a">1</a>.</p>',
            "n.xhtml": '<aside id="a" epub:type="footnote"><p>A note.</p></aside>',
        }
    ),
    "word.docx": docx("TITLE IN CAPITALS", "A paragraph of words.", "Another one."),
    "record.json": b'{"title": "T", "content": "<p>Words &amp; <b>more</b>.</p>"}',
    "wiki.txt": b"<noinclude>{{c|iii}}</noinclude>\n\n''Words'' of a [[page|page]].{{hws|neigh|neighbour}}",
}
"""One small whole source of each kind."""


def broken_inputs() -> Iterator[tuple[str, str, bytes]]:
    """Yield (what is wrong, name of the file, its bytes)."""
    yield from _cut_short()
    yield from _with_wrong_bytes()
    yield from _wrong_encodings()
    yield from _archives()
    yield from _entities()
    yield from _deep()
    yield from _long()
    yield from _small()


def _cut_short() -> Iterator[tuple[str, str, bytes]]:
    for name, content in WHOLE.items():
        for tenth in range(10):
            yield f"cut after {tenth}0 per cent", name, content[: len(content) * tenth // 10]


def _with_wrong_bytes() -> Iterator[tuple[str, str, bytes]]:
    chance = random.Random(5786)
    for name, content in WHOLE.items():
        for number in range(10):
            spoilt = bytearray(content)
            for _ in range(1 + number):
                spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
            yield f"{number + 1} wrong bytes", name, bytes(spoilt)


def _wrong_encodings() -> Iterator[tuple[str, str, bytes]]:
    words = "Café, naïve: “quoted” – שלום"
    for encoding in (
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "cp1255",
        "latin-1",
        "cp437",
        "shift_jis",
    ):
        for name in ("essay.md", "essay.txt", "page.html"):
            yield f"in {encoding}", name, words.encode(encoding, "replace")
    yield "a lone continuation byte", "essay.md", b"word \x80 word"
    yield "a surrogate in UTF-8", "essay.md", b"word \xed\xa0\x80 word"
    yield "an overlong form", "essay.md", b"word \xc0\xaf word"
    yield "half UTF-8, half Latin-1", "essay.md", "שלום é".encode() + "é".encode("latin-1")
    yield "a page that lies about its encoding", "page.html", b"<meta charset=utf-8><p>caf\xe9</p>" * 3


def _archives() -> Iterator[tuple[str, str, bytes]]:
    yield "a bomb of zeros", "book.epub", epub({"one.xhtml": "<p>" + " " * 30_000_000 + "</p>"})
    yield "a bomb in Word", "word.docx", docx("a" * 30_000_000)
    yield "too many files", "book.epub", packed({f"f{n}": "" for n in range(6_000)})
    for name in ("../evil.xhtml", "/etc/passwd", "..\\evil", "C:\\evil", "a/../../evil"):
        yield (
            "a path out of the archive",
            "book.epub",
            packed({"META-INF/container.xml": CONTAINER, name: "x"}),
        )
    for href in (
        "../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://example.org/x",
        "missing.xhtml",
        "",
    ):
        yield "a page out of the archive", "book.epub", epub({href or "x": "<p>x</p>"}).replace(b"", b"")
        yield (
            "a package out of the archive",
            "book.epub",
            packed({"META-INF/container.xml": CONTAINER.replace("OEBPS/book.opf", href)}),
        )
    yield "no package", "book.epub", packed({"META-INF/container.xml": "<container/>"})
    yield "an empty container", "book.epub", packed({"META-INF/container.xml": ""})
    yield "no spine", "book.epub", epub({})
    yield "empty pages", "book.epub", epub({"one.xhtml": ""})
    yield "a nameless archive", "file.zip", packed({"readme.txt": "words"})
    yield "an empty archive", "file.zip", packed({})
    yield (
        "a locked book",
        "book.epub",
        packed(
            {
                "META-INF/container.xml": CONTAINER,
                "META-INF/encryption.xml": '<e><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></e>',
            }
        ),
    )
    yield "a password", "book.epub", _locked()
    yield (
        "an archive in an archive",
        "book.epub",
        packed({"META-INF/container.xml": CONTAINER, "a.zip": packed({"b": "c"})}),
    )
    yield "a Word file without words", "word.docx", packed({"word/document.xml": "<x/>"})
    yield "a Word file that is not XML", "word.docx", packed({"word/document.xml": "no"})
    yield "two members of one name", "book.epub", _doubled()


def _locked() -> bytes:
    """Set the flag that says a member has a password (APPNOTE 4.4.4, bit 0) in both its headers."""
    content = bytearray(packed({"META-INF/container.xml": CONTAINER}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _doubled() -> bytes:
    made = BytesIO(WHOLE["book.epub"])
    with zipfile.ZipFile(made, "a") as archive:
        info = zipfile.ZipInfo("OEBPS/late.xhtml", (2026, 1, 1, 0, 0, 0))
        archive.writestr(info, xhtml("<p>late</p>"))
    return made.getvalue()


def _entities() -> Iterator[tuple[str, str, bytes]]:
    outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    laughs = (
        "<!DOCTYPE x ["
        + "".join(
            f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ha"}{"&l" + str(n - 1) + ";" if n else ""}">'
            for n in range(30)
        )
        + "]>"
    )
    for what, prolog, use in (("a file", outside, "&e;"), ("a billion laughs", laughs, "&l29;")):
        yield (
            f"an entity that is {what}",
            "page.html",
            f"{prolog}<html><body><p>{use}</p></body></html>".encode(),
        )
        yield (
            f"an entity that is {what}",
            "page.xhtml",
            f"<?xml version='1.0'?>{prolog}<html><p>{use}</p></html>".encode(),
        )
        yield (
            f"an entity that is {what}",
            "book.epub",
            packed({"META-INF/container.xml": f"{prolog}<container>{use}</container>"}),
        )
        yield f"an entity that is {what}", "word.docx", docx(f"word {use}", prolog=prolog)
    yield (
        "a style sheet from the net",
        "page.html",
        b'<?xml-stylesheet href="http://example.org/x"?><html><p>word</p></html>',
    )
    yield (
        "an include",
        "page.xhtml",
        b'<html xmlns:xi="http://www.w3.org/2001/XInclude"><body><p>a</p><xi:include href="file:///etc/passwd"/></body></html>',
    )


def _deep() -> Iterator[tuple[str, str, bytes]]:
    for depth in (100, 1_000, 100_000):
        for tag in ("div", "span", "b", "ul><li", "blockquote", "table><tr><td", "sup"):
            yield (
                f"{depth} times {tag}",
                "page.html",
                (f"<html><{tag}>" + f"<{tag}>" * depth + "word").encode(),
            )
        yield f"{depth} quotations", "essay.md", b">" * depth + b" word"
        yield f"{depth} lists", "essay.md", b"- " * depth + b"word"
        yield f"{depth} emphases", "essay.md", b"*a " * depth + b"word" + b"*" * depth
        yield f"{depth} brackets", "essay.md", b"[" * depth + b"word" + b"]" * depth
        yield f"{depth} objects", "record.json", b'{"content":' * depth + b'"word"' + b"}" * depth
        yield (
            f"{depth} templates",
            "wiki.txt",
            b"<noinclude></noinclude>" + b"{{c|" * depth + b"word" + b"}}" * depth,
        )


_PARTS = "\n"


def _long() -> Iterator[tuple[str, str, bytes]]:
    size = 300_000
    few = 60_000
    """Where each sign makes a paragraph: the work is in proportion, but there is much of it."""
    for sign in (
        "a",
        "a ",
        "*",
        "_",
        "`",
        "[",
        "](",
        "<",
        "<!--",
        "&",
        "\\",
        "|",
        "#",
        "> ",
        "- ",
        "1. ",
        "\n",
        "\u05d0",
        "“",
        "(",
        "[^1]",
        "[1]",
        "{{",
        "<sup>1</sup>",
        "a.\n\n",
        "= ",
        "---\n",
        "a: b\n",
    ):
        yield (
            f"{sign!r} without end",
            "essay.md",
            (sign * ((few if _PARTS in sign else size) // len(sign))).encode(),
        )
        yield (
            f"{sign!r} without end",
            "essay.txt",
            ("word " + sign * ((few if _PARTS in sign else size) // len(sign))).encode(),
        )
    yield "a line of a megabyte", "page.html", b"<p>" + b"word " * 200_000 + b"</p>"
    yield "a tag of a megabyte", "page.html", b"<p class='" + b"x" * 1_000_000 + b"'>word</p>"
    yield "ten thousand paragraphs", "page.html", b"<p>word</p>" * 10_000
    yield "five thousand links", "page.html", b"<p id=a><a href='#a'>1</a></p>" * 5_000


def _small() -> Iterator[tuple[str, str, bytes]]:
    for content in (
        b"",
        b" ",
        b"\n",
        b"\x00",
        b"\xef\xbb\xbf",
        b"#",
        b"---",
        b"<",
        b"<>",
        b"</p>",
        b"<p>",
        b"{",
        b"{}",
        b"[]",
        b'{"content": ""}',
        b'{"content": 3}',
        b"null",
        b"%PDF-1.4",
        b"PK",
        b"PK\x03\x04",
        b"{\\rtf1}",
        b"\x89PNG\r\n",
        b"\xff\xfe",
        b"[^1]:",
        b"[1]: x",
        b"{{hws|",
        b"&#0;",
        b"&#x110000;",
        b"---\n---\n",
        b"+++\na = 1\n+++\n",
    ):
        for name in ("essay.md", "page.html"):
            yield repr(content)[:30], name, content
