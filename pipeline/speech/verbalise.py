"""Turn printed text into words that can be said: the rules, in order.

In: the characters of one sentence, with object signs where known terms stand. Out: words and pausing punctuation;
the object signs untouched and in their order. Law: rules are rows of tables, and each row's examples are its tests.
"""

from pipeline.speech.abbreviations import ABBREVIATIONS
from pipeline.speech.amounts import AMOUNTS
from pipeline.speech.citations import CITATIONS
from pipeline.speech.clock import CLOCK
from pipeline.speech.contacts import CONTACTS
from pipeline.speech.dates import DATES
from pipeline.speech.figures import FIGURES
from pipeline.speech.names import Name, find_names
from pipeline.speech.roman import ROMAN
from pipeline.speech.rules import Rule, apply_rows
from pipeline.speech.signs import PAUSES, SIGNS, SPELLING, TIDY

RULES: tuple[Rule, ...] = (
    *SPELLING,
    *CONTACTS,  # before all that reads figures: an address is no sum and no date
    *ROMAN,  # before citations: "Vol. XII" is volume 12
    *CLOCK,  # before citations: "at 7:30" is no chapter
    *CITATIONS,  # before abbreviations: "pp. 8-13" is no sum
    *DATES,  # before counts: a year is said in pairs
    *AMOUNTS,  # before abbreviations and counts: "$1.5 million" is one sum
    *ABBREVIATIONS,
    *FIGURES,
    *SIGNS,
    *TIDY,
)


def verbalise(text: str) -> str:
    """Give the words for plain text in which no term is known: for headings made by us, tests and examples."""
    return apply_rules(mark_names(text, find_names(text), ()))


def apply_rules(marked: str) -> str:
    """Run all rules over a text in which names are marked."""
    return apply_rows(RULES, marked).strip()


def tidy_pauses(text: str) -> str:
    """Make one pause of several where words were joined."""
    return apply_rows(PAUSES, text)


def mark_names(text: str, names: tuple[Name, ...], objects: tuple[tuple[int, int, str], ...]) -> str:
    """Give the text with a kind sign behind each name and an object sign in place of each known term.

    `objects` are (begin, end, sign) in order, as offsets into the text. A name that no term touches is given in full.
    """
    taken = {offset for begin, end, _ in objects for offset in range(begin, end)}
    edits: list[tuple[int, int, str]] = list(objects)
    for name in names:
        if taken.isdisjoint(range(name.begin, name.end)):
            edits.append((name.begin, name.end, name.in_full + name.kind))
        elif name.kind:
            end = next((end for begin, end, _ in objects if begin < name.end <= end), name.end)
            edits.append((end, end, name.kind))
    parts: list[str] = []
    done = 0
    for begin, end, words in sorted(edits):
        parts.append(text[done:begin] + words)
        done = end
    return "".join((*parts, text[done:]))
