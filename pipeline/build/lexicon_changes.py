"""Which sentences of which publications an edited lexicon changes: before and after, for ear and finger.

In: sources and the lexicon as they were and as they are. Out: changes. Law: a sentence that changes without holding a
changed word is named as unexpected; it is what a volunteer must never do by accident.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.braille.transcribe import transcribe_sentence
from pipeline.build.compose import read_document
from pipeline.build.ear import ear
from pipeline.build.words import Words, words_for
from pipeline.engines.espeak import EspeakVoice
from pipeline.engines.liblouis import LiblouisTranslator
from pipeline.model.document import Sentence
from pipeline.model.inline import Inline, Term
from pipeline.model.settings import Settings
from pipeline.model.speech import Phonemes, Utterance
from pipeline.model.walk import every_inline, every_sentence
from pipeline.speech.script import utterance_of
from pipeline.store.press import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A sentence that will sound or feel otherwise."""

    publication: str
    printed: str
    words: tuple[str, ...]
    """Changed entries that stand in it."""
    said_before: str
    """English as it is read; a word that is said otherwise now as its respelling."""
    said: str
    braille_before: str
    braille: str

    @property
    def expected(self) -> bool:
        """Tell whether the sentence holds a changed word."""
        return bool(self.words)

    def as_text(self) -> str:
        """Give lines that read well aloud."""
        lines = [f"{self.publication}: {self.printed}"]
        lines.append(f"Changed words in it: {', '.join(self.words) or 'none. This was not to be expected.'}")
        if self.said != self.said_before:
            lines += [f"Said before: {self.said_before}", f"Said now: {self.said}"]
        if self.braille != self.braille_before:
            lines += [f"Braille before: {self.braille_before}", f"Braille now: {self.braille}"]
        return "\n".join(lines)


def find_changes(
    sources: Sequence[tuple[SourceFile, SourceFile]], before: Words, now: Words, settings: Settings
) -> tuple[Change, ...]:
    """Compare every sentence of the sources, each given with its own words as they were and as they are."""
    changed = _changed_entries(before, now)
    same = not changed and before.sounds == now.sounds
    edition = _Edition(settings, before, now)
    return tuple(
        change
        for was, source in sources
        if not same or was.words != source.words
        for change in edition.compare(was, source, changed)
    )


def _changed_entries(before: Words, now: Words) -> frozenset[str]:
    """Give the slugs of the entries that came, went or were changed."""
    old = {entry.slug: entry for entry in before.entries}
    new = {entry.slug: entry for entry in now.entries}
    return frozenset(slug for slug in old.keys() | new.keys() if old.get(slug) != new.get(slug))


class _Edition:
    """Two lexicons, and the voice and the braille of the press."""

    def __init__(self, settings: Settings, before: Words, now: Words) -> None:
        self._settings = settings
        self._before, self._now = before, now
        self._voice_before = ear(settings, before.sounds)
        self._voice = ear(settings, now.sounds)
        self._translator = LiblouisTranslator(settings.braille)

    def compare(self, was: SourceFile, source: SourceFile, changed: frozenset[str]) -> Iterator[Change]:
        """Yield the sentences of one source that change."""
        if was.words or source.words:
            own = words_for(was, self._before).whole(), words_for(source, self._now).whole()
            changed |= _changed_entries(*own)
        old, _ = read_document(was, self._before, self._settings)
        new, _ = read_document(source, self._now, self._settings)
        sounds_changed = self._before.sounds != self._now.sounds
        for before, now in zip(every_sentence(old), every_sentence(new), strict=True):
            if before != now or (sounds_changed and _terms(now.inlines)):
                yield from self._change(source.slug, before, now, changed)

    def _change(
        self, publication: str, was: Sentence, now: Sentence, changed: frozenset[str]
    ) -> Iterator[Change]:
        told_before, utterance_before = self._say(was, self._voice_before)
        told, utterance = self._say(now, self._voice)
        braille_before, braille = self._cells(was), self._cells(now)
        if (told_before, braille_before) == (told, braille):
            return
        said_before = _read_off(utterance_before, utterance, self._before)
        said = _read_off(utterance, utterance_before, self._now)
        if said_before == said:  # only the voice's signs in the table of sounds differ: no letters tell that
            said_before, said = told_before, told
        entries = {term.entry for term in (*_terms(was.inlines), *_terms(now.inlines))}
        yield Change(
            publication=publication,
            printed=" ".join(now.text.split()),
            words=tuple(sorted(entries & changed)),
            said_before=said_before,
            said=said,
            braille_before=braille_before,
            braille=braille,
        )

    def _say(self, sentence: Sentence, voice: EspeakVoice) -> tuple[str, Utterance]:
        """Give what the voice is told, and what that was made from."""
        utterance = utterance_of(sentence, self._settings.speech)
        return voice.markup(utterance) if utterance.parts else "", utterance

    def _cells(self, sentence: Sentence) -> str:
        return transcribe_sentence(sentence, self._translator, self._settings.braille)


def _read_off(utterance: Utterance, other: Utterance, words: Words) -> str:
    """Give an utterance for people: as `spoken`, but what the other does not say so is respelled."""
    parts = (
        replace(part, written=words.sounds.say_of(part.ipa))
        if isinstance(part, Phonemes) and part not in other.parts
        else part
        for part in utterance.parts
    )
    return replace(utterance, parts=tuple(parts)).spoken


def _terms(inlines: Sequence[Inline]) -> list[Term]:
    return [inline for inline in every_inline(inlines) if isinstance(inline, Term)]
