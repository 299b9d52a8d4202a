"""Rules for everything that is printed and not said: quotes, brackets, dashes, ellipses, ornaments, capitals.

In: the text behind all other rules. Out: letters, and of the punctuation only what makes a voice pause or rise. Law:
no bracket, quote or sign that has a name is left for an engine to name; a pause is a comma.
"""

import re

from pipeline.speech.rules import KINDS, OBJECT, Rule, rule

DASHES = "\N{EM DASH}\N{EN DASH}\N{HORIZONTAL BAR}\N{MINUS SIGN}"
QUOTES = '"“”„‟«»‹›'
APOSTROPHES = "'‘’‛`´ʼ"
PAUSE = ", "
CAPITALS = r"\b[A-Z]{2,}(?:['’][A-Z]+)*\b"
SMALL_WORDS = "ALL|AN|AND|ARE|AS|BUT|BY|FOR|FROM|HER|HIS|IN|IS|NOT|OF|ON|OR|OUR|THE|THIS|TO|WAS|WITH"
VOWEL = re.compile("[AEIOUY]")
SIGN_WORDS = {
    "&": " and ",
    "+": " plus ",
    "=": " equals ",
    "%": " percent ",
    "@": " at ",
    "©": " copyright ",
    "°": " degrees ",
    "×": " times ",
    "÷": " divided by ",
    "≥": " at least ",
    "≤": " at most ",
    "≠": " is not ",
    "≈": " about ",
    "±": " plus or minus ",
    "^": " ",
}

SPELLING: tuple[Rule, ...] = (
    rule("hyphens that look alike", "[\N{NON-BREAKING HYPHEN}\N{HYPHEN}]", "-", ("well‑known", "well-known")),
    rule(
        "invisible characters",
        "[\N{SOFT HYPHEN}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]",
        "",
        ("re\u00adturn", "return"),
    ),
    rule("spaces", r"[^\S\n]{2,}|[^\S\n ]", " ", ("a\u00a0 word", "a word")),
    rule("line ends", r" ?\n\s*", "\n", ("one \n\n two", "one\ntwo")),
    rule(
        "a space lost behind a comma", rf",(?=[^\W\d]|{OBJECT})", ", ", ("Torah,Bamidbar", "Torah, Bamidbar")
    ),
    rule(
        "copyright",
        r"(?i:copyright\s*)?[©℗]|\(c\)(?=\s*\d)",
        "copyright",
        ("© 2003", "copyright two thousand and three"),
    ),
    rule("measures", r"(?<=\d)\s?×\s?(?=\d)", " by ", ("a 6×6 grid", "a six by six grid")),
    rule("ornament between words", r"(?:^|(?<=\s))[*•·|~](?=\s|$)", "•", ("A * B", "A, B")),
)
"""What goes first, so that the other rules see one form of each thing."""


def _lone_capitals(match: re.Match[str]) -> str:
    return match.group().capitalize() if VOWEL.search(match.group()) else match.group()


SIGNS: tuple[Rule, ...] = (
    rule("kind signs", KINDS, ""),
    rule(
        "a plural in brackets",
        r"(?<=\w)\((?P<ending>\w{1,3})\)",
        lambda match: match["ending"],
        ("soul(s)", "souls"),
    ),
    rule(
        "quotes",
        f"[{QUOTES}]",
        "",
        ('the "Children of Israel" has', "the Children of Israel has"),
        ("“small city,” his", "small city, his"),
    ),
    rule(
        "single quotes",
        rf"(?<!\w)[{APOSTROPHES}]+|[{APOSTROPHES}]+(?!\w)",
        "",
        ("[in Hebrew 'nefesh'] that", "in Hebrew nefesh, that"),
        ("the Jews' land", "the Jews land"),
    ),
    rule("apostrophe", f"[{APOSTROPHES}]", "'", ("Moses’s", "Moses's")),
    rule(
        "ellipsis and full stop", r"…\.|\.{4}|\.(?:\s\.){3}", ". ", ("accidental sins….", "accidental sins.")
    ),
    rule(
        "ellipsis",
        r"[,.]?\s*(?:…|\.\s?\.\s?\.)[.…]*,?",
        PAUSE,
        ("all the days of your life... to bring", "all the days of your life, to bring"),
        ("in unity,...", "in unity"),
    ),
    rule(
        "less and greater",
        r"(?<=\w\s)[<>](?=\s\w)",
        lambda match: "is less than" if match.group() == "<" else "is greater than",
        ("The extent is 3 > 2.", "The extent is three is greater than two."),
    ),
    rule(
        "brackets",
        r"[()\[\]{}<>⟨⟩]+",
        PAUSE,
        ("Teshuvah [repentance, return].", "Teshuvah, repentance, return."),
        ("(several decades ago) that", "several decades ago, that"),
    ),
    rule(
        "dash",
        rf"\s*[{DASHES}]+\s*|\s-+\s*(?![\d-])|-+\s+(?!(?:and|or|to)\b)|--+",
        PAUSE,
        ("state -and beyond – by", "state, and beyond, by"),
        ("given – through Moses – the", "given, through Moses, the"),
        ("two- and three-stage", "two and three-stage"),
    ),
    rule(
        "suspended hyphen",
        rf"-(?=\s|$)|(?:^|(?<=\s))-|-(?={OBJECT})|(?<=[\U000f0000-\U000ffffd])-",
        " ",
        ("pre- and post-war", "pre and post-war"),
    ),
    rule("bullets", r"\s*[•·|‣●▪◦]+\s*", PAUSE),
    rule(
        "slashes",
        r"\s*[/\\]+\s*",
        " ",
        ("Ascent of Safed (// All rights", "Ascent of Safed, All rights"),
        ("and/or", "and or"),
    ),
    rule(
        "signs with words",
        f"[{re.escape(''.join(SIGN_WORDS))}]",
        lambda match: SIGN_WORDS[match.group()],
        ("Moshiach & Geulah", "Moshiach and Geulah"),
        (
            "every point with area ≥ 4 and amount ≤ 1",
            "every point with area at least four and amount at most one",
        ),
    ),
    rule(
        "capitals",
        rf"{CAPITALS}(?:[^\w.!?\n]+{CAPITALS})+",
        lambda match: _each_speakable(match),
        ("IN LOVING MEMORY OF A DEAR FREIND", "In Loving Memory Of A Dear Freind"),
        ("DO SOMETHING!", "Do Something!"),
    ),
    rule(
        "a small word in capitals",
        rf"\b(?:{SMALL_WORDS})\b",
        lambda match: match.group().lower(),
        ("AND", "and"),
    ),
    rule(
        "a word in capitals",
        r"\b[A-Z]{4,}(?:['’][A-Z]+)*\b",
        _lone_capitals,
        ("BROOKLYN", "Brooklyn"),
        ("the UEB code", "the UEB code"),
    ),
    rule("what has no sound", rf"[^\w\s.,;:!?'\-{OBJECT[1:-1]}]|_", "", ("*", ""), ("a ★ b", "a b")),
)
"""What goes last."""


def _each_speakable(match: re.Match[str]) -> str:
    return re.sub(CAPITALS, lambda word: _lone_capitals(word), match.group())


PAUSES: tuple[Rule, ...] = (
    rule(
        "a comma is no end",
        rf"\.\s*,(?=\s*(?:[a-z]|{OBJECT}))",
        ",",
        ('of your life.," into', "of your life, into"),
    ),
    rule("spaces before punctuation", r"[^\S\n]+(?=[,.;:!?])", ""),
    rule(
        "one stop is enough",
        r"(?<![,;:])[,;:]*([.!?])[,;:.!?]*",
        lambda match: match.group(1),
        ("Really?!", "Really?"),
        ("Geula!!!", "Geula!"),
    ),
    rule("one pause is enough", r"([,;:])(?:\s*[,;:])+", lambda match: match.group(1)),
)
"""Two pauses side by side are one."""

TIDY: tuple[Rule, ...] = (
    *PAUSES,
    rule(
        "a letter at the end of a clause",  # an engine reads "a. One" as an article
        r"(?<=[a-z] )([a-z])\.(?=\s+\S)",
        lambda match: f"{match.group(1)},",
        ("beginning of side a. 114, end", "beginning of side a, one hundred and fourteen, end"),
    ),
    rule("no pause to begin with", r"(?:^|(?<=\n))[\s,;:.!?]+", ""),
    rule("no pause before a stop", r"[,;:]\s*(?=\.)|,\s*$", ""),
    rule("one space", r"[^\S\n]{2,}|[^\S\n ]", " "),
)
"""Punctuation and spaces, once the words are there."""
