"""Blocks in braille without pages: what reflowable formats and the proof sheet are made of.

In: the blocks of each part. Out: a Transcript. Law: line by line, the print beside a line of cells is exactly the words
that these cells stand for.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from pipeline.braille.cells import BLANK, LINE_CONTINUATION
from pipeline.braille.layout import lay_out
from pipeline.braille.styles import BrailleBlock, Style
from pipeline.model.braille import ProofLine, TranscribedBlock, Transcript

_DEEPEST = 6


def transcript_of(parts: Mapping[str, Sequence[BrailleBlock]], cells_per_line: int) -> Transcript:
    """Give the blocks of all parts in their order, with proof lines as long as the page's."""
    return Transcript(
        blocks=tuple(
            TranscribedBlock(
                style=block.style.value,
                lines=block.lines,
                proof=tuple(_proof(block, cells_per_line)),
                printed=block.printed,
                added=block.added,
                level=min(block.level, _DEEPEST) or int(block.style is Style.HEADING),
                part=part,
                decisions=block.decisions,
                remarks=block.remarks,
                links=block.links,
                note=block.note,
            )
            for part, blocks in parts.items()
            for block in blocks
        )
    )


def _proof(block: BrailleBlock, width: int) -> Iterator[ProofLine]:
    """Cut a block into lines and find the print of each."""
    starts = _starts(block)
    solid = 0
    for row in lay_out(block, lambda _: width):
        words = row.strip(BLANK)
        count = len(words) - words.count(BLANK)
        if words.endswith(LINE_CONTINUATION) and _is_cut(block, solid + count):
            count -= len(LINE_CONTINUATION)
        printed = block.printed[_offset(starts, solid, block) : _offset(starts, solid + count, block)]
        yield ProofLine(cells=words, printed=" ".join(printed.split()))
        solid += count


def _starts(block: BrailleBlock) -> list[tuple[int, int]]:
    """Give the words of all lines of a block, counted through."""
    starts: list[tuple[int, int]] = []
    before = 0
    for line, origins in zip(block.lines, block.origins, strict=True):
        starts.extend((before + cells, offset) for cells, offset in origins)
        before += len(line) - line.count(BLANK)
    return starts


def _is_cut(block: BrailleBlock, end: int) -> bool:
    """Tell whether a row's last cell is a continuation sign that layout put there."""
    solid = "".join(line.replace(BLANK, "") for line in block.lines)
    return solid[end - 1 : end] != LINE_CONTINUATION


def _offset(starts: Sequence[tuple[int, int]], solid: int, block: BrailleBlock) -> int:
    """Give the offset in print of the first word at or after a cell; a line's own signs go with its first word."""
    if not solid:
        return 0
    at = bisect_left(starts, (solid, -1))
    return starts[at][1] if at < len(starts) else len(block.printed)
