"""One phrase instead of a book: how it is said and brailled, and its sound as a file.

In: text that somebody typed, the lexicon and settings. Out: a Said; or an MP3, as bytes or written to a file.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from pipeline.braille.transcribe import transcribe_sentence
from pipeline.build.ear import ear, whose_ear
from pipeline.build.said import Said, SaidTerm
from pipeline.build.words import Words
from pipeline.engines.liblouis import LiblouisTranslator
from pipeline.engines.loudness import measure_level
from pipeline.engines.mp3 import Mp3Encoder
from pipeline.engines.table import VOICES
from pipeline.errors import UsageError
from pipeline.lexicon.annotate import annotate
from pipeline.model.document import Document, Heading, Paragraph, Role, Section, Sentence
from pipeline.model.inline import Term, Text, plain_text
from pipeline.model.metadata import Metadata
from pipeline.model.settings import Settings
from pipeline.model.speech import TrackTags, Utterance
from pipeline.model.walk import every_inline, every_sentence
from pipeline.passes.language import mark_hebrew
from pipeline.speech.script import utterance_of
from pipeline.store.shelf import write_file


def say_phrase(text: str, words: Words, settings: Settings) -> Said:
    """Give a phrase in every form it takes."""
    sentence = phrase_sentence(text, words)
    utterance = _utterance(sentence, settings)
    voice = ear(settings, words.sounds)
    markup = voice.markup(utterance)
    return Said(
        written=text,
        spoken=utterance.spoken,
        ipa=voice.phonemes(markup),
        markup=markup,
        whose_ear=whose_ear(settings),
        braille=transcribe_sentence(sentence, LiblouisTranslator(settings.braille), settings.braille),
        terms=tuple(dict.fromkeys(_terms(sentence, words))),
    )


def _terms(sentence: Sentence, words: Words) -> Iterator[SaidTerm]:
    for inline in every_inline(sentence.inlines):
        if isinstance(inline, Term):
            entry = words.lexicon.entry(inline.entry)
            yield SaidTerm(
                written=" ".join(plain_text(inline.children).split()),
                say=words.sounds.say_of(inline.ipa) if inline.ipa else inline.read_as or "silent",
                path=entry.path if entry else inline.entry,
                form=inline.form,
            )


def write_phrase(text: str, to: str, words: Words, settings: Settings) -> None:
    """Write a phrase to an MP3 file; UsageError when the name promises another kind of file."""
    if not to.lower().endswith(".mp3"):
        raise UsageError("the sound is written as MP3: give a file name that ends in .mp3.", where=to)
    write_file(Path(to), record_phrase(text, words, settings))


def record_phrase(text: str, words: Words, settings: Settings) -> bytes:
    """Give a phrase as an MP3 file."""
    utterance = _utterance(phrase_sentence(text, words), settings)
    voice = VOICES[settings.voice.engine](settings.voice, words.sounds.mnemonics)
    encoder = Mp3Encoder(settings.audio, measure_level(voice))
    frames, _ = encoder.encode(voice.speak(voice.markup(utterance)), utterance.pause_after_ms)
    tags = TrackTags(title=text[:80], album="", artist="", number=1, of=1)
    return b"".join(encoder.join(lambda: [frames], tags))


def phrase_sentence(text: str, words: Words) -> Sentence:
    """Make a document of one sentence and send it the way that all documents go."""
    printed = Sentence(inlines=(Text(text=unicodedata.normalize("NFC", text)),), id="phrase")
    section = Section(
        id="phrase",
        level=1,
        role=Role.CHAPTER,
        heading=Heading(sentence=Sentence(inlines=()), supplied=True),
        blocks=(Paragraph(sentences=(printed,)),),
    )
    document, _ = annotate(mark_hebrew(Document(metadata=Metadata(), body=(section,))), words.lexicon)
    return next(sentence for sentence in every_sentence(document) if sentence.id == "phrase")


def _utterance(sentence: Sentence, settings: Settings) -> Utterance:
    utterance = utterance_of(sentence, settings.speech)
    if not utterance.parts:
        raise UsageError("there is nothing in this phrase that can be spoken.")
    return utterance
