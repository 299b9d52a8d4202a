"""Sounds: respelling <-> IPA <-> engine mnemonics, and the s of an English ending.

In: the text of lexicon/sounds.toml. Out: Sounds, which everyone asks who has to do with a sound. Law: whatever goes
to the engine between [[ and ]] is made here, from the table; an unknown sign is an error, for the engine would drop
the rest of the word without a word (measured with eSpeak NG 1.52).
"""

from dataclasses import dataclass, replace

from pipeline.lexicon.inventory import END_OF_WORD, Inventory, Prefix, parse_inventory
from pipeline.lexicon.ipa import (
    PRIMARY,
    SECONDARY,
    Syllable,
    Word,
    format_ipa,
    outline,
    parse_ipa,
    sequence_of,
)
from pipeline.lexicon.respelling import format_respelling, parse_respelling

_STRESS_MNEMONICS = {PRIMARY: "'", SECONDARY: ",", "": ""}


def parse_sounds(text: str, path: str) -> "Sounds":
    """Read sounds.toml; LexiconError says what is wrong in it."""
    return Sounds(inventory=parse_inventory(text, path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sounds:
    """The table of sounds, and the ways between its columns."""

    inventory: Inventory

    @property
    def prefixes(self) -> tuple[Prefix, ...]:
        """The Hebrew prefixes an entry may allow."""
        return self.inventory.prefixes

    def ipa_of(self, say: str) -> str:
        """Give the IPA of a respelling: moh-SHEE-akh is moʊˈʃi.ɑx."""
        return format_ipa(parse_respelling(say, self.inventory))

    def say_of(self, ipa: str) -> str:
        """Give a respelling that reads back as this IPA, or, where only IPA can write it, as nothing: S'H'AH-tuh."""
        return format_respelling(parse_ipa(ipa, self.inventory), self.inventory)

    def normal_ipa(self, ipa: str) -> str:
        """Give IPA in the house form; LexiconError names a sign that is not in the table."""
        return format_ipa(parse_ipa(ipa, self.inventory))

    def alike(self, ipa: str, other: str) -> bool:
        """Tell whether two transcriptions ask for the same sounds with the same strong vowel in each word."""
        return outline(parse_ipa(ipa, self.inventory)) == outline(parse_ipa(other, self.inventory))

    def is_heard(self, asked: str, heard: str) -> bool:
        """Tell whether the sounds of a word are among those an engine says."""
        wanted, said = sequence_of(asked, self.inventory), sequence_of(heard, self.inventory)
        begins = range(len(said) - len(wanted) + 1)
        return any(said[begin : begin + len(wanted)] == wanted for begin in begins)

    def mnemonics(self, ipa: str) -> str:
        """Give what eSpeak NG is told between [[ and ]], words parted by spaces."""
        seams = {(seam.before, seam.after): seam.espeak for seam in self.inventory.seams}
        words = []
        for word in parse_ipa(ipa, self.inventory):
            written, before = "", ""
            for syllable in word:
                stress = _STRESS_MNEMONICS[syllable.stress]
                for sound in syllable.sounds:
                    written += seams.get((before, sound.ipa), "") + stress + sound.espeak
                    before, stress = sound.ipa, ""
            words.append(written + seams.get((before, END_OF_WORD), ""))
        return " ".join(words)

    def with_ending(self, ipa: str) -> str:
        """Give the IPA with the s of an English plural or possessive: /s/, /z/ or /ɪz/ by the sound before it."""
        words = parse_ipa(ipa, self.inventory)
        last = words[-1][-1]
        ending = last.sounds[-1].ending
        known = self.inventory.by_ipa
        if ending == "iz":
            word: Word = (*words[-1], Syllable(sounds=(known["ɪ"], known["z"])))
        else:
            word = (*words[-1][:-1], replace(last, sounds=(*last.sounds, known[ending])))
        # A word of one syllable is written without a mark; once it is longer it needs one.
        return format_ipa((*words[:-1], _stressed(word) if len(word) > 1 else word))

    def hisses(self, ipa: str) -> bool:
        """Tell whether the last sound is a sibilant, so that an ending is written es and said /ɪz/."""
        return parse_ipa(ipa, self.inventory)[-1][-1].sounds[-1].ending == "iz"

    def with_prefix(self, prefix: Prefix, ipa: str) -> str:
        """Give the IPA of a word with a Hebrew prefix before it."""
        first, *others = parse_ipa(ipa, self.inventory)
        joined: Word = (*parse_respelling(prefix.say, self.inventory)[0], *_stressed(first))
        return format_ipa((joined, *others))


def _stressed(word: Word) -> Word:
    if any(syllable.stress == PRIMARY for syllable in word):
        return word
    return (replace(word[0], stress=PRIMARY), *word[1:])
