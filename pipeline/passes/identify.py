"""Give everything an id that comes from its content, so that a correction changes no id but its own.

In: a Document. Out: the same with ids, unique and valid as XML ids. Law: same words, same id; no counting from the top
but among equals ("-2").
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import Block, Document, PageBreak, Section, Sentence, ThematicBreak
from pipeline.model.walk import map_sentences
from pipeline.passes.blocks import block_text, map_blocks


def name_sections(document: Document) -> Document:
    """Give each section the id sec-<heading>; notes are named after it, so this comes before `tie_notes`."""
    names = _Names()

    def named(sections: Sequence[Section]) -> tuple[Section, ...]:
        found = []
        for section in sections:
            own = names.unique(f"sec-{_slug(section.heading.sentence.text)}")
            found.append(replace(section, id=own, sections=named(section.sections)))
        return tuple(found)

    return replace(
        document, front=named(document.front), body=named(document.body), back=named(document.back)
    )


def identify(document: Document) -> Document:
    """Give sentences s-<hash of the words> and blocks b-<hash of the words>.

    Equals are counted in the order of `map_sections`: inner sections before the one they lie in.
    """
    names = _Names()

    def sentence(found: Sentence) -> Sentence:
        return replace(found, id=names.unique(f"s-{_digest(found.text)}"))

    def block(_section: Section, found: Block) -> Block:
        printed = found.printed if isinstance(found, ThematicBreak) else ""
        number = found.number if isinstance(found, PageBreak) else ""
        words = f"{type(found).__name__} {printed}{number}{block_text(found)}"
        return replace(found, id=names.unique(f"b-{_digest(words)}"))

    return map_blocks(map_sentences(document, sentence), block)


class _Names:
    """Ids given so far: the second of equals gets -2."""

    def __init__(self) -> None:
        self.given: Counter[str] = Counter()

    def unique(self, wish: str) -> str:
        self.given[wish] += 1
        name = wish if self.given[wish] == 1 else f"{wish}-{self.given[wish]}"
        return name if name == wish or name not in self.given else self.unique(wish)


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:60] or _digest(words)


def _digest(words: str) -> str:
    """Ten hexadecimal digits: 40 bits, which two of a thousand sentences share once in two million books."""
    return hashlib.sha256(" ".join(words.split()).encode("utf-8")).hexdigest()[:10]
