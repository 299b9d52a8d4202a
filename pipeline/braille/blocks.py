"""Drafts to blocks: transcribed, laid out and read back, each by itself.

In: a Draft, the code of an edition. Out: a BrailleBlock. Law: a block depends on its draft and the code alone, not on
where it stands; so it is made once for as long as neither changes (`kept`).
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.braille.cells import BLANK, NOTE_CLOSE, NOTE_OPEN
from pipeline.braille.guard import check_back
from pipeline.braille.kept import key_of
from pipeline.braille.layout import lay_out
from pipeline.braille.outline import Draft
from pipeline.braille.styles import BrailleBlock
from pipeline.braille.transcribe import Code, Origins, transcribe
from pipeline.braille.transcript import proof_lines
from pipeline.model.braille import NoteLink
from pipeline.model.inline import NoteRef
from pipeline.model.walk import every_inline


def make_block(draft: Draft, code: Code) -> BrailleBlock:
    """Give the block of a draft: the one that was kept, or a new one."""
    key = key_of(draft, code.ground)
    block = code.kept.find(key, draft)
    if block is None:
        block = _made(draft, code)
        code.kept.keep(key, block)
    return block


def _made(draft: Draft, code: Code) -> BrailleBlock:
    made = transcribe(
        draft.inlines,
        code,
        language=draft.language,
        styled=draft.styled,
        unbold=draft.unbold,
        pos=draft.pos,
    )
    if draft.mark:
        draft = replace(draft, added=_raised(draft.mark, code))
    lines = _added(draft, made.lines)
    width = code.settings.geometry.cells_per_line
    shape = BrailleBlock(style=draft.style, lines=lines, indent=draft.indent, hang=draft.hang)
    rows = lay_out(shape, lambda _: width)
    printed = "" if draft.ours else made.printed
    origins = _shifted(draft, made.origins)
    proof = proof_lines(rows, lines, made.printed, origins) if code.traced else ()
    block = BrailleBlock(
        style=draft.style,
        lines=lines,
        printed=printed,
        added=made.printed if draft.ours else "",
        indent=draft.indent,
        hang=draft.hang,
        displayed=draft.displayed,
        closes=draft.closes,
        entry=BLANK.join(transcribe(draft.entry, code, styled=True).lines) if draft.entry else "",
        level=draft.level,
        pos=draft.pos,
        rows=rows,
        proof=proof,
        decisions=made.decisions,
        notices=made.notices,
        links=tuple(
            NoteLink(cells=_raised(inline.mark, code), note=inline.note, id=inline.id)
            for inline in every_inline(draft.inlines)
            if isinstance(inline, NoteRef)
        ),
        note=draft.note,
    )
    misread = check_back((block,), code.translator) if code.contracted else ()
    return replace(block, misread=misread) if misread else block


def _raised(mark: str, code: Code) -> str:
    """Give the sign of a note: as its reference has it, whatever mark print took."""
    (cells,) = transcribe((NoteRef(mark=mark, note=""),), code).lines
    return cells


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


def _shifted(draft: Draft, origins: Sequence[Origins]) -> tuple[Origins, ...]:
    """Count the transcriber's own signs before the first line's words."""
    shift = len(draft.added) + (len(NOTE_OPEN) if draft.enclosed else 0)
    if not shift or not origins:
        return tuple(origins)
    first, *rest = origins
    return (tuple((cells + shift, offset) for cells, offset in first), *rest)
