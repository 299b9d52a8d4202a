"""The last track of a recording, which says what the recording is; it stands in no text, only in the audio editions.

In: metadata, the finished tracks, the studio and the lexicon. Out: one more track, voiced like all others.
"""

import re

from pipeline.build.tracks import make_tracks
from pipeline.build.voicing import Studio, voice_script
from pipeline.build.words import Words
from pipeline.lexicon.annotate import annotate
from pipeline.model.document import Document, Heading, Paragraph, Role, Section, Sentence
from pipeline.model.inline import Text
from pipeline.model.metadata import Metadata
from pipeline.model.settings import SpeechSettings
from pipeline.model.speech import Track
from pipeline.passes.language import mark_hebrew
from pipeline.speech.colophon import colophon_sentences
from pipeline.speech.script import write_script

TITLE = "About this recording"


def make_colophon(
    metadata: Metadata, tracks: tuple[Track, ...], studio: Studio, words: Words, settings: SpeechSettings
) -> Track:
    """Voice the colophon; its file is numbered behind the last track."""
    seconds = sum(track.samples for track in tracks) / studio.voice.sample_rate_hz
    document, _ = annotate(mark_hebrew(_document(colophon_sentences(metadata, seconds))), words.lexicon)
    script, _ = write_script(document, settings)
    clips = voice_script(script, studio, lambda _done, _total: None).clips
    authors = ", ".join(person.name for person in metadata.contributors if person.role == "aut")
    return make_tracks(
        script,
        clips,
        studio,
        album=metadata.shown_title,
        artist=authors or metadata.publisher,
        after=len(tracks),
    )[0]


def _document(sentences: tuple[str, ...]) -> Document:
    heading = Heading(sentence=_sentence(TITLE, "colophon-title"), supplied=True)
    said = tuple(_sentence(text, f"colophon-{number}") for number, text in enumerate(sentences, 1))
    section = Section(
        id="colophon",
        level=1,
        role=Role.COLOPHON,
        heading=heading,
        blocks=(Paragraph(sentences=said, id="colophon-text"),),
    )
    return Document(metadata=Metadata(), back=(section,))


def _sentence(text: str, id: str) -> Sentence:
    return Sentence(inlines=(Text(text=re.sub(r"\s+", " ", text)),), id=id)
