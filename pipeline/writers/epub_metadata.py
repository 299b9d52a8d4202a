"""The package metadata of an EPUB: Dublin Core, media overlays, accessibility.

In: the publication and the lengths of its overlays. Out: PackageElements in order. Law: claims are computed from what
is in the book, by docs/measured.md, "EPUB metadata"; conformance is claimed only when
a person has judged it, because no program can.
"""

from collections.abc import Iterator, Mapping

from pipeline.model.document import Figure
from pipeline.model.metadata import AccessibilityCheck, Contributor, Metadata
from pipeline.model.publication import PackageElement, Publication
from pipeline.model.speech import Narration
from pipeline.writers.coverage import Coverage, coverage_of
from pipeline.writers.pronunciation import has_hints
from pipeline.writers.reading import every_block, languages, page_breaks
from pipeline.writers.smil import clock_value

ACTIVE_CLASS = "-epub-media-overlay-active"
PLAYING_CLASS = "-epub-media-overlay-playing"

# True of every book that these writers make.
_ALWAYS = (
    "tableOfContents",
    "readingOrder",
    "structuralNavigation",
    "displayTransformability",
    "unlocked",
    "ARIA",
)


def package_metadata(publication: Publication, durations_ms: Mapping[str, int]) -> tuple[PackageElement, ...]:
    """Give all metadata but dcterms:modified; `durations_ms` is by id of the overlay item."""
    return (
        *_description(publication),
        *_overlays(publication.narration, durations_ms),
        *_accessibility(publication),
    )


def _description(publication: Publication) -> Iterator[PackageElement]:
    metadata = publication.document.metadata
    yield _element("dc:identifier", metadata.identifier, id="pub-id")
    yield _element("dc:title", metadata.shown_title, id="title")
    yield from (_element("dc:language", language) for language in languages(publication.document))
    for number, contributor in enumerate(metadata.credits, start=1):
        yield from _contributor(contributor, f"contributor-{number}")
    named = {
        "dc:publisher": metadata.publisher,
        "dc:date": metadata.date,
        "dc:rights": metadata.rights,
        "dc:source": metadata.source,
        "dc:description": metadata.description,
    }
    yield from (_element(name, value) for name, value in named.items() if value)
    yield from _series(metadata)
    yield _meta("schema:version", metadata.version)
    if metadata.work:
        yield _meta("dcterms:isVersionOf", metadata.work)


def _contributor(contributor: Contributor, id: str) -> Iterator[PackageElement]:
    name = "dc:creator" if contributor.role == "aut" else "dc:contributor"
    yield _element(name, contributor.name, id=id)
    yield _meta("role", contributor.role, refines=f"#{id}", scheme="marc:relators")
    if contributor.file_as:
        yield _meta("file-as", contributor.file_as, refines=f"#{id}")


def _series(metadata: Metadata) -> Iterator[PackageElement]:
    if metadata.subtitle:
        yield _element("dc:title", metadata.subtitle, id="subtitle")
        yield _meta("title-type", "main", refines="#title")
        yield _meta("title-type", "subtitle", refines="#subtitle")
    if metadata.series:
        yield _meta("belongs-to-collection", metadata.series, id="series")
        yield _meta("collection-type", "series", refines="#series")
        if metadata.series_number:
            yield _meta("group-position", metadata.series_number, refines="#series")


def _overlays(narration: Narration, durations_ms: Mapping[str, int]) -> Iterator[PackageElement]:
    if not durations_ms:
        return
    for overlay, duration_ms in durations_ms.items():
        yield _meta("media:duration", clock_value(duration_ms), refines=f"#{overlay}")
    yield _meta("media:duration", clock_value(sum(durations_ms.values())))
    yield _meta("media:narrator", narration.narrator)
    yield _meta("media:active-class", ACTIVE_CLASS)
    yield _meta("media:playback-active-class", PLAYING_CLASS)


def _accessibility(publication: Publication) -> Iterator[PackageElement]:
    document = publication.document
    coverage = coverage_of(publication)
    pages = page_breaks(document)
    yield _meta("schema:accessMode", "textual")
    yield _meta("schema:accessModeSufficient", "textual")
    if coverage.is_complete:
        yield _meta("schema:accessModeSufficient", "auditory")
    features = (
        *_ALWAYS,
        *(("synchronizedAudioText",) if coverage.is_synchronized else ()),
        *(("ttsMarkup",) if has_hints(document) else ()),
        *(("pageBreakMarkers", "pageNavigation") if pages else ()),
    )
    yield from (_meta("schema:accessibilityFeature", feature) for feature in features)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", _summary(publication, coverage))
    if pages:
        yield _meta("pageBreakSource", _print_edition(document.metadata))
    yield from _conformance(document.metadata.accessibility_check)


def _print_edition(metadata: Metadata) -> str:
    """Name the printed edition whose pages these are; without an ISBN, by what is known of it."""
    return ", ".join(filter(None, (metadata.shown_title, metadata.publisher, metadata.date)))


def _conformance(check: AccessibilityCheck | None) -> Iterator[PackageElement]:
    """Claim conformance only when a person has judged the book and says so with a date."""
    if check is None:
        return
    yield _meta("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", id="conf")
    yield _meta("a11y:certifiedBy", check.by, refines="#conf", id="cert")
    yield _meta("dcterms:date", check.date, refines="#cert")


def _summary(publication: Publication, coverage: Coverage) -> str:
    """Say in words what the other properties cannot: who reads, what of it, where the notes are."""
    narrator = publication.narration.narrator
    said = []
    if coverage.is_synchronized:
        said.append(f"The text is read aloud by {narrator}, one sentence highlighted at a time.")
    elif coverage.is_voiced:
        said.append(f"Part of the text is read aloud by {narrator}; the rest is text only.")
    if coverage.is_voiced and coverage.unread:
        said.append("Some words in Hebrew letters are not read aloud.")
    if publication.document.notes:
        said.append("Footnotes stand after the section they belong to and can be skipped.")
    if coverage.is_voiced and publication.entries:
        said.append("Transliterated Hebrew words are spoken as the publisher's pronunciation lexicon says.")
    if has_hints(publication.document):
        said.append("The text carries hints for these sounds (SSML and PLS), which few reading systems use.")
    if any(isinstance(block, Figure) for block in every_block(publication.document)):
        said.append("What the pictures of the text show is said in words; they themselves are left out.")
    said.append("The only picture is the cover, which is described in words.")
    return " ".join(said)


def _element(name: str, value: str, **attributes: str) -> PackageElement:
    return PackageElement(name=name, value=value, attributes=tuple(attributes.items()))


def _meta(property: str, value: str, **attributes: str) -> PackageElement:
    return _element("meta", value, property=property, **attributes)
