"""Rules for ways to reach people: web and mail addresses, telephone numbers, streets, post codes.

In: such places as printed. Out: words; an address is said once. Law: figures by which people are reached are said
digit by digit, in the groups in which they are printed.
"""

import re

from pipeline.speech.numbers import digits, page
from pipeline.speech.rules import Rule, rule

DOMAIN_WORDS = ("torah", "kids", "chabad", "moshiach", "kabbala", "online", "jewish", "children")
"""Words that names of web sites run together; a label is cut at them when nothing unspeakable remains."""
STATES = {
    row[:2]: row[3:]
    for row in """
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC D C|FL Florida
GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland
MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada
NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma
OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont
VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming
""".strip()
    .replace("\n", "|")
    .split("|")
}
"""Codes of the postal service, said as names before a post code."""
_STATE = "|".join(rf"{state[0]}\.?{state[1]}\.?" for state in STATES)
STREET_SHORT = r"St\.|Ave\.|Pkwy\.?|Dr\.|Rd\.|Blvd\.?"
STREET = rf"{STREET_SHORT}|Street|Avenue|Parkway|Drive|Road|Boulevard|Lane|Place|Court|Terrace|Highway"
STREET_IN_FULL = {
    "st": "Street",
    "ave": "Avenue",
    "pkwy": "Parkway",
    "dr": "Drive",
    "rd": "Road",
    "blvd": "Boulevard",
}


def _address(match: re.Match[str]) -> str:
    """The scheme, "www." and what stands behind the last slash of a bare site are not said."""
    printed = re.sub(r"^(?:https?://)?(?:www\.)?|[/.,;]+$", "", match["address"], flags=re.IGNORECASE)
    tail = match["address"][len(match["address"].rstrip(".,;")) :]
    words = [_label(part) for part in re.split(r"([.@/_-])", printed) if part]
    return f"{' '.join(words)}{tail}"


_SIGNS = {".": "dot", "@": "at", "/": "slash", "-": "dash", "_": "underscore"}


def _label(label: str) -> str:
    """torah4blind -> torah four blind; kidstorah -> kids torah; yys -> y y s."""
    if label in _SIGNS:
        return _SIGNS[label]
    runs = re.findall(r"\d+|[^\W\d]+", label)
    return " ".join(digits(run).replace(",", "") if run.isdigit() else _run(run.lower()) for run in runs)


def _run(letters: str) -> str:
    if not re.search("[aeiou]", letters):
        return " ".join(letters)
    for word in DOMAIN_WORDS:
        before, found, after = letters.partition(word)
        if found and all(len(rest) == 0 or re.search("[aeiou]", rest) for rest in (before, after)):
            return " ".join(_run(part) if part != word else part for part in (before, word, after) if part)
    return letters


def _state(match: re.Match[str]) -> str:
    return f"{STATES[match['state'].replace('.', '')]}, {digits(match['code'])}"


def _house(match: re.Match[str]) -> str:
    return f"{page(int(match['house'])) if len(match['house']) < 4 else _pairs(match['house'])} "


def _pairs(house: str) -> str:
    """1234 -> twelve thirty-four."""
    if house.endswith("00"):
        return page(int(house[:-2])) + " hundred"
    last = int(house[-2:])
    return f"{page(int(house[:-2]))} {'oh ' if last < 10 else ''}{page(last)}"


def _street(match: re.Match[str]) -> str:
    return STREET_IN_FULL[match["street"].lower()]


CONTACTS: tuple[Rule, ...] = (
    rule(
        "web or mail address",
        r"<?(?P<address>(?:https?://|www\.)[^\s<>()\[\]]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
        r"|(?<![\w.-])(?:[\w-]+\.){1,5}(?:com|org|net|edu|gov|info|co|il)\b(?:/[^\s<>()\[\]]*)?)>?",
        _address,
        ("<http://www.torah4blind.org>", "torah four blind dot org"),
        ("http://www.kidstorah.org", "kids torah dot org"),
        ("e-mail: yys@torah4blind.org", "e-mail: y y s at torah four blind dot org"),
        ("or email: info@torah4blind.org", "or email: info at torah four blind dot org"),
        ("go to: http://www.torah4blind.org", "go to: torah four blind dot org"),
        ("See chabad.org/parsha.", "See chabad dot org slash parsha."),
    ),
    rule(
        "telephone abroad",
        r"\+(?P<number>\d{1,3}(?:[ .-]\(?\d{1,4}\)?){2,5})\b",
        lambda match: f"plus {digits(match['number'])}",
        ("+972-3-960-6120", "plus nine seven two, three, nine six zero, six one two zero"),
    ),
    rule(
        "telephone",
        r"(?:\+?1[ .-]?)?(?:\((?P<area>\d{3})\)\s?|\b\d{3}[ .-])?\b\d{3}[.-]\d{4}\b(?:\s?\(\d{3}\))?",
        lambda match: digits(match.group()),
        (
            "(718) 753-6844 or (323) 934-7095",
            "seven one eight, seven five three, six eight four four or three two three, nine three four, "
            "seven zero nine five",
        ),
        (
            "Tel.: (323) 934-7095 * Fax: (323) 934-7092",
            "Telephone: three two three, nine three four, seven zero nine five, "
            "Fax: three two three, nine three four, seven zero nine two",
        ),
        (
            "CALL (323) 934-7095",
            "Call three two three, nine three four, seven zero nine five",
        ),
        ("753-6844 (718)", "seven five three, six eight four four, seven one eight"),
        ("1-800-555-1234", "one, eight zero zero, five five five, one two three four"),
    ),
    rule(
        "telephone with a word",
        r"\b(?P<figures>1-8\d\d)-(?P<word>[A-Z]{3,10})\b",
        lambda match: f"{digits(match['figures'])}, {match['word'].capitalize()}",
        ("1-800-TORAH", "one, eight zero zero, Torah"),
    ),
    rule(
        "state and post code",
        rf"\b(?P<state>{_STATE})\s+(?P<code>\d{{5}}(?:-\d{{4}})?)\b",
        _state,
        ("Los Angeles, CA 90036", "Los Angeles, California, nine zero zero three six"),
        ("BROOKLYN, NY 11213", "Brooklyn, New York, one one two one three"),
        ("Brooklyn, N.Y. 11213", "Brooklyn, New York, one one two one three"),
    ),
    rule(
        "house number",
        rf"(?:(?<=^)|(?<=[\n,•]\s)|(?<=\n)|(?<=\b(?:at|in|of|to)\s))(?P<house>\d{{1,5}})\s+(?=(?:[A-Z][\w.]*\s+){{1,3}}(?i:{STREET}))",
        _house,
        (
            "788 EASTERN PARKWAY • BROOKLYN, NY 11213",
            "seven eighty-eight Eastern Parkway, Brooklyn, New York, one one two one three",
        ),
        ("602 North Orange Drive.", "six oh two North Orange Drive."),
        ("1234 Main Street", "twelve thirty-four Main Street"),
        ("in 770 Eastern Parkway", "in seven seventy Eastern Parkway"),
    ),
    rule(
        "street",
        r"(?<=[a-z]\s)(?P<street>(?i:St|Ave|Pkwy|Rd|Blvd))\.(?=\s*(?:$|[,\n•]))",
        _street,
        ("10 Kingston Ave., Brooklyn", "ten Kingston Avenue, Brooklyn"),
    ),
)
