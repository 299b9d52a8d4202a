"""Document to volumes of braille pages: the door of the room.

In: a Document, a translator, settings. Out: Volumes, notices. Law: the same document gives the same cells, and every
block of the document is in them or in a notice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.braille.cells import BLANK, NOTE_CLOSE, NOTE_OPEN
from pipeline.braille.outline import Draft, outline
from pipeline.braille.paginate import paginate, shorten_head
from pipeline.braille.styles import BrailleBlock, Style
from pipeline.braille.titlepage import title_page, transcribers_notes
from pipeline.braille.transcribe import transcribe
from pipeline.model.braille import Volume
from pipeline.model.document import Document, Role
from pipeline.model.inline import Text
from pipeline.model.ports import BrailleTranslator
from pipeline.model.settings import BrailleSettings
from pipeline.model.source import Notice

_END = Draft(style=Style.END, inlines=(Text(text="THE END"),), ours=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A document in braille, before it is cut into lines and pages."""

    title: tuple[BrailleBlock, ...]
    practices: tuple[BrailleBlock, ...]
    """The transcriber's notes page."""
    front: tuple[BrailleBlock, ...]
    text: tuple[BrailleBlock, ...]
    notices: tuple[Notice, ...]


def make_volumes(
    document: Document, translator: BrailleTranslator, settings: BrailleSettings
) -> tuple[tuple[Volume, ...], tuple[Notice, ...]]:
    """Transcribe, lay out and paginate a document: title page, transcriber's notes, front matter, text."""
    parts = transcribe_parts(document, translator, settings)
    geometry = settings.geometry
    title = transcribe((Text(text=document.metadata.title),), translator, settings).lines
    head = shorten_head(BLANK.join(title), geometry)
    title_pages = paginate(parts.title, geometry, prefix="t")
    pages = (
        *title_pages,
        *paginate(parts.practices, geometry, prefix="t", first=len(title_pages) + 1),
        *paginate(parts.front, geometry, running_head=head, prefix="p"),
        *paginate(parts.text, geometry, running_head=head),
    )
    return (Volume(pages=pages, geometry=geometry),), parts.notices


def transcribe_parts(document: Document, translator: BrailleTranslator, settings: BrailleSettings) -> Parts:
    """Transcribe a document block by block, in the order of its pages."""
    titled = tuple(section for section in document.front if section.role is Role.TITLEPAGE)
    front = tuple(section for section in document.front if section.role is not Role.TITLEPAGE)
    own, own_notices = outline(titled)
    front_drafts, front_notices = outline(front)
    text_drafts, text_notices = outline(document.body + document.back)
    runs = (
        (*own, *title_page(document)),
        transcribers_notes(document, settings.hebrew),
        front_drafts,
        (*text_drafts, _END),
    )
    found: list[Notice] = [*own_notices, *front_notices, *text_notices]
    title, practices, before, text = (
        tuple(_transcribe(draft, translator, settings, found) for draft in run) for run in runs
    )
    return Parts(
        title=_filled(title),
        practices=_filled(practices),
        front=_filled(before),
        text=_filled(text),
        notices=tuple(found),
    )


def _filled(blocks: Sequence[BrailleBlock]) -> tuple[BrailleBlock, ...]:
    return tuple(block for block in blocks if block.lines)


def _transcribe(
    draft: Draft, translator: BrailleTranslator, settings: BrailleSettings, found: list[Notice]
) -> BrailleBlock:
    """Transcribe one draft; notices are added to `found`."""
    made = transcribe(
        draft.inlines,
        translator,
        settings,
        language=draft.language,
        styled=draft.styled,
        unbold=draft.unbold,
        pos=draft.pos,
    )
    found.extend(made.notices)
    return BrailleBlock(
        style=draft.style,
        lines=_added(draft, made.lines),
        printed="" if draft.ours else made.printed,
        indent=draft.indent,
        displayed=draft.displayed,
        closes=draft.closes,
    )


def _added(draft: Draft, lines: Sequence[str]) -> tuple[str, ...]:
    """Put the transcriber's own signs round the lines of a block."""
    if not lines:
        return ()
    first, *rest = lines
    made = [f"{draft.added}{BLANK}{first}" if draft.added else first, *rest]
    if draft.enclosed:
        made = [NOTE_OPEN + made[0], *made[1:]]
        made[-1] += NOTE_CLOSE
    return tuple(made)
