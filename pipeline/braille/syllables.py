"""Where a printed word's syllables part, by its sound.

In: the letters of a word and its IPA. Out: offsets at which a syllable begins, and letters h that are heard by
themselves; None when letters and sound cannot be laid side by side. Law: nothing is guessed; a word that does not fit
its sound is left alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

_STRESS, _BREAK = "ˈˌ", "."
_LONG_SOUNDS = ("tʃ", "dʒ", "eɪ", "aɪ", "oʊ", "aʊ", "ɔɪ")
_VOWELS = frozenset(("eɪ", "aɪ", "oʊ", "aʊ", "ɔɪ", *"iɪeɛæaɑʌəɔoʊuɜɝɚ"))
_VOWEL_LETTERS = frozenset("aeiouy")
_RHOTIC = frozenset("ɝɚ")
_SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "p": ("p", "pp"),
    "b": ("b", "bb"),
    "t": ("t", "tt", "th"),
    "d": ("d", "dd"),
    "k": ("k", "kk", "ck", "c", "q", "ch"),
    "ɡ": ("g", "gg"),
    "f": ("f", "ff", "ph"),
    "v": ("v", "vv", "w"),
    "θ": ("th",),
    "ð": ("th",),
    "s": ("s", "ss", "c", "th"),
    "z": ("z", "zz", "s"),
    "ʃ": ("sh", "ssh", "s"),
    "ʒ": ("zh",),
    "tʃ": ("ch", "tch", "tsh"),
    "dʒ": ("j", "g", "dj"),
    "x": ("ch", "kh", "cch", "h"),
    "h": ("h",),
    "m": ("m", "mm"),
    "n": ("n", "nn"),
    "ŋ": ("ng", "n"),
    "l": ("l", "ll"),
    "ɹ": ("r", "rr"),
    "j": ("y", "i", "j"),
    "w": ("w", "u"),
}
"""How writers of Hebrew in English letters spell each consonant."""
_PAIRS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("t", "s"): ("tz", "ts", "z", "tzt"),
    ("k", "s"): ("x",),
}
_SILENT_LETTER = {"'": 0.0, "’": 0.0, "-": 0.0, "h": 0.3, "e": 0.6}
_OTHER_SILENT_LETTER, _UNWRITTEN_SOUND, _UNWRITTEN_SCHWA = 1.0, 1.5, 0.5
_WORST = 2.0
"""Above this cost, letters and sounds are too unlike to be trusted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Syllables:
    """How the letters of a word fall to its syllables."""

    starts: tuple[int, ...]
    """Offsets of the letters with which the second syllable, the third ... begin; between two like consonants the
    second."""
    aspirated: tuple[int, ...] = ()
    """Offsets of letters h that are heard as h."""
    stressed: tuple[int, int] = (0, 0)
    """First letter of the strong syllable, and one past its last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sound:
    ipa: str
    syllable: int


_Cluster = tuple[int, int, int]
"""First letter, one past the last, index of the first sound."""


@cache
def syllables_of(word: str, ipa: str) -> Syllables | None:
    """Lay the letters of one word beside its sound."""
    sounds = tuple(_sounds(ipa))
    letters = word.lower()
    clusters = _align(letters, sounds)
    if not sounds or clusters is None:
        return None
    starts: list[int] = []
    aspirated: list[int] = []
    begun = 0
    for begin, end, index in clusters:
        sound = sounds[index]
        if sound.syllable > begun:
            doubled = end - begin == 2 and letters[begin] == letters[begin + 1]
            starts.append(begin + 1 if doubled else begin)
            begun = sound.syllable
        if sound.ipa == "h":
            aspirated.append(begin)
    return Syllables(
        starts=tuple(starts), aspirated=tuple(aspirated), stressed=_stressed(ipa, starts, len(letters))
    )


def _stressed(ipa: str, starts: Sequence[int], length: int) -> tuple[int, int]:
    """Find the letters of the strong syllable; a word without a mark of stress is strong as a whole."""
    before, mark, _ = ipa.partition(_STRESS[0])
    edges = (0, *starts, length)
    # The mark itself parts syllables, so the sounds before it end one.
    syllable = len({sound.syllable for sound in _sounds(before)}) if mark else -1
    if not 0 <= syllable < len(edges) - 1:
        return 0, length
    return edges[syllable], edges[syllable + 1]


def _sounds(ipa: str) -> Iterator[_Sound]:
    place, syllable, begun = 0, 0, False
    while place < len(ipa):
        if ipa[place] in _STRESS or ipa[place] == _BREAK:
            syllable, begun = (syllable + 1, False) if begun else (syllable, False)
            place += 1
            continue
        long = next((sound for sound in _LONG_SOUNDS if ipa.startswith(sound, place)), ipa[place])
        yield _Sound(ipa=long, syllable=syllable)
        begun = True
        place += len(long)


def _align(letters: str, sounds: tuple[_Sound, ...]) -> tuple[_Cluster, ...] | None:
    """Find the cheapest way to read the letters as the sounds."""
    best: dict[tuple[int, int], tuple[float, tuple[_Cluster, ...]]] = {(0, 0): (0.0, ())}
    for letter in range(len(letters) + 1):
        for sound in range(len(sounds) + 1):
            if (letter, sound) not in best:
                continue
            cost, path = best[letter, sound]
            for taken, heard, price in _steps(letters, letter, sounds, sound):
                step = (letter + taken, sound + heard)
                here = (*path, (letter, letter + taken, sound)) if taken and heard else path
                if step not in best or cost + price < best[step][0]:
                    best[step] = (cost + price, here)
    cost, path = best.get((len(letters), len(sounds)), (_WORST + 1, ()))
    return path if cost <= _WORST else None


def _steps(
    letters: str, letter: int, sounds: tuple[_Sound, ...], sound: int
) -> Iterator[tuple[int, int, float]]:
    """Yield letters taken, sounds heard, cost."""
    if letter < len(letters):
        yield 1, 0, _SILENT_LETTER.get(letters[letter], _OTHER_SILENT_LETTER)
    if sound == len(sounds):
        return
    ipa = sounds[sound].ipa
    yield 0, 1, _UNWRITTEN_SCHWA if ipa in "əɪ" else _UNWRITTEN_SOUND
    if ipa in _VOWELS:
        for count in range(1, 4):
            if letter + count > len(letters) or letters[letter + count - 1] not in _VOWEL_LETTERS:
                break
            yield count, 1, 0.15 * (count - 1)
            if ipa in _RHOTIC and letters.startswith("r", letter + count):
                yield count + 1, 1, 0.0
        return
    for spelling in _SPELLINGS.get(ipa, ()):
        if letters.startswith(spelling, letter):
            yield len(spelling), 1, 0.0 if len(spelling) > 1 else 0.05
    if sound + 1 < len(sounds):
        for spelling in _PAIRS.get((ipa, sounds[sound + 1].ipa), ()):
            if letters.startswith(spelling, letter):
                yield len(spelling), 2, 0.0
