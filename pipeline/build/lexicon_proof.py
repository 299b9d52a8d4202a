"""Proof that the lexicon is heard as it is written: the voice itself is asked, without a sound.

In: entries, the whole lexicon, settings. Out: faults, each with the file it stands in. Law: what the engine's own
trace says is held against the entry's IPA, alone and in the entry's own sentences; a test that cannot fail is none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.braille.transcribe import transcribe_sentence
from pipeline.build.ear import ear, whose_ear
from pipeline.build.phrase import phrase_sentence
from pipeline.build.words import Words
from pipeline.engines.espeak import EspeakVoice
from pipeline.engines.liblouis import LiblouisTranslator
from pipeline.errors import LexiconError
from pipeline.lexicon.aloud import tell_difference
from pipeline.lexicon.sounds import Sounds
from pipeline.model.document import Sentence
from pipeline.model.inline import Term
from pipeline.model.lexicon import Entry, EntryTest
from pipeline.model.settings import Settings
from pipeline.model.walk import every_inline
from pipeline.speech.script import utterance_of

_TOGETHER = 200
"""How many words the voice is asked for at once: starting it costs more than ten words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What was tried, and what was found wrong."""

    entries: int
    sounds: int
    sentences: int
    faults: tuple[LexiconError, ...]
    whose_ear: str
    """That another voice than the press's own was asked; empty when it was its own."""

    def __add__(self, other: "Proof") -> "Proof":
        """Give two proofs as one."""
        return Proof(
            entries=self.entries + other.entries,
            sounds=self.sounds + other.sounds,
            sentences=self.sentences + other.sentences,
            faults=self.faults + other.faults,
            whose_ear=self.whose_ear or other.whose_ear,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A sound that the voice is asked for."""

    entry: Entry
    ipa: str
    told: str
    """What the voice is told."""


def prove(entries: Sequence[Entry], words: Words, settings: Settings) -> Proof:
    """Prove entries: each sound alone and with an ending, each test sentence as it would be published."""
    voice = ear(settings, words.sounds)
    tried = _Trial(words=words, settings=settings, voice=voice)
    active = [entry for entry in entries if entry.status not in ("retired", "draft")]
    alone = [asked for entry in active for asked in tried.alone(entry)]
    faults = [fault for entry in active for fault in tried.sentences(entry)]
    faults += tried.not_heard(alone)
    return Proof(
        entries=len(active),
        sounds=len(alone),
        sentences=sum(len(entry.tests) for entry in active),
        faults=tuple(faults),
        whose_ear=whose_ear(settings),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """What the trials need."""

    words: Words
    settings: Settings
    voice: EspeakVoice

    def alone(self, entry: Entry) -> Iterator[_Asked]:
        """Yield the sounds of an entry's word and forms, each with its English ending where it takes one."""
        sounds = self.words.sounds
        spoken = [(entry.say, entry.ipa), *((form.say, form.ipa) for form in entry.forms)]
        for say, given in spoken:
            if not (say or given):
                continue
            ipa = sounds.normal_ipa(given) if given else sounds.ipa_of(say)
            yield self._asked(entry, ipa)
            if entry.endings in ("english", "possessive"):
                yield self._asked(entry, sounds.with_ending(ipa))

    def _asked(self, entry: Entry, ipa: str) -> _Asked:
        return _Asked(entry=entry, ipa=ipa, told=f" [[{self.words.sounds.mnemonics(ipa)}]] ")

    def not_heard(self, asked: Sequence[_Asked]) -> Iterator[LexiconError]:
        """Yield a fault for each sound that the voice says otherwise when it stands alone."""
        sounds = self.words.sounds
        for begin in range(0, len(asked), _TOGETHER):
            group = asked[begin : begin + _TOGETHER]
            if _alike(" ".join(one.ipa for one in group), self._say(group), sounds):
                continue
            for one in group:
                heard = self._say([one])
                if not _alike(one.ipa, heard, sounds):
                    said = f"{tell_difference(one.ipa, heard, sounds)}. In IPA: {one.ipa}, and {heard}"
                    yield _fault(one.entry, f"asked for {sounds.say_of(one.ipa)}, the voice {said}.")

    def _say(self, group: Sequence[_Asked]) -> str:
        return self.voice.phonemes(" . ".join(one.told for one in group))

    def sentences(self, entry: Entry) -> Iterator[LexiconError]:
        """Yield the faults of an entry's test sentences."""
        if not entry.tests:
            yield _fault(
                entry,
                f'no sentence proves this entry. Add two lines at the end of its file: [[test]] and text = "..."; '
                f"between the quotation marks a sentence that holds {entry.word}.",
            )
        for test in entry.tests:
            sentence = phrase_sentence(test.text, self.words)
            terms = [
                inline
                for inline in every_inline(sentence.inlines)
                if isinstance(inline, Term) and inline.entry == entry.slug
            ]
            reason = self._reason(test, sentence, terms)
            if reason:
                yield _fault(entry, f'the test "{test.text}" fails: {reason}')

    def _reason(self, test: EntryTest, sentence: Sentence, terms: Sequence[Term]) -> str:
        """Say in words why a test fails; empty when it holds."""
        if bool(terms) is not test.changes:
            return (
                "the word is not found in it." if test.changes else "the entry must not touch it, but does."
            )
        sounds = self.words.sounds
        asked = dict.fromkeys(term.ipa for term in terms if term.ipa)
        if test.hears and _wanted(test.hears, sounds) not in asked:
            says = ", ".join(map(sounds.say_of, asked)) or "nothing"
            return (
                f"hears = {test.hears!r}, but the lexicon says {says}. Take the line hears out, or mend it."
            )
        if asked:
            heard = self.voice.phonemes(self.voice.markup(utterance_of(sentence, self.settings.speech)))
            for ipa in asked:
                if not sounds.is_heard(ipa, heard):
                    return f"{sounds.say_of(ipa)} is not in what the voice says. In IPA: {ipa}, and {heard}."
        if test.braille and test.braille not in self._cells(sentence):
            return f"its braille is {self._cells(sentence)}, without {test.braille}."
        return ""

    def _cells(self, sentence: Sentence) -> str:
        braille = self.settings.braille
        return transcribe_sentence(sentence, LiblouisTranslator(braille), braille)


def _wanted(hears: str, sounds: Sounds) -> str:
    """Give the IPA that a test asks to hear; by hand it may be respelled. Capitals and hyphens are no IPA."""
    try:
        return sounds.ipa_of(hears) if "-" in hears or hears != hears.lower() else hears
    except LexiconError:
        return hears


def _alike(asked: str, heard: str, sounds: Sounds) -> bool:
    try:
        return sounds.alike(heard, asked)
    except LexiconError:
        return False  # the voice said a sound that is not in the house's table


def _fault(entry: Entry, message: str) -> LexiconError:
    return LexiconError(message, where=entry.place_of("word"))
