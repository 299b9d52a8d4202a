"""Report what looks wrong in a text that is not ours to change.

In: sentences. Out: notices; the Document is not touched. Law: only what a rule can see without knowing the text; each
row of the table is one rule, with the question a person has to answer.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from pipeline.model.document import Block, Document, LineGroup, Paragraph, every_section
from pipeline.model.source import Notice
from pipeline.model.walk import block_sentences
from pipeline.passes.abbreviations import ABBREVIATIONS
from pipeline.passes.blocks import block_text, place_of
from pipeline.passes.excerpt import words_around

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
)
_HEBREW = "\u05d0-\u05ea"
_MOST = 20
"""Notices of one rule for one block: where more is wrong, a person looks at all of it anyway."""
# B"H, Tanna D"bei, \u05db"\u05e7: the sign stands inside an abbreviation.
_ABBREVIATION_SIGN = re.compile(
    rf"(?<=[{_HEBREW}])[\"”“](?=[{_HEBREW}])|(?<=\b[A-Za-z])[\"”“](?=[A-Za-z]{{1,3}}\b)"
)
_BRACKET = re.compile(r"[()\[\]]")
_LETTERED = re.compile(r"(?:^|(?<![\w(]))(?:[a-z]|[ivx]{1,4}|\d{1,3})$")
"""a) b) 1) count what follows."""
_MEANT_TWICE = frozenset({"that", "had", "very", "so", "no", "is", "chazak", "ha", "bye", "many", "long"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    code: str
    message: str
    find: Callable[[Block], Iterator[int]]
    """Gives the offsets, in the text of the block, at which something is wrong."""


def report(document: Document) -> tuple[Notice, ...]:
    """Look at every block of text with every rule; notices come in reading order."""
    blocks = [
        block
        for section in every_section(document)
        for block in (*section.blocks, *(inner for note in section.notes for inner in note.blocks))
        if isinstance(block, Paragraph | LineGroup)
    ]
    return tuple(
        _notice(rule, block, offset)
        for block in blocks
        for rule in _RULES
        for offset in islice(rule.find(block), _MOST)
    )


def _notice(rule: _Rule, block: Block, offset: int) -> Notice:
    text = block_text(block)
    shown = words_around(text, offset, offset)
    return Notice(code=rule.code, message=rule.message, pos=place_of(block, offset), fragment=shown)


def _pattern(pattern: str) -> Callable[[Block], Iterator[int]]:
    compiled = re.compile(pattern, re.IGNORECASE)

    def find(block: Block) -> Iterator[int]:
        return (found.start() for found in compiled.finditer(block_text(block)))

    return find


def _unpaired_brackets(block: Block) -> Iterator[int]:
    """Give each bracket without its partner."""
    partner = {")": "(", "]": "["}
    open_at: list[tuple[str, int]] = []
    text = block_text(block)
    for found in _BRACKET.finditer(text):
        sign, offset = found[0], found.start()
        if sign in "([":
            open_at.append((sign, offset))
        elif open_at and open_at[-1][0] == partner[sign]:
            open_at.pop()
        elif not _LETTERED.search(text[max(0, offset - 5) : offset]):
            yield offset
    yield from (offset for _, offset in open_at)


def _unpaired_quotes(block: Block) -> Iterator[int]:
    """Give the last double quote when they do not make pairs; the sign inside a Hebrew abbreviation is none."""
    text = _ABBREVIATION_SIGN.sub(" ", block_text(block))
    if not re.search("[A-Za-z]", text):
        return  # Hebrew sets quotation marks by other rules
    begins_quoted = text.lstrip()[:1] in ('"', "“")
    if text.count('"') % 2 and not (begins_quoted and text.count('"') == 1):
        yield text.rindex('"')
    opened, closed = text.count("“"), text.count("”")
    if opened != closed and not (begins_quoted and opened == closed + 1):  # goes on in the next paragraph
        yield max(text.rfind("“"), text.rfind("”"))


def _small_beginnings(block: Block) -> Iterator[int]:
    """Give each sentence inside a paragraph that begins with a small letter."""
    offset = 0
    for number, sentence in enumerate(block_sentences(block)):
        letter = re.match(r"[\"'“‘(\[]*([^\W\d_])", sentence.text)
        if isinstance(block, Paragraph) and number and letter and letter[1].islower():
            yield offset
        offset += len(sentence.text)


def _doubled_words(block: Block) -> Iterator[int]:
    for found in re.finditer(r"\b([^\W\d_]{2,})\s+\1\b", block_text(block), re.IGNORECASE):
        if found[1].casefold() not in _MEANT_TWICE:
            yield found.start()


def _stops_in_addresses(block: Block) -> Iterator[int]:
    """Give a full stop at the end of a line that a city with its postal code follows."""
    for found in re.finditer(r"(?<!\w)(\w{1,40})\.\n(?=[^\n]{0,200}\b[A-Z]{2},? \d{5}\b)", block_text(block)):
        if f"{found[1]}.".casefold() not in ABBREVIATIONS:
            yield found.end(1)


_RULES = (
    _Rule(
        code="S-041",
        message="a bracket here has no partner. Was something lost?",
        find=_unpaired_brackets,
    ),
    _Rule(
        code="S-042",
        message="the quotation marks of this paragraph do not make pairs. Is one missing, or a single one meant?",
        find=_unpaired_quotes,
    ),
    _Rule(
        code="S-043",
        message="a comma stands before an ellipsis. Is it meant?",
        find=_pattern(r",(?:\.\.\.|…)"),
    ),
    _Rule(
        code="S-044",
        message="a sentence begins with a small letter. Is a capital meant?",
        find=_small_beginnings,
    ),
    _Rule(
        code="S-045",
        message="an abbreviation lacks its full stop. Is it meant?",
        find=_pattern(r"\bibid(?= \d)|\bPh\.D\b(?!\.)|\bM\.D\b(?!\.)|\betc\b(?![.\w])"),
    ),
    _Rule(
        code="S-046",
        message="a number in words lacks its hyphen. Is it meant?",
        find=_pattern(rf"\b(?:{_TENS}) (?:{_UNITS})\b"),
    ),
    _Rule(code="S-047", message="a word stands twice. Is it meant?", find=_doubled_words),
    _Rule(
        code="S-048",
        message="this copyright line does not name its holder. Was something lost?",
        find=_pattern(r"(?:copyright|©)[^,.;]{0,20}\bby\s*[,.;]"),
    ),
    _Rule(
        code="S-049",
        message="a line of an address ends with a full stop. Is a comma meant, or nothing?",
        find=_stops_in_addresses,
    ),
    _Rule(
        code="S-050",
        message="this Hebrew abbreviation has its mark in an unusual place. Is a letter or mark wrong?",
        find=_pattern(rf"[{_HEBREW}]{{2,}}['’׳][{_HEBREW}]"),
    ),
)
