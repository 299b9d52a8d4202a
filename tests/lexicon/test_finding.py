"""How much the lexicon and `lexicon find` miss between them, and how much `find` shows in vain."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.engines.dictionary import EnglishWords
from pipeline.lexicon.candidates import GUESS, Sources, find_candidates
from pipeline.lexicon.tokens import Token, tokenise
from tests.lexicon.shelf import house_lexicon

TEXTS = {path.stem: path for path in (Path(__file__).parent / "labelled").glob("*.txt")}
TUNED = {"yeshivish", "sephardi", "karpeles-talmud", "illuminated"}
"""The texts that were looked at while the finder was made; the others were held out."""
KNOWS = EnglishWords().knows


@dataclass(frozen=True, kw_only=True)
class Measure:
    words: int
    """All words of the texts."""
    marked: int
    """Transliterated words."""
    met: int
    """Of these, the ones with an entry and the ones that `find` shows."""
    shown: int
    """Words that `find` shows."""
    deserved: int
    """Of these, the transliterated ones."""

    @property
    def recall(self) -> float:
        return self.met / self.marked

    @property
    def precision(self) -> float:
        return self.deserved / self.shown

    @property
    def in_vain(self) -> float:
        """Words shown in vain among a thousand: unlike the precision, it is no worse for a new entry."""
        return 1000 * (self.shown - self.deserved) / self.words


def measure(names: set[str]) -> Measure:
    """Count tokens; single letters (the l of zt"l) count as no word."""
    counts = dict.fromkeys(("words", "marked", "met", "shown", "deserved"), 0)
    for name in sorted(names):
        lines = TEXTS[name].read_text(encoding="utf-8").splitlines()
        plain = [re.sub("[{}<>]", "", line) for line in lines]
        sources = Sources(knows=KNOWS, is_spelled=lambda _: False)
        found = find_candidates(((name, line) for line in plain), house_lexicon(), sources)
        shown = [one.word for one in found if one.queue != GUESS]
        for marked, line in zip(lines, plain, strict=True):
            known = [(match.begin, match.end) for match in house_lexicon().find(line)]
            asked = list(places(shown, line))
            wanted = list(marks(marked))
            for token in tokenise(line):
                if len(token.text) > 1 and token.text[0].isalpha():
                    has_entry, is_marked = lies_in(token, known), lies_in(token, wanted)
                    is_shown = not has_entry and lies_in(token, asked)
                    counts["words"] += 1
                    counts["marked"] += is_marked
                    counts["met"] += is_marked and (has_entry or is_shown)
                    counts["shown"] += is_shown
                    counts["deserved"] += is_shown and is_marked
    return Measure(**counts)


def marks(line: str) -> Iterator[tuple[int, int]]:
    """Yield where the plain line has a transliterated word."""
    signs = 0
    for found in re.finditer(r"\{([^}]*)\}|[<>]", line):
        if found[1] is None:
            signs += 1
        else:
            yield found.start() - signs, found.end() - signs - 2
            signs += 2


def places(shown: list[str], line: str) -> Iterator[tuple[int, int]]:
    """Yield where a candidate stands in a line, in any capitals, with or without an English 's."""
    words = {word.casefold() for word in shown}
    tokens = tokenise(line)
    for index, token in enumerate(tokens):
        end = tokens[min(index + 1, len(tokens) - 1)].end
        if re.sub("'s?$", "", token.key) in words:
            yield token.begin, token.end
        elif " ".join(line[token.begin : end].split()).casefold() in words:
            yield token.begin, end


def lies_in(token: Token, spans: list[tuple[int, int]]) -> bool:
    return any(begin < token.end and token.begin < end for begin, end in spans)


def test_marks_are_counted_in_the_plain_line():
    plain = "a Rosh Chodesh of Padua"
    begin, end = next(marks("a {Rosh Chodesh} of <Padua>"))
    assert plain[begin:end] == "Rosh Chodesh"
    assert list(marks("<Padua> and {Tzfas}")) == [(10, 15)]


def test_an_unmarked_word_that_is_shown_lowers_the_precision(monkeypatch, tmp_path):
    (tmp_path / "bad.txt").write_text("The zorgel and the {gnorfel} were {friend}.", encoding="utf-8")
    monkeypatch.setitem(TEXTS, "bad", tmp_path / "bad.txt")
    assert measure({"bad"}) == Measure(words=7, marked=2, met=1, shown=2, deserved=1)


@pytest.mark.parametrize(("names", "recall", "in_vain"), [(TUNED, 0.98, 6), (set(TEXTS) - TUNED, 0.98, 20)])
def test_the_lexicon_and_find_miss_few_words_and_find_shows_few_in_vain(names, recall, in_vain):
    measured = measure(names)
    assert measured.recall >= recall, measured
    assert measured.in_vain <= in_vain, measured
