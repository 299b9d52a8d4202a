"""Publications for the writers' tests: small_document, narrated in silence."""

from hashlib import sha256

from pipeline.model.document import Document, Paragraph, ParagraphRole, Section
from pipeline.model.publication import Publication
from pipeline.model.speech import Clip, Narration, Track
from pipeline.model.walk import section_sentences
from pipeline.writers.reading import own_blocks
from tests.builders import small_document

RATE_HZ = 22050
CLIP_SAMPLES = 40 * 576


def repeated(section: Section) -> set[str]:
    return {
        sentence.id
        for block in own_blocks(section)
        if isinstance(block, Paragraph) and block.role is ParagraphRole.PULLQUOTE
        for sentence in block.sentences
    }


def voiced_ids(section: Section) -> list[str]:
    own = [sentence.id for sentence in section_sentences(section) if sentence.id not in repeated(section)]
    return own + [id for inner in section.sections for id in voiced_ids(inner)]


def silent_track(section: Section, number: int, *, unvoiced: frozenset[str] = frozenset()) -> Track:
    """A track whose clips all last 40 frames (1044.897 ms)."""
    ids = [id for id in voiced_ids(section) if id not in unvoiced]
    clips = tuple(
        Clip(target=id, begin=index * CLIP_SAMPLES, end=(index + 1) * CLIP_SAMPLES)
        for index, id in enumerate(ids)
    )
    href = f"{number:02}-{section.id}.mp3"
    return Track(
        section=section.id,
        title=section.heading.title,
        href=href,
        digest=sha256(href.encode()).hexdigest(),
        size_bytes=1000 * len(clips),
        samples=len(clips) * CLIP_SAMPLES,
        clips=clips,
    )


def narrate(document: Document, *, unvoiced: frozenset[str] = frozenset()) -> Narration:
    return Narration(
        tracks=tuple(
            silent_track(section, number, unvoiced=unvoiced)
            for number, section in enumerate(document.sections, start=1)
        ),
        narrator="Silence, synthetic voice",
        sample_rate_hz=RATE_HZ,
    )


def publish(document: Document, *, unvoiced: frozenset[str] = frozenset()) -> Publication:
    return Publication(
        slug="small-book",
        document=document,
        narration=narrate(document, unvoiced=unvoiced),
        volumes=(),
        entries=(),
        generator="Pokeach 0.0-test",
    )


def small_publication() -> Publication:
    return publish(small_document())
