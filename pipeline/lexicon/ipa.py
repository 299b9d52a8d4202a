"""IPA as written by people <-> syllables of known sounds.

In: IPA without brackets, syllables parted by full stops or stress marks, words by spaces. Out: syllables.
Law: a sign that is not in the table of sounds is an error that names it, never a silence.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import LexiconError
from pipeline.lexicon.inventory import Inventory, Sound

PRIMARY = "\N{MODIFIER LETTER VERTICAL LINE}"
SECONDARY = "\N{MODIFIER LETTER LOW VERTICAL LINE}"
_LENGTH = "\N{MODIFIER LETTER TRIANGULAR COLON}"
_TIE_BARS = "\N{COMBINING DOUBLE INVERTED BREVE}\N{COMBINING DOUBLE BREVE BELOW}"
_IGNORED = str.maketrans("", "", _LENGTH + _TIE_BARS)
# Typed by hand: the apostrophe and the comma for the two stress marks.
_TYPED = str.maketrans({"'": PRIMARY, "\N{RIGHT SINGLE QUOTATION MARK}": PRIMARY, ",": SECONDARY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Syllable:
    """Sounds that are said in one go."""

    sounds: tuple[Sound, ...]
    stress: str = ""
    """PRIMARY, SECONDARY or empty."""

    @property
    def vowels(self) -> int:
        """Count the vowels: one in a proper syllable."""
        return sum(sound.vowel for sound in self.sounds)


Word = tuple[Syllable, ...]
Words = tuple[Word, ...]


def parse_ipa(ipa: str, inventory: Inventory) -> Words:
    """Read IPA into words of syllables."""
    clean = unicodedata.normalize("NFC", ipa).translate(_IGNORED).translate(_TYPED)
    words = tuple(_word(part, inventory) for part in clean.split())
    if not words:
        raise LexiconError("the IPA is empty.")
    return words


def _word(text: str, inventory: Inventory) -> Word:
    syllables: list[Syllable] = []
    stress = ""
    sounds: list[Sound] = []

    def close(next_stress: str) -> None:
        nonlocal stress
        if any(sound.vowel for sound in sounds) or (sounds and not next_stress):
            syllables.append(Syllable(sounds=tuple(sounds), stress=stress))
            sounds.clear()
            stress = next_stress
        else:
            # Consonants alone before a stress mark (mˈɔ): they begin the syllable that follows.
            stress = next_stress or stress

    index = 0
    while index < len(text):
        if text[index] in (".", PRIMARY, SECONDARY):
            close("" if text[index] == "." else text[index])
            index += 1
            continue
        sign = _longest_sign(text, index, inventory)
        sounds.append(inventory.by_ipa[sign])
        index += len(sign)
    close("")
    return tuple(syllables)


def _longest_sign(text: str, index: int, inventory: Inventory) -> str:
    for length in (2, 1):
        if text[index : index + length] in inventory.by_ipa:
            return text[index : index + length]
    name = unicodedata.name(text[index], "a character without a name").lower()
    raise LexiconError(
        f"the IPA sign {text[index]!r} ({name}) is not in the table of sounds. "
        "Use the signs of lexicon/sounds.toml, without slashes or brackets, or write say instead of ipa."
    )


def sequence_of(heard: str, inventory: Inventory) -> tuple[str, ...]:
    """Give the sounds of what an engine says, one name each; marks left out, a sign of no table stands for itself."""
    clean = unicodedata.normalize("NFC", heard).translate(_IGNORED)
    names: list[str] = []
    index = 0
    while index < len(clean):
        sign = next(
            (clean[index : index + n] for n in (2, 1) if clean[index : index + n] in inventory.by_ipa), ""
        )
        if sign:
            names.append(inventory.by_ipa[sign].likeness)
        elif clean[index] not in f" \n.{PRIMARY}{SECONDARY}":
            names.append(clean[index])
        index += len(sign) or 1
    return tuple(names)


def format_ipa(words: Sequence[Word]) -> str:
    """Write words as IPA in the house form: stress marks and full stops between syllables."""
    return " ".join(_format_word(word) for word in words)


def _format_word(word: Word) -> str:
    written = ""
    for index, syllable in enumerate(word):
        seam = "." if index and not syllable.stress else ""
        written += seam + syllable.stress + "".join(sound.ipa for sound in syllable.sounds)
    return written


def outline(words: Sequence[Word]) -> tuple[tuple[str, int], ...]:
    """Give what two transcriptions must share to sound alike: for each word its sounds and its strong vowel.

    Left out: secondary stress, the bounds of syllables, and what only stress tells apart (ʌ and ə). A word of one
    syllable has no strong vowel, for engines stress it or not as the sentence wants.
    """
    return tuple(_outline_word(word) for word in words)


def _outline_word(word: Word) -> tuple[str, int]:
    vowels_before = 0
    strong = -1
    for syllable in word:
        if syllable.stress == PRIMARY:
            strong = vowels_before
        vowels_before += syllable.vowels
    sounds = " ".join(sound.likeness for syllable in word for sound in syllable.sounds)
    return sounds, strong if vowels_before > 1 else -1
