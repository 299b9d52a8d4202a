"""Cells as ASCII braille, so that a test can be read."""

from pipeline.model.braille import BraillePage

_ORDER = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="


def cells(ascii_braille: str) -> str:
    return "".join(chr(0x2800 + _ORDER.index(sign)) for sign in ascii_braille.upper())


def ascii_of(braille: str) -> str:
    return "".join(_ORDER[ord(cell) - 0x2800] for cell in braille)


def page_of(page: BraillePage) -> list[str]:
    return [ascii_of(line.cells) for line in page.lines]
