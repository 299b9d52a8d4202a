"""What an edition says of itself at its end: what it is, who published and produced it, its version, its voice.

In: a publication's metadata and the facts of its recording. Out: paragraphs of sentences, printed and spoken alike.
Law: nothing is said that nobody knows, and every statement is computed from what is there.
"""

from dataclasses import dataclass

from pipeline.model.metadata import Metadata, Producer

TITLE = "About this edition"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What is to be said of the sound."""

    narrator: str
    seconds: float
    """How long the text plays."""
    is_whole: bool
    """Nothing of the text is left out."""
    words_decided: int
    """By the pronunciation lexicon."""


def colophon_sentences(metadata: Metadata, recording: Recording) -> tuple[tuple[str, ...], ...]:
    """Give the sentences, paragraph by paragraph."""
    said = (
        (_work(metadata), *_published(metadata)),
        (_version(metadata), *(f"{day_in_words(each.date)}: {each.what}" for each in metadata.corrections)),
        _produced(metadata.producer),
        (*_read(recording), *_decided(recording.words_decided)),
    )
    return tuple(paragraph for paragraph in said if paragraph)


def day_in_words(day: str) -> str:
    """Give 2026-02-03 as 3 February 2026."""
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def _work(metadata: Metadata) -> str:
    authors = _listed([person.name for person in metadata.contributors if person.role == "aut"])
    by = f", by {authors}" if authors else ""
    return f"{metadata.shown_title}{by}".rstrip(".") + "."


def _published(metadata: Metadata) -> tuple[str, ...]:
    if not metadata.publisher:
        return ()
    year = f", {metadata.date[:4]}" if metadata.date else ""
    return (f"Published by {metadata.publisher.rstrip('.')}{year}.",)


def _version(metadata: Metadata) -> str:
    if not metadata.corrections:
        return f"Version {metadata.version}, as first published in this form."
    return f"Version {metadata.version}, last corrected on {day_in_words(metadata.corrections[-1].date)}."


def _produced(producer: Producer) -> tuple[str, ...]:
    named = ", ".join(filter(None, (producer.name, producer.place)))
    said = f"Produced by {named.rstrip('.')}." if named else ""
    return tuple(filter(None, (said, f"Contact: {producer.contact}." if producer.contact else "")))


def _read(recording: Recording) -> tuple[str, ...]:
    """Give voice and length; the length in whole minutes, because nobody keeps seconds in mind."""
    if not recording.seconds:
        return ()
    read = "The text is" if recording.is_whole else "Part of the text is"
    minutes = max(1, round(recording.seconds / 60))
    return (f"{read} read aloud by {recording.narrator}.", f"It plays {_length(minutes)}.")


def _decided(count: int) -> tuple[str, ...]:
    sound = "1 word of this text sounds" if count == 1 else f"{count} words of this text sound"
    return (f"The publisher's pronunciation lexicon decides how {sound}.",) if count else ()


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    counted = [(hours, "hour"), (rest, "minute")]
    return " ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counted if number)


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
