"""The transcriber's notes page: each practice of this transcription that a reader must know, said once.

In: a document, the cells of its text, the codes of its notices. Out: Drafts. Law: a practice is told where it was used,
and only there.
"""

from collections.abc import Collection, Iterable, Iterator

from pipeline.braille.cells import (
    MENTION,
    NOTE_OPEN,
    OTHER_CODE_PASSAGE,
    OTHER_CODE_PASSAGE_END,
    OTHER_CODE_WORD,
    OTHER_CODE_WORD_END,
)
from pipeline.braille.outline import Draft
from pipeline.braille.signs import has_hebrew
from pipeline.braille.styles import Style
from pipeline.model.document import Document, Paragraph, ParagraphRole, Section, every_section
from pipeline.model.inline import Emphasis, Inline, Strong, Term, Text
from pipeline.model.settings import BrailleSettings
from pipeline.model.walk import every_inline, every_sentence

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
_HALF_RINGS = frozenset("\N{MODIFIER LETTER LEFT HALF RING}\N{MODIFIER LETTER RIGHT HALF RING}")
DAMAGED = "illegible"
"""What stands for damaged Hebrew: a word that has no contractions, so that its cells are those of either grade."""


def transcribers_notes(
    document: Document,
    settings: BrailleSettings,
    english: str = "en",
    *,
    lines: Iterable[str] = (),
    codes: Collection[str] = (),
) -> tuple[Draft, ...]:
    """Give the transcriber's notes page; `english` is the language the translator is asked for, `lines` are the cells
    of the text, `codes` those of the notices about them."""
    in_hebrew = any(OTHER_CODE_WORD in line or OTHER_CODE_PASSAGE in line for line in lines)
    practices = (
        *_general(settings, english),
        *_of_headings(document),
        *_of_hebrew(document, settings, in_hebrew),
        *_of_signs(document, codes),
        *_of_notes(document, settings),
    )
    heading = Draft(style=Style.HEADING, inlines=(Text(text="TRANSCRIBER'S NOTES"),), ours=True)
    notes = (Draft(style=Style.PARAGRAPH, inlines=(Text(text=text),), ours=True) for text in practices)
    return heading, *notes


def _general(settings: BrailleSettings, english: str) -> Iterator[str]:
    contracted = english == "en"
    yield (
        "This braille was made from the publisher's text by a computer program. No person has proofread it. "
        f"It is {'contracted' if contracted else 'uncontracted'} Unified English Braille."
        + (f" {_PROFILES[settings.profile]}" if contracted else "")
    )


def _of_headings(document: Document) -> Iterator[str]:
    sections = tuple(every_section(document))
    if document.metadata.title_supplied or any(section.heading.supplied for section in sections):
        yield "Titles and headings in transcriber's note signs are not in print."
    if any(section.heading.label and not section.heading.supplied for section in sections):
        yield "In the contents, a word stands before headings that are only a number."


def _of_hebrew(document: Document, settings: BrailleSettings, in_hebrew: bool) -> Iterator[str]:
    if settings.hebrew != "cells" and any(has_hebrew(sentence.text) for sentence in every_sentence(document)):
        yield _HEBREW_IN_ENGLISH[settings.hebrew]
    if in_hebrew:
        yield _HEBREW_IN_CELLS
    if any(_is_remark(inline) for inline in _inlines(document)):
        yield (
            f"The word “{DAMAGED}” in transcriber's note signs stands for Hebrew letters that are damaged in the "
            "publisher's text."
        )


def _of_signs(document: Document, codes: Collection[str]) -> Iterator[str]:
    if "B-001" in codes:
        yield "A sign that this braille code does not have is named in transcriber's note signs."
    if "B-002" in codes:
        yield "Marks on letters that this braille code does not have are left out."
    if any(not _HALF_RINGS.isdisjoint(sentence.text) for sentence in every_sentence(document)):
        yield "The signs for alef and ayin among English letters are shown as apostrophes."
    if any(isinstance(inline, (Emphasis, Strong)) for inline in _inlines(document)):
        yield (
            "Italics and bold that only style a whole heading, summary or source line, or names on title and "
            "dedication pages, are not shown."
        )


def _of_notes(document: Document, settings: BrailleSettings) -> Iterator[str]:
    if document.notes and settings.notes == "end":
        yield "Notes stand at the end, under the headings of the sections that refer to them."
    elif document.notes:
        yield (
            "Notes stand after the section that refers to them, under a separation line. Each begins with the "
            "raised number of its reference; numbers may begin again in each section."
        )
    if any(_has_pull_quote(section) for section in every_section(document)):
        yield (
            "Print repeats some sentences of the text in large letters beside it. These repetitions are omitted."
        )


def _inlines(document: Document) -> Iterator[Inline]:
    for sentence in every_sentence(document):
        yield from every_inline(sentence.inlines)


def _is_remark(inline: Inline) -> bool:
    """Tell whether a word has transcriber's note signs for braille: it was damaged before this room saw it."""
    return isinstance(inline, Term) and inline.braille.startswith(NOTE_OPEN)


def _has_pull_quote(section: Section) -> bool:
    return any(
        isinstance(block, Paragraph) and block.role is ParagraphRole.PULLQUOTE for block in section.blocks
    )
