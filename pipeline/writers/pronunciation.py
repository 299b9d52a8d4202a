"""The sounds of the lexicon's words for machines: a pronunciation lexicon (PLS 1.0) and hints in the text (SSML).

In: a document whose Terms are woven in. Out: markup. Laws: only sounds that the lexicon decided; the PLS holds only
words that sound alike wherever they stand in this text.
"""

from collections.abc import Iterator

from pipeline.model.document import Document
from pipeline.model.inline import Term, plain_text
from pipeline.model.walk import every_inline, every_sentence
from pipeline.writers.markup import DECLARATION, Attributes, element, escape, lines

_NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
_SILENT = "silent"


def no_hint(_term: Term) -> Attributes:
    """Give nothing: for formats that know no hints."""
    return {}


def speech_hint(term: Term) -> Attributes:
    """Give the `ssml:ph` of a word whose sound the lexicon gives in IPA."""
    return {"ssml:ph": term.ipa} if term.ipa and term.form != _SILENT else {}


def has_hints(document: Document) -> bool:
    """Tell whether a document has a word whose sound is given."""
    return any(speech_hint(term) for term in _terms(document))


def pronunciation_lexicon(document: Document, language: str) -> bytes:
    """Give the PLS of the words marked as this language; empty bytes when it would hold none."""
    sounds: dict[str, set[str]] = {}
    for term in _terms(document):
        if term.language == language and speech_hint(term):
            sounds.setdefault(" ".join(plain_text(term.children).split()), set()).add(term.ipa)
    lexemes = [
        element(
            "lexeme",
            {},
            element("grapheme", {}, escape(word)),
            element("phoneme", {}, escape(next(iter(heard)))),
        )
        for word, heard in sorted(sounds.items())
        if len(heard) == 1
    ]
    if not lexemes:
        return b""
    attributes = {"xmlns": _NAMESPACE, "version": "1.0", "alphabet": "ipa", "xml:lang": language}
    lexicon = element("lexicon", attributes, "\n", lines(*lexemes), "\n")
    return f"{DECLARATION}{lexicon}\n".encode()


def _terms(document: Document) -> Iterator[Term]:
    for sentence in every_sentence(document):
        yield from (inline for inline in every_inline(sentence.inlines) if isinstance(inline, Term))
