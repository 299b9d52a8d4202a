"""Cells as North American ASCII Braille, the set of BRF files and of sighted transcribers.

In: cells U+2800..U+283F. Out: characters 0x20..0x5F, letters in capitals (liblouis' en-us-brf). Law: 64 cells, 64
characters, one for one.
"""

from collections.abc import Iterator, Sequence

_NORTH_AMERICAN = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
_ASCII = _NORTH_AMERICAN.encode("ascii").ljust(256, b"\xff")
"""By the low byte of a cell, which is its dots; what has more than six is no ASCII."""


def ascii_braille(cells: str) -> str:
    """Give the ASCII characters of a line of cells."""
    # A table of bytes is ten times as fast as one of characters.
    row = cells.encode("utf-16-le")
    if row[1::2].strip(b"\x28"):
        raise ValueError(f"not cells alone: {cells!r}")
    return row[::2].translate(_ASCII).decode("ascii")


def ascii_lines(lines: Sequence[str]) -> Iterator[str]:
    """Give the ASCII characters of each of many lines: one call for all costs less than one for each."""
    whole = ascii_braille("".join(lines))
    begin = 0
    for line in lines:
        yield whole[begin : begin + len(line)]
        begin += len(line)
