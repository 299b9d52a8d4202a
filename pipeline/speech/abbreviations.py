"""Rules for abbreviations, titles, degrees and initials.

In: abbreviations as printed, dots and all. Out: what a reader aloud says for them. Law: the dot of an abbreviation
is never heard as the end of a sentence, and the end of a sentence is never lost because an abbreviation stands there.
"""

import re

from pipeline.speech.rules import OBJECT, Rule, capital_as, rule, stop_after


def _said(words: str, name: str, pattern: str, *examples: tuple[str, str]) -> Rule:
    """A row whose words take the printed capital, and keep the stop when a sentence ends there."""

    def say(match: re.Match[str]) -> str:
        return f"{capital_as(match.group(), words)}{stop_after(match)}"

    return rule(name, pattern, say, *examples)


def _leading(words: str, name: str, pattern: str, *examples: tuple[str, str]) -> Rule:
    """A row for what always has something behind it: a number, a name, a book. It never ends a sentence."""
    return rule(name, pattern, lambda match: capital_as(match.group(), words), *examples)


def _letters(match: re.Match[str]) -> str:
    return f"{' '.join(re.findall('[A-Za-z]', match.group())).upper()}{stop_after(match)}"


ABBREVIATIONS: tuple[Rule, ...] = (
    rule(
        "couples",
        r"\bMr\.?\s*(?:&|and)\s*Mrs\.?(?=\s|$)",
        "Mister and Missus",
        ("Mr. & Mrs. Gershon and Leah Wolf", "Mister and Missus Gershon and Leah Wolf"),
    ),
    _leading("Mister", "Mr.", r"\bMr\.?(?=\s)", ("Mr. Wolf", "Mister Wolf")),
    _leading(
        "Missus",
        "Mrs.",
        r"\bMrs\.?(?=\s|$)",
        ("Rabbi & Mrs. Yosef", "Rabbi and Missus Yosef"),
        ("Mrs. Devora Rivka", "Missus Devora Rivka"),
    ),
    _leading("Miz", "Ms.", r"\bMs\.(?=\s)", ("Ms. Cohen", "Miz Cohen")),
    _leading("Doctor", "Dr.", r"\bDr\.(?=\s+[A-Z\U000f0000-\U000ffffd])", ("Dr. Levi", "Doctor Levi")),
    _leading("Saint", "St.", r"\bSt\.(?=\s+[A-Z])", ("St. Louis", "Saint Louis")),
    _said("P H D", "Ph.D", r"\bPh\.\s?D\b\.?", ("Kaufmann, Ph.D", "Kaufmann, P H D")),
    _said("Incorporated", "Inc.", r"\bInc\.", ("For The Blind, Inc.", "For The Blind, Incorporated.")),
    _leading("Telephone", "Tel.", r"\bTel\.(?=\s*:|\s+[\d(])", ("Tel.: 7", "Telephone: seven")),
    _leading(
        "information",
        "Info.",
        r"\b[Ii]nfo\.(?=\s+\S)",
        ("For More Info. Call:", "For More Information Call:"),
    ),
    _leading(
        "compare",
        "Cf.",
        r"\b[Cc]f\.",
        ("Cf. Hayom Yom, among others", "Compare Hayom Yom, among others"),
    ),
    _leading(
        "that is",
        "I.e.",
        r"\b[Ii]\.\s?e\.",
        ("[I.e., forty years since the passing", "That is, forty years since the passing"),
    ),
    _leading("for example", "e.g.", r"\b[Ee]\.\s?g\.", ("e.g., prayer", "for example, prayer")),
    _said(
        "and so on",
        "etc.",
        r"\b(?:etc|&c)\.",
        ("Shor HaBor, etc.", "Shor HaBor, and so on."),
        ("older than seventy years, etc.) every Jew", "older than seventy years, and so on, every Jew"),
    ),
    rule("Ibid. and figures", r"\b([Ii])bid\.?,?\s+(?=\d)", lambda match: f"{match[1]}n the same place, "),
    _said(
        "in the same place",
        "Ibid.",
        r"\b[Ii]bid\b\.?",
        ("Ibid. Iggeres HaKodesh, elucidation", "In the same place. Iggeres HaKodesh, elucidation"),
        ("Ibid 8. See Shir", "In the same place, eight. See Shir"),
        ("ibid., end", "in the same place, end"),
    ),
    _leading(
        "in the place quoted,",
        "loc. cit.",
        r"\b[Ll]oc\.\s*cit\.(?=\s*\d)",
        ("Tanchuma, loc. cit. 3.", "Tanchuma, in the place quoted, three."),
    ),
    _said(
        "in the place quoted",
        "loc. cit. alone",
        r"\b[Ll]oc\.\s*cit\.",
        ("See loc. cit.", "See in the place quoted."),
    ),
    _said(
        "in the work quoted",
        "op. cit.",
        r"\b[Oo]p\.\s*cit\.",
        ("Rashi, op. cit.", "Rashi, in the work quoted."),
    ),
    _said("and others", "et al.", r"\bet\s+al\.", ("Rashi et al. say", "Rashi and others say")),
    _leading("namely", "viz.", r"\b[Vv]iz\.,?", ("viz. Moshiach", "namely Moshiach")),
    _leading(
        "section",
        "sec.",
        r"\b[Ss]ec\.(?=\s*\d)|§(?=\s*\d)",
        ("elucidation of sec. 27, end.", "elucidation of section twenty-seven, end."),
    ),
    _leading("chapter", "ch.", r"\b[Cc]h(?:ap)?\.(?=\s*\d)", ("Tanya, ch. 44", "Tanya, chapter forty-four")),
    _leading("volume", "Vol.", r"\b[Vv]ols?\.(?=\s*[\dIVX])", ("(Vol. 13)", "Volume thirteen")),
    _leading("verses", "vv.", r"\bvv\.(?=\s*\d)", ("vv. 3-5", "verses three to five")),
    _leading("verse", "v.", r"\bv\.(?=\s*\d)", ("v. 3", "verse three")),
    _leading(
        "number", "No.", r"\bNo\.(?=\s*\d)|#(?=\d)", ("No. 7", "Number seven"), ("#12", "number twelve")
    ),
    _leading("footnote", "fn.", r"\b[Ff]n\.(?=\s*\d)", ("fn. 3", "footnote three")),
    rule(
        "letters with dots",
        r"\b(?:[A-Z]\.\s?){2,}(?![A-Z]?[a-z])",
        _letters,
        ("Printed in the U.S.A.", "Printed in the U S A."),
        ("the U.S. edition", "the U S edition"),
    ),
    rule(
        "initial",
        rf"\b(?P<letter>[A-Z])\.(?=\s+(?:and\b|[A-Z]|{OBJECT}))",
        lambda match: match["letter"],
        ("Rabbi Menachem M. Schneerson", "Rabbi Menachem M Schneerson"),
        ("Yosef Y. and Gittel Rochel", "Yosef Y and Gittel Rochel"),
    ),
)
