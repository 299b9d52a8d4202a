"""What an entry lays claim to: printed forms with their sound.

In: an entry and the table of sounds. Out: its claims. Law: every sound is checked here, before anything is spoken; the
error names file, line and field.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.errors import LexiconError
from pipeline.lexicon.context import Context, parse_context
from pipeline.lexicon.sounds import Sounds
from pipeline.lexicon.tokens import Token, tokenise
from pipeline.model.lexicon import LAYERS, Entry, Form

_UNMATCHED = ("retired", "draft")
# At one place the upper layer wins, then the narrowest rule: a context before none, exact letters before any.
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
    steps: tuple[str, ...]
    """Its words, as `step` names them one after the other."""
    where: str
    """The file and line that lay it, for messages."""

    @property
    def order(self) -> tuple[int, bool, int]:
        """Sort key: the claim that is tried first has the least."""
        return LAYERS.index(self.entry.layer), not self.context.kind, _CASE_ORDER.index(self.entry.case)

    def fits_case(self, printed: str) -> bool:
        """Tell whether the entry's rule on capitals lets a printed form through."""
        match self.entry.case:
            case "exact":
                return printed == self.text
            case "capital":
                return printed[:1] != printed[:1].lower()
            case _:
                return True

    def collides(self, other: "Claim") -> bool:
        """Tell whether nothing says which of two claims to one form is meant."""
        mine, others = self.entry, other.entry
        if (mine.layer, mine.case, self.context) != (others.layer, others.case, other.context):
            return False
        return mine.case != "exact" or self.text == other.text


def step(token: Token, *, first: bool) -> str:
    """Give the name of the way from one node to the next: the word, and what stands before it inside a phrase."""
    return token.key if first else f"{token.gap}\n{token.key}"


def claims_of(entry: Entry, sounds: Sounds) -> tuple[Claim, ...]:
    """Give what an entry claims: nothing when it is a draft or retired."""
    return () if entry.status in _UNMATCHED else tuple(_claims(entry, sounds))


def _claims(entry: Entry, sounds: Sounds) -> Iterator[Claim]:
    ipa = _sound(entry, entry, sounds)
    if entry.read_as:
        ipa = ""  # checked, but not heard: read_as says it
    yield _claim(entry, "exact", entry.word, ipa, where=entry.place_of("word"))
    for spelling in entry.spellings:
        yield _claim(entry, "spelling", spelling, ipa, where=entry.place_of("spellings"))
    for form in entry.forms:
        sound = _sound(entry, form, sounds)
        yield _claim(entry, form.name or "form", form.text, sound, where=f"{entry.path}:{form.line}")


def _sound(entry: Entry, spoken: Entry | Form, sounds: Sounds) -> str:
    """Give the IPA of an entry or of one of its forms, checked; empty when there is none (read_as, disputed)."""
    try:
        return _checked_sound(spoken, sounds)
    except LexiconError as problem:
        field = "say" if spoken.say else "ipa"
        where = f"{entry.path}:{spoken.line}" if isinstance(spoken, Form) else entry.place_of(field)
        raise LexiconError(f"{field}: {problem.message}", where=where) from problem


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


def _claim(entry: Entry, form: str, text: str, ipa: str, *, where: str) -> Claim:
    tokens = tokenise(text)
    if not tokens:
        raise LexiconError(
            f'"{text}" holds no word that could be found in a text. Write it in letters.', where=where
        )
    return Claim(
        entry=entry,
        form=form,
        text=printed(tokens),
        tail="." if entry.kind == "abbreviation" and text.endswith(".") else "",
        ipa=ipa,
        context=parse_context(entry.only_when),
        silent=parse_context(entry.silent_when) if entry.silent_when else None,
        steps=tuple(step(token, first=index == 0) for index, token in enumerate(tokens)),
        where=where,
    )


def printed(tokens: Sequence[Token]) -> str:
    """Give what stands in print from the first to the last token, in folded signs."""
    return tokens[0].text + "".join(token.gap + token.text for token in tokens[1:])
