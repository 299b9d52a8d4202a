"""The frame that every XHTML file of an EPUB has.

In: title, body, language. Out: the file's bytes.
"""

from pipeline.writers.markup import DECLARATION, element, empty, escape, lines

_NAMESPACES = {
    "xmlns": "http://www.w3.org/1999/xhtml",
    "xmlns:epub": "http://www.idpf.org/2007/ops",
}
_SSML = {"xmlns:ssml": "http://www.w3.org/2001/10/synthesis", "ssml:alphabet": "ipa"}
PRONUNCIATION = "pronunciation.pls"
"""The pronunciation lexicon, beside the package document."""
LEXICON_LANGUAGE = "he-Latn"
"""What the pronunciation lexicon is for: only words that are marked so, which makes it true wherever it is applied."""


def page_document(
    title: str, body: str, *, language: str, folder: str = "", body_type: str = "", has_lexicon: bool = False
) -> bytes:
    """Give a file; `folder` leads from it to the package ("../"), `title` is plain text, `body` markup."""
    head = lines(
        element("title", {}, escape(title)),
        empty("link", {"rel": "stylesheet", "type": "text/css", "href": f"{folder}style.css"}),
        _lexicon_link(folder) if has_lexicon else "",
    )
    speech = _SSML if " ssml:ph=" in body else {}
    page = element(
        "html",
        {**_NAMESPACES, **speech, "lang": language, "xml:lang": language},
        "\n",
        element("head", {}, "\n", head, "\n"),
        "\n",
        element("body", {"epub:type": body_type}, "\n", body, "\n"),
        "\n",
    )
    return f"{DECLARATION}<!DOCTYPE html>\n{page}\n".encode()


def _lexicon_link(folder: str) -> str:
    attributes = {
        "rel": "pronunciation",
        "type": "application/pls+xml",
        "hreflang": LEXICON_LANGUAGE,
        "href": f"{folder}{PRONUNCIATION}",
    }
    return empty("link", attributes)
