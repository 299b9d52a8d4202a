"""Report what reading by machine (OCR) does to letters: "tlie", "1ight", "wh0", a stray "|".

In: sentences. Out: notices with what is meant, as far as it can be told; the Document is not touched. Law: only forms
that no English word, transliteration, number or address has.
"""

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.model.document import Block, Document, LineGroup, Paragraph, every_section
from pipeline.model.source import Notice
from pipeline.passes.blocks import block_text, place_of
from pipeline.passes.excerpt import words_around

_MOST = 20
"""Notices for one block: where more is wrong, a person looks at all of it anyway."""
# What is read for what stands there; each is no word of any kind.
_MISREAD = {
    "the": "tlie tbe tiie thc tlic",
    "that": "tliat tbat tkat",
    "this": "tliis tbis",
    "they": "tliey tbey",
    "their": "tlieir tbeir",
    "there": "tliere tbere",
    "these": "tliese tbese",
    "than": "tlian",
    "then": "tlien",
    "with": "witli witb wiih",
    "which": "wliich wbich whicli whicb wliicli",
    "when": "wlien wben",
    "what": "wliat wbat",
    "who": "wlio wbo",
    "have": "liave bave",
    "had": "liad",
    "his": "liis",
    "him": "liim",
    "been": "bcen",
    "and": "ancl",
    "of the": "ofthe",
    "in the": "inthe",
    "to the": "tothe",
    "from": "frorn fiom",
    "more": "rnore",
    "man": "rnan",
    "men": "rnen",
    "must": "rnust",
    "time": "tirne",
}
_MEANT = {form: word for word, forms in _MISREAD.items() for form in forms.split()}
_LETTERS_ONLY = re.compile(r"[a-z]+")
_MISREAD_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_MEANT))})\b", re.IGNORECASE)
_PRINTED_WORD = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|@|www\.|\.(?:com|org|net)\b")
# A figure among small letters: not 1st, 19th, 8a, 70s, 15c, mp3, h2o.
_FIGURE = re.compile(r"(?<![\w./-])(?:[a-z]{2,}[01][a-z]+|[01][a-z]{3,}|[a-z]{3,}[01])(?![\w/-])")
_LETTERS = str.maketrans("01", "ol")
_STRAY = re.compile(r"(?<=[a-z,;]) ?[|¦]+ ?(?=[a-z])")


def report_scars(document: Document) -> tuple[Notice, ...]:
    """Look for the marks of OCR in every paragraph and note."""
    blocks = (
        block
        for section in every_section(document)
        for block in (*section.blocks, *(inner for note in section.notes for inner in note.blocks))
        if isinstance(block, Paragraph | LineGroup)
    )
    return tuple(notice for block in blocks for notice in islice(_scars(block), _MOST))


def _scars(block: Block) -> Iterator[Notice]:
    text = block_text(block)
    addresses = [word.span() for word in _PRINTED_WORD.finditer(text) if _ADDRESS.search(word[0])]
    for begin, end, meant in sorted(_misread(text)):
        if not any(start <= begin < stop for start, stop in addresses):
            suggestion = f"“{meant}” is meant, I think" if meant else "a sign without meaning, I think"
            yield Notice(
                code="S-054",
                message=f"this looks like a mistake of reading by machine (OCR): {suggestion}. Compare with the print.",
                pos=place_of(block, begin),
                fragment=words_around(text, begin, end),
            )


def _misread(text: str) -> Iterator[tuple[int, int, str]]:
    """Give begin, end and what is meant; no word where a sign means nothing."""
    if not _MEANT.keys().isdisjoint(_LETTERS_ONLY.findall(text.lower())):
        for found in _MISREAD_WORD.finditer(text):
            yield *found.span(), _MEANT[found[0].lower()]
    for found in _FIGURE.finditer(text):
        yield *found.span(), found[0].translate(_LETTERS)
    for found in _STRAY.finditer(text):
        yield *found.span(), ""
