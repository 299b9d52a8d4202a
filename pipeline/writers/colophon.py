"""What an edition says of itself on its last page: version, corrections, voice, pronunciation.

In: a Publication. Out: statements in plain English, in order. Law: every statement is computed from what is there.
"""

from dataclasses import dataclass

from pipeline.model.metadata import Producer
from pipeline.model.publication import Publication
from pipeline.writers.coverage import coverage_of
from pipeline.writers.pronunciation import has_hints

TITLE = "About this edition"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that is said, under a short name."""

    name: str
    sentences: tuple[str, ...]


def colophon(publication: Publication) -> tuple[Statement, ...]:
    """Give the statements of a publication's colophon."""
    metadata = publication.document.metadata
    said = [
        Statement(name="Title", sentences=(metadata.shown_title,)),
        Statement(name="Version", sentences=(_version(publication),)),
        Statement(
            name="Corrections",
            sentences=tuple(f"{day_in_words(each.date)}: {each.what}" for each in metadata.corrections)
            or ("None so far.",),
        ),
        Statement(name="Voice", sentences=_voice(publication)),
        Statement(name="Producer", sentences=_producer(metadata.producer)),
        Statement(name="Pronunciation", sentences=_pronunciation(publication)),
        Statement(name="Identifier", sentences=(metadata.work or metadata.identifier,)),
    ]
    return tuple(statement for statement in said if statement.sentences)


def day_in_words(day: str) -> str:
    """Give 2026-02-03 as 3 February 2026."""
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def _version(publication: Publication) -> str:
    metadata = publication.document.metadata
    if not metadata.corrections:
        return f"{metadata.version}, as first published in this form."
    return f"{metadata.version}, last corrected on {day_in_words(metadata.corrections[-1].date)}."


def _voice(publication: Publication) -> tuple[str, ...]:
    coverage = coverage_of(publication)
    if not coverage.is_voiced:
        return ()
    whole = "The text is read aloud" if coverage.is_synchronized else "Part of the text is read aloud"
    return (f"{whole} by {publication.narration.narrator}.", "This page is not read aloud.")


def _producer(producer: Producer) -> tuple[str, ...]:
    named = ", ".join(filter(None, (producer.name, producer.place)))
    return tuple(filter(None, (named, producer.contact)))


def _pronunciation(publication: Publication) -> tuple[str, ...]:
    if not publication.entries:
        return ()
    count = len(publication.entries)
    words = "word" if count == 1 else "words"
    said = [f"The publisher's pronunciation lexicon decides how {count} {words} of this text sound."]
    if has_hints(publication.document):
        said.append("The EPUB carries these sounds as hints (SSML and PLS), which few reading systems use.")
    return tuple(said)
