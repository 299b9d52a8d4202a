"""Is this word English? What a word list does not say itself: derived words, British spellings, compounds.

In: a word and a way to ask a word list. Out: yes or no. Law: only patterns of English word formation, never a word of
a text; a word with a Hebrew look is not made English by its parts.
"""

import re
from collections.abc import Callable

IsEnglish = Callable[[str], bool]

_PREFIXES = (
    "anti", "be", "en", "counter", "dis", "hyper", "in", "inter", "macro", "mega", "micro", "mid", "mis", "multi",
    "non", "out", "over", "post", "pre", "re", "self", "semi", "sub", "super", "trans", "ultra", "un", "under", "up",
)  # fmt: skip
_SUFFIXES = (
    ("ness", ""), ("iness", "y"), ("less", ""), ("like", ""), ("hood", ""), ("ship", ""), ("wards", "ward"),
    ("ward", ""), ("wise", ""), ("ly", ""), ("ily", "y"), ("ity", ""), ("ism", ""), ("ist", ""), ("ists", ""),
    ("able", ""), ("able", "e"), ("ings", "ing"), ("er", ""), ("ers", ""), ("er", "e"), ("s", ""), ("es", ""),
    ("ies", "y"), ("fold", ""), ("ically", "ic"), ("ize", ""), ("ized", "ize"), ("izing", "ize"), ("istic", "ist"),
    ("eth", ""), ("eth", "e"), ("ieth", "y"), ("est", ""), ("est", "e"), ("edst", "ed"),
)  # fmt: skip
_BRITISH = (
    ("our", "or"), ("ise", "ize"), ("isi", "izi"), ("isa", "iza"), ("yse", "yze"), ("ysi", "yzi"), ("lled", "led"),
    ("lling", "ling"), ("ller", "ler"), ("tre", "ter"), ("ogue", "og"), ("ence", "ense"), ("fulfil", "fulfill"),
    ("mould", "mold"), ("grey", "gray"), ("cheque", "check"), ("judgement", "judgment"), ("ageing", "aging"),
    ("ae", "e"), ("oe", "e"), ("pped", "ped"), ("pping", "ping"), ("skil", "skill"), ("programme", "program"),
    ("llous", "lous"), ("æ", "e"), ("æ", "ae"), ("bre", "ber"), ("dst", "d"), ("st", ""),
)  # fmt: skip
_ABBREVIATION = re.compile(
    "ave|bros|cf|ch|chap|cit|co|eds?|eg|esp|est|etc|ff|fn|gen|govt|ibid|ie|inc|intro|jr|lev|loc|ltd|mrs?|ms|mt|nos?|num"
    "|op|ph|pp|prof|pt|rev|rd|sec|sr|st|suppl|tel|trans|univ|viz|vols?|vs"
)
_PARTICLE = re.compile(r"(?:ha|la|le|ba|va|ve|mi)-(?!ha$|la)", re.IGNORECASE)
"""Hebrew words that scholars write with a hyphen before the next: ha-es is no laugh and no plural."""
_ELIDED = ("e", "i", "o", "v")
_TAKES_ES = re.compile("(?:[osxz]|[cs]h)es$")
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
_HEBREW_BEGINNING = re.compile(r"[a-z]{1,3}[A-Z][a-z]")
"""leSion, miPrague: no lesion."""
_HEBREW_LETTERS = re.compile(r"tz|kh")
_LEAST_STEM = 4
_LEAST_PART = 4


def is_english(word: str, knows: IsEnglish) -> bool:
    """Tell whether a word, or each part of a hyphenated one, is English."""
    if _PARTICLE.match(word):
        return False
    parts = [part for part in re.split(r"[-–]", word) if part]
    return all(_is_word(part, knows) for part in parts)


def _is_word(word: str, knows: IsEnglish) -> bool:
    stem = re.sub(r"'s?$", "", word)
    if _HEBREW_BEGINNING.match(stem):
        return False
    if _ABBREVIATION.fullmatch(stem.lower()):
        return True
    forms = dict.fromkeys((word, stem, stem.lower(), stem.capitalize() if stem.isupper() else stem))
    if any(form and knows(form) for form in forms):
        return True
    lower = stem.lower()
    if "'" in lower:
        return any(_knows_small(lower.replace("'", letter), knows) for letter in _ELIDED)  # o'er, glist'ning
    if _INNER_CAPITAL.search(stem):
        return False  # a Hebrew word written together: HaKemach is not a hake and a mach
    if stem[:1].isupper() and not stem.isupper():
        return False  # a name: Brisker comes from Brisk, not from brisk
    if _HEBREW_LETTERS.search(lower):
        return False  # chatzeros is no chat and zeros
    return _is_british(lower, knows) or _is_derived(lower, knows) or _is_compound(lower, knows)


def _knows_small(word: str, knows: IsEnglish) -> bool:
    return len(word) >= _LEAST_STEM and knows(word)


def _is_british(word: str, knows: IsEnglish) -> bool:
    return len(word) > _LEAST_STEM and any(
        british in word and knows(word.replace(british, american)) for british, american in _BRITISH
    )


def _is_derived(word: str, knows: IsEnglish) -> bool:
    prefixed = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    suffixed = (
        word.removesuffix(suffix) + stem_end
        for suffix, stem_end in _SUFFIXES
        if word.endswith(suffix) and (suffix != "es" or _TAKES_ES.search(word))
    )
    return any(_knows_small(stem, knows) for stem in (*prefixed, *suffixed))


def _is_compound(word: str, knows: IsEnglish) -> bool:
    return any(
        knows(word[:cut]) and knows(word[cut:]) for cut in range(_LEAST_PART, len(word) - _LEAST_PART + 1)
    )
