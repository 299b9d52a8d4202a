"""Find the words that a person should look at: what no entry knows and English does not know either.

In: sentences with their place, a Lexicon, ways to ask a word list and a voice. Out: candidates in six queues, the
most urgent first. Law: nothing is decided here; each candidate says why it stands in its queue and where it was met.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

import regex

from pipeline.lexicon.english import is_english
from pipeline.lexicon.likeness import consonant_key, english_neighbours, looks_hebrew
from pipeline.lexicon.match import Lexicon
from pipeline.lexicon.tokens import Token, address_spans, is_hebrew, key_of, tokenise

GUESS, LETTERS, NEW, VARIANT, MISPRINT, HEBREW = "guess", "letters", "new", "variant", "misprint", "hebrew"
QUEUES: Mapping[str, str] = {
    GUESS: "an entry whose sound nobody is sure of",
    LETTERS: "the voice reads letters of it as letters",
    NEW: "a new word",
    VARIANT: "probably another spelling of a known word",
    MISPRINT: "probably a misprint",
    HEBREW: "Hebrew letters that no entry knows: they are not spoken",
}
"""The queues in the order in which they are shown, and what each asks."""
_ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# With the dots and half rings of scholars: Ṣefat, tannaʾim.
_LATIN = regex.compile(r"[\p{Latin}\p{M}\p{Lm}'-]+", regex.VERSION1)
_LONGEST_HIDDEN = 3
_IN_HEADINGS = frozenset((
    "a", "an", "and", "at", "by", "day", "don", "dr", "for", "god", "her", "his", "in", "is", "it", "its",
    "leo", "my", "new", "not", "of", "old", "on", "our", "sir", "st", "the", "to", "who",
))  # fmt: skip
"""English words that stand with a capital before a name or in a heading."""
_IN_PROSE = frozenset((
    "a", "add", "ago", "aid", "aim", "air", "all", "am", "an", "and", "any", "are", "arm", "art",
    "as", "ask", "at", "ate", "bad", "be", "bed", "big", "boy", "but", "buy", "by", "can", "cry",
    "cut", "day", "did", "die", "do", "due", "eat", "end", "era", "eve", "ex", "eye", "far", "few",
    "for", "get", "god", "got", "had", "has", "he", "her", "him", "his", "how", "if", "in", "is",
    "it", "its", "key", "law", "lay", "led", "let", "lie", "lot", "low", "man", "may", "me", "men",
    "met", "mid", "my", "new", "nor", "not", "now", "of", "off", "oh", "old", "on", "one", "or",
    "our", "out", "own", "pay", "per", "put", "ran", "re", "sat", "saw", "say", "see", "set", "she",
    "six", "so", "son", "sun", "ten", "the", "to", "too", "top", "try", "two", "up", "us", "use",
    "via", "vs", "war", "was", "way", "we", "who", "why", "win", "won", "yes", "yet", "you",
))  # fmt: skip
"""English words of up to three letters that stand between two Hebrew ones in an English sentence: Moshe led Yisrael."""
_LEAST_MISPRINT = 6
_MOST_MISPRINTS = 2
"""A slip of the finger stands once or twice in a text; what stands more often is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A word that a person should look at."""

    word: str
    queue: str
    times: int
    near: str
    """The known word it resembles, or the entry; empty: none."""
    where: str
    """Where it was first met."""
    sentence: str
    """The sentence in which it was first met."""


@dataclass(slots=True)
class _Met:
    word: str
    where: str
    sentence: str
    times: int = 0
    guess: str = ""
    inside: bool = False
    """Met with a capital inside a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What the finder asks."""

    knows: Callable[[str], bool]
    """Whether the word list has a word as it is written, or in small letters."""
    is_spelled: Callable[[str], bool]
    """Whether the voice says letters of a word one by one."""


def find_candidates(
    sentences: Iterable[tuple[str, str]],
    lexicon: Lexicon,
    sources: Sources,
    own: Mapping[str, Lexicon] = MappingProxyType({}),
) -> tuple[Candidate, ...]:
    """Give the candidates of some sentences, (place, text) each: by queue, then the most pressing first. `own`: the
    lexicon of each place that has one of its own."""
    met = _meet(sentences, lexicon, sources, own)
    variants = _variants(lexicon)
    found = [_judge(one, variants, sources) for one in met.values()]
    order = list(QUEUES)
    return tuple(
        sorted(found, key=lambda one: (order.index(one.queue), -_urgency(one), one.word.casefold(), one.word))
    )


def _meet(
    sentences: Iterable[tuple[str, str]], lexicon: Lexicon, sources: Sources, own: Mapping[str, Lexicon]
) -> dict[str, _Met]:
    met: dict[str, _Met] = {}
    for where, text in sentences:
        known = own.get(where, lexicon).find(text)
        spans = [(match.begin, match.end) for match in known] + list(address_spans(text))
        for match in known:
            if match.entry.confidence in ("guess", "contested"):
                _note(
                    met, f"\n{match.entry.slug}", text[match.begin : match.end], where, text
                ).guess = match.entry.slug
        tokens = tokenise(text)
        asked = [not _lies_in(token, spans) and not _needs_nothing(token, sources) for token in tokens]
        for index, token in enumerate(tokens):
            if asked[index]:
                one = _note(met, _stem(token.key), _stem(token.text), where, text)
                one.inside = one.inside or (
                    token.begin > 0 and token.text[:1].isupper() and not token.text.isupper()
                )
        hebrew = [(match.begin, match.end) for match in known if match.entry.tradition != "english"]
        foreign = [there or _lies_in(token, hebrew) for there, token in zip(asked, tokens, strict=True)]
        for index, (short, after) in enumerate(pairwise(tokens)):
            taken = asked[index] or _lies_in(short, spans)
            between = index > 0 and foreign[index - 1]
            if not taken and foreign[index + 1] and _may_hide(short, after, between=between):
                phrase = text[short.begin : after.end]
                _note(met, key_of(phrase), phrase, where, text).inside = True
    return met


def _note(met: dict[str, _Met], key: str, word: str, where: str, text: str) -> _Met:
    one = met.setdefault(key, _Met(word=" ".join(word.split()), where=where, sentence=" ".join(text.split())))
    one.times += 1
    return one


def _stem(word: str) -> str:
    return re.sub(r"'s$|'$", "", word)


def _lies_in(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(begin < token.end and token.begin < end for begin, end in spans)


def _needs_nothing(token: Token, sources: Sources) -> bool:
    word = token.text
    if is_hebrew(word):
        return False  # Hebrew letters that no entry knows are not spoken at all
    if len(_stem(word)) < 2 or not _LATIN.fullmatch(word):
        return True
    roman = _ROMAN.fullmatch(word.upper()) is not None and (word.isupper() or word.islower())
    # Where a sentence or a quotation begins, a capital says nothing.
    begins = not token.begin or token.gap != " "
    return roman or is_english(word, sources.knows) or (begins and is_english(word.lower(), sources.knows))


def _may_hide(short: Token, after: Token, *, between: bool) -> bool:
    """Tell whether a short English word before a Hebrew one may be Hebrew too: one with a capital (Or HaChaim), or one
    `between` two of them that no English sentence has there (Vos vet zayn)."""
    word = short.text
    if short.gap != " " or after.gap != " " or len(word) > _LONGEST_HIDDEN:
        return False
    if word.islower():
        return between and word.isalpha() and word not in _IN_PROSE
    second = "-" in after.text or after.text[:1] != after.text[:1].lower()
    return word.istitle() and second and word.lower() not in _IN_HEADINGS


def _variants(lexicon: Lexicon) -> dict[str, str]:
    """Give for each consonant key the first word of the lexicon that has it."""
    keys: dict[str, str] = {}
    for entry in lexicon.entries:
        for word in (entry.word, *entry.spellings, *(form.text for form in entry.forms)):
            key = consonant_key(word)
            if len(key) > 2:
                keys.setdefault(key, entry.word)
    return keys


def _judge(one: _Met, variants: Mapping[str, str], sources: Sources) -> Candidate:
    queue, near = _queue(one, variants, sources)
    return Candidate(
        word=one.word, queue=queue, times=one.times, near=near, where=one.where, sentence=one.sentence
    )


def _queue(one: _Met, variants: Mapping[str, str], sources: Sources) -> tuple[str, str]:
    if one.guess:
        return GUESS, one.guess
    if is_hebrew(one.word):
        return HEBREW, ""
    if sources.is_spelled(one.word):
        return LETTERS, variants.get(consonant_key(one.word), "")
    if near := variants.get(consonant_key(one.word), ""):
        return VARIANT, near
    plain = one.word.isascii() and one.word.isalpha() and (one.word.isupper() or not one.inside)
    if (
        plain
        and len(one.word) >= _LEAST_MISPRINT
        and one.times <= _MOST_MISPRINTS
        and not looks_hebrew(one.word)
    ):
        return next(((MISPRINT, word) for word in english_neighbours(one.word, sources.knows)), (NEW, ""))
    return NEW, ""


def _urgency(one: Candidate) -> float:
    return math.log(1 + one.times) * (1 + looks_hebrew(one.word))
