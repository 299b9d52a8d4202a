"""Set apart what Project Gutenberg puts before and after a text.

In: stretches as printed. Out: stretches of the book itself, what the header says, notices that hold the words taken
away. Law: only what stands outside the marked lines "*** START OF" and "*** END OF" is taken.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pipeline.model.document import Block
from pipeline.model.metadata import Contributor, Metadata
from pipeline.model.source import Notice, Weight
from pipeline.model.walk import block_sentences
from pipeline.readers.outline import UNTITLED, Stretch

_START = re.compile(r"\*\*\* ?START OF (?:THIS|THE) PROJECT GUTENBERG")
_END = re.compile(r"\*\*\* ?END OF (?:THIS|THE) PROJECT GUTENBERG|^End of (?:the )?Project Gutenberg")
_CREDIT = re.compile(r"\s*(?:E-?text )?(?:Produced|prepared|Transcribed|Digitized) by\b", re.IGNORECASE)
_FIELD = re.compile(r"^(Title|Author|Language|Release Date):[ \t]*(\S.*)$", re.MULTILINE)
_LANGUAGES = {"english": "en", "hebrew": "he", "german": "de", "yiddish": "yi", "french": "fr"}


@dataclass(frozen=True, slots=True)
class _Place:
    stretch: int
    block: int


def set_apart(stretches: Sequence[Stretch]) -> tuple[list[Stretch], Metadata, tuple[Notice, ...]]:
    """Take the header and the licence away; a text without the marked lines stays as it is."""
    places = [
        (_Place(number, index), words_in(block))
        for number, stretch in enumerate(stretches)
        for index, block in enumerate(stretch.blocks)
    ]
    starts = [at for at, (_, words) in enumerate(places) if _START.search(words)]
    ends = [at for at, (_, words) in enumerate(places) if _END.search(words)]
    if not starts:
        return list(stretches), Metadata(), ()
    first = starts[0]
    while first + 1 < len(places) and _CREDIT.match(places[first + 1][1]):
        first += 1
    last = next((at for at in ends if at > first), len(places))
    offsets = accumulate((len(stretch.blocks) for stretch in stretches), initial=0)
    numbered = list(zip(offsets, range(len(stretches)), strict=False))
    above = [number for offset, number in numbered if offset <= first]
    below = [number for offset, number in numbered if offset > last]
    notices = _told(stretches, places, range(first + 1), above, "Project Gutenberg’s header")
    notices += _told(stretches, places, range(last, len(places)), below, "Project Gutenberg’s licence")
    kept = {place for place, _ in places[first + 1 : last]}
    header = "\n".join(words for _, words in places[: first + 1])
    return _kept(stretches, kept, {*above, *below}), _metadata(header), notices


def words_in(block: Block) -> str:
    """Give the words of a block."""
    return "".join(sentence.text for sentence in block_sentences(block))


def _told(
    stretches: Sequence[Stretch],
    places: Sequence[tuple[_Place, str]],
    which: range,
    headed: Sequence[int],
    what: str,
) -> tuple[Notice, ...]:
    """Tell what is taken away: blocks, and the headings of the stretches `headed`."""
    if not which:
        return ()
    place = places[which[0]][0]
    headings = [stretches[number].heading.title for number in headed]
    words = " ".join([*(places[at][1] for at in which), *headings])
    return (
        Notice(
            code="S-062",
            message=f"{what} was set apart: it is not the book.",
            weight=Weight.REMARK,
            pos=stretches[place.stretch].blocks[place.block].pos,
            fragment=" ".join(words.split()),
        ),
    )


def _kept(stretches: Sequence[Stretch], kept: set[_Place], untitled: set[int]) -> list[Stretch]:
    """Keep what is left of every stretch, without the heading when that was taken away."""
    found = []
    for number, stretch in enumerate(stretches):
        blocks = tuple(block for index, block in enumerate(stretch.blocks) if _Place(number, index) in kept)
        heading = UNTITLED if number in untitled else stretch.heading
        if blocks or not heading.supplied:
            found.append(replace(stretch, heading=heading, blocks=blocks))
    return found


def _metadata(header: str) -> Metadata:
    fields = {name: " ".join(value.split()) for name, value in _FIELD.findall(header)}
    author = fields.get("Author", "")
    year = re.search(r"\b(?:19|20)\d\d\b", fields.get("Release Date", ""))
    return Metadata(
        title=fields.get("Title", ""),
        contributors=(Contributor(name=author),) if author else (),
        language=_LANGUAGES.get(fields.get("Language", "").casefold(), "en"),
        publisher="Project Gutenberg",
        date=year[0] if year else "",
    )
