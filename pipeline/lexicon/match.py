"""Entries -> Lexicon, and the words a Lexicon knows in a plain string.

In: entries and the table of sounds; later any string. Out: matches with their sound. Law, in this order: the longest
phrase first; a form that an entry spells out beats one derived from it; then a word with an English ending, a Hebrew
prefix, and last the parts of a hyphenated word. A word that merely holds a known word is left alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.lexicon.claims import Claim, Node, plant, printed, step
from pipeline.lexicon.context import Place, holds
from pipeline.lexicon.sounds import Sounds
from pipeline.lexicon.tokens import Token, tokenise
from pipeline.model.lexicon import Entry

Span = tuple[int, int]
_SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Words that an entry knows, at begin..end of the string."""

    begin: int
    end: int
    entry: Entry
    form: str
    """As in Term.form."""
    ipa: str
    """The sound of exactly these words; empty when `entry.read_as` says it, or when they are silent."""

    @property
    def silent(self) -> bool:
        """Tell whether the words are printed but not spoken."""
        return self.form == _SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A claim that fits at the tokens first..last."""

    claim: Claim
    first: int
    last: int
    form: str
    ipa: str


def compile_lexicon(entries: Iterable[Entry], sounds: Sounds) -> "Lexicon":
    """Prepare entries for looking up; LexiconError names the file whose sound or form cannot stand."""
    ordered = tuple(sorted(entries, key=lambda entry: entry.slug))
    return Lexicon(entries=ordered, sounds=sounds, root=plant(ordered, sounds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All entries of a press, ready for looking up. Made by `compile_lexicon`."""

    entries: tuple[Entry, ...]
    sounds: Sounds
    root: Node

    def find(
        self, text: str, *, citations: Sequence[Span] = (), closed: Sequence[Span] = ()
    ) -> tuple[Match, ...]:
        """Find the known words of a string, in order and without overlap.

        `citations` are the stretches that cite a book; in `closed` ones (addresses, what is a Term already) nothing
        is looked for.
        """
        tokens = tokenise(text)
        search = _Search(lexicon=self, text=text, tokens=tokens, citations=citations)
        open_tokens = [
            not any(begin < token.end and token.begin < end for begin, end in closed) for token in tokens
        ]
        matches: list[Match] = []
        index = 0
        while index < len(tokens):
            found = search.at(index) if open_tokens[index] else None
            if found and all(open_tokens[found.first : found.last + 1]):
                matches.append(search.match(found))
                index = found.last + 1
                continue
            if open_tokens[index]:
                matches.extend(search.parts(index))
            index += 1
        return tuple(matches)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """One string being searched."""

    lexicon: Lexicon
    text: str
    tokens: Sequence[Token]
    citations: Sequence[Span]

    def at(self, index: int) -> _Found | None:
        """Find the best match that begins at a token: the longest, and of the longest the least derived."""
        best: _Found | None = None
        node: Node | None = self.lexicon.root
        for last in range(index, len(self.tokens)):
            if node is None:
                break
            token = self.tokens[last]
            found = self._exact(node, index, last) or self._with_ending(node, index, last)
            best = found or best
            node = node.following.get(step(token, first=last == index))
        return best or self._with_prefix(index)

    def _exact(self, node: Node, first: int, last: int) -> _Found | None:
        there = node.following.get(step(self.tokens[last], first=first == last))
        if there is None:
            return None
        written = printed(self.tokens[first : last + 1])
        for claim in there.claims:
            if claim.fits_case(written) and holds(claim.context, self._place(first, last)):
                return _Found(claim=claim, first=first, last=last, form=claim.form, ipa=claim.ipa)
        return None

    def _with_ending(self, node: Node, first: int, last: int) -> _Found | None:
        token = self.tokens[last]
        for stem, form in _stems(token):
            there = node.following.get(step(stem, first=first == last))
            written = printed((*self.tokens[first:last], stem))
            for claim in there.claims if there else ():
                fits = claim.entry.endings == "english" and claim.ipa and claim.fits_case(written)
                if not fits or not holds(claim.context, self._place(first, last)):
                    continue
                if form == "plural" and not self._spells_plural(claim, stem, token):
                    continue
                ipa = self.lexicon.sounds.with_ending(claim.ipa)
                return _Found(claim=claim, first=first, last=last, form=form, ipa=ipa)
        return None

    def _spells_plural(self, claim: Claim, stem: Token, token: Token) -> bool:
        hisses = self.lexicon.sounds.hisses(claim.ipa)
        if len(token.key) - len(stem.key) == len("es"):
            return hisses
        return not hisses or stem.key.endswith("e")

    def _with_prefix(self, index: int) -> _Found | None:
        token = self.tokens[index]
        for prefix in self.lexicon.sounds.prefixes:
            if not token.key.startswith(prefix.written) or token.key == prefix.written:
                continue
            stem = _cut(token, begin=len(prefix.written))
            search = replace(self, tokens=(*self.tokens[:index], stem, *self.tokens[index + 1 :]))
            root = self.lexicon.root
            found = search._exact(root, index, index) or search._with_ending(root, index, index)
            if found and found.ipa and found.claim.entry.prefixes == "hebrew":
                ipa = self.lexicon.sounds.with_prefix(prefix, found.ipa)
                return replace(found, ipa=ipa, form=f"prefix {prefix.written}")
        return None

    def parts(self, index: int) -> Iterator[Match]:
        """Find known words among the parts of a hyphenated word: non-Moshiach."""
        pieces = _pieces(self.tokens[index])
        first = 0
        while first < len(pieces) and len(pieces) > 1:
            for last in range(len(pieces) - 1, first - 1, -1):
                if last - first == len(pieces) - 1:
                    continue  # the whole word was looked up already
                joined = _join(pieces[first : last + 1])
                search = replace(self, tokens=(*self.tokens[:index], joined, *self.tokens[index + 1 :]))
                found = search.at(index)
                if found and found.last == index and found.claim.entry.kind != "abbreviation":
                    yield search.match(replace(found, form=f"part, {found.form}"))
                    first = last
                    break
            first += 1

    def match(self, found: _Found) -> Match:
        """Give a found claim as a match of the whole string."""
        begin, end = self.tokens[found.first].begin, self.tokens[found.last].end
        claim = found.claim
        if claim.tail and self.text.startswith(claim.tail, end):
            end += len(claim.tail)
        speechless = not (found.ipa or claim.entry.read_as)
        if speechless or (claim.silent and holds(claim.silent, self._place(found.first, found.last))):
            return Match(begin=begin, end=end, entry=claim.entry, form=_SILENT, ipa="")
        return Match(begin=begin, end=end, entry=claim.entry, form=found.form, ipa=found.ipa)

    def _place(self, first: int, last: int) -> Place:
        begin, end = self.tokens[first].begin, self.tokens[last].end
        cited = any(start <= begin and end <= stop for start, stop in self.citations)
        return Place(tokens=self.tokens, first=first, last=last, cited=cited)


def _stems(token: Token) -> Iterator[tuple[Token, str]]:
    """Yield what is left of a word without an English ending, and the name of the ending."""
    if token.key.endswith("'s"):
        yield _cut(token, end=-2), "possessive"
    elif token.key.endswith("s") and len(token.key) > 2:
        yield _cut(token, end=-1), "plural"
        if token.key.endswith("es"):
            yield _cut(token, end=-2), "plural"


def _cut(token: Token, *, begin: int = 0, end: int | None = None) -> Token:
    return replace(token, text=token.text[begin:end], key=token.key[begin:end])


def _pieces(token: Token) -> Sequence[Token]:
    """Cut a word at its hyphens; empty when signs vanished inside it, so that offsets cannot be counted."""
    if token.end - token.begin != len(token.text) or len(token.key) != len(token.text):
        return ()
    pieces: list[Token] = []
    begin = 0
    for text in token.text.split("-"):
        end = begin + len(text)
        piece = _cut(token, begin=begin, end=end)
        pieces.append(replace(piece, begin=token.begin + begin, end=token.begin + end))
        begin = end + 1
    return pieces


def _join(pieces: Sequence[Token]) -> Token:
    return replace(
        pieces[0],
        end=pieces[-1].end,
        text="-".join(piece.text for piece in pieces),
        key="-".join(piece.key for piece in pieces),
    )
