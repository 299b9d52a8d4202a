"""The cover: a picture drawn from title, author and publisher, as SVG.

In: metadata. Out: the picture's bytes, and its description in words. Law: light letters on a dark ground, large
enough to be read as a thumbnail; nothing that the title page does not say.
"""

from pipeline.model.metadata import Metadata
from pipeline.writers.markup import DECLARATION, element, empty, escape, lines

_WIDTH, _HEIGHT = 1600, 2400
_GROUND, _LETTERS, _RULE = "#12233f", "#ffffff", "#f2c14e"
_MARGIN = 130
_LONGEST_LINE = 14
"""Characters; longer words get a line of their own and smaller letters."""
_LARGEST, _SMALLEST = 190, 60
_LETTER_WIDTH = 0.62
"""Of a letter's size, for capitals of a wide sans serif: a line never runs over the edge."""


def cover_image(metadata: Metadata) -> bytes:
    """Give the cover as SVG."""
    title = wrap(metadata.shown_title, _LONGEST_LINE)
    size = _size(title)
    first = 620
    under = first + len(title) * size * 6 // 5
    authors = [who.name for who in metadata.contributors if who.role == "aut"]
    small = [line for name in authors for line in wrap(name, 28)]
    content = lines(
        element("title", {"id": "cover-title"}, escape(cover_words(metadata))),
        empty("rect", {"width": str(_WIDTH), "height": str(_HEIGHT), "fill": _GROUND}),
        _lines(title, first, size, "bold"),
        empty(
            "rect",
            {"x": str(_MARGIN), "y": str(under), "width": "300", "height": "14", "fill": _RULE},
        ),
        _lines(small, under + 150, min(_size(small), 84), "normal"),
        _lines(wrap(metadata.publisher, 34), _HEIGHT - 220, 62, "normal"),
    )
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {_WIDTH} {_HEIGHT}",
        "role": "img",
        "aria-labelledby": "cover-title",
        "xml:lang": metadata.language,
    }
    return f"{DECLARATION}{element('svg', attributes, chr(10), content, chr(10))}\n".encode()


def cover_words(metadata: Metadata) -> str:
    """Give what the cover shows, in words."""
    authors = ", ".join(who.name for who in metadata.contributors if who.role == "aut")
    said = [f"Cover: {metadata.shown_title}"]
    said += [f"by {authors}"] if authors else []
    said += [metadata.publisher] if metadata.publisher else []
    return ", ".join(said)


def wrap(text: str, length: int) -> list[str]:
    """Break a text into lines of at most so many characters; a longer word stays whole."""
    rows: list[str] = []
    for word in text.split():
        if rows and len(rows[-1]) + 1 + len(word) <= length:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def _size(rows: list[str]) -> int:
    longest = max((len(row) for row in rows), default=1)
    return max(_SMALLEST, min(_LARGEST, int((_WIDTH - 2 * _MARGIN) / (longest * _LETTER_WIDTH))))


def _lines(rows: list[str], first: int, size: int, weight: str) -> str:
    return lines(
        *(
            element(
                "text",
                {
                    "x": str(_MARGIN),
                    "y": str(first + number * size * 6 // 5),
                    "font-family": "Atkinson Hyperlegible, Verdana, DejaVu Sans, sans-serif",
                    "font-size": str(size),
                    "font-weight": weight,
                    "fill": _LETTERS,
                },
                escape(row),
            )
            for number, row in enumerate(rows)
        )
    )
