"""Sections under their headings."""

from pipeline.model.document import Heading
from pipeline.model.source import SourcePos
from pipeline.readers.outline import Stretch, nest
from tests.builders import sentence

POS = SourcePos(path="e.md", line=1)


def stretch(level: int, words: str) -> Stretch:
    return Stretch(heading=Heading(sentence=sentence(words)), level=level, blocks=(), pos=POS)


def shape(sections):
    return [(section.heading.title, shape(section.sections)) for section in sections]


def test_stretch_lies_in_the_nearest_smaller_level() -> None:
    found = nest([stretch(n, words) for n, words in [(2, "a"), (4, "b"), (3, "c"), (1, "d"), (2, "e")]])
    assert shape(found) == [("a", [("b", []), ("c", [])]), ("d", [("e", [])])]


def test_nothing_gives_nothing() -> None:
    assert nest([]) == ()
