"""The last section of every edition that is heard, which says what the edition is.

In: a publication whose text has been voiced, the studio and the lexicon. Out: the publication with one section and one
track more. Law: they are written like all others.
"""

import re
from dataclasses import replace

from pipeline.build.tracks import make_tracks
from pipeline.build.voicing import Studio, voice_script
from pipeline.build.words import Words
from pipeline.lexicon.annotate import annotate
from pipeline.model.document import Document, Heading, Paragraph, Role, Section, Sentence
from pipeline.model.inline import Text
from pipeline.model.metadata import Metadata
from pipeline.model.publication import Publication
from pipeline.model.settings import SpeechSettings
from pipeline.passes.language import mark_hebrew
from pipeline.speech.colophon import TITLE, Recording, colophon_sentences
from pipeline.speech.script import write_script
from pipeline.writers.coverage import coverage_of


def with_colophon(
    publication: Publication, studio: Studio, words: Words, settings: SpeechSettings
) -> Publication:
    """Voice the colophon and put it behind the text; its file is numbered behind the last track."""
    metadata, narration = publication.document.metadata, publication.narration
    recording = Recording(
        narrator=narration.narrator,
        seconds=narration.samples / narration.sample_rate_hz,
        is_whole=coverage_of(publication).is_synchronized,
        words_decided=len(publication.entries),
    )
    colophon, _ = annotate(mark_hebrew(_document(metadata, recording)), words.lexicon)
    script, _ = write_script(colophon, settings)
    authors = ", ".join(person.name for person in metadata.contributors if person.role == "aut")
    tracks = make_tracks(
        script,
        voice_script(script, studio, lambda _done, _total: None).clips,
        studio,
        album=metadata.shown_title,
        artist=authors or metadata.publisher,
        after=len(narration.tracks),
    )
    document = replace(publication.document, back=(*publication.document.back, *colophon.back))
    return replace(
        publication,
        document=document,
        narration=replace(narration, tracks=(*narration.tracks, *tracks)),
    )


def _document(metadata: Metadata, recording: Recording) -> Document:
    """Give a document of one section; its ids are none that a text can have (`passes.identify`)."""
    paragraphs = tuple(
        _paragraph(said, f"colophon-{number}")
        for number, said in enumerate(colophon_sentences(metadata, recording), 1)
    )
    section = Section(
        id="colophon",
        level=1,
        role=Role.COLOPHON,
        heading=Heading(sentence=_sentence(TITLE, "colophon-title")),
        blocks=paragraphs,
    )
    return Document(metadata=Metadata(language=metadata.language), back=(section,))


def _paragraph(said: tuple[str, ...], id: str) -> Paragraph:
    *others, last = said
    texts = (*(f"{text} " for text in others), last)
    sentences = tuple(_sentence(text, f"{id}-{place}") for place, text in enumerate(texts, 1))
    return Paragraph(sentences=sentences, id=id)


def _sentence(text: str, id: str) -> Sentence:
    return Sentence(inlines=(Text(text=re.sub(r"\s+", " ", text)),), id=id)
