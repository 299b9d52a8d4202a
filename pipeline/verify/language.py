"""Which language and direction a reader of the file is told, against the letters that stand there.

In: XHTML and DTBook documents. Out: findings. Law: Hebrew letters are always Hebrew and right to left; nothing else
ever is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.model.source import Notice
from pipeline.verify.findings import finding
from pipeline.verify.markup import Element, Markup, descendants, first

_HEBREW = re.compile("[\u05d0-\u05ea\u05ef-\u05f2\ufb1d-\ufb4f]")
BODIES = ("body", "book")
"""What holds the text in XHTML and in DTBook."""
_SAID_AGAIN = frozenset({"doctitle", "docauthor"})
_HEBREW_SCRIPT = frozenset({"he", "yi", "arc"})
_BLOCKS = frozenset({"p", "li", "td", "th", "dt", "dd", "div", "section", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the mark-up says at one place."""

    language: str
    direction: str

    @property
    def hebrew(self) -> bool:
        return _in_hebrew_script(self.language)


def check_language(markup: Markup) -> Iterator[Notice]:
    """Check every stretch of letters of a document against its language and direction."""
    if not _language(markup.root):
        yield finding("E-126", markup.path, markup.root.line)
    for element in (markup.root, *descendants(markup.root)) if markup.root.name == "html" else ():
        if element.get("lang") != element.get("xml:lang"):
            both = f"{element.get('lang') or 'none'} {element.get('xml:lang') or 'none'}"
            yield finding("E-125", markup.path, element.line, both)
    body = first(markup.root, *BODIES)
    if body is not None:
        told = _Told(language=_language(markup.root), direction=markup.root.get("dir"))
        yield from _check(body, told, markup.path)


def check_stated_languages(documents: Sequence[Markup], stated: Sequence[str], path: str) -> Iterator[Notice]:
    """Find scripts that stand in the text while the metadata, in the file `path`, do not name their language."""
    hebrew = any(_HEBREW.search(markup.root.text) for markup in documents)
    known = {language.partition("-")[0] for language in stated}
    for markup in documents:
        for element in (markup.root, *descendants(markup.root)):
            told = _language(element)
            whole = element is markup.root and told != next(iter(stated), told)
            if told and not told.endswith("-Latn") and (whole or told.partition("-")[0] not in known):
                yield finding("E-143", markup.path, element.line, told)
    if hebrew and not any(_in_hebrew_script(language) for language in stated):
        yield finding("E-119", path, 1, ", ".join(stated))


def check_marked_words(documents: Sequence[Markup]) -> Iterator[Notice]:
    """Find words that are marked as transliteration in one place of the edition and not in another."""
    marked = sorted({element.text for markup in documents for element in _transliterated(markup.root)} - {""})
    if not marked:
        return
    pattern = re.compile(r"(?<![\w'’-])(?:" + "|".join(map(re.escape, reversed(marked))) + r")(?![\w'’-])")
    for markup in documents:
        body = first(markup.root, *BODIES)
        for element, text in _unmarked(body) if body else ():
            for match in pattern.finditer(" ".join(text.split())):
                yield finding("E-124", markup.path, element.line, match.group())


def is_hebrew(element: Element) -> bool:
    """Whether an element itself is stated to be in Hebrew letters."""
    return _in_hebrew_script(_language(element))


def _in_hebrew_script(language: str) -> bool:
    primary, _, rest = language.partition("-")
    return primary in _HEBREW_SCRIPT and rest != "Latn"


def _check(element: Element, above: _Told, path: str) -> Iterator[Notice]:
    told = replace(
        above,
        language=_language(element) or above.language,
        direction=element.get("dir") or above.direction,
    )
    own = "".join(part for part in element.content if isinstance(part, str))
    if _HEBREW.search(own):
        if not told.hebrew:
            yield finding("E-121", path, element.line, own.strip())
        if told.direction != "rtl" or (told.hebrew and above.hebrew and above.direction == "ltr"):
            yield finding("E-122", path, element.line, own.strip())
    elif told.direction == "rtl" and not told.hebrew and any(sign.isalpha() for sign in own):
        yield finding("E-142", path, element.line, own.strip()[:80])
    if told.hebrew and not _HEBREW.search(own) and _stands_alone(element) and _only_other_letters(element):
        yield finding("E-123", path, element.line, element.text[:80])
    for child in element.children:
        yield from _check(child, told, path)


def _stands_alone(element: Element) -> bool:
    """Whether the language is judged here: on the element that states it, and on each innermost block under it."""
    innermost = element.name in _BLOCKS and not any(inner.name in _BLOCKS for inner in descendants(element))
    return bool(_language(element)) or innermost


def _only_other_letters(element: Element) -> bool:
    return not _HEBREW.search(element.text) and any(sign.isalpha() for sign in element.text)


def _language(element: Element) -> str:
    return element.get("lang") or element.get("xml:lang")


def _transliterated(root: Element) -> Iterator[Element]:
    return (element for element in descendants(root) if _language(element).endswith("-Latn"))


def _unmarked(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield stretches of text outside every element that is marked as transliteration; links and what a DTBook says
    again in front are left out."""
    if _language(element).endswith("-Latn") or element.name in {"a", *_SAID_AGAIN}:
        return
    for part in element.content:
        if isinstance(part, str):
            yield element, part
        else:
            yield from _unmarked(part)
