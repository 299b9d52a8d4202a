"""Rules for references to books: chapter and verse, leaf and side, volume and page.

In: figures behind the kind sign of a book's name (names.py). Out: words. Law: one house form for each kind of book;
in round brackets, where a reference interrupts the sentence, Scripture is said short: "Numbers thirty-five, eleven".
"""

import re

from pipeline.speech.numbers import cardinal, page
from pipeline.speech.rules import (
    BEFORE_WORD,
    KINDS,
    LAWS,
    MIDRASH,
    MISHNAH,
    SCRIPTURE,
    TALKS,
    TRACTATE,
    ZOHAR,
    Rule,
    capital_as,
    in_round_brackets,
    rule,
    stop_after,
)

RANGE = r"\s?[-–]\s?"
CHAPTER_WORD = r"(?:,?\s*(?:chapter|ch\.|chap\.))?"
DIVISIONS = {
    SCRIPTURE: ("verse", "verses"),
    MISHNAH: ("mishna", "mishnas"),
    MIDRASH: ("section", "sections"),
    LAWS: ("law", "laws"),
}
"""What stands behind the colon; before it stands a chapter in all four."""
ROMAN = {"I": 1, "II": 2, "III": 3}


def _chapter_and_division(match: re.Match[str]) -> str:
    kind, chapter, first, last = match["kind"], int(match["chapter"]), int(match["first"]), match["last"]
    if kind == SCRIPTURE and in_round_brackets(match):
        return f"{kind} {_short(chapter, first, last)}"
    one, many = DIVISIONS[kind]
    spoken = f"{kind}, chapter {cardinal(chapter)}, {many if last else one} {cardinal(first)}"
    return f"{spoken} to {cardinal(int(last))}" if last else spoken


def _bare_pair(match: re.Match[str]) -> str:
    return f", {_short(int(match['chapter']), int(match['first']), match['last'])}"


def _short(chapter: int, first: int, last: str | None) -> str:
    spoken = f"{cardinal(chapter)}, {cardinal(first)}"
    return f"{spoken} to {cardinal(int(last))}" if last else spoken


def _chapter_verse_part(match: re.Match[str]) -> str:
    chapter, verse = cardinal(int(match["chapter"])), cardinal(int(match["first"]))
    part = f", part {match['part']}" if match["part"] else ""
    to = f" to {cardinal(int(match['last']))}" if match["last"] else ""
    return f"{capital_as(match.group(), 'chapter')} {chapter}, verse{'s' if to else ''} {verse}{to}{part}"


def _leaf(match: re.Match[str]) -> str:
    spoken = f"{page(int(match['leaf']))} {match['side']}"
    if match["until_side"]:
        until = f"{page(int(match['until']))} " if match["until"] else ""
        spoken += f" to {until}{match['until_side']}"
    return f"{spoken}{_pause_before_word(match)}"


def _zohar(match: re.Match[str]) -> str:
    volume = ROMAN.get(match["volume"]) or int(match["volume"])
    spoken = f", volume {cardinal(volume)}, page {page(int(match['leaf']))} {match['side']}"
    return f"{match['kind']}{spoken}{_pause_before_word(match)}"


def _pause_before_word(match: re.Match[str]) -> str:
    """ "a" before another word would be heard as the article."""
    return "," if match.group().endswith("a") and BEFORE_WORD.match(match.string, match.end()) else ""


def _volume(match: re.Match[str]) -> str:
    return f", volume {cardinal(int(match['volume']))}"


def _pages(match: re.Match[str]) -> str:
    first, last = page(int(match["first"])), page(int(match["last"]))
    return f"{capital_as(match.group(), 'pages')} {first} to {last}"


def _page(match: re.Match[str]) -> str:
    return f"{capital_as(match.group(), 'page')} {page(int(match['first']))}"


def _following(match: re.Match[str]) -> str:
    verses = re.search(r":\d+\s*$", match.string[: match.start()]) is not None
    many = len(match["f"]) > 1
    return f" and the following {'verse' if verses else 'page'}{'s' if many else ''}{stop_after(match)}"


FOLLOWING = rule(
    "ff.",
    r"(?:(?<=\d)|(?<=\d[ab]))\s*(?P<f>ff?)\.",
    _following,
    (
        "See Bava Basra 74b ff. Pesachim 119b.",
        "See Bava Basra seventy-four b and the following pages. Pesachim one nineteen b.",
    ),
    ("Shemos 3:16ff.", "Shemos, chapter three, verse sixteen and the following verses."),
    ("see p. 12f. and elsewhere", "see page twelve and the following page and elsewhere"),
)

CITATIONS: tuple[Rule, ...] = (
    FOLLOWING,
    rule(
        "chapter and verse",
        rf"\.?(?P<kind>[{SCRIPTURE}{MISHNAH}{MIDRASH}{LAWS}]){CHAPTER_WORD},?\s*"
        rf"(?P<chapter>\d+):(?P<first>\d+)(?:{RANGE}(?P<last>\d+)\b(?!:))?(?!\d)(?!\([a-z]\))",
        _chapter_and_division,
        ("Shemos 1:1.", "Shemos, chapter one, verse one."),
        ("Shemos 3:16.", "Shemos, chapter three, verse sixteen."),
        ("Shir HaShirim 2:9.", "Shir HaShirim, chapter two, verse nine."),
        ("Psalm 119:97-99", "Psalm, chapter one hundred and nineteen, verses ninety-seven to ninety-nine"),
        ('"Cities of Refuge" (Num. 35:11).', "Cities of Refuge, Numbers thirty-five, eleven."),
        ("Num. 35:11 says", "Numbers, chapter thirty-five, verse eleven says"),
        ("Hilchos Teshuvah 3:4.", "Hilchos Teshuvah, chapter three, law four."),
        ("See Bereishis Rabbah 56:7:", "See Bereishis Rabbah, chapter fifty-six, section seven:"),
        ("Vayikra Rabba, chapter 32:5.", "Vayikra Rabba, chapter thirty-two, section five."),
        ("Avos 1:1", "Avos, chapter one, mishna one"),
    ),
    rule(
        "ch. and part",
        rf"\b(?:[Cc]hapter|[Cc]h\.|[Cc]hap\.)\s*(?P<chapter>\d+):(?P<first>\d+)(?:{RANGE}(?P<last>\d+))?(?:\((?P<part>[a-z])\))?",
        _chapter_verse_part,
        (
            "See Shir HaShirim Rabbah on this verse (ch. 2:8(b)).",
            "See Shir HaShirim Rabbah on this verse, chapter two, verse eight, part b.",
        ),
        ("chapter 4:2", "chapter four, verse two"),
    ),
    rule(
        "Zohar",
        rf"(?P<kind>{ZOHAR}),?\s*(?:[Vv]ol\.\s*)?(?P<volume>\d|I{{1,3}})(?::|,\s*(?:p\.\s*)?)(?P<leaf>\d+)(?P<side>[ab])\b",
        _zohar,
        ("See also Zohar 3:273a.", "See also Zohar, volume three, page two seventy-three a."),
        ("Zohar I, 25b", "Zohar, volume one, page twenty-five b"),
        ("Zohar 2:9a and", "Zohar, volume two, page nine a, and"),
    ),
    rule(
        "leaf and side",
        rf"(?:(?<=[\s(\[]){TRACTATE}?|(?P<kind>{TRACTATE}),?\s*)(?<![$#])\b(?P<leaf>\d+)(?P<side>[ab])\b"
        rf"(?:{RANGE}(?P<until>\d*)(?P<until_side>[ab])\b)?",
        lambda match: f"{match['kind'] + ' ' if match['kind'] else ''}{_leaf(match)}",
        ("Sanhedrin 97b.", "Sanhedrin ninety-seven b."),
        ("Brochos 12b.", "Brochos twelve b."),
        ("Pesachim 119b and in other places.", "Pesachim one nineteen b and in other places."),
        ("Sanhedrin 97a-b", "Sanhedrin ninety-seven a to b"),
        ("Sanhedrin 97b-98a", "Sanhedrin ninety-seven b to ninety-eight a"),
        ("Bava Basra 102a", "Bava Basra one oh two a"),
    ),
    rule(
        "volume of talks",
        rf"{TALKS},?\s*(?:[Vv]ol\.\s*)?(?P<volume>\d+)\b",
        _volume,
        (
            "(Based on Likkutei Sichos 11, pp. 8-13)",
            "Based on Likkutei Sichos, volume eleven, pages eight to thirteen",
        ),
        ("Likkutei Sichos, Vol. 2", "Likkutei Sichos, volume two"),
    ),
    rule(
        "pages",
        rf"\b(?:[Pp]p?\.|[Pp]ages?)\s*(?P<first>\d+){RANGE}(?P<last>\d+)\b",
        _pages,
        ("pp. 8-13", "pages eight to thirteen"),
        ("pages 101–120", "pages one oh one to one twenty"),
    ),
    rule(
        "page",
        r"\b(?:[Pp]\.|[Pp]age)\s*(?P<first>\d+)\b",
        _page,
        ("p. 273", "page two seventy-three"),
        ("Page 8", "Page eight"),
    ),
    rule(
        "two numbers and a colon",
        rf"\.?(?:{KINDS})?,?\s*(?<!\d)(?P<chapter>\d+):(?P<first>\d+)(?:{RANGE}(?P<last>\d+))?\b",
        _bare_pair,
        (
            "beginning of our Parsha (8:14), Tanchuma, loc. cit. 3.",
            "beginning of our Parsha, eight, fourteen, Tanchuma, in the place quoted, three.",
        ),
        ("(Likutei Torah,Bamidbar13:3)", "Likutei Torah, Bamidbar, thirteen, three"),
    ),
)
