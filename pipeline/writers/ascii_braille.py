"""Cells as North American ASCII Braille, the set of BRF files and of sighted transcribers.

In: cells U+2800..U+283F. Out: characters 0x20..0x5F, letters in capitals (liblouis' en-us-brf). Law: 64 cells, 64
characters, one for one.
"""

_NORTH_AMERICAN = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
_ASCII = {0x2800 + place: sign for place, sign in enumerate(_NORTH_AMERICAN)}


def ascii_braille(cells: str) -> str:
    """Give the ASCII characters of a line of cells."""
    return cells.translate(_ASCII)
