"""The house respelling <-> syllables: moh-SHEE-akh.

In: a respelling as volunteers write it, or syllables. Out: the other. Law: one spelling, one sound; whatever can be
heard in two ways is refused, in words that can be understood without seeing the hyphens and capitals. What only IPA can
write is printed with apostrophes inside a syllable, which are never read back: S'H'AH-tuh.

The grammar: words are parted by spaces, syllables by hyphens; a syllable is consonants, one vowel, consonants; the
strong syllable stands in capitals or behind an apostrophe, or its number stands behind the word (maw-shee-akh 2); a
word of two or more syllables has exactly one.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from pipeline.errors import LexiconError
from pipeline.lexicon.inventory import Inventory, Sound
from pipeline.lexicon.ipa import PRIMARY, Syllable, Word, Words

_HYPHENS = str.maketrans(
    {
        **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "-"),
        "\N{SOFT HYPHEN}": "",
    }
)
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER VERTICAL LINE}"
_VOWEL_LETTERS = frozenset("aeiou")
_ASCII = "the letters that may be used are in lexicon/README.md"
_PLAIN = "write it in plain letters a to z; signs of the phonetic alphabet go into the field ipa"
Choices = tuple[tuple[Sound, ...], ...]
_LONGEST_SPELLING = 3
# What English writers are likely to type, and what to type instead.
_REMEDIES = {"c": "write k, s or ch", "q": "write k or kw", "x": "write ks, or kh for the throat sound"}


def parse_respelling(say: str, inventory: Inventory) -> Words:
    """Read a respelling; LexiconError names the syllable and the remedy."""
    words = unicodedata.normalize("NFC", say).translate(_HYPHENS).split()
    if not words:
        raise LexiconError("the respelling is empty.")
    return tuple(_word(word, inventory) for word in _with_numbered_stress(words))


def _with_numbered_stress(words: Sequence[str]) -> Iterator[str]:
    """Put a stress that is given as a number behind the word into the word: maw-shee-akh 2."""
    for index, word in enumerate(words):
        number = words[index + 1] if index + 1 < len(words) else ""
        if word.isdecimal():
            if index == 0 or words[index - 1].isdecimal():
                raise LexiconError(
                    f"the number {word} stands behind no word; it tells which syllable is strong."
                )
        elif number.isdecimal():
            yield _strong(word, int(number))
        else:
            yield word


def _strong(word: str, place: int) -> str:
    parts = word.split("-")
    if not 1 <= place <= len(parts):
        raise LexiconError(
            f"the word '{word}' has {len(parts)} syllables; number {place} cannot be the strong one."
        )
    if any(_is_stressed(part) for part in parts):
        raise LexiconError(f"the word '{word} {place}' names its strong syllable twice; take the number out.")
    return "-".join([*parts[: place - 1], parts[place - 1].upper(), *parts[place:]])


def _word(text: str, inventory: Inventory) -> Word:
    parts = text.split("-")
    if "" in parts:
        raise LexiconError(f"the word '{text}' has a hyphen without a syllable beside it; take it out.")
    for sign in text:
        if not (sign.isalpha() or sign in _APOSTROPHES or sign == "-"):
            raise LexiconError(
                f"the sign '{sign}' ({unicodedata.name(sign, 'without a name').lower()}) in the word '{text}' is no "
                "letter; put a hyphen between syllables and a space between words."
            )
    stressed = [_is_stressed(part) for part in parts]
    if len(parts) > 1 and sum(stressed) != 1:
        count = {0: "no strong syllable"}.get(sum(stressed), f"{sum(stressed)} strong syllables")
        raise LexiconError(
            f"the word '{text}' has {count}; write exactly one in capitals, or all small and behind the word its "
            f"number: {text.lower()} 1."
        )
    return tuple(
        Syllable(sounds=_sounds(part, strong=strong, inventory=inventory), stress=PRIMARY if strong else "")
        for part, strong in zip(parts, stressed, strict=True)
    )


def _is_stressed(part: str) -> bool:
    letters = part.lstrip(_APOSTROPHES)
    if letters != letters.lower() and letters != letters.upper():
        raise LexiconError(f"the syllable '{part}' mixes capitals and small letters; use one or the other.")
    return letters != part or letters.isupper()


def _sounds(part: str, *, strong: bool, inventory: Inventory) -> tuple[Sound, ...]:
    syllable = part.lstrip(_APOSTROPHES).lower()
    sounds: list[Sound] = []
    for choices in _choices(syllable, inventory):
        for sound in _choose(choices, strong=strong):
            if sound.vowel or not sounds or sounds[-1] is not sound:  # a doubled consonant is one sound: buss
                sounds.append(sound)
    vowels = sum(sound.vowel for sound in sounds)
    if vowels == 0:
        raise LexiconError(f"no vowel sound in the syllable '{syllable}'; write the vowel, for example uh.")
    if vowels > 1:
        count = {2: "two", 3: "three"}.get(vowels, "several")
        raise LexiconError(
            f"{count} vowel sounds in the syllable '{syllable}'; put a hyphen between them. "
            "A silent e at the end is not written: vohs, not vose."
        )
    return tuple(sounds)


def _choose(choices: Choices, *, strong: bool) -> tuple[Sound, ...]:
    wanted = "strong" if strong else "weak"
    return next((choice for choice in choices if choice[0].strength in ("", wanted)), choices[0])


def _choices(syllable: str, inventory: Inventory) -> Iterator[Choices]:
    """Yield, spelling by spelling, what each can stand for."""
    index = 0
    while index < len(syllable):
        letters = _longest_spelling(syllable, index, inventory)
        choices = inventory.by_letters[letters]
        if letters == "y":
            vowel = not _y_is_consonant(syllable, index)
            choices = tuple(choice for choice in choices if choice[0].vowel == vowel)
        yield choices
        index += len(letters)


def _longest_spelling(syllable: str, index: int, inventory: Inventory) -> str:
    for length in range(_LONGEST_SPELLING, 0, -1):
        letters = syllable[index : index + length]
        if len(letters) == length and letters in inventory.by_letters:
            return letters
    letter = syllable[index]
    remedy = _REMEDIES.get(letter, _ASCII if letter.isascii() else _PLAIN)
    raise LexiconError(
        f"the letter '{letter}' in the syllable '{syllable}' has no sound of its own; {remedy}."
    )


def _y_is_consonant(syllable: str, index: int) -> bool:
    # yes, yohm, but my, flysh: y before a vowel letter begins the syllable, elsewhere it is the vowel.
    return syllable[index + 1 : index + 2] in _VOWEL_LETTERS


def format_respelling(words: Sequence[Word], inventory: Inventory) -> str:
    """Write syllables as a respelling that reads back as the same sounds, or, where there is none, not at all."""
    return " ".join("-".join(_format_syllable(part, inventory) for part in word) for word in words)


def _format_syllable(syllable: Syllable, inventory: Inventory) -> str:
    strong = syllable.stress == PRIMARY
    for written in _candidates(syllable.sounds, inventory):
        try:
            heard = _sounds(written, strong=strong, inventory=inventory)
        except LexiconError:
            continue
        if [sound.likeness for sound in heard] == [sound.likeness for sound in syllable.sounds]:
            return written.upper() if strong else written
    apart = "'".join(sound.respelling[0] for sound in syllable.sounds)
    return apart.upper() if strong else apart


def _candidates(sounds: Sequence[Sound], inventory: Inventory) -> Iterator[str]:
    """Yield spellings of a syllable, the easiest to read first: blends, short vowels, then the full spellings."""
    if not sounds:
        yield ""
        return
    for letters, signs in inventory.blends:
        if tuple(sound.ipa for sound in sounds[: len(signs)]) == signs:
            for rest in _candidates(sounds[len(signs) :], inventory):
                yield letters + rest
    spellings = sounds[0].respelling
    if len(sounds) > 1 and spellings[0][:-1] == spellings[-1]:
        spellings = spellings[
            ::-1
        ]  # before a consonant of its own syllable the short form will do: mits, not mihts
    for letters in spellings:
        for rest in _candidates(sounds[1:], inventory):
            yield letters + rest
