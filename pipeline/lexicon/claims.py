"""What each entry lays claim to: printed forms with their sound, in a trie over words.

In: entries and the table of sounds. Out: the root of the trie. Law: every sound is checked here, before anything is
spoken, and two entries never claim the same form in the same place: the error names both files.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.errors import LexiconError
from pipeline.lexicon.context import Context, parse_context
from pipeline.lexicon.sounds import Sounds
from pipeline.lexicon.tokens import Token, tokenise
from pipeline.model.lexicon import Entry, Form

_UNMATCHED = ("retired", "draft")
# At one place the narrowest rule wins: a context before none, exact letters before any.
_CASE_ORDER = ("exact", "capital", "any")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A printed form that an entry claims."""

    entry: Entry
    form: str
    """How it derives from the entry, as in Term.form."""
    text: str
    """The form in folded signs, capitals kept."""
    tail: str
    """A full stop that belongs to an abbreviation where it is printed."""
    ipa: str
    context: Context
    silent: Context | None
    """Where it is not spoken; None: always spoken."""

    @property
    def order(self) -> tuple[bool, int]:
        """Sort key: the claim that is tried first has the least."""
        return not self.context.kind, _CASE_ORDER.index(self.entry.case)

    def fits_case(self, printed: str) -> bool:
        """Tell whether the entry's rule on capitals lets a printed form through."""
        match self.entry.case:
            case "exact":
                return printed == self.text
            case "capital":
                return printed[:1] != printed[:1].lower()
            case _:
                return True


@dataclass(slots=True)
class Node:
    """A place in the trie: the claims that end here, the narrowest first, and the words that may follow."""

    claims: list[Claim] = field(default_factory=list)
    following: dict[str, "Node"] = field(default_factory=dict)


def step(token: Token, *, first: bool) -> str:
    """Give the name of the way from one node to the next: the word, and what stands before it inside a phrase."""
    return token.key if first else f"{token.gap}\n{token.key}"


def plant(entries: Sequence[Entry], sounds: Sounds) -> tuple[Node, tuple[LexiconError, ...]]:
    """Build the trie of all claims; an entry that cannot stand is left out, and its fault given back."""
    root = Node()
    faults: list[LexiconError] = []
    for entry in entries:
        if entry.status in _UNMATCHED:
            continue
        try:
            claims = tuple(_claims(entry, sounds))
            for claim, tokens in claims:
                _plant_one(root, claim, tokens)
        except LexiconError as problem:
            faults.append(LexiconError(problem.message, where=problem.where or _file(entry)))
    return root, tuple(faults)


def _plant_one(root: Node, claim: Claim, tokens: Sequence[Token]) -> None:
    node = root
    for index, token in enumerate(tokens):
        node = node.following.setdefault(step(token, first=index == 0), Node())
    for other in node.claims:
        if _collide(claim, other):
            if other.entry is claim.entry:
                return  # a spelling that differs only in capitals or apostrophes adds nothing
            raise LexiconError(
                f'"{claim.text}" is claimed by {_file(other.entry)} as well. Take it out of one of them, '
                "or give one an only_when."
            )
    node.claims.append(claim)
    node.claims.sort(key=lambda one: one.order)


def _collide(claim: Claim, other: Claim) -> bool:
    if claim.context != other.context or claim.entry.case != other.entry.case:
        return False
    return claim.entry.case != "exact" or claim.text == other.text


def _file(entry: Entry) -> str:
    return entry.pos.path if entry.pos else f"{entry.slug}.toml"


def _claims(entry: Entry, sounds: Sounds) -> Iterator[tuple[Claim, Sequence[Token]]]:
    ipa = _sound(entry, entry, sounds)
    if entry.read_as:
        ipa = ""  # checked, but not heard: read_as says it
    yield _claim(entry, "exact", entry.word, ipa)
    for spelling in entry.spellings:
        yield _claim(entry, "spelling", spelling, ipa)
    for form in entry.forms:
        yield _claim(entry, form.name or "form", form.text, _sound(entry, form, sounds))


def _sound(entry: Entry, spoken: Entry | Form, sounds: Sounds) -> str:
    """Give the IPA of an entry or of one of its forms, checked; empty when there is none (read_as, disputed)."""
    try:
        return _checked_sound(spoken, sounds)
    except LexiconError as problem:
        field = "say" if spoken.say else "ipa"
        raise LexiconError(f"{field}: {problem.message}", where=f"{_file(entry)}:{spoken.line}") from problem


def _checked_sound(spoken: Entry | Form, sounds: Sounds) -> str:
    ipa = sounds.normal_ipa(spoken.ipa) if spoken.ipa else ""
    if not spoken.say:
        return ipa
    said = sounds.ipa_of(spoken.say)
    if ipa and not sounds.alike(ipa, said):
        raise LexiconError(
            f'say "{spoken.say}" is {said}, but ipa says {ipa}. Correct one of them, or take ipa out.'
        )
    return ipa or said


def _claim(entry: Entry, form: str, text: str, ipa: str) -> tuple[Claim, Sequence[Token]]:
    tokens = tokenise(text)
    if not tokens:
        raise LexiconError(f'"{text}" holds no word that could be found in a text.')
    claim = Claim(
        entry=entry,
        form=form,
        text=printed(tokens),
        tail="." if entry.kind == "abbreviation" and text.endswith(".") else "",
        ipa=ipa,
        context=parse_context(entry.only_when),
        silent=parse_context(entry.silent_when) if entry.silent_when else None,
    )
    return claim, tokens


def printed(tokens: Sequence[Token]) -> str:
    """Give what stands in print from the first to the last token, in folded signs."""
    return tokens[0].text + "".join(token.gap + token.text for token in tokens[1:])
