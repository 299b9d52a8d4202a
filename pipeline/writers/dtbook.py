"""Inlines as DTBook 2005-3.

In: the inlines of a sentence and where note references are played. Out: markup. Laws: the printed characters stand as
they are; every run of Hebrew letters has its language and direction; DTBook has no `i` and no `lang`.
"""

from collections.abc import Mapping, Sequence
from typing import assert_never

from pipeline.model.inline import (
    Citation,
    Emphasis,
    Gloss,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    NoteRef,
    Strong,
    Term,
    Text,
)
from pipeline.writers.markup import Attributes, element, empty, escape
from pipeline.writers.reading import direction


def inline_markup(inlines: Sequence[Inline], place_of: Mapping[str, str], *, rtl: bool = False) -> str:
    """Give a stretch of inlines; in a right-to-left block addresses still run from left to right."""
    return "".join(_inline(inline, place_of, rtl=rtl) for inline in inlines)


def language_attributes(language: str) -> Attributes:
    """Give language and direction; nothing when the language is that of the text around."""
    return {"xml:lang": language, "dir": direction(language)}


def _inline(inline: Inline, place_of: Mapping[str, str], *, rtl: bool) -> str:
    match inline:
        case Text():
            return escape(inline.text)
        case LineBreak():
            return empty("br", {})
        case NoteRef():
            return _note_ref(inline, place_of)
    text = inline_markup(inline.children, place_of, rtl=rtl)
    match inline:
        case Emphasis():
            return element("em", {}, text)
        case Strong():
            return element("strong", {}, text)
        case LanguageSpan():
            return element("span", language_attributes(inline.language), text)
        case Term():
            return _term(inline, text)
        case Gloss():
            return element("span", {"class": "gloss"}, text)
        case Citation():
            return element("cite", {}, text)
        case Link():
            link = element("a", {"href": inline.href, "external": "true"}, text)
            return element("span", {"dir": "ltr"}, link) if rtl else link
        case _:
            assert_never(inline)


def _note_ref(ref: NoteRef, place_of: Mapping[str, str]) -> str:
    if not ref.note:
        return element("sup", {"id": ref.id}, escape(ref.mark))
    attributes = {"id": ref.id, "idref": f"#{ref.note}", "smilref": place_of.get(ref.id, "")}
    return element("noteref", attributes, escape(ref.mark))


def _term(term: Term, text: str) -> str:
    if term.language.endswith("-Latn"):
        return element("span", {**language_attributes(term.language), "class": "term"}, text)
    if term.language and term.read_as:
        # Only for Hebrew letters: an expansion must not print a name that the text takes care not to write out.
        return element("abbr", {"title": term.read_as}, text)
    return text
