"""Which contractions a word of the lexicon takes.

In: a Term, a translator, the press's profile. Out: a Plan: given cells, no contractions, or breaks. Law: the lexicon
decides before the profile, the profile before the rule; whatever differs from plain translation is a Decision, so
that a transcriber can see it.

The rules are those of the Rules of Unified English Braille (docs/braille.md): be, con and dis only as first syllable
(10.6.1); had, here, name, one, some only as they sound in English (10.7.3 to 10.7.7); no contraction over an h that is
heard by itself (10.11.2), nor over the break of two syllables: foreign words need none at all (13.2.1).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.braille.cells import BLANK, CAPITAL
from pipeline.braille.signs import UNCONTRACTED, Plan, has_hebrew
from pipeline.braille.syllables import Syllables, syllables_of
from pipeline.model.braille import Decision
from pipeline.model.inline import Term, plain_text
from pipeline.model.lexicon import Entry
from pipeline.model.ports import BrailleTranslator
from pipeline.model.settings import BrailleSettings

BREAK, CAPITAL_BREAK = "\N{ZERO WIDTH NON-JOINER}", "\ue001"
"""What the translator is given to stop a contraction: among small letters, among capitals."""
_FIRST_SYLLABLE = {"be": "⠆", "con": "⠒", "dis": "⠲"}
_OF_TWO_SYLLABLES = {"ever": (1, 2), "under": (2,), "ity": (1,)}
"""Contractions that hold a break of syllables in English too, and after how many letters."""
_SECTIONS = {"had": "10.7.3", "here": "10.7.5", "name": "10.7.5", "one": "10.7.6", "some": "10.7.7"}
"""What the Rules say of these contractions; of the others they say only that foreign words have none."""
_FOREIGN = "13.2.1"
_DOUBLED = frozenset(("bb", "cc", "ff", "gg"))
_MOST_BREAKS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contraction:
    begin: int
    end: int
    cells: str
    """Without the signs before it."""


class Contractions:
    """Plans, each made once for each word."""

    def __init__(
        self,
        translator: BrailleTranslator,
        settings: BrailleSettings,
        entries: Sequence[Entry] = (),
    ) -> None:
        """Remember nothing yet. Words that English has taken in contract as English does (13.2.3)."""
        self._anglicised = frozenset(entry.slug for entry in entries if entry.tradition == "english")
        self._written = {entry.slug: entry.word for entry in entries if not has_hebrew(entry.word)}
        spelt = sorted(self._written.items()) if settings.hebrew == "transliteration" else ""
        self.ground = f"{sorted(self._anglicised)} {spelt}"
        """What of the lexicon decides beside what stands in a Term itself."""
        self.decisions: list[Decision] = []
        """Those of the block in hand."""
        self._translator = translator
        self._profile = settings.profile
        self._plans: dict[tuple[Term, bool], Plan] = {}

    def plan(self, term: Term, *, emphasised: bool) -> Plan:
        """Give the plan of a term."""
        key = (term, emphasised)
        if key not in self._plans:
            self._plans[key] = self._make(term, emphasised=emphasised)
        plan = self._plans[key]
        if plan.decision:
            self.decisions.append(plan.decision)
        return plan

    def transliteration(self, term: Term) -> str:
        """Give English letters for a term in Hebrew letters; empty when the lexicon has none."""
        return self._written.get(term.entry, "")

    def spans_uncontracted(self, *, emphasised: bool) -> bool:
        """Tell whether words that the source marks as foreign stay uncontracted."""
        return self._profile == "uncontracted-hebrew" or (self._profile == "ueb-13.2-strict" and emphasised)

    def _make(self, term: Term, *, emphasised: bool) -> Plan:
        word = plain_text(term.children)
        foreign = term.language == "he-Latn" and self.spans_uncontracted(emphasised=emphasised)
        if term.braille == "contract":
            return self._decided(word, Plan(), "contracted: the lexicon says so")
        if term.braille == "uncontracted":
            return self._decided(word, Plan(uncontracted=True), "uncontracted: the lexicon says so")
        if foreign:
            return self._decided(word, Plan(uncontracted=True), f"uncontracted: profile {self._profile}")
        if term.braille == "break":
            return self._decided(
                word, Plan(breaks=tuple(_starts(word, term.ipa))), "broken at syllables: the lexicon says so"
            )
        return Plan() if term.entry in self._anglicised else self._by_rule(word, term)

    def _by_rule(self, word: str, term: Term) -> Plan:
        breaks: dict[int, str] = {}
        unchecked = False
        for begin, part, ipa in _parts(word, term.ipa):
            syllables = syllables_of(part, ipa)
            if syllables is None:
                unchecked = unchecked or any(self._contractions(part, frozenset()))
                continue
            if term.language == "he-Latn" and self._is_wordsign(part):
                reason = "uncontracted: an English word's sign or shortform would stand for a Hebrew word"
                return self._decided(word, Plan(uncontracted=True), reason)
            breaks |= {begin + at: why for at, why in self._broken(part, syllables).items()}
        if not breaks:
            unsure = "contracted as English: the sound does not fit the letters, so syllables are not known"
            return self._decided(word, Plan(), unsure) if unchecked else Plan()
        reasons = "; ".join(dict.fromkeys(breaks[at] for at in sorted(breaks)))
        return self._decided(word, Plan(breaks=tuple(sorted(breaks))), f"broken: {reasons}")

    def _broken(self, part: str, syllables: Syllables) -> dict[int, str]:
        """Break one contraction after the other; each may let another in."""
        breaks: dict[int, str] = {}
        idle: set[int] = set()
        for _ in range(_MOST_BREAKS):
            found = self._first_wrong(part, syllables, frozenset(breaks), frozenset(idle))
            if found is None:
                break
            at, why = found
            if self._cells(part, frozenset((*breaks, at))) == self._cells(part, frozenset(breaks)):
                # Some tables have rules for whole words ("leah") that give their letters one by one.
                idle.add(at)
            else:
                breaks[at] = why
        return breaks

    def _cells(self, part: str, breaks: frozenset[int]) -> str:
        text, _ = marked(part, breaks)
        return self._translator.translate(text, [0] * len(text), language="en").cells

    def _first_wrong(
        self, part: str, syllables: Syllables, breaks: frozenset[int], idle: frozenset[int]
    ) -> tuple[int, str] | None:
        """Find a contraction that the word's sound forbids: where to break it, and why."""
        for contraction in self._contractions(part, breaks):
            for at, why in _faults(part, contraction, syllables):
                if at not in idle:
                    return at, why
        return None

    def _contractions(self, part: str, breaks: frozenset[int]) -> Iterator[_Contraction]:
        """Find the letters that share cells."""
        text, origins = marked(part, breaks)
        translation = self._translator.translate(text, [0] * len(text), language="en")
        groups: dict[int, str] = {}
        for cell, position in zip(translation.cells, translation.input_positions, strict=True):
            origin = origins[position]
            groups[origin] = groups.get(origin, "") + cell
        starts = sorted(groups)
        for begin, end in zip(starts, (*starts[1:], len(part)), strict=True):
            if end - begin > 1:
                yield _Contraction(begin=begin, end=end, cells=groups[begin].lstrip(CAPITAL))

    def _is_wordsign(self, part: str) -> bool:
        """Tell whether one cell stands for the whole word: then it is the sign of an English word."""
        cells = self._translator.translate(part.lower(), [0] * len(part), language="en").cells
        return part.isalpha() and len(part) > 1 and len(cells) == 1

    def _decided(self, word: str, plan: Plan, rule: str) -> Plan:
        """Add what the proof sheet shows: the word in braille as it would be, and as it is."""
        usual = self._translator.translate(word, [0] * len(word), language="en").cells
        text, _ = marked(word, frozenset(plan.breaks))
        typeform = UNCONTRACTED if plan.uncontracted else 0
        made = self._translator.translate(text, [typeform] * len(text), language="en").cells
        decision = Decision(printed=word, cells=made.strip(BLANK), usual=usual.strip(BLANK), rule=rule)
        return Plan(uncontracted=plan.uncontracted, breaks=plan.breaks, decision=decision)


def _faults(part: str, contraction: _Contraction, syllables: Syllables) -> Iterator[tuple[int, str]]:
    letters = part[contraction.begin : contraction.end].lower()
    for sign, cell in _FIRST_SYLLABLE.items():
        # Some tables have rules for longer stretches ("bein'"), so the first cell tells what the letters became.
        begins = contraction.begin == 0 and letters.startswith(sign) and contraction.cells.startswith(cell)
        if begins and len(sign) not in syllables.starts:
            yield 1, f"{sign} is not the first syllable (10.6.1)"
    for at in syllables.aspirated:
        if contraction.begin < at < contraction.end:
            yield at, f"{letters} bridges an h that is heard (10.11.2)"
    if letters == "ever" and not syllables.stressed[0] <= contraction.begin < syllables.stressed[1]:
        yield contraction.begin + 1, "ever without stress on its first e (10.7.4)"
    if letters not in _DOUBLED:
        usual = _OF_TWO_SYLLABLES.get(letters, ())
        for at in syllables.starts:
            if contraction.begin < at < contraction.end and at - contraction.begin not in usual:
                yield at, f"{letters} bridges two syllables ({_SECTIONS.get(letters, _FOREIGN)})"


def marked(word: str, breaks: frozenset[int]) -> tuple[str, list[int]]:
    """Put break marks into a word; also give for each character the offset of the letter it belongs to."""
    text: list[str] = []
    origins: list[int] = []
    for at, letter in enumerate(word):
        if at in breaks:
            text.append(break_mark(word[at - 1] if at else "", letter))
            origins.append(at)
        text.append(letter)
        origins.append(at)
    return "".join(text), origins


def break_mark(before: str, after: str) -> str:
    """Give the mark that fits the case of its neighbours."""
    return CAPITAL_BREAK if before.isupper() and after.isupper() else BREAK


def _parts(word: str, ipa: str) -> Iterator[tuple[int, str, str]]:
    """Yield each printed word with its sound and offset; nothing when print and sound differ in number."""
    parts, sounds = word.split(), ipa.split()
    if len(parts) != len(sounds):
        return
    begin = 0
    for part, sound in zip(parts, sounds, strict=True):
        begin = word.index(part, begin)
        yield begin, part, sound
        begin += len(part)


def _starts(word: str, ipa: str) -> Iterator[int]:
    for begin, part, sound in _parts(word, ipa):
        syllables = syllables_of(part, sound)
        yield from (begin + at for at in (syllables.starts if syllables else ()))
