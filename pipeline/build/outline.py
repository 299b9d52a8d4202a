"""What `pokeach check` shows of one source: its outline, its counts, its notices."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.build.notices import counted, notice_row, sort_notices
from pipeline.errors import PokeachError
from pipeline.model.document import Document, Section, every_section
from pipeline.model.source import Notice
from pipeline.model.walk import every_sentence, section_sentences
from pipeline.passes.ledger import Ledger

_SHOWN = 30
"""Words named one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How one source was understood, or why it was not."""

    slug: str
    document: Document | None = None
    notices: tuple[Notice, ...] = ()
    error: PokeachError | None = None
    ledger: Ledger | None = None
    """Where every word of the source went."""

    def as_text(self) -> str:
        """Give lines that read well aloud: outline by words and numbers, not by indentation alone."""
        if self.error or self.document is None:
            return f"{self.slug}: cannot be read. {self.error}\n"
        notices = [f"{number}. {notice}" for number, notice in enumerate(sort_notices(self.notices), 1)]
        head = f"{self.slug}: {self.document.metadata.heard_title}. {_counts(self.document)}"
        words = ["Words:", *_balance(self.ledger), ""] if self.ledger else []
        outline = ["Outline:", *_outline(self.document), ""]
        return "\n".join([head, "", *outline, *words, "Notices:", *notices, ""])

    def as_json(self) -> dict[str, object]:
        """Give the same for machines."""
        if self.error or self.document is None:
            return {"slug": self.slug, "error": str(self.error)}
        return {
            "slug": self.slug,
            "title": self.document.metadata.heard_title,
            "outline": list(_outline(self.document)),
            "words": _ledger_json(self.ledger) if self.ledger else None,
            "notices": [notice_row(notice) for notice in sort_notices(self.notices)],
        }


def _balance(ledger: Ledger) -> Iterator[str]:
    yield f"The source prints {counted(ledger.printed, 'word')}."
    for part, count in ledger.parts:
        yield f"In the {part}: {count}."
    for reason, count in ledger.left_out:
        yield f"Left out, {reason}: {count}."
    if ledger.is_balanced:
        yield "Every word is accounted for."
    if ledger.lost:
        yield f"LOST: {counted(len(ledger.lost), 'word')}: {', '.join(ledger.lost[:_SHOWN])}."
    if ledger.invented:
        yield f"NOT IN THE SOURCE: {counted(len(ledger.invented), 'word')}: {', '.join(ledger.invented[:_SHOWN])}."


def _ledger_json(ledger: Ledger) -> dict[str, object]:
    return {
        "printed": ledger.printed,
        "parts": dict(ledger.parts),
        "left_out": dict(ledger.left_out),
        "lost": list(ledger.lost),
        "invented": list(ledger.invented),
    }


def _outline(document: Document) -> Iterator[str]:
    for section in every_section(document):
        yield "  " * (section.level - 1) + _line(section)


def _line(section: Section) -> str:
    subtitle = section.heading.subtitle
    title = section.heading.title + (f", {' '.join(subtitle.text.split())}" if subtitle else "")
    notes = f", {counted(len(section.notes), 'note')}" if section.notes else ""
    sentences = sum(1 for _ in section_sentences(section))
    return f"Level {section.level}, {section.role}: {title} ({counted(sentences, 'sentence')}{notes})"


def _counts(document: Document) -> str:
    sentences = list(every_sentence(document))
    words = sum(len(sentence.text.split()) for sentence in sentences)
    return f"{counted(words, 'word')}, {counted(len(sentences), 'sentence')}, {counted(len(document.notes), 'note')}."
