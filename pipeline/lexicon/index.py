"""The index of the lexicon: the words that claims begin with, and the entries that claim them.

In: leaves, one for each entry. Out: an Index, which gives the trie of the claims that begin with a word. Laws: a leaf
whose words are known is read only when one of them is met, so that a phrase does not cost the reading of five thousand
files; two entries of one layer never claim one form in one place: the error names both files.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from pipeline.errors import LexiconError
from pipeline.lexicon.claims import Claim, claims_of
from pipeline.lexicon.sounds import Sounds
from pipeline.model.lexicon import LAYERS, Entry, layer_of


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """One entry, perhaps not read yet."""

    slug: str
    path: str
    """Its file, for messages."""
    read: Callable[[], Entry]
    sounds: Sounds
    known_words: tuple[str, ...] | None = None
    """`words`, when they are known from an earlier reading of the same file; None: it is new and must be checked."""

    @cached_property
    def entry(self) -> Entry:
        """The entry; LexiconError when its file cannot be used."""
        return self.read()

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What it claims; LexiconError when a sound cannot stand."""
        return claims_of(self.entry, self.sounds)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that its claims begin with."""
        if self.known_words is not None:
            return self.known_words
        return tuple(dict.fromkeys(claim.steps[0] for claim in self.claims))

    @property
    def order(self) -> tuple[int, str]:
        """Sort key: the upper layer first."""
        return LAYERS.index(layer_of(self.slug)), self.slug


def leaf_of(entry: Entry, sounds: Sounds) -> Leaf:
    """Give the leaf of an entry that is read already."""
    return Leaf(slug=entry.slug, path=entry.path, read=lambda: entry, sounds=sounds)


@dataclass(slots=True)
class Node:
    """A place in the trie: the claims that end here, in the order they are tried, and the words that may follow."""

    claims: list[Claim] = field(default_factory=list)
    following: dict[str, "Node"] = field(default_factory=dict)


class Index:
    """The beginnings of all claims. Made by `make_index`."""

    def __init__(self, leaves: Iterable[Leaf]) -> None:
        """Take leaves that can stand, in their order, no two with one slug."""
        self.leaves = {leaf.slug: leaf for leaf in leaves}
        self._by_word: dict[str, list[Leaf]] = {}
        for leaf in self.leaves.values():
            for word in leaf.words:
                self._by_word.setdefault(word, []).append(leaf)
        self._nodes: dict[str, Node] = {}

    def __contains__(self, word: str) -> bool:
        """Tell whether a claim begins with a word."""
        return word in self._by_word

    def get(self, word: str) -> Node | None:
        """Give the claims that begin with a word, as the trie of what follows it."""
        if word not in self._by_word:
            return None
        if word not in self._nodes:
            node, clashes = _grow(word, self._by_word[word])
            for clash in clashes.values():
                raise clash
            self._nodes[word] = node
        return self._nodes[word]

    def clashes(self) -> Mapping[str, LexiconError]:
        """Give the leaves, by slug, that claim what another one has; asked is only about the words of new leaves."""
        new = (leaf.words for leaf in self.leaves.values() if leaf.known_words is None)
        found: dict[str, LexiconError] = {}
        for word in dict.fromkeys(chain.from_iterable(new)):
            found |= _grow(word, self._by_word[word])[1]
        return found

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, every leaf read."""
        return tuple(leaf.entry for leaf in self.leaves.values())


def make_index(leaves: Iterable[Leaf]) -> tuple[Index, tuple[LexiconError, ...]]:
    """Put together the leaves that can stand, and give the faults of the others: a broken one stops only itself."""
    faults: list[LexiconError] = []
    index = Index(_readable(sorted(leaves, key=lambda leaf: leaf.order), faults))
    clashes = index.clashes()
    if clashes:
        faults += clashes.values()
        index = Index(leaf for leaf in index.leaves.values() if leaf.slug not in clashes)
    return index, tuple(faults)


def _readable(leaves: Iterable[Leaf], faults: list[LexiconError]) -> Iterator[Leaf]:
    """Yield the leaves whose words are known or can be read; what is wrong with the others goes to `faults`."""
    before: Leaf | None = None
    for leaf in leaves:
        try:
            if before and before.slug == leaf.slug:
                raise LexiconError(
                    f"{before.path} has the same name. Put all of it into one of the two files."
                )
            _ = leaf.words
        except LexiconError as fault:
            faults.append(LexiconError(fault.message, where=fault.where or f"{leaf.path}:1"))
        else:
            before = leaf
            yield leaf


def _grow(word: str, leaves: Iterable[Leaf]) -> tuple[Node, dict[str, LexiconError]]:
    """Make the trie of the claims that begin with a word; give the clashes by the slug of the leaf to be left out."""
    root = Node()
    clashes: dict[str, LexiconError] = {}
    for leaf in leaves:
        for claim in leaf.claims:
            if claim.steps[0] != word:
                continue
            try:
                _plant(root, claim)
            except LexiconError as clash:
                clashes[leaf.slug] = clash
    return root, clashes


def _plant(node: Node, claim: Claim) -> None:
    for step in claim.steps[1:]:
        node = node.following.setdefault(step, Node())
    for other in node.claims:
        if claim.collides(other):
            if other.entry is claim.entry:
                return  # a spelling that differs only in capitals or apostrophes adds nothing
            raise LexiconError(
                f'"{claim.text}" is claimed by {other.where} as well. Take it out of one of the two files, '
                "or give one an only_when.",
                where=claim.where,
            )
    node.claims.append(claim)
    node.claims.sort(key=lambda one: one.order)
