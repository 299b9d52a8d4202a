"""From the bytes of one source to the document that all its editions are made of: pure steps in their order.

In: a source, the press's settings and lexicon. Out: a Composition and all notices so far.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.build.words import Words, words_for
from pipeline.errors import LexiconError, SourceError
from pipeline.lexicon.annotate import annotate
from pipeline.lexicon.match import Lexicon
from pipeline.model.document import Document
from pipeline.model.inline import Term
from pipeline.model.lexicon import Entry
from pipeline.model.metadata import Metadata, Sidecar
from pipeline.model.settings import Settings
from pipeline.model.source import Notice, Weight
from pipeline.model.walk import every_inline, every_sentence
from pipeline.passes.ledger import Ledger, account
from pipeline.passes.refine import refine
from pipeline.readers.read import read_source
from pipeline.readers.sidecar import parse_corrections, parse_sidecar
from pipeline.readers.words import printed_words
from pipeline.store.press import SourceFile

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://pokeach.example/publications/")
_OLDEST = "2000-01-01T00:00:00Z"
"""The date of change of a text of which no date is known: an EPUB must have one, and the clock is not asked."""
_UNDATED = Notice(
    code="S-072",
    message="no date of this text is known: it counts as of 2000-01-01. "
    "Say in its .toml when it was published: [metadata] date.",
    weight=Weight.REMARK,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """One publication before it is voiced and brailled."""

    slug: str
    document: Document
    words: Words
    """The words it was read with: the press's and its own."""
    entries: tuple[Entry, ...]
    """Those that stand in it."""
    notices: tuple[Notice, ...]


def sidecar_of(source: SourceFile) -> Sidecar:
    """Parse what stands beside a source: its description and an editor's corrections."""
    sidecar = parse_sidecar(source.sidecar.path, source.sidecar.content) if source.sidecar else Sidecar()
    if not source.corrections:
        return sidecar
    emendations = parse_corrections(source.corrections.path, source.corrections.content)
    return replace(sidecar, emendations=emendations)


def balance_words(source: SourceFile, document: Document, notices: Sequence[Notice]) -> Ledger:
    """Account for every word of a source."""
    printed = printed_words(source.text.path, source.text.content)
    return account(document, printed, notices, sidecar_of(source).emendations)


def read_document(
    source: SourceFile, words: Words, settings: Settings
) -> tuple[Document, tuple[Notice, ...]]:
    """Read, refine and annotate one source with the press's words and its own, of which the broken are left out."""
    return _read(source, words_for(source, words), settings)


def _read(source: SourceFile, words: Words, settings: Settings) -> tuple[Document, tuple[Notice, ...]]:
    sidecar = sidecar_of(source)
    printed, from_reader = read_source(source.text.path, source.text.content, sidecar)
    refined, from_passes = refine(printed, sidecar)
    named = replace(refined, metadata=complete_metadata(refined.metadata, source.slug, settings))
    document, from_lexicon = annotate(named, words.lexicon)
    undated = (_UNDATED,) if named.metadata.modified == _OLDEST else ()
    return document, from_reader + from_passes + undated + from_lexicon


def compose(source: SourceFile, words: Words, settings: Settings) -> Composition:
    """Take the pure steps that ear, finger and eye have in common.

    SourceError when one of the publication's own words is broken: that concerns no other publication.
    """
    try:
        own = words_for(source, words).whole()
    except LexiconError as fault:
        raise SourceError(fault.message, where=fault.where) from fault
    document, notices = _read(source, own, settings)
    entries = entries_used(document, own.lexicon)
    return Composition(slug=source.slug, document=document, words=own, entries=entries, notices=notices)


def complete_metadata(metadata: Metadata, slug: str, settings: Settings) -> Metadata:
    """Fill in what every publication must have: a stable identifier, a date of change, a publisher, its producer.

    The identifier is a UUID version 5 (RFC 9562, 5.5) of the slug: corrections do not change it. The date of change
    is the newest of the sidecar's, its newest correction's and the publication's own: never the clock, so that the
    same input gives the same bytes.
    """
    identifier = metadata.identifier or f"urn:uuid:{uuid.uuid5(_NAMESPACE, slug)}"
    return replace(
        metadata,
        identifier=identifier,
        modified=_modified(metadata),
        publisher=metadata.publisher or settings.publisher,
        producer=settings.producer,
    )


def _modified(metadata: Metadata) -> str:
    days = [metadata.date, *(correction.date for correction in metadata.corrections)]
    return max([metadata.modified, *(_moment(day) for day in days if day)]) or _OLDEST


def _moment(date: str) -> str:
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def entries_used(document: Document, lexicon: Lexicon) -> tuple[Entry, ...]:
    """Give the entries whose terms stand in the document, by slug."""
    fired = {
        inline.entry
        for sentence in every_sentence(document)
        for inline in every_inline(sentence.inlines)
        if isinstance(inline, Term)
    }
    return tuple(entry for slug in sorted(fired) if (entry := lexicon.entry(slug)))
