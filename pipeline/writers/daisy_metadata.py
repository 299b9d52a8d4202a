"""What both DAISY formats say of a book in the same way, and what they demand even where nothing is known.

In: metadata. Out: values and statements. Law: nothing is invented; what has to be stated and is not known is said to be
unknown, or is the one value that docs/notices.md documents.
"""

from pipeline.model.metadata import Metadata

UNKNOWN = "unknown"
"""For an author or a publisher that the format demands and nobody named."""


def stated_date(metadata: Metadata) -> str:
    """Give the date that both formats demand; of a text without one, the day of its last change (S-072)."""
    return metadata.date or metadata.modified[:10]


def own_statements(metadata: Metadata) -> list[tuple[str, str]]:
    """Give what a catalogue should know and DAISY has no name for: names of our own begin with "prod:"."""
    named = {
        "prod:subtitle": metadata.subtitle,
        "prod:series": metadata.series,
        "prod:seriesNumber": metadata.series_number if metadata.series else "",
    }
    return [(name, value) for name, value in named.items() if value]
