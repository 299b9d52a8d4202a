"""Write the script of a publication: what is said, in which order, with which silences.

In: a document after the passes and the lexicon. Out: one track for each top-level section, and notices. Law: every
sentence that is heard has exactly one utterance; every sentence that is not heard has a notice that says why.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from pipeline.model.document import (
    Block,
    Document,
    Figure,
    LineGroup,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Quotation,
    Section,
    Sentence,
    Table,
    ThematicBreak,
    Verse,
)
from pipeline.model.settings import SpeechSettings
from pipeline.model.source import Notice, SourcePos
from pipeline.model.speech import Script, ScriptTrack, Utterance, Words
from pipeline.model.walk import block_sentences
from pipeline.speech import left_out
from pipeline.speech.announce import (
    heading_sentence,
    note_opening,
    picture_opening,
    without_signature,
)
from pipeline.speech.pieces import flatten, is_all_known
from pipeline.speech.utterance import speak, tidy_parts

UNREAD_TEXT = {"he": "Hebrew text."}
"""What is said in place of a block that the voice cannot read, by its language."""
UNREAD_TEXT_OTHERWISE = "Text in another script."
HEBREW = ("\N{HEBREW LETTER ALEF}", "\N{HEBREW LETTER TAV}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """The utterance before is followed by at least this much silence."""

    milliseconds: int


Event: TypeAlias = Utterance | Silence | Notice
"""What happens while a section is read."""


def utterance_of(sentence: Sentence, settings: SpeechSettings) -> Utterance:
    """Put one sentence into words, as it is said in running text; no parts when there is nothing to say."""
    return Utterance(
        target=sentence.id,
        parts=speak(sentence, settings).parts,
        pause_after_ms=settings.pauses.sentence_ms,
    )


def write_script(document: Document, settings: SpeechSettings) -> tuple[Script, tuple[Notice, ...]]:
    """Give the tracks in reading order and what is not heard; a section in which nothing sounds has no track."""
    tracks: list[ScriptTrack] = []
    notices: list[Notice] = []
    for section in document.sections:
        events = tuple(_section(section, settings))
        utterances = _with_silences(events)
        notices.extend(event for event in events if isinstance(event, Notice))
        if utterances:
            tracks.append(ScriptTrack(section=section.id, title=section.heading.title, utterances=utterances))
    return Script(tracks=tuple(tracks)), tuple(notices)


def _with_silences(events: Iterable[Event]) -> tuple[Utterance, ...]:
    utterances: list[Utterance] = []
    for event in events:
        if isinstance(event, Utterance):
            utterances.append(event)
        elif isinstance(event, Silence) and utterances:
            longest = max(utterances[-1].pause_after_ms, event.milliseconds)
            utterances[-1] = replace(utterances[-1], pause_after_ms=longest)
    return tuple(utterances)


def _section(section: Section, settings: SpeechSettings) -> Iterator[Event]:
    pauses = settings.pauses
    heading = section.heading
    yield from _sentences((heading_sentence(heading),), section.pos, settings, pauses.sentence_ms)
    if heading.subtitle:
        yield Silence(milliseconds=pauses.paragraph_ms)
        yield from _sentences((heading.subtitle,), section.pos, settings, pauses.sentence_ms)
    yield Silence(milliseconds=pauses.heading_ms)
    for block in section.blocks:
        yield from _block(block, settings)
    for note in section.notes:
        yield from _note(note, settings)
    for inner in section.sections:
        yield Silence(milliseconds=pauses.heading_ms)
        yield from _section(inner, settings)


def _block(block: Block, settings: SpeechSettings) -> Iterator[Event]:
    pauses = settings.pauses
    match block:
        case ThematicBreak():
            yield Silence(milliseconds=pauses.separator_ms)
            return
        case PageBreak():
            return
        case Paragraph(role=ParagraphRole.PULLQUOTE):
            yield left_out.pull_quote(_text(block), block.pos)
            return
        case Paragraph() | LineGroup() if block.language == "he" and not _is_known(block):
            yield from _unread_block(block, settings)
        case Paragraph():
            yield from _sentences(block.sentences, block.pos, settings, pauses.sentence_ms)
        case LineGroup():
            yield from _sentences(block.sentences, block.pos, settings, pauses.line_ms)
        case Verse():
            for stanza in block.stanzas:
                yield from _sentences(stanza, block.pos, settings, pauses.line_ms)
                yield Silence(milliseconds=pauses.paragraph_ms)
        case Figure():
            yield from _picture(block, settings)
        case Quotation():
            for event in _blocks(block.blocks, settings):
                yield replace(event, quoted=True) if isinstance(event, Utterance) else event
        case ListBlock():
            for item in block.items:
                yield from _blocks(item, settings)
        case Table():
            for row in block.rows:
                for cell in row:
                    yield from _blocks(cell, settings)
    yield Silence(milliseconds=pauses.paragraph_ms)


def _blocks(blocks: Sequence[Block], settings: SpeechSettings) -> Iterator[Event]:
    for block in blocks:
        yield from _block(block, settings)


def _sentences(
    sentences: Sequence[Sentence], pos: SourcePos | None, settings: SpeechSettings, pause_ms: int
) -> Iterator[Event]:
    """Say sentences; what can only be announced is announced once."""
    announced = False
    for sentence in sentences:
        spoken = speak(sentence, settings)
        yield from (left_out.unread_words(words, pos) for words in spoken.unread)
        yield from (left_out.silenced(words, pos) for words in spoken.silenced)
        if spoken.parts:
            yield Utterance(
                target=sentence.id, parts=spoken.parts, pause_after_ms=_pause(sentence, pause_ms, settings)
            )
        elif spoken.unread and not announced:
            announced = True
            yield _announced(sentence, pause_ms)
        elif not spoken.unread and not spoken.silenced:
            yield left_out.nothing_to_say(sentence.text, pos)


def _pause(sentence: Sentence, pause_ms: int, settings: SpeechSettings) -> int:
    """In a group of lines, a sentence of one line has the pause of a line; any other that of a sentence."""
    is_one_line = sentence.text.count("\n") == 1 and sentence.text.rstrip(" ").endswith("\n")
    return pause_ms if is_one_line else max(pause_ms, settings.pauses.sentence_ms)


def _is_known(block: Paragraph | LineGroup) -> bool:
    """A block in Hebrew letters is said when the lexicon knows every word of it."""
    return all(is_all_known(flatten(sentence.inlines)) for sentence in block.sentences)


def _unread_block(block: Paragraph | LineGroup, settings: SpeechSettings) -> Iterator[Event]:
    yield left_out.unread_block(_text(block), block.pos)
    if block.sentences:
        yield _announced(block.sentences[0], settings.pauses.sentence_ms)


def _announced(sentence: Sentence, pause_ms: int) -> Utterance:
    is_hebrew = any(HEBREW[0] <= character <= HEBREW[1] for character in sentence.text)
    words = UNREAD_TEXT["he"] if is_hebrew else UNREAD_TEXT_OTHERWISE
    return Utterance(target=sentence.id, parts=(Words(text=words),), pause_after_ms=pause_ms)


def _note(note: Note, settings: SpeechSettings) -> Iterator[Event]:
    """Say a note: which one it is, whose, and what it says; a translator's signature only once."""
    opening = note_opening(note)
    for event in _blocks(note.blocks, settings):
        if not isinstance(event, Utterance):
            yield event
            continue
        parts = without_signature(event.parts) if note.author == "translator" else event.parts
        if not parts:
            yield left_out.said_otherwise(" ".join(event.spoken.split()), note.pos)
            continue
        yield replace(event, parts=tidy_parts((*opening, *parts)))
        opening = ()


def _picture(figure: Figure, settings: SpeechSettings) -> Iterator[Event]:
    """Say that there is a picture, what it shows, and its caption."""
    for event in _sentences((figure.described,), figure.pos, settings, settings.pauses.sentence_ms):
        yield (
            replace(event, parts=tidy_parts((*picture_opening(figure), *event.parts)))
            if isinstance(event, Utterance)
            else event
        )
    yield from _blocks(figure.caption, settings)


def _text(block: Block) -> str:
    return " ".join(sentence.text for sentence in block_sentences(block))
