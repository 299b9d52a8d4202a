"""The words of a source and of an edition, read without our readers and writers, and compared.

In: source text, or content documents in reading order. Out: Passages of words, and findings that name what is missing,
added or moved. Laws: punctuation, quotation marks and mark-up do not count, letters and digits all do; notes may
move, words may not be lost.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape
from itertools import chain
from typing import TypeAlias

from pipeline.model.source import Notice
from pipeline.verify.findings import finding
from pipeline.verify.lists import signs_of_items
from pipeline.verify.markup import Element, Flaw, first, parse_markup, tokens

Passage: TypeAlias = tuple[str, ...]
"""The words of a paragraph, heading or note, in order."""

_WORD = re.compile(r"[^\W\d_]+|\d+|[&@%§$€£+=]")
# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol",
    "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
_DTBOOK_BLOCKS = frozenset({"note", "list", "linegroup", "line", "poem", "sidebar", "prodnote", "bridgehead"})
_UNPRINTED = frozenset({"head", "script", "style", "nav", "doctitle", "docauthor", "pagenum"})
"""What no edition counts as text; title and authors in front of a DTBook say again what the title page says, and
page numbers are words in some formats and names in others."""
_UNPRINTED_CLASSES = frozenset({"player", "page-front", "page-normal", "page-special"})
"""Of what stands around the sound on an HTML page, and of page numbers in DAISY 2.02."""
# Markdown, in this order: what stands in angle or square brackets, then what only styles.
_MARKDOWN = (
    (re.compile(r"<!--.*?-->", re.DOTALL), " "),
    (re.compile(r"<((?:https?|mailto|ftp):[^>\s]+|[^>\s@]+@[^>\s]+)>"), r" \1 "),
    (re.compile(r"</?(?:sup|sub|br|p|div|hr)\b[^>]*>", re.IGNORECASE), " "),
    (re.compile(r"</?[A-Za-z][^>]*>"), ""),
    (re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\]\([^()\s]*(?:\([^()]*\))?[^()]*\)"), r"\1"),
    (re.compile(r"\\([^\w\s])"), r" \1 "),
    (re.compile(r"(?<=\w)[*_`~]+(?=\w)"), ""),
)
_CONTEXT = 5
"""Words either side that a finding quotes."""
_SEEN = 3
"""Words by which the place of a passage in the other text is looked up."""
_PLACED = 6
"""Passages shorter than this are too common to have one place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excused:
    """What an edition may do because a notice, or the format itself, says so; pieces of text."""

    left_out: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    """Passages, as printed."""


def words_of_markdown(text: str) -> tuple[Passage, ...]:
    """Give the words a Markdown source prints, block by block."""
    for pattern, replacement in _MARKDOWN:
        text = pattern.sub(replacement, text)
    return words_of_plain(unescape(text))


def words_of_plain(text: str) -> tuple[Passage, ...]:
    """Give the words of a plain text; blank lines part passages."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    return tuple(words for block in blocks if (words := words_in(block)))


def words_of_xhtml(files: Mapping[str, bytes]) -> tuple[Passage, ...]:
    """Give the words that content documents (XHTML or DTBook) show, in the order of `files`; broken files have none."""
    passages: list[Passage] = []
    for path, content in files.items():
        markup = parse_markup(path, content)
        body = None if isinstance(markup, Flaw) else _text_of(markup.root)
        text = "".join(_shown(body)) if body else ""
        passages += (words for block in text.split("\f") if (words := words_in(block)))
    return tuple(passages)


def words_in(text: str) -> Passage:
    """Give the words of one passage: runs of letters, runs of digits, and the few signs that are read."""
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(sign for sign in composed if unicodedata.category(sign) != "Cf")
    return tuple(_WORD.findall(visible))


def compare_words(
    source: Sequence[Passage],
    edition: Sequence[Passage],
    excused: Excused | None = None,
    *,
    path: str = "words",
) -> tuple[Notice, ...]:
    """Name the words that the edition lost, added or put in another order; `path` is only named in the findings."""
    excused = excused or Excused()
    printed, shown = Counter(chain(*source)), Counter(chain(*edition))
    missing = printed - shown - _all(excused.left_out)
    added = shown - printed - _all(excused.added)
    free = set(missing) | set(added) | set(_all(excused.left_out)) | set(_all(excused.added))
    stream = _Stream(edition)
    return (
        *_named("E-501", missing, source, stream, path),
        *_named("E-502", added, edition, _Stream(source), path),
        *_disordered(source, stream, free, path),
        *_displaced(source, stream, {words_in(text) for text in excused.moved}, path),
    )


class _Stream:
    """All words of a text in order, with an index of where each short run begins."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.words = tuple(chain(*passages))
        self._begins: dict[Passage, list[int]] = defaultdict(list)
        for size in range(1, _SEEN + 1):
            for place in range(len(self.words) - size + 1):
                self._begins[self.words[place : place + size]].append(place)

    def places(self, passage: Passage) -> list[int]:
        """Give every place where the whole passage stands."""
        size = len(passage)
        return [p for p in self._begins.get(passage[:_SEEN], ()) if self.words[p : p + size] == passage]

    def near(self, passage: Passage) -> Passage:
        """Give the stretch of this text that is most like the passage."""
        runs = [(i, passage[i : i + _SEEN]) for i in range(max(1, len(passage) - _SEEN + 1))]
        known = [(len(self._begins[run]), i, run) for i, run in runs if run in self._begins]
        if not known:
            return ()
        _, offset, run = min(known)
        begin = self._begins[run][0] - offset
        slack = len(passage) // 2 + 10
        return self.words[max(0, begin - slack) : begin + len(passage) + slack]


def _named(
    code: str, surplus: Counter[str], here: Sequence[Passage], there: _Stream, path: str
) -> Iterator[Notice]:
    """Find where the surplus words stand: first in passages that the other text does not hold as they are."""
    left = surplus.copy()
    for passage in here:
        if not any(left[word] > 0 for word in passage) or there.places(passage):
            continue
        for begin, end in _unmatched(passage, there.near(passage)):
            own = [word for word in passage[begin:end] if left[word] > 0]
            if own:
                left -= Counter(own)
                yield finding(code, path, 1, _quote(passage, begin, end))
    for passage in here:  # a passage that stands twice, of which one is gone, is found elsewhere
        if passage and not Counter(passage) - left:
            left -= Counter(passage)
            yield finding(code, path, 1, _quote(passage, 0, len(passage)))
    for word in sorted(left.elements()):
        yield finding(code, path, 1, word)


def _disordered(source: Sequence[Passage], edition: _Stream, free: set[str], path: str) -> Iterator[Notice]:
    """Find passages whose words are all there, but not one behind the other."""
    for passage in source:
        if edition.places(passage) or set(passage) & free:
            continue
        for begin, end in _unmatched(passage, edition.near(passage))[:1]:
            yield finding("E-503", path, 1, _quote(passage, begin, end))


def _displaced(
    source: Sequence[Passage], edition: _Stream, moved: Collection[Passage], path: str
) -> Iterator[Notice]:
    """Find passages that stand before what was printed before them; notes, which begin with their number, may."""
    placed = []
    times = Counter(source)
    for passage in (passage for passage in source if times[passage] == 1 and passage not in moved):
        places = edition.places(passage) if len(passage) >= _PLACED and not passage[0].isdigit() else []
        if len(places) == 1:
            placed.append((places[0], passage))
    kept = _longest_rise([place for place, _ in placed])
    for number, (_, passage) in enumerate(placed):
        if number not in kept:
            yield finding("E-504", path, 1, _quote(passage, 0, 2))


def _longest_rise(places: Sequence[int]) -> set[int]:
    """Give the indexes of a longest run of rising numbers."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        tails[at:] = [place, *tails[at + 1 :]]
        ends[at:] = [index, *ends[at + 1 :]]
    rise: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        rise.add(index)
        index = before[index]
    return rise


def _unmatched(passage: Passage, other: Passage) -> list[tuple[int, int]]:
    """Give the stretches of a passage that have no counterpart, as begin and end; all of it if hardly any has one."""
    matcher = SequenceMatcher(None, passage, other, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) * 2 < len(passage):
        return [(0, len(passage))]
    return [(i1, i2) for tag, i1, i2, _, _ in matcher.get_opcodes() if tag in {"delete", "replace"}]


def _quote(passage: Passage, begin: int, end: int) -> str:
    """Show words with what stands around them: before [words] behind."""
    before, behind = passage[max(0, begin - _CONTEXT) : begin], passage[end : end + _CONTEXT]
    return " ".join([*before, "[" + " ".join(passage[begin:end]) + "]", *behind])


def _all(texts: Iterable[str]) -> Counter[str]:
    return Counter(chain(*map(words_in, texts)))


def _text_of(root: Element) -> Element | None:
    """Give what holds the text: the main part of an HTML page, else the body of a file."""
    return first(root, "main") or first(root, "body", "book")


def _shown(element: Element) -> Iterator[str]:
    """Yield what a reader sees of an element; a form feed parts passages."""
    if element.name in _UNPRINTED or tokens(element, "class") & _UNPRINTED_CLASSES:
        return
    apart = "\f" if element.name in _BLOCKS or element.name in _DTBOOK_BLOCKS else ""
    # The sign of a note touches the word before it in print, and is no part of that word.
    sign = (
        " "
        if element.name in {"br", "sup", "sub", "noteref"}
        or tokens(element, "epub:type", "class") & {"noteref"}
        else ""
    )
    yield apart + sign
    if element.name == "img":
        yield f" {element.get('alt')} "
    signs = signs_of_items(element)
    for part in element.content:
        if isinstance(part, str):
            yield part
            continue
        if part in signs:
            yield f"\f{signs[part]} "
            yield from chain.from_iterable(
                _shown(child) if isinstance(child, Element) else child for child in part.content
            )
        else:
            yield from _shown(part)
    yield sign + apart
