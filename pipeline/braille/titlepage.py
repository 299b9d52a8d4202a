"""The pages a transcriber puts before the text: title page and transcriber's notes.

In: metadata and what the document has. Out: Drafts. Law: the title page says what the metadata knows and no more; each
practice of this transcription is said once.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline.braille.cells import (
    MENTION,
    OTHER_CODE_PASSAGE,
    OTHER_CODE_PASSAGE_END,
    OTHER_CODE_WORD,
    OTHER_CODE_WORD_END,
    SEPARATION_LINE,
)
from pipeline.braille.outline import Draft
from pipeline.braille.signs import has_hebrew
from pipeline.braille.styles import Style
from pipeline.model.document import Document, Paragraph, ParagraphRole, Role, Section, Sentence, every_section
from pipeline.model.inline import Emphasis, Strong, Text
from pipeline.model.settings import BrailleSettings
from pipeline.model.walk import every_inline, every_sentence, section_sentences

_ROLES = {"aut": "By", "trl": "Translated by", "edt": "Edited by", "ant": "Based on talks of"}


def title_page(document: Document, own: Sequence[Draft] = ()) -> tuple[Draft, ...]:
    """Give the drafts of the text's own title page and the lines that it does not say; a title stands first."""
    said = _folded(" ".join(sentence.text for sentence in _own_title_page(document)))
    lines = tuple(
        Draft(style=Style.TITLE, inlines=(Text(text=before + words),), ours=True)
        for before, words in _metadata_lines(document)
        if _folded(words) not in said
    )
    titled = _folded(document.metadata.title) in said
    return (*own, *lines) if titled else (*lines, *own)


def volume_lines(number: int, of: int, pages: Sequence[str], transcriber: str = "") -> tuple[Draft, ...]:
    """Give the lines of the title page about the braille: who transcribed it, which volume this is, its pages."""
    runs = [[*run] for _, run in groupby(pages, key=lambda page: page[:1].isalpha())]
    lines = (
        f"Transcribed by {transcriber}" if transcriber else "",
        f"Volume {number} of {of}" if of > 1 else "In one volume",
        _pages(runs) if runs else "",
    )
    return tuple(Draft(style=Style.TITLE, inlines=(Text(text=line),), ours=True) for line in lines if line)


def _pages(runs: Sequence[Sequence[str]]) -> str:
    word = "page" if sum(map(len, runs)) == 1 else "pages"
    return f"Braille {word} {' and '.join(map(_span, runs))}"


def _span(pages: Sequence[str]) -> str:
    return pages[0] if len(pages) == 1 else f"{pages[0]} to {pages[-1]}"


def transcribers_notes(
    document: Document, settings: BrailleSettings, english: str = "en", *, lines: Iterable[str] = ()
) -> tuple[Draft, ...]:
    """Give the transcriber's notes page; `english` is the language the translator is asked for, `lines` are the cells
    of the text."""
    in_hebrew = any(OTHER_CODE_WORD in line or OTHER_CODE_PASSAGE in line for line in lines)
    heading = Draft(style=Style.HEADING, inlines=(Text(text="TRANSCRIBER'S NOTES"),), ours=True)
    notes = (
        Draft(style=Style.PARAGRAPH, inlines=(Text(text=text),), ours=True)
        for text in _practices(document, settings, english, in_hebrew)
    )
    return heading, *notes


def _own_title_page(document: Document) -> Iterator[Sentence]:
    for section in every_section(document):
        if section.role is Role.TITLEPAGE:
            yield from section_sentences(section)


def _metadata_lines(document: Document) -> Iterator[tuple[str, str]]:
    metadata = document.metadata
    if metadata.title:
        yield "", metadata.shown_title
    if metadata.subtitle:
        yield "", metadata.subtitle
    for contributor in metadata.contributors:
        if contributor.role in _ROLES:
            yield f"{_ROLES[contributor.role]} ", contributor.name
    year = metadata.date.partition("-")[0]
    for words in (metadata.publisher, year):
        if words:
            yield "", words


def _folded(text: str) -> str:
    """Give letters and digits only: a full stop more or less does not make another title."""
    return "".join(character for character in text.casefold() if character.isalnum())


_PROFILES = {
    "bana-english": "Hebrew words in English letters are contracted unless the publisher's lexicon says otherwise. "
    "A contraction is not used where it would join two syllables of such a word.",
    "ueb-13.2-strict": "Hebrew words in English letters are uncontracted where print sets them apart, and contracted "
    "elsewhere unless the publisher's lexicon says otherwise.",
    "uncontracted-hebrew": "Hebrew words in English letters are uncontracted.",
}


_HEBREW_IN_ENGLISH = {
    "meaning": "Hebrew abbreviations are given by their meaning in English where the lexicon knows it.",
    "transliteration": "Words that print has in Hebrew letters are given in English letters where the lexicon knows "
    "them.",
}
_HEBREW_IN_CELLS = (
    "Words printed in Hebrew letters are in the Hebrew braille of Israel, without English contractions. "
    f"{MENTION}{OTHER_CODE_WORD} comes before each Hebrew word, and {MENTION}{OTHER_CODE_WORD_END} after it "
    f"when no space follows. {MENTION}{OTHER_CODE_PASSAGE} comes before three or more Hebrew words, and "
    f"{MENTION}{OTHER_CODE_PASSAGE_END} after them."
)


def _practices(document: Document, settings: BrailleSettings, english: str, in_hebrew: bool) -> Iterator[str]:
    """Say what a reader of this transcription must know, in the order in which it is met."""
    contracted = english == "en"
    yield (
        "This braille was made from the publisher's text by a computer program. No person has proofread it. "
        f"It is {'contracted' if contracted else 'uncontracted'} Unified English Braille."
        + (f" {_PROFILES[settings.profile]}" if contracted else "")
    )
    sections = tuple(every_section(document))
    if any(section.heading.supplied for section in sections):
        yield "Headings in transcriber's note signs are not in print."
    if settings.hebrew != "cells" and any(has_hebrew(sentence.text) for sentence in every_sentence(document)):
        yield _HEBREW_IN_ENGLISH[settings.hebrew]
    if in_hebrew:
        yield _HEBREW_IN_CELLS
    if any(_has_emphasis(sentence) for sentence in every_sentence(document)):
        yield (
            "Italics and bold that only style a whole heading, summary or source line, or names on title and "
            "dedication pages, are not shown."
        )
    if document.notes and settings.notes == "end":
        yield "Notes stand at the end, under the headings of the sections that refer to them."
    elif document.notes:
        yield (
            f"Notes stand after the section that refers to them, under the line {SEPARATION_LINE}. Each begins "
            "with the raised number of its reference; numbers may begin again in each section."
        )
    if any(_has_pull_quote(section) for section in sections):
        yield (
            "Print repeats some sentences of the text in large letters beside it. These repetitions are omitted."
        )


def _has_emphasis(sentence: Sentence) -> bool:
    return any(isinstance(inline, (Emphasis, Strong)) for inline in every_inline(sentence.inlines))


def _has_pull_quote(section: Section) -> bool:
    return any(
        isinstance(block, Paragraph) and block.role is ParagraphRole.PULLQUOTE for block in section.blocks
    )
