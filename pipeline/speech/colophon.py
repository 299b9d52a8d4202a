"""What a recording says of itself at its end: what it was, who published it, that nobody read it, how long it plays.

In: a publication's metadata and its length. Out: sentences as they would be printed. Law: nothing is said that nobody
knows.
"""

from pipeline.model.metadata import Metadata, Producer

_SYNTHETIC = "The voice that read it is synthetic."


def colophon_sentences(metadata: Metadata, seconds: float) -> tuple[str, ...]:
    """Give the sentences; the length in whole minutes, because nobody keeps seconds in mind."""
    authors = _listed([person.name for person in metadata.contributors if person.role == "aut"])
    by = f", by {authors}" if authors else ""
    published = _published(metadata)
    minutes = max(1, round(seconds / 60))
    return (
        f"This was {metadata.title}{by}.",
        *([published] if published else []),
        *_produced(metadata.producer),
        _SYNTHETIC,
        f"The recording plays {_length(minutes)}.",
    )


def _published(metadata: Metadata) -> str:
    if not metadata.publisher:
        return ""
    year = f", {metadata.date[:4]}" if metadata.date else ""
    return f"Published by {metadata.publisher.rstrip('.')}{year}."


def _produced(producer: Producer) -> tuple[str, ...]:
    named = ", ".join(filter(None, (producer.name, producer.place)))
    said = f"Produced by {named.rstrip('.')}." if named else ""
    return tuple(filter(None, (said, f"Contact: {producer.contact}." if producer.contact else "")))


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    counted = [(hours, "hour"), (rest, "minute")]
    return " ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in counted if number)


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
