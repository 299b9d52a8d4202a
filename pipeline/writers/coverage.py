"""How much of the text is heard: what the claims about audio are computed from.

In: a Publication. Out: its Coverage. Law: a claim that cannot be proved from the document and its clips is not made.
What needs no clip of its own: a pull quote, bare signs, the signature of a note (its opening says whose it is), and a
block in a script that the voice does not read, as long as one clip of it announces it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.document import (
    Block,
    Figure,
    LineGroup,
    Note,
    Paragraph,
    ParagraphRole,
    Section,
    Sentence,
    every_section,
)
from pipeline.model.inline import CONTAINERS, Inline, LanguageSpan, Term, Text
from pipeline.model.publication import Publication
from pipeline.model.walk import block_sentences, sentences_of
from pipeline.writers.reading import direction, open_blocks, own_blocks

_HEBREW = re.compile("[\u05d0-\u05ea]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a listener misses. Ids of sentences, in reading order."""

    is_voiced: bool
    """There is sound at all."""
    silent: tuple[str, ...]
    """They ought to have a clip and have none."""
    unread: tuple[str, ...]
    """They hold words in another script for which the lexicon has no sound: announced or passed over."""

    @property
    def is_synchronized(self) -> bool:
        """Full text goes with full audio."""
        return self.is_voiced and not self.silent

    @property
    def is_complete(self) -> bool:
        """Who only listens misses nothing."""
        return self.is_synchronized and not self.unread


def coverage_of(publication: Publication) -> Coverage:
    """Compare a document with its clips."""
    clips = {clip.target for track in publication.narration.tracks for clip in track.clips}
    sections = tuple(every_section(publication.document))
    return Coverage(
        is_voiced=bool(clips),
        silent=tuple(id for section in sections for id in _silent(section, clips)),
        unread=tuple(id for section in sections for id in _unread(section)),
    )


def _silent(section: Section, clips: set[str]) -> Iterator[str]:
    heading = section.heading
    yield from _without_clip((heading.sentence, *filter(None, (heading.subtitle,))), clips)
    for block in open_blocks(section.blocks):
        yield from _silent_block(block, clips)
    for note in section.notes:
        signed = {sentence.id for sentence in sentences_of(note.blocks) if _is_signature(sentence, note)}
        for block in open_blocks(note.blocks):
            yield from (id for id in _silent_block(block, clips) if id not in signed)


def _silent_block(block: Block, clips: set[str]) -> Iterator[str]:
    """Give what is silent in a block, without the blocks inside it."""
    if isinstance(block, Figure):
        yield from _without_clip((block.described,), clips)
    if not _has_own_words(block):
        return
    sentences = tuple(block_sentences(block))
    if _is_foreign(block) and any(sentence.id in clips for sentence in sentences):
        return
    yield from _without_clip(sentences, clips)


def _without_clip(sentences: Sequence[Sentence], clips: set[str]) -> Iterator[str]:
    for sentence in sentences:
        if sentence.id not in clips and any(sign.isalnum() for sign in sentence.text):
            yield sentence.id


def _has_own_words(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return block.role is not ParagraphRole.PULLQUOTE
    return not tuple(open_blocks((block,)))[1:]


def _is_foreign(block: Block) -> bool:
    return isinstance(block, Paragraph | LineGroup) and bool(direction(block.language))


def _is_signature(sentence: Sentence, note: Note) -> bool:
    """Tell whether a sentence of a note says no more than whose note it is."""
    words = sentence.text.casefold().strip(" \n.,;-[]()")
    return bool(note.author) and words == f"{note.author}'s note"


def _unread(section: Section) -> Iterator[str]:
    heading = section.heading
    for sentence in filter(None, (heading.sentence, heading.subtitle)):
        if _passes_over(sentence.inlines, is_foreign=False):
            yield sentence.id
    for block in own_blocks(section):
        if isinstance(block, Figure) and _HEBREW.search(block.alternative):
            yield block.described.id
        if _has_own_words(block):
            for sentence in block_sentences(block):
                if _passes_over(sentence.inlines, is_foreign=_is_foreign(block)):
                    yield sentence.id


def _passes_over(inlines: Sequence[Inline], *, is_foreign: bool) -> bool:
    """Tell whether letters of another script stand in a stretch without a Term that says them."""
    for inline in inlines:
        if isinstance(inline, Text):
            if is_foreign and any(sign.isalpha() and not sign.isascii() for sign in inline.text):
                return True
        elif isinstance(inline, CONTAINERS) and not _is_said(inline):
            inside = is_foreign or (isinstance(inline, LanguageSpan) and bool(direction(inline.language)))
            if _passes_over(inline.children, is_foreign=inside):
                return True
    return False


def _is_said(inline: Inline) -> bool:
    return isinstance(inline, Term) and inline.form != "silent" and bool(inline.ipa or inline.read_as)
