"""A respelling told back in words, for people who cannot hear capitals and hyphens.

In: a sound. Out: sentences. Law: everything that the eye would see in a respelling is said: how many syllables, which
one is strong, which letters.
"""

import unicodedata
from collections.abc import Callable
from itertools import zip_longest

from pipeline.lexicon.ipa import PRIMARY, Word, parse_ipa, sequence_of
from pipeline.lexicon.respelling import format_respelling
from pipeline.lexicon.sounds import Sounds

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PLACES = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_SIGNS = {" ": "space", "-": "hyphen", "'": "apostrophe", ".": "full stop"}


def tell_sound(ipa: str, sounds: Sounds) -> str:
    """Say a sound in words: "three syllables: maw, SHEE, akh; the second is strong"."""
    return "; then ".join(_tell_word(word, sounds) for word in parse_ipa(ipa, sounds.inventory))


def _tell_word(word: Word, sounds: Sounds) -> str:
    written = format_respelling((word,), sounds.inventory).split("-")
    if len(word) == 1:
        return f"one syllable: {written[0]}"
    strong = next((index for index, part in enumerate(word, 1) if part.stress == PRIMARY), 1)
    count = _COUNTS[len(word)] if len(word) < len(_COUNTS) else str(len(word))
    place = _PLACES[strong] if strong < len(_PLACES) else f"number {strong}"
    return f"{count} syllables: {', '.join(written)}; the {place} is strong"


def tell_difference(asked: str, heard: str, sounds: Sounds) -> str:
    """Say where a voice leaves the IPA that it is asked for: "says ng, as in sing, instead of n, as in no"."""
    named = {
        sound.likeness: f"{sound.respelling[0]}, as in {sound.example}" for sound in sounds.inventory.sounds
    }
    ours, theirs = sequence_of(asked, sounds.inventory), sequence_of(heard, sounds.inventory)
    for our, their in zip_longest(ours, theirs, fillvalue=""):
        if our != their:
            said, wanted = (named.get(sound, sound) or "nothing" for sound in (their, our))
            return f"says {said}, instead of {wanted}"
    return "makes another syllable strong"


def tell_table(sounds: Sounds) -> tuple[str, ...]:
    """Say the whole table of sounds, vowels first: how each is written, a word that has it, what that leaves open; at
    the end the letters that stand for two sounds."""
    inventory = sounds.inventory
    ordered = sorted(inventory.sounds, key=lambda sound: not sound.vowel)
    singles = (
        f"Write {' or '.join(sound.respelling)}, as in {sound.example}{sound.words and ': '}{sound.words}."
        for sound in ordered
    )
    blends = (
        f"Write {letters} for {' and '.join(inventory.by_ipa[sign].respelling[0] for sign in signs)} together."
        for letters, signs in inventory.blends
    )
    return (*singles, *blends)


def spell_out(text: str) -> str:
    """Name every character: "capital S, H, hyphen"."""
    return ", ".join(_name(sign) for sign in text)


def _name(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    if sign.isascii() and sign.isalpha():
        return f"capital {sign}" if sign.isupper() else sign.upper()
    return unicodedata.name(sign, sign).lower()


def misleading_syllables(
    say: str, sounds: Sounds, *, is_english: Callable[[str], bool], heard: Callable[[str], str]
) -> tuple[str, ...]:
    """Name the syllables that are English words said otherwise: "mow", "ton". `heard` gives the IPA of a word."""
    found = []
    for written in dict.fromkeys(say.lower().replace("'", "").replace(" ", "-").split("-")):
        if len(written) > 1 and is_english(written) and not _alike(written, heard(written), sounds):
            found.append(written)
    return tuple(found)


def _alike(written: str, ipa: str, sounds: Sounds) -> bool:
    known = sounds.inventory.by_ipa
    plain = "".join(sign for sign in ipa if sign in known)
    return bool(plain) and sounds.alike(plain, sounds.ipa_of(written))
