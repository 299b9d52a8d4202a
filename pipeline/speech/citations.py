"""Rules for references to books: chapter and verse, leaf and side, volume and page.

In: figures behind the kind sign of a book's name (names.py). Out: words. Law: one house form for each kind of book;
in round brackets, where a reference interrupts the sentence, Scripture is said short: "Numbers thirty-five, eleven".
"""

import re

from pipeline.speech.numbers import cardinal, page
from pipeline.speech.rules import (
    BEFORE_WORD,
    CODE,
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
    SCRIPTURE: ("chapter", "verse", "verses"),
    MISHNAH: ("chapter", "mishna", "mishnas"),
    TRACTATE: ("chapter", "mishna", "mishnas"),  # the Talmud itself is cited by leaf and side
    MIDRASH: ("chapter", "section", "sections"),
    LAWS: ("chapter", "law", "laws"),
    CODE: ("section", "paragraph", "paragraphs"),
}
"""What stands before the colon and behind it."""
ROMAN = {"I": 1, "II": 2, "III": 3}


def _chapter_and_division(match: re.Match[str]) -> str:
    kind, chapter, first, last = match["kind"], int(match["chapter"]), int(match["first"]), match["last"]
    if kind == SCRIPTURE and in_round_brackets(match):
        return f"{kind} {_short(chapter, first, last)}{_more(match)}"
    part, one, many = DIVISIONS[kind]
    several = many if last or match["more"] else one
    spoken = f"{kind}, {part} {cardinal(chapter)}, {several} {cardinal(first)}"
    return f"{spoken} to {cardinal(int(last))}" if last else f"{spoken}{_more(match)}"


def _more(match: re.Match[str]) -> str:
    """Further verses behind commas without a space: 11:6,9."""
    verses = re.findall(r"\d+", match["more"] or "")
    return "".join(f", {cardinal(int(verse))}" for verse in verses[:-1]) + (
        f" and {cardinal(int(verses[-1]))}" if verses else ""
    )


def _over_chapters(match: re.Match[str]) -> str:
    part, one, _ = DIVISIONS[match["kind"]]
    begins = f"{part} {cardinal(int(match['chapter']))}, {one} {cardinal(int(match['first']))}"
    ends = f"{part} {cardinal(int(match['until']))}, {one} {cardinal(int(match['last']))}"
    return f"{match['kind']}, {begins}, to {ends}"


def _next_chapter(match: re.Match[str]) -> str:
    """Behind a citation that was put into words: "verse sixteen, 4:2"."""
    name = match["name"]
    part, one, many = next(row for row in DIVISIONS.values() if row[1] == name)
    several = many if match["last"] else one
    to = f" to {cardinal(int(match['last']))}" if match["last"] else ""
    return f"{match['before']}{part} {cardinal(int(match['chapter']))}, {several} {cardinal(int(match['first']))}{to}"


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
    on_page = f", page {page(int(match['page']))}" if match["page"] else ""
    return f", volume {cardinal(int(match['volume']))}{on_page}"


def _pages(match: re.Match[str]) -> str:
    first, last = page(int(match["first"])), page(int(match["last"]))
    return f"{capital_as(match.group(), 'pages')} {first} to {last}"


def _divisions(match: re.Match[str]) -> str:
    one, many = DIVISION_WORDS[match["name"].rstrip(".").lower().rstrip("s§") or "§"]
    first = cardinal(int(match["first"]))
    if match["last"]:
        return f"{capital_as(match['name'], many)} {first} to {cardinal(int(match['last']))}"
    several = match["name"].rstrip(".").endswith(("s", "§§"))
    return f"{capital_as(match['name'], many if several else one)} {first}"


def _page(match: re.Match[str]) -> str:
    several = match.group().lower().startswith("pp")
    return f"{capital_as(match.group(), 'pages' if several else 'page')} {page(int(match['first']))}"


def _following(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    verses = re.search(r"(?::|\bvv?\.\s?)\d+\s*$", before) and not _OF_TALKS.search(before)
    many = len(match["f"]) > 1
    return f" and the following {'verse' if verses else 'page'}{'s' if many else ''}{stop_after(match)}"


DIVISION_WORDS = {
    "ch": ("chapter", "chapters"),
    "chap": ("chapter", "chapters"),
    "vol": ("volume", "volumes"),
    "col": ("column", "columns"),
    "sec": ("section", "sections"),
    "§": ("section", "sections"),
    "n": ("note", "notes"),
    "nn": ("notes", "notes"),
    "note": ("note", "notes"),
    "l": ("line", "lines"),
    "ll": ("lines", "lines"),
    "line": ("line", "lines"),
    "fol": ("leaf", "leaves"),
    "no": ("number", "numbers"),
    "v": ("verse", "verses"),
    "vv": ("verses", "verses"),
}
"""Short names of the divisions of a book, before a figure."""
_OF_TALKS = re.compile(rf"{TALKS},?\s*(?:[Vv]ol\.\s*)?\d+:\d+$")
_IN_WORDS = r"[a-z]+(?:-[a-z]+)?(?: hundred(?: and [a-z]+(?:-[a-z]+)?)?)?"
"""A number that was put into words."""
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
        "note of a page",
        r"(?<=\d)n\.?\s?(?=\d{1,3}\b)",
        ", n. ",
        (
            "Likkutei Sichos vol. 20 p. 228n37.",
            "Likkutei Sichos, volume twenty page two twenty-eight, note thirty-seven.",
        ),
    ),
    rule(
        "from chapter to chapter",
        rf"\.?(?P<kind>[{''.join(DIVISIONS)}]){CHAPTER_WORD},?\s*(?P<chapter>\d+):(?P<first>\d+){RANGE}"
        r"(?P<until>\d+):(?P<last>\d+)\b",
        _over_chapters,
        ("Isaiah 11:6-12:1", "Isaiah, chapter eleven, verse six, to chapter twelve, verse one"),
        ("Exodus 19:1–20:23", "Exodus, chapter nineteen, verse one, to chapter twenty, verse twenty-three"),
    ),
    rule(
        "chapter and verse",
        rf"\.?(?P<kind>[{''.join(DIVISIONS)}]){CHAPTER_WORD},?\s*"
        rf"(?P<chapter>\d+):(?P<first>\d+)(?:{RANGE}(?P<last>\d+)\b(?!:))?(?P<more>(?:,\d+)+)?(?!\d)(?!\([a-z]\))",
        _chapter_and_division,
        ("Isaiah 11:6,9", "Isaiah, chapter eleven, verses six and nine"),
        ("(Isaiah 11:6,9,10)", "Isaiah eleven, six, nine and ten"),
        ("Talmud Yerushalmi, Berachos 2:4", "Talmud Yerushalmi, Berachos, chapter two, mishna four"),
        (
            "Shulchan Aruch, Orach Chaim 271:4",
            "Shulchan Aruch, Orach Chaim, section two hundred and seventy-one, paragraph four",
        ),
        ("Yoreh De'ah 246:18", "Yoreh De'ah, section two hundred and forty-six, paragraph eighteen"),
        ("Exodus 20:2-14", "Exodus, chapter twenty, verses two to fourteen"),
        ("Deut. 30:3f.", "Deuteronomy, chapter thirty, verse three and the following verse."),
        ("Hilchos Melachim 11:1-4", "Hilchos Melachim, chapter eleven, laws one to four"),
        ("Laws of Kings 11:4", "Laws of Kings, chapter eleven, law four"),
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
        "another chapter of the same book",
        rf"(?P<before>\b(?P<name>verse|law|mishna|section|paragraph)s? {_IN_WORDS}(?: to {_IN_WORDS})?[,;]\s)"
        rf"(?P<chapter>\d+):(?P<first>\d+)"
        rf"(?:{RANGE}(?P<last>\d+))?\b(?!:)",
        _next_chapter,
        ("Exodus 3:16; 4:2", "Exodus, chapter three, verse sixteen; chapter four, verse two"),
        ("Shemos 3:16, 4:2-5", "Shemos, chapter three, verse sixteen, chapter four, verses two to five"),
        (
            "Psalms 119:105, 126:1",
            "Psalms, chapter one hundred and nineteen, verse one hundred and five, chapter one hundred and twenty-six, "
            "verse one",
        ),
        (
            "Hilchos Melachim 11:1-4, 12:5",
            "Hilchos Melachim, chapter eleven, laws one to four, chapter twelve, law five",
        ),
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
        rf"(?P<kind>{ZOHAR}),?\s*(?:[Vv]ol\.\s*)?(?P<volume>\d|I{{1,3}})(?::|,?\s+(?:p\.\s*)?)(?P<leaf>\d+)(?P<side>[ab])\b",
        _zohar,
        ("Zohar II 9b", "Zohar, volume two, page nine b"),
        ("Zohar III, p. 273a", "Zohar, volume three, page two seventy-three a"),
        ("Zohar, vol. 1, 25b", "Zohar, volume one, page twenty-five b"),
        ("See also Zohar 3:273a.", "See also Zohar, volume three, page two seventy-three a."),
        ("Zohar I, 25b", "Zohar, volume one, page twenty-five b"),
        ("Zohar 2:9a and", "Zohar, volume two, page nine a, and"),
    ),
    rule(
        "leaf and side",
        rf"(?:(?:^|(?<=[\s(\[])){TRACTATE}?|(?P<kind>{TRACTATE}),?\s*)(?<![$#])\b(?P<leaf>\d+)(?P<side>[ab])\b"
        rf"(?:{RANGE}(?P<until>\d*)(?P<until_side>[ab])\b)?",
        lambda match: f"{match['kind'] + ' ' if match['kind'] else ''}{_leaf(match)}",
        ("Sanhedrin 97b.", "Sanhedrin ninety-seven b."),
        ("Brochos 12b.", "Brochos twelve b."),
        ("Pesachim 119b and in other places.", "Pesachim one nineteen b and in other places."),
        ("Sanhedrin 97a-b", "Sanhedrin ninety-seven a to b"),
        ("Sanhedrin 97b-98a", "Sanhedrin ninety-seven b to ninety-eight a"),
        ("Bava Basra 102a", "Bava Basra one oh two a"),
        ("12a-b", "twelve a to b"),
        ("11b–12a", "eleven b to twelve a"),
        ("Shabbos 31a and 119b", "Shabbos thirty-one a, and one nineteen b"),
        ("Ibid. 14b", "In the same place, fourteen b"),
    ),
    rule(
        "volume of talks",
        rf"{TALKS},?\s*(?:[Vv]ol\.\s*)?(?P<volume>\d+)\b(?::(?P<page>\d+)\b)?",
        _volume,
        (
            "See Likkutei Sichos 11:8ff.",
            "See Likkutei Sichos, volume eleven, page eight and the following pages.",
        ),
        (
            "(Based on Likkutei Sichos 11, pp. 8-13)",
            "Based on Likkutei Sichos, volume eleven, pages eight to thirteen",
        ),
        ("Likkutei Sichos, Vol. 2", "Likkutei Sichos, volume two"),
    ),
    rule(
        "pages",
        rf"\b(?:[Pp][pg]?\.|[Pp]ages?)\s*(?P<first>\d+){RANGE}(?P<last>\d+)\b",
        _pages,
        ("pp. 8-13", "pages eight to thirteen"),
        (
            "Likkutei Sichos vol. 4, pp. 1119-1124",
            "Likkutei Sichos, volume four, pages eleven nineteen to eleven twenty-four",
        ),
        ("pages 101–120", "pages one oh one to one twenty"),
    ),
    rule(
        "page",
        r"\b(?:[Pp][pg]?\.|[Pp]age)\s*(?P<first>\d+)\b",
        _page,
        ("p. 273", "page two seventy-three"),
        ("Page 8", "Page eight"),
        ("pg. 7", "page seven"),
        ("Leipzig, pp. 8", "Leipzig, pages eight"),
    ),
    rule(
        "divisions from and to",
        rf"\b(?P<name>(?i:chs?|chaps?|vols?|cols?|secs?|nn?|notes?|ll?|lines?|fols?|nos?|vv?)\.|§§?)\s*"
        rf"(?P<first>\d+)(?:{RANGE}(?P<last>\d+))?(?![\d:])",
        _divisions,
        ("Tanya, chs. 26-28", "Tanya, chapters twenty-six to twenty-eight"),
        ("Tanya, ch. 1-5", "Tanya, chapters one to five"),
        ("vols. 1-3", "volumes one to three"),
        ("col. 2", "column two"),
        ("nn. 3-5", "notes three to five"),
        ("Igros Kodesh, letter no. 67", "Igros Kodesh, letter number sixty-seven"),
        ("See n. 12 above", "See note twelve above"),
        ("Nos. 4-6", "Numbers four to six"),
        ("nos. 1, 2 and 3", "numbers one, two and three"),
        ("fol. 12", "leaf twelve"),
        ("vv. 3-5", "verses three to five"),
        ("V. 3", "Verse three"),
        ("§ 4", "section four"),
    ),
    rule(
        "two numbers and a colon",
        rf"\.?(?:{KINDS})?,?\s*(?<!\d)(?P<chapter>\d+):(?P<first>\d+)(?:{RANGE}(?P<last>\d+))?\b(?!\()",
        _bare_pair,
        (
            "beginning of our Parsha (8:14), Tanchuma, loc. cit. 3.",
            "beginning of our Parsha, eight, fourteen, Tanchuma, in the place quoted, three.",
        ),
        ("(Likutei Torah,Bamidbar13:3)", "Likutei Torah, Bamidbar, thirteen, three"),
    ),
)
