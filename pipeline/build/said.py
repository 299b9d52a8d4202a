"""What `pokeach say` shows of a phrase: for the ear and for the finger."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidTerm:
    """A word of the phrase that the lexicon knows."""

    written: str
    say: str
    """The respelling of exactly this form, or the words that are read instead."""
    path: str
    """The file to change."""
    form: str

    def __str__(self) -> str:
        """Give one line that reads well aloud."""
        return f"{self.written}: {self.say}, from {self.path} ({self.form})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One phrase in every form it takes."""

    written: str
    spoken: str
    """The words the voice is given."""
    ipa: str
    """What the voice really says, as the engine reports it."""
    markup: str
    """What the engine is told."""
    whose_ear: str
    """That another voice than the press's own was asked for the IPA; empty when it was its own."""
    braille: str
    """Cells, U+28xx."""
    terms: tuple[SaidTerm, ...]
    """The lexicon's words in it."""

    def as_text(self) -> str:
        """Give what a volunteer works with: words and respellings, in labelled lines that read well aloud."""
        lexicon = [str(term) for term in self.terms] or [
            "The lexicon has no entry here: the voice's own rules say it."
        ]
        return "\n".join([f"Written: {self.written}", f"Spoken: {self.spoken}", *lexicon])

    def as_full_text(self) -> str:
        """Give the same with the phonetic alphabet, the engine's own signs and the braille."""
        signs = (f"IPA: {self.ipa}", f"eSpeak: {self.markup}", f"Braille: {self.braille}")
        return "\n".join([self.as_text(), *signs, *filter(None, [self.whose_ear])])
