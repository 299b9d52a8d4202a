"""Blocks in braille without pages: what reflowable formats and the proof sheet are made of.

In: the blocks of each part; the rows of a block. Out: a Transcript; the print beside each row. Law: the print beside a
row of cells is exactly the words that these cells stand for.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from pipeline.braille.cells import BLANK, LINE_CONTINUATION
from pipeline.braille.styles import BrailleBlock, Style
from pipeline.braille.transcribe import Origins
from pipeline.model.braille import ProofLine, TranscribedBlock, Transcript

_DEEPEST = 6


def transcript_of(parts: Mapping[str, Sequence[BrailleBlock]]) -> Transcript:
    """Give the blocks of all parts in their order."""
    return Transcript(
        blocks=tuple(
            TranscribedBlock(
                style=block.style.value,
                lines=block.lines,
                proof=block.proof,
                printed=block.printed,
                added=block.added,
                level=min(block.level, _DEEPEST) or int(block.style is Style.HEADING),
                part=part,
                decisions=block.decisions,
                remarks=tuple(notice.message for notice in block.notices),
                links=block.links,
                note=block.note,
            )
            for part, blocks in parts.items()
            for block in blocks
        )
    )


def proof_lines(
    rows: Sequence[str], lines: Sequence[str], printed: str, origins: Sequence[Origins]
) -> tuple[ProofLine, ...]:
    """Put beside each row of a block the print of it; `origins` tells for each line where its words come from."""
    return tuple(_proof(rows, lines, printed, _starts(lines, origins)))


def _proof(
    rows: Sequence[str], lines: Sequence[str], printed: str, starts: Sequence[tuple[int, int]]
) -> Iterator[ProofLine]:
    solid = begin = 0
    for row in rows:
        words = row.strip(BLANK)
        count = len(words) - words.count(BLANK)
        if words.endswith(LINE_CONTINUATION) and _is_cut(lines, solid + count):
            count -= len(LINE_CONTINUATION)
        solid += count
        end = _offset(starts, solid, printed)
        yield ProofLine(cells=words, printed=" ".join(printed[begin:end].split()))
        begin = end


def _starts(lines: Sequence[str], origins: Sequence[Origins]) -> list[tuple[int, int]]:
    """Give the words of all lines of a block, counted through."""
    starts: list[tuple[int, int]] = []
    before = 0
    for line, found in zip(lines, origins, strict=True):
        starts.extend((before + cells, offset) for cells, offset in found)
        before += len(line) - line.count(BLANK)
    return starts


def _is_cut(lines: Sequence[str], end: int) -> bool:
    """Tell whether a row's last cell is a continuation sign that layout put there."""
    solid = "".join(line.replace(BLANK, "") for line in lines)
    return solid[end - 1 : end] != LINE_CONTINUATION


def _offset(starts: Sequence[tuple[int, int]], solid: int, printed: str) -> int:
    """Give the offset in print of the first word at or after a cell; a line's own signs go with its first word."""
    at = bisect_left(starts, (solid, -1))
    return starts[at][1] if at < len(starts) else len(printed)
