"""A Lexicon, and the words it knows in a plain string.

In: entries and the table of sounds; later any string. Out: matches with their sound. Law, in this order: the longest
phrase first; a form that an entry spells out, be it without an inner apostrophe (K'doshim), beats one derived from it;
then a word with an English ending, a Hebrew prefix, and last the parts of a hyphenated word. A word that merely holds
a known word is left alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.lexicon.claims import Claim, printed, step
from pipeline.lexicon.context import Context, Place, holds
from pipeline.lexicon.index import Index, Node, leaf_of, make_index
from pipeline.lexicon.inventory import Prefix
from pipeline.lexicon.sounds import Sounds
from pipeline.lexicon.tokens import Token, address_spans, tokenise, without_apostrophes
from pipeline.model.lexicon import Entry

Span = tuple[int, int]
_Following = Index | Mapping[str, Node]
"""Where the next word of a phrase is looked up: the index for the first, a node of the trie for the others."""
_SILENT = "silent"
_POSSESSIVE = "possessive"
_PLURAL = "plural"
_LEAST_STEM = 4
"""Letters of a word behind a prefix that nothing parts from it."""
_LONGEST_DERIVED = 64
"""Signs of a word that is taken apart: nobody prints a longer one, and a thousand prefixes in a row are an attack."""


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
    """A claim that fits at the tokens first..last, of which the last may be cut shorter."""

    claim: Claim
    first: int
    last: int
    form: str
    ipa: str


def compile_lexicon(entries: Iterable[Entry], sounds: Sounds) -> "Lexicon":
    """Prepare entries for looking up; LexiconError names the file whose sound or form cannot stand."""
    index, faults = make_index(leaf_of(entry, sounds) for entry in entries)
    if faults:
        raise faults[0]
    return Lexicon(index=index, sounds=sounds)


class _Beginnings(dict[str, bool]):
    """Words met before, and whether anything can begin with them: most words of a text are English and come again."""

    def __init__(self, begins: Callable[[str], bool]) -> None:
        super().__init__()
        self._begins = begins

    def __missing__(self, key: str) -> bool:
        answer = self[key] = self._begins(key)
        return answer


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Entries ready for looking up: a press's, or those of one publication."""

    index: Index
    sounds: Sounds

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, by layer and slug. They are read for it: ask for one where one will do."""
        return self.index.entries

    def entry(self, slug: str) -> Entry | None:
        """Give one entry."""
        leaf = self.index.leaves.get(slug)
        return leaf.entry if leaf else None

    def with_entry(self, entry: Entry) -> "Lexicon":
        """Give a lexicon with one more entry, or another one of its slug; LexiconError when it cannot stand."""
        others = {slug: leaf for slug, leaf in self.index.leaves.items() if slug != entry.slug}
        index, faults = make_index([*others.values(), leaf_of(entry, self.sounds)])
        if faults:
            raise faults[0]
        return Lexicon(index=index, sounds=self.sounds)

    def find(
        self, text: str, *, citations: Sequence[Span] = (), closed: Sequence[Span] = ()
    ) -> tuple[Match, ...]:
        """Find the known words of a string, in order and without overlap.

        `citations` are the stretches that cite a book; in `closed` ones (what is a Term already) and in web and mail
        addresses nothing is looked for.
        """
        tokens = tokenise(text)
        hopeful = [index for index, key in enumerate(tokens.keys) if self._beginnings[key]]
        if not hopeful:
            return ()
        search = _Search(
            lexicon=self,
            text=text,
            tokens=tokens,
            citations=citations,
            closed=frozenset(
                index for span in (*closed, *address_spans(text)) for index in tokens.touching(*span)
            ),
        )
        matches: list[Match] = []
        done = 0
        for index in hopeful:
            if index < done or index in search.closed:
                continue
            found = search.at(index)
            if found and search.closed.isdisjoint(range(index, found.last + 1)):
                matches.append(search.whole(found))
                done = found.last + 1
            elif "-" in tokens.keys[index]:
                matches.extend(search.parts(index))
        return tuple(matches)

    @cached_property
    def _beginnings(self) -> Mapping[str, bool]:
        return _Beginnings(self._begins)

    def _begins(self, key: str) -> bool:
        """Tell whether a match can begin with a word: the quick answer for all that is English."""
        if key in self.index:
            return True
        if len(key) > _LONGEST_DERIVED:
            return False
        if "-" in key:
            return True
        if key.endswith("s") and any(key[:-length] in self.index for length in (1, 2, 3)):
            return True
        if any(self._begins(bare) for bare in without_apostrophes(key)):
            return True
        written = (prefix.written.casefold() for prefix in self.prefixes.get(key[:1], ()))
        return any(key.startswith(prefix) and self._begins(key[len(prefix) :]) for prefix in written)

    @cached_property
    def prefixes(self) -> Mapping[str, Sequence[Prefix]]:
        """The Hebrew prefixes by their first letter, in the order of the table."""
        by_letter: dict[str, list[Prefix]] = {}
        for prefix in self.sounds.prefixes:
            by_letter.setdefault(prefix.written[:1].casefold(), []).append(prefix)
        return by_letter


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """One string being searched."""

    lexicon: Lexicon
    text: str
    tokens: Sequence[Token]
    citations: Sequence[Span]
    closed: frozenset[int]
    """The words in stretches in which nothing is looked for."""

    def at(self, index: int) -> _Found | None:
        """Find the best match that begins at a token: the longest, and of the longest the least derived."""
        best: _Found | None = None
        following: _Following = self.lexicon.index
        for last in range(index, len(self.tokens)):
            token = self.tokens[last]
            best = self._ends_here(following, index, last, token) or best
            node = _there(following, token, first=last == index)
            if node is None or not node.following:
                break
            following = node.following
        return best or self._with_prefix(index, self.tokens[index])

    def _ends_here(self, following: _Following, first: int, last: int, token: Token) -> _Found | None:
        """Look a word up as it stands, then without its English ending. `token` stands for the last one."""
        return self._exact(following, first, last, token) or self._with_ending(following, first, last, token)

    def _exact(self, following: _Following, first: int, last: int, token: Token) -> _Found | None:
        there = _there(following, token, first=first == last)
        if there is None:
            return None
        written = token.text if first == last else printed((*self.tokens[first:last], token))
        for claim in there.claims:
            if claim.fits_case(written) and self._holds(claim.context, first, last):
                return _Found(claim=claim, first=first, last=last, form=claim.form, ipa=claim.ipa)
        return None

    def _with_ending(self, following: _Following, first: int, last: int, token: Token) -> _Found | None:
        """Find a word without its English ending; a possessive may stand behind a plural (the Jews's)."""
        for stem, form in _stems(token):
            found = self._exact(following, first, last, stem)
            if found is None and form == _POSSESSIVE:
                found = self._with_ending(following, first, last, stem)
            if found is None or not found.ipa or not _takes(found.claim.entry, form):
                continue
            if form == _PLURAL and not self._spells_plural(found.claim, stem, token):
                continue
            return replace(found, ipa=self.lexicon.sounds.with_ending(found.ipa), form=form)
        return None

    def _spells_plural(self, claim: Claim, stem: Token, token: Token) -> bool:
        hisses = self.lexicon.sounds.hisses(claim.ipa)
        if len(token.key) - len(stem.key) == len("es"):
            return hisses
        return not hisses or stem.key.endswith("e")

    def _with_prefix(self, index: int, token: Token) -> _Found | None:
        for prefix in self.lexicon.prefixes.get(token.key[:1], ()):
            if not _carries(token, prefix):
                continue
            stem = _cut(token, begin=len(prefix.written))
            found = self._ends_here(self.lexicon.index, index, index, stem) or self._with_prefix(index, stem)
            if found and found.ipa and found.claim.entry.prefixes == "hebrew":
                ipa = self.lexicon.sounds.with_prefix(prefix, found.ipa)
                return replace(found, ipa=ipa, form=f"prefix {prefix.written}")
        return None

    def parts(self, index: int) -> Iterator[Match]:
        """Find known words among the parts of a hyphenated word: non-Moshiach. The longest parts first."""
        pieces = _pieces(self.tokens[index])
        first = 0
        while first < len(pieces) and len(pieces) > 1:
            for last in range(len(pieces) - 1, first - 1, -1):
                part = _join(pieces[first : last + 1])
                found = self._ends_here(self.lexicon.index, index, index, part)
                found = found or self._with_prefix(index, part)
                if found and found.claim.entry.kind != "abbreviation":
                    yield self.match(replace(found, form=f"part, {found.form}"), part.begin, part.end)
                    first = last
                    break
            first += 1

    def whole(self, found: _Found) -> Match:
        """Give a found claim as a match of all its tokens, with the full stop that belongs to an abbreviation."""
        end = self.tokens[found.last].end
        if found.claim.tail and self.text.startswith(found.claim.tail, end):
            end += len(found.claim.tail)
        return self.match(found, self.tokens[found.first].begin, end)

    def match(self, found: _Found, begin: int, end: int) -> Match:
        """Give a found claim as a match at begin..end; silent where nothing says how it sounds, or it keeps silent."""
        entry, silent = found.claim.entry, found.claim.silent
        speechless = not (found.ipa or entry.read_as)
        if speechless or (silent and self._holds(silent, found.first, found.last)):
            return Match(begin=begin, end=end, entry=entry, form=_SILENT, ipa="")
        return Match(begin=begin, end=end, entry=entry, form=found.form, ipa=found.ipa)

    def _holds(self, context: Context, first: int, last: int) -> bool:
        if not context.kind:
            return True
        begin, end = self.tokens[first].begin, self.tokens[last].end
        cited = any(start <= begin and end <= stop for start, stop in self.citations)
        return holds(context, Place(tokens=self.tokens, first=first, last=last, cited=cited))


def _takes(entry: Entry, form: str) -> bool:
    return entry.endings == "english" or (entry.endings == _POSSESSIVE and form == _POSSESSIVE)


def _carries(token: Token, prefix: Prefix) -> bool:
    """Tell whether a word begins with a prefix. One that ends in a letter needs a capital behind it (HaTorah), or, when
    it is written small in the table, a word of some length (hamelech)."""
    length = len(prefix.written)
    if not token.key.startswith(prefix.written.casefold()) or len(token.key) == length:
        return False
    if not prefix.written[-1:].isalpha():
        return True
    rest = token.text[length:]
    if prefix.written.islower():
        return len(rest) >= _LEAST_STEM and not token.text.isupper()
    return rest[0].isupper() and not rest.isupper()


def _stems(token: Token) -> Iterator[tuple[Token, str]]:
    """Yield what is left of a word without an English ending, and the name of the ending."""
    if token.key.endswith("'s"):
        yield _cut(token, end=-2), _POSSESSIVE
    elif token.key.endswith("s") and len(token.key) > 2:
        yield _cut(token, end=-1), _PLURAL
        if token.key.endswith("es"):
            yield _cut(token, end=-2), _PLURAL


def _there(following: _Following, token: Token, *, first: bool) -> Node | None:
    """Look up the way on from a node: by the word as it is printed, else without its inner apostrophes."""
    node = following.get(step(token, first=first))
    if node is None and "'" in token.key:
        bare = (token._replace(key=key) for key in without_apostrophes(token.key))
        node = next(filter(None, (following.get(step(one, first=first)) for one in bare)), None)
    return node


def _cut(token: Token, *, begin: int = 0, end: int | None = None) -> Token:
    return token._replace(text=token.text[begin:end], key=token.key[begin:end])


def _pieces(token: Token) -> Sequence[Token]:
    """Cut a word at its hyphens; empty when signs vanished inside it, so that offsets cannot be counted."""
    if token.end - token.begin != len(token.text) or len(token.key) != len(token.text):
        return ()
    pieces: list[Token] = []
    begin = 0
    for text in token.text.split("-"):
        end = begin + len(text)
        piece = _cut(token, begin=begin, end=end)
        pieces.append(piece._replace(begin=token.begin + begin, end=token.begin + end))
        begin = end + 1
    return pieces


def _join(pieces: Sequence[Token]) -> Token:
    return pieces[0]._replace(
        end=pieces[-1].end,
        text="-".join(piece.text for piece in pieces),
        key="-".join(piece.key for piece in pieces),
    )
