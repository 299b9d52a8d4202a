"""What `pokeach say --show` shows of a phrase: for the ear and for the finger."""

from dataclasses import dataclass


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
    braille: str
    """Cells, U+28xx."""
    terms: tuple[str, ...]
    """The lexicon entries that fired."""

    def as_text(self) -> str:
        """Give labelled lines that read well aloud."""
        return "\n".join(
            (
                f"Written: {self.written}",
                f"Spoken: {self.spoken}",
                f"IPA: {self.ipa}",
                f"eSpeak: {self.markup}",
                f"Braille: {self.braille}",
                f"Lexicon: {', '.join(self.terms) or 'no entry'}",
            )
        )
