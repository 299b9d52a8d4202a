"""Document to volumes of braille pages: the door of the room.

In: a Document, a translator, settings. Out: Volumes, notices. Law: the same document gives the same cells, and every
block of the document is in them or in a notice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.braille.blocks import make_block
from pipeline.braille.cells import BLANK
from pipeline.braille.contents import contents
from pipeline.braille.contractions import Contractions
from pipeline.braille.kept import KeptBlocks
from pipeline.braille.outline import Draft, notes_section, outline
from pipeline.braille.paginate import FilledPages, fill_pages, paginate, shorten_head
from pipeline.braille.practices import transcribers_notes
from pipeline.braille.splitting import split_blocks
from pipeline.braille.styles import BrailleBlock, Style
from pipeline.braille.symbols import special_symbols
from pipeline.braille.titlepage import title_page, volume_lines
from pipeline.braille.transcribe import Code
from pipeline.braille.transcript import transcript_of
from pipeline.model.braille import BraillePage, Transcript, Volume
from pipeline.model.document import Document, Role
from pipeline.model.inline import Text
from pipeline.model.lexicon import Entry
from pipeline.model.ports import BrailleTranslator
from pipeline.model.settings import BrailleSettings
from pipeline.model.source import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A document in braille, before it is cut into lines and pages."""

    title: tuple[BrailleBlock, ...]
    practices: tuple[BrailleBlock, ...]
    """Special symbols and transcriber's notes."""
    front: tuple[BrailleBlock, ...]
    text: tuple[BrailleBlock, ...]
    notices: tuple[Notice, ...]


_Filled = tuple[Sequence[BrailleBlock], FilledPages]


@dataclass(frozen=True, slots=True, kw_only=True)
class BrailleEdition:
    """All that the room makes of a document."""

    volumes: tuple[Volume, ...]
    transcript: Transcript
    notices: tuple[Notice, ...]


def make_braille(
    document: Document,
    translator: BrailleTranslator,
    settings: BrailleSettings,
    entries: Sequence[Entry] = (),
    *,
    traced: bool = True,
    kept: KeptBlocks | None = None,
) -> BrailleEdition:
    """Transcribe, lay out and paginate a document in contracted braille. `entries`: those of the lexicon that fired;
    not `traced`: without the transcript; `kept`: what earlier runs made, and this one makes."""
    code = Code(
        translator=translator,
        settings=settings,
        contractions=Contractions(translator, settings, entries),
        traced=traced,
        kept=kept or KeptBlocks(),
    )
    parts = transcribe_parts(document, code)
    by_name = {"title": parts.title, "notes": parts.practices, "front": parts.front, "text": parts.text}
    transcript = transcript_of(by_name if traced else {})
    return BrailleEdition(
        volumes=_bind(document, parts, code),
        transcript=replace(transcript, profile=settings.profile, translator=translator.fingerprint()),
        notices=parts.notices
        + tuple(notice for block in (*parts.title, *parts.front, *parts.text) for notice in block.misread),
    )


def make_uncontracted_volumes(
    document: Document,
    translator: BrailleTranslator,
    settings: BrailleSettings,
    *,
    kept: KeptBlocks | None = None,
) -> tuple[Volume, ...]:
    """Give the same pages in Grade 1; its notices are those of the contracted edition."""
    code = Code(
        translator=translator,
        settings=settings,
        english="en-uncontracted",
        traced=False,
        kept=kept or KeptBlocks(),
    )
    return _bind(document, transcribe_parts(document, code), code)


def transcribe_parts(document: Document, code: Code) -> Parts:
    """Transcribe a document block by block, in the order of its pages."""
    titled = tuple(section for section in document.front if section.role is Role.TITLEPAGE)
    front = tuple(section for section in document.front if section.role is not Role.TITLEPAGE)
    where = code.settings.notes
    own, own_notices = outline(titled, notes=where)
    front_drafts, front_notices = outline(front, notes=where)
    text_drafts, text_notices = outline(document.body + document.back, notes=where)
    notes = notes_section(front + document.body + document.back) if where == "end" else ()
    found: list[Notice] = [*own_notices, *front_notices, *text_notices]
    title = _all(title_page(document, own), code, found)
    before = _all(front_drafts, code, found)
    text = _all((*text_drafts, *notes), code, found)
    used = [line for block in (*title, *before, *text) for line in block.lines]
    codes = {notice.code for notice in found}
    notes_page = transcribers_notes(document, code.settings, code.english, lines=used, codes=codes)
    practices = _all(notes_page, code, found)
    symbols = _all(special_symbols(used), code, found)
    return Parts(title=title, practices=symbols + practices, front=before, text=text, notices=tuple(found))


def _bind(document: Document, parts: Parts, code: Code) -> tuple[Volume, ...]:
    """Paginate the text volume by volume, then the pages before each, for these tell where everything is."""
    geometry = code.settings.geometry
    words = Draft(style=Style.TITLE, inlines=(Text(text=document.metadata.title),), ours=True)
    head = shorten_head(BLANK.join(make_block(words, code).lines), geometry)
    front = fill_pages(parts.front, geometry, running_head=head, prefix="p")
    runs = split_blocks(parts.text, geometry, head=head, most_pages=code.settings.pages_per_volume)
    filled: list[_Filled] = []
    first, print_page = 1, ""
    for number, run in enumerate(runs, 1):
        ending = _end_line(number, len(runs), code)
        pages = fill_pages((*run, ending), geometry, running_head=head, first=first, print_page=print_page)
        filled.append((run, pages))
        first += len(pages.pages)
        changes = [block.lines[0] for block in run if block.style is Style.PAGE_CHANGE]
        print_page = changes[-1] if changes else print_page
    lists = [_contents_of(run, pages) for run, pages in filled]
    lists[0] = (*_contents_of(parts.front, front), *lists[0])
    volumes: list[Volume] = []
    for place, (_, pages) in enumerate(filled):
        rest = (*(front.pages if place == 0 else ()), *pages.pages)
        printed = _print_pages(filled, place)
        numbers = [page.number for page in rest]
        # The title page tells how many pages these are; telling it takes no page more.
        before = _first_pages(place, lists, parts, code, numbers, printed)
        numbers = [page.number for page in (*before, *rest)]
        before = _first_pages(place, lists, parts, code, numbers, printed)
        volumes.append(Volume(pages=(*before, *rest), geometry=geometry))
    return tuple(volumes)


def _print_pages(filled: Sequence["_Filled"], place: int) -> tuple[str, ...]:
    """Give the print pages of a volume; it goes on with the last one of the volume before."""
    earlier, own = (
        [block.printed for run, _ in runs for block in run if block.style is Style.PAGE_CHANGE]
        for runs in (filled[:place], filled[place : place + 1])
    )
    return (*earlier[-1:], *own)


def _contents_of(blocks: Sequence[BrailleBlock], pages: FilledPages) -> tuple[BrailleBlock, ...]:
    places = pages.places[: len(blocks)]
    return contents(blocks, [pages.pages[place].number for place in places])


def _first_pages(
    place: int,
    lists: Sequence[tuple[BrailleBlock, ...]],
    parts: Parts,
    code: Code,
    numbers: Sequence[str],
    print_pages: Sequence[str],
) -> tuple[BraillePage, ...]:
    """Give title page, symbols and notes, contents; later volumes repeat the title and have their own contents."""
    geometry = code.settings.geometry
    told = volume_lines(
        place + 1, len(lists), numbers, print_pages=print_pages, transcriber=code.settings.transcriber
    )
    lines = _all(told, code, [])
    made = [*paginate((*parts.title, *lines), geometry, prefix="t")]
    if place == 0:
        made += paginate(parts.practices, geometry, prefix="t", first=len(made) + 1)
    entries = _whole_contents(lists, code) if place == 0 else lists[place]
    # A list of one or two entries tells a reader nothing that the page itself does not.
    if sum(block.style is Style.CONTENTS_ENTRY for block in entries) > 2:
        heading = _all((Draft(style=Style.HEADING, inlines=(Text(text="CONTENTS"),), ours=True),), code, [])
        made += paginate((*heading, *entries), geometry, prefix="t", first=len(made) + 1)
    return tuple(made)


def _whole_contents(lists: Sequence[tuple[BrailleBlock, ...]], code: Code) -> tuple[BrailleBlock, ...]:
    """Give the contents of all volumes, each under its name when there is more than one."""
    if len(lists) == 1:
        return lists[0]
    made: list[BrailleBlock] = []
    for number, entries in enumerate(lists, 1):
        words = (Text(text=f"Volume {number}"),)
        made += [*_all((Draft(style=Style.HEADING, inlines=words, ours=True),), code, []), *entries]
    return tuple(made)


def _end_line(number: int, of: int, code: Code) -> BrailleBlock:
    words = "THE END" if number == of else f"END OF VOLUME {number}"
    ending = Draft(style=Style.END, inlines=(Text(text=words),), ours=True, enclosed=True)
    (block,) = _all((ending,), code, [])
    return block


def _all(drafts: Sequence[Draft], code: Code, found: list[Notice]) -> tuple[BrailleBlock, ...]:
    """Transcribe drafts; notices are added to `found`."""
    blocks = [make_block(draft, code) for draft in drafts]
    found.extend(notice for block in blocks for notice in block.notices)
    return tuple(block for block in blocks if block.lines)
