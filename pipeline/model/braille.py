"""Braille as people handle it: lines, pages, volumes. Cells are U+2800..U+28FF until a writer maps them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGeometry:
    """The size of a braille page."""

    cells_per_line: int = 40
    lines_per_page: int = 25

    def __post_init__(self) -> None:
        """Refuse a page on which running head, text and page number have no room."""
        if self.cells_per_line < 20 or self.lines_per_page < 5:
            raise ValueError("a braille page needs at least 20 cells and 5 lines")


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a translator made of one block."""

    cells: str
    input_positions: tuple[int, ...]
    """For each cell, the offset of the character it stands for."""
    unknown: tuple[int, ...] = ()
    """Offsets of characters for which the braille code has no cells: they are not in `cells`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrailleLine:
    """One line, without blank cells at its end."""

    cells: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BraillePage:
    """One page, at most as many lines as the geometry allows."""

    lines: tuple[BrailleLine, ...]
    number: str
    """The braille page number in print: t1, p2, 7."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """Pages that are bound together."""

    pages: tuple[BraillePage, ...]
    geometry: PageGeometry


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A word that is not brailled as plain translation would, for the proof sheet."""

    printed: str
    cells: str
    """As it is brailled, alone."""
    usual: str
    """As plain translation would braille it, alone."""
    rule: str
    """Who decided and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLine:
    """A line of braille and the words of print it stands for."""

    cells: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLink:
    """A note reference among the cells of a block."""

    cells: str
    note: str
    """Id of the note."""
    id: str = ""
    """Id of the reference, for the link back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscribedBlock:
    """A block in braille without pages: for reflowable formats and the proof sheet."""

    style: str
    """The name of the style it has on a braille page: paragraph, heading, note ..."""
    lines: tuple[str, ...]
    """Cells; more than one only where print breaks lines."""
    proof: tuple[ProofLine, ...] = ()
    printed: str = ""
    """The words of print; empty for what a transcriber adds."""
    added: str = ""
    """The words that a transcriber adds; empty for print."""
    level: int = 0
    """1 to 6 for a heading, else 0."""
    part: str = "text"
    """title, notes (the transcriber's), front or text."""
    decisions: tuple[Decision, ...] = ()
    remarks: tuple[str, ...] = ()
    """Notices about this block, one line each."""
    links: tuple[NoteLink, ...] = ()
    """Its note references, in order."""
    note: str = ""
    """Id of the note that begins here with its raised mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A whole document in braille without pages, and how it was made."""

    blocks: tuple[TranscribedBlock, ...] = ()
    profile: str = ""
    translator: str = ""
    """Library, version and tables."""
