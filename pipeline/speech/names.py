"""The names that tell how the figures behind them are said: books and months.

In: the plain text of a sentence. Out: the places where a name stands, with its kind and, for an abbreviation, the
name in full. Law: a name alone changes nothing; only figures behind it do. Spellings are data: one line a book.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.speech.rules import CODE, LAWS, MIDRASH, MISHNAH, MONTH, SCRIPTURE, TALKS, TRACTATE, ZOHAR

SCRIPTURE_NAMES = """
Genesis|Bereishis|Bereshit|Bereishit|Breishis
Exodus|Shemos|Shmos|Shemot|Shmot
Leviticus|Vayikra|Vayikro
Numbers|Bamidbar|Bemidbar
Deuteronomy|Devarim|Dvorim
Joshua|Yehoshua
Judges|Shoftim
Samuel|Shmuel
Kings|Melachim|Melochim
Isaiah|Yeshayahu|Yeshaya
Jeremiah|Yirmiyahu|Yirmiya
Ezekiel|Yechezkel
Hosea|Hoshea
Joel|Yoel
Amos
Obadiah|Ovadiah
Jonah|Yonah
Micah|Michah
Nahum|Nachum
Habakkuk|Chavakuk
Zephaniah|Tzefaniah
Haggai|Chaggai
Zechariah|Zecharya
Malachi|Malachi
Psalms|Psalm|Tehillim
Proverbs|Mishlei
Job|Iyov
Song of Songs|Shir HaShirim
Ruth|Rus
Lamentations|Eichah
Ecclesiastes|Koheles|Kohelet
Esther
Daniel|Doniel
Ezra
Nehemiah|Nechemiah
Chronicles|Divrei HaYamim
Noach|Lech Lecha|Vayeira|Chayei Sarah|Toldos|Vayeitzei|Vayishlach|Vayeishev|Mikeitz|Vayigash|Vayechi
Vaeira|Va'eira|Bo|Beshalach|Yisro|Mishpatim|Terumah|Tetzaveh|Ki Sisa|Vayakhel|Pekudei
Tzav|Shemini|Tazria|Metzora|Acharei|Kedoshim|Emor|Behar|Bechukosai
Naso|Behaalos'cha|Shelach|Korach|Chukas|Balak|Pinchas|Matos|Masei|Massai
Va'eschanan|Vaeschanan|Eikev|Re'eh|Ki Seitzei|Ki Savo|Ki Tavo|Tavo|Nitzavim|Vayeilech|Haazinu|V'Zos HaBrachah
"""
SCRIPTURE_ABBREVIATIONS = {
    "Gen.": "Genesis",
    "Ex.": "Exodus",
    "Exod.": "Exodus",
    "Lev.": "Leviticus",
    "Num.": "Numbers",
    "Deut.": "Deuteronomy",
    "Josh.": "Joshua",
    "Judg.": "Judges",
    "Sam.": "Samuel",
    "Isa.": "Isaiah",
    "Jer.": "Jeremiah",
    "Ezek.": "Ezekiel",
    "Hos.": "Hosea",
    "Mic.": "Micah",
    "Zech.": "Zechariah",
    "Mal.": "Malachi",
    "Ps.": "Psalms",
    "Prov.": "Proverbs",
    "Lam.": "Lamentations",
    "Eccl.": "Ecclesiastes",
    "Dan.": "Daniel",
    "Neh.": "Nehemiah",
    "Chron.": "Chronicles",
}
TRACTATE_NAMES = """
Brochos|Berachos|Brachos|Berakhot|Berachot
Shabbos|Shabbat|Eruvin|Eiruvin|Pesachim|Psachim|Shekalim|Yoma|Sukkah|Succah|Beitzah|Rosh HaShanah|Rosh Hashanah
Taanis|Ta'anis|Taanit|Megillah|Moed Katan|Chagigah|Chagiga
Yevamos|Yevamot|Kesubos|Ketubot|Nedarim|Nazir|Sotah|Gittin|Kiddushin
Bava Kamma|Bava Kama|Bava Metzia|Bava Basra|Bava Batra|Sanhedrin|Makkos|Makkot|Shevuos|Shevuot|Avodah Zarah|Horayos
Zevachim|Menachos|Menachot|Chullin|Bechoros|Arachin|Temurah|Kerisos|Me'ilah|Tamid|Middos|Niddah
"""
MONTH_ABBREVIATIONS = {
    "Jan.": "January",
    "Feb.": "February",
    "Apr.": "April",
    "Aug.": "August",
    "Sept.": "September",
    "Oct.": "October",
    "Nov.": "November",
    "Dec.": "December",
}
CODE_NAMES = "Orach Chaim|Orach Chayim|Yoreh De'ah|Yoreh Deah|Even HaEzer|Choshen Mishpat"
"""The parts of the Tur and of the Code of Jewish Law: section and paragraph."""
MISHNAH_NAMES = (
    "Avos|Avot|Pirkei Avos|Pirkei Avot|Eduyos|Kelim|Oholos|Negaim|Parah|Mikvaos|Peah|Demai|Terumos"
)
MIDRASH_NAMES = """
Bereishis Rabbah|Bereishis Rabba|Shemos Rabbah|Shemos Rabba|Vayikra Rabbah|Vayikra Rabba|Bamidbar Rabbah
Devarim Rabbah|Shir HaShirim Rabbah|Eichah Rabbah|Koheles Rabbah|Rus Rabbah|Esther Rabbah|Genesis Rabbah
Exodus Rabbah|Leviticus Rabbah|Numbers Rabbah|Deuteronomy Rabbah|Midrash Tanchuma|Tanchuma
"""
WITHOUT_KIND = """
Likutei Torah, Bereishis|Likutei Torah, Shemos|Likutei Torah, Vayikra|Likutei Torah, Bamidbar|Likutei Torah, Devarim
Likkutei Torah, Bereishis|Likkutei Torah, Shemos|Likkutei Torah, Vayikra|Likkutei Torah, Bamidbar
Likkutei Torah, Devarim|Torah Or, Bereishis|Torah Or, Shemos|Tikkunei Zohar|Zohar Chadash
"""
"""Longer names that hold one of the names above, yet are divided otherwise: leaf and column, or by numbers."""
MONTH_NAMES = """
Tishrei|Tishri|Cheshvan|Marcheshvan|MarCheshvan|Kislev|Teves|Tevet|Tebeth|Shevat|Shvat|Sh'vat|Adar|Adar Rishon
Adar Sheni|Nissan|Nisan|Iyar|Iyyar|Sivan|Tamuz|Tammuz|Menachem-Av|Menachem Av|Av|Elul
January|February|March|April|May|June|July|August|September|October|November|December
"""
LAW_NAMES = r"(?:Hilchos|Hilchot|Hilkhot|Hilkhos|Laws\ of)(?:\ (?:the\ )?[A-Z]\w+(?:\ (?:Umilchamos|Ha)\w*)?)"
"""The Rambam's code has some eighty parts: their names are a form, not a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in a sentence."""

    begin: int
    end: int
    kind: str
    """The kind sign, or empty for names that only keep others out."""
    in_full: str
    """What is said for it when it is plain characters."""


def _kinds() -> dict[str, str]:
    tables = (
        (SCRIPTURE_NAMES, SCRIPTURE),
        ("|".join(SCRIPTURE_ABBREVIATIONS), SCRIPTURE),
        (TRACTATE_NAMES, TRACTATE),
        (MISHNAH_NAMES, MISHNAH),
        (MIDRASH_NAMES, MIDRASH),
        ("Zohar", ZOHAR),
        ("Likkutei Sichos|Likutei Sichos|Likkutei Sichot|Sefer HaSichos|Toras Menachem|Igros Kodesh", TALKS),
        (MONTH_NAMES, MONTH),
        ("|".join(MONTH_ABBREVIATIONS), MONTH),
        (CODE_NAMES, CODE),
        (WITHOUT_KIND, ""),
    )
    return {
        spelling.casefold(): kind
        for names, kind in tables
        for spelling in names.strip().replace("\n", "|").split("|")
    }


def _pattern(kinds: Mapping[str, str]) -> re.Pattern[str]:
    """Longest first; any apostrophe; spaces may be line ends, and may be lost behind a comma."""
    longest_first = sorted(kinds, key=lambda spelling: (-len(spelling), spelling))
    names = (
        re.escape(spelling).replace("'", "['’]").replace(r",\ ", r",\s*").replace(r"\ ", r"\s+")
        for spelling in longest_first
    )
    return re.compile(
        rf"\b(?=[A-Z])(?:(?P<law>(?-i:{LAW_NAMES}))|(?i:{'|'.join(names)})(?<=[\w.]))(?![^\W\d])"
    )


KIND_OF = _kinds()
IN_FULL = SCRIPTURE_ABBREVIATIONS | MONTH_ABBREVIATIONS
_NAME = _pattern(KIND_OF)


def find_names(text: str) -> tuple[Name, ...]:
    """Find the names of books and months, from left to right, longest first at each place."""
    return tuple(_name(found) for found in _NAME.finditer(text))


def _name(found: re.Match[str]) -> Name:
    written = found.group()
    plain = re.sub(r",\s*", ", ", " ".join(written.replace("’", "'").split())).casefold()
    return Name(
        begin=found.start(),
        end=found.end(),
        kind=LAWS if found["law"] else KIND_OF[plain],
        in_full=IN_FULL.get(written.capitalize(), written),
    )
