"""The title page of a volume.

In: metadata, what the document has, the numbers of the volume's pages. Out: Drafts. Law: the title page says what is
known and no more.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.braille.outline import Draft
from pipeline.braille.styles import Style
from pipeline.model.document import Document, Role, Sentence, every_section
from pipeline.model.inline import Text
from pipeline.model.walk import section_sentences

_ROLES = {"aut": "By", "trl": "Translated by", "edt": "Edited by", "ant": "Based on talks of"}


def title_page(document: Document, own: Sequence[Draft] = ()) -> tuple[Draft, ...]:
    """Give the drafts of the text's own title page and the lines that it does not say; a title stands first."""
    said = _folded(" ".join(sentence.text for sentence in _own_title_page(document)))
    lines = tuple(
        Draft(style=Style.TITLE, inlines=(Text(text=before + words),), ours=True, enclosed=supplied)
        for before, words, supplied in _metadata_lines(document)
        if _folded(words) not in said
    )
    titled = _folded(document.metadata.title) in said
    return (*own, *lines) if titled else (*lines, *own)


def volume_lines(
    number: int, of: int, pages: Sequence[str], *, print_pages: Sequence[str] = (), transcriber: str = ""
) -> tuple[Draft, ...]:
    """Give the lines of the title page about the braille: who transcribed it, which volume this is, its pages."""
    volume = f"Volume {number} of {of}" if of > 1 else "In 1 Volume"
    lines = (
        *([f"Transcribed by {transcriber}"] if transcriber else ()),
        volume,
        *_pages("Braille", [[*run] for _, run in groupby(pages, key=_prefix)]),
        *_pages("Print", [print_pages] if print_pages else ()),
    )
    return tuple(Draft(style=Style.TITLE, inlines=(Text(text=line),), ours=True) for line in lines)


def _prefix(page: str) -> str:
    return page[:1] if page[:1].isalpha() else ""


def _pages(kind: str, runs: Sequence[Sequence[str]]) -> Iterator[str]:
    spans = [run[0] if run[0] == run[-1] else f"{run[0]}-{run[-1]}" for run in runs]
    if spans:
        yield f"{kind} {'page' if spans == [runs[0][0]] else 'pages'} {', '.join(spans)}"


def _own_title_page(document: Document) -> Iterator[Sentence]:
    for section in every_section(document):
        if section.role is Role.TITLEPAGE:
            yield from section_sentences(section)


def _metadata_lines(document: Document) -> Iterator[tuple[str, str, bool]]:
    """Yield what is set before, what the metadata say, and whether that is not in print."""
    metadata = document.metadata
    if metadata.title:
        yield "", metadata.title, metadata.title_supplied
    if metadata.subtitle:
        yield "", metadata.subtitle, False
    for contributor in metadata.contributors:
        if contributor.role in _ROLES:
            yield f"{_ROLES[contributor.role]} ", contributor.name, False
    year = metadata.date.partition("-")[0]
    for words in (metadata.publisher, year):
        if words:
            yield "", words, False


def _folded(text: str) -> str:
    """Give letters and digits only: a full stop more or less does not make another title."""
    return "".join(character for character in text.casefold() if character.isalnum())
