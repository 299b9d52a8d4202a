"""Publications for the writers' tests: small_document, narrated in silence."""

from dataclasses import replace
from hashlib import sha256

from pipeline.model.document import (
    Document,
    Figure,
    ListBlock,
    PageBreak,
    Paragraph,
    Quotation,
    Section,
    Sentence,
    Table,
    Verse,
)
from pipeline.model.publication import Publication
from pipeline.model.speech import Clip, Narration, Track
from pipeline.writers.reading import leaves
from tests.builders import em, hebrew, link, paragraph, ref, sentence, small_document

RATE_HZ = 22050
CLIP_SAMPLES = 40 * 576


def voiced_ids(section: Section) -> list[str]:
    headings = filter(None, (section.heading.sentence, section.heading.subtitle))
    notes = [block for note in section.notes for block in note.blocks]
    parts = [*headings, *leaves((*section.blocks, *notes))]
    own = [part.id for part in parts if isinstance(part, Sentence)]
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


def rich_document() -> Document:
    """The small document with what it lacks: pages of all kinds, lists, a table, verse, a figure, deep levels."""
    document = small_document()
    chapter = document.body[0]
    twelve = chapter.sections[0]
    heading = sentence("Deep ", em(link("http://example.org", "down")), ref("1", "fn-12-1", "r2"), id="s-d")
    deep = replace(
        twelve,
        id="deep",
        level=3,
        heading=replace(twelve.heading, sentence=heading, label=""),
        blocks=_every_block(),
        notes=(),
        sections=(_levels(4),),
    )
    note = replace(twelve.notes[0], references=("ref-fn-12-1", "r2"))
    twelve = replace(twelve, sections=(deep,), notes=(note,))
    return replace(document, body=(replace(chapter, sections=(twelve,)),))


def _every_block() -> tuple[PageBreak | Paragraph | Quotation | ListBlock | Table | Verse | Figure, ...]:
    def words(name: str) -> Paragraph:
        return paragraph(sentence(f"Words of {name}.", id=f"s-{name}"), id=f"p-{name}")

    inner = ListBlock(id="b-inner", items=((words("inner"),),))
    return (
        PageBreak(number="iv", id="pg-iv"),
        words("down"),
        PageBreak(number="12", id="pg-12"),
        Quotation(id="b-quote", blocks=(words("quoted"), PageBreak(number="A-1", id="pg-a1"))),
        ListBlock(id="b-list", ordered=True, start=3, items=((words("one"), inner), (words("two"),))),
        Table(
            id="b-table",
            header_rows=1,
            rows=(
                ((words("head"),), (words("of"),)),
                ((words("cell"),), (PageBreak(number="13", id="pg-13"), words("last"))),
            ),
        ),
        Verse(id="b-verse", stanzas=((sentence("A line", id="s-v1"), sentence(hebrew("שיר"), id="s-v2")),)),
        Figure(id="b-figure", alternative="A tree.", caption=(words("caption"),)),
    )


def _levels(level: int) -> Section:
    """Sections one in the other down to the eighth level, each with nothing but its heading."""
    template = small_document().body[0]
    name = f"level-{level}"
    return replace(
        template,
        id=name,
        level=level,
        heading=replace(template.heading, sentence=sentence(f"Level {level}", id=f"s-{name}"), subtitle=None),
        blocks=(),
        sections=(_levels(level + 1),) if level < 8 else (),
    )
