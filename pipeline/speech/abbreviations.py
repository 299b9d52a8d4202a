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
    _leading(
        "Doctor",
        "Dr.",
        r"\bDr\.(?=\s+(?:[A-Z\U000f0000-\U000ffffd]|and\s+M))",
        ("Dr. Levi", "Doctor Levi"),
        ("Dr. and Mrs. Levi", "Doctor and Missus Levi"),
    ),
    _leading("Professor", "Prof.", r"\bProf\.(?=\s+\S)", ("Prof. Branover", "Professor Branover")),
    _leading("Reverend", "Rev.", r"\bRev\.(?=\s+\S)", ("Rev. Levi", "Reverend Levi")),
    _leading(
        "Messieurs", "Messrs.", r"\bMessrs\.(?=\s)", ("Messrs. Levi and Wolf", "Messieurs Levi and Wolf")
    ),
    _leading(
        "Honorable", "Hon.", r"\bHon\.(?=\s+[A-Z])", ("the Hon. Jacob Wolf", "the Honorable Jacob Wolf")
    ),
    _leading("Governor", "Gov.", r"\bGov\.(?=\s+[A-Z])", ("Gov. Wolf", "Governor Wolf")),
    _leading("Senator", "Sen.", r"\bSen\.(?=\s+[A-Z])", ("Sen. Wolf", "Senator Wolf")),
    _said("Junior", "Jr.", r"\bJr\.", ("Jacob Wolf, Jr., said", "Jacob Wolf, Junior, said")),
    _said("Senior", "Sr.", r"\bSr\.", ("Jacob Wolf, Sr.", "Jacob Wolf, Senior.")),
    _said("Esquire", "Esq.", r"\bEsq\.", ("Jacob Wolf, Esq.", "Jacob Wolf, Esquire.")),
    rule(
        "R. before a name",
        rf"(?<![A-Z]\.\s)(?<![A-Z]\.)(?<!Mister\s)(?<!Missus\s)(?<!Doctor\s)(?<!Rabbi\s)(?<!\bSir\s)(?<!\bLord\s)\bR(?:\.|['’])\s?(?=(?:[A-Z][a-z]|{OBJECT}))",
        "Rabbi ",
        ("R. Yosef says", "Rabbi Yosef says"),
        ("R' Akiva and R. Meir", "Rabbi Akiva and Rabbi Meir"),
        ("as R’ Hillel taught", "as Rabbi Hillel taught"),
        ("J. R. Wolf", "J R Wolf"),
        ("Mr. R. Cohen", "Mister R Cohen"),
        ("Sir R. Fanshawe", "Sir R Fanshawe"),
    ),
    rule(
        "of blessed memory",
        r"\b(?:[Zz][\"“”״'’]{1,2}[Ll]|[Oo]\.?[Bb][\"“”״'’.]{0,2}[Mm])\b\.?",
        lambda match: f"of blessed memory{stop_after(match)}",
        ('the Rebbe z"l said', "the Rebbe of blessed memory said"),
        ("Rashi Z”L", "Rashi of blessed memory"),
        ('Leah ob"m', "Leah of blessed memory"),
    ),
    rule(
        "the righteous of blessed memory",
        r"\b(?:[Zz][Tt][\"“”״'’]{1,2}[Ll]|[Zz][Tt][Zz][\"“”״'’]{1,2}[Ll])\b",
        "may the memory of the righteous be for a blessing",
        ('the Rebbe zt"l', "the Rebbe may the memory of the righteous be for a blessing"),
    ),
    rule(
        "peace be upon him",
        r"\b[Aa][\"“”״][Hh]\b",
        "may he rest in peace",
        ('my father a"h used to', "my father may he rest in peace used to"),
    ),
    _leading("Mount", "Mt.", r"\bMt\.(?=\s+[A-Z\U000f0000-\U000ffffd])", ("Mt. Zion", "Mount Zion")),
    _leading("Fort", "Ft.", r"\bFt\.(?=\s+[A-Z])", ("Ft. Worth", "Fort Worth")),
    _leading("versus", "vs.", r"\bvs\.(?=\s)", ("body vs. soul", "body versus soul")),
    _leading(
        "approximately", "approx.", r"\bapprox\.(?=\s)", ("approx. 5 cubits", "approximately five cubits")
    ),
    _leading(
        "also known as",
        "a.k.a.",
        r"\b[Aa]\.?k\.?a\.?(?=\s+\S)",
        ("Leib a.k.a. Leo", "Leib also known as Leo"),
    ),
    _said(
        "under the word",
        "s.v.",
        r"\b[Ss]\.\s?v\.",
        ("Rashi, s.v. and these", "Rashi, under the word and these"),
    ),
    _said("which see", "q.v.", r"\b[Qq]\.\s?v\.", ("Tanya, q.v.", "Tanya, which see.")),
    _leading(
        "beginning with the words",
        "d.h.",
        r"\b[Dd]\.\s?[Hh]\.(?=\s)",
        ("Tosafos, d.h. and these", "Tosafos, beginning with the words and these"),
    ),
    _leading("without", "w/o", r"\bw/o\b", ("w/o delay", "without delay")),
    _leading("with", "w/", r"\bw/(?=\s)", ("w/ joy", "with joy")),
    _said("and the rest", "et seq.", r"\bet\s+seq\.", ("p. 5 et seq.", "page five and the rest.")),
    _leading(
        "edited by", "ed.", r"\bed\.(?=\s[A-Z](?:[a-z]|\.))", ("ed. Williamson", "edited by Williamson")
    ),
    rule(
        "manuscript",
        r"\bMSS?\.(?=\s[\da-z])",
        lambda match: f"manuscript{'s' if match.group() == 'MSS.' else ''}",
        ("MS. 4716", "manuscript four thousand seven hundred and sixteen"),
        ("This MS. belonged", "This manuscript belonged"),
    ),
    _leading("edited by", "ed. by", r"\bed\.\s+by\b", ("Tanya, ed. by Wolf", "Tanya, edited by Wolf")),
    _leading("translated by", "trans. by", r"\btrans\.\s+by\b", ("trans. by Wolf", "translated by Wolf")),
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
        r"(?:\betc|&c)\.",
        ("Shor HaBor, etc.", "Shor HaBor, and so on."),
        ("psalms, &c.", "psalms, and so on."),
        ("older than seventy years, etc.) every Jew", "older than seventy years, and so on, every Jew"),
    ),
    rule(
        "Ibid. and figures",
        r"\b([Ii])bid\.?,?\s+(?=\d|(?:[a-z-]+ ){1,3}[ab]\b)",
        lambda match: f"{match[1]}n the same place, ",
    ),
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
        r"\b(?:[Ll]oc\.\s*cit\.|l\.\s?c\.)",
        ("See loc. cit.", "See in the place quoted."),
        ("Epstein, l. c., p. 141.", "Epstein, in the place quoted, page one forty-one."),
    ),
    _said("on that place", "ad loc.", r"\b[Aa]d\s+loc\.", ("Rashi ad loc. says", "Rashi on that place says")),
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
    _leading("extension", "ext.", r"\b[Ee]xt\.(?=\s*\d)", ("ext. 12", "extension twelve")),
    _leading("apartment", "Apt.", r"\b[Aa]pt\.(?=\s*[\dA-Z])", ("Apt. 5B", "Apartment five B")),
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
