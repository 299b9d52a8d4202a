"""liblouis' own test cases for Unified English Braille, read from its YAML files."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from pipeline.model.inline import Emphasis, Inline, Strong, Text

FOLDER = Path(__file__).parents[2].parent / "shared" / "louis"
ITALIC, UNDERLINE, BOLD = 1, 2, 4
_BITS = {"italic": ITALIC, "underline": UNDERLINE, "bold": BOLD}
_LOWER_CASE_SET = " a1b'k2l@cif/msp\"e3h9o6r~djg>ntq,*5<-u8v.%{$+x!&;:4|0z7(_?w}#y)="
_UPPER_TO_LOWER = str.maketrans("[]^\\`", "{}~|@")


class _Loader(yaml.CSafeLoader):
    """Every scalar is text, and a mapping is pairs: the files have the key `tests` more than once."""


_Loader.yaml_implicit_resolvers = {}
_Loader.add_constructor(
    "tag:yaml.org,2002:map",
    lambda loader, node: [
        (loader.construct_object(key, True), loader.construct_object(value, True))
        for key, value in node.value
    ],
)


@dataclass(frozen=True, kw_only=True)
class Case:
    text: str
    cells: str
    typeforms: tuple[int, ...]
    language: str

    @property
    def inlines(self) -> tuple[Inline, ...]:
        made: list[Inline] = []
        begin = 0
        for end in range(1, len(self.text) + 1):
            if end == len(self.text) or self.typeforms[end] != self.typeforms[begin]:
                made.append(_emphasised(self.text[begin:end], self.typeforms[begin]))
                begin = end
        return tuple(made)


def _emphasised(text: str, typeform: int) -> Inline:
    node: Inline = Text(text=text)
    if typeform & BOLD:
        node = Strong(children=(node,))
    return Emphasis(children=(node,)) if typeform & ITALIC else node


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the cases that our model can say: no underlining, no other modes."""
    language, mode = "en", "forward"
    for key, value in yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader):
        if key == "table":
            language = "en" if dict(value).get("grade") == "2" else "en-uncontracted"
        elif key == "flags":
            mode = dict(value).get("testmode", "forward")
        elif key == "tests" and mode in ("forward", "bothDirections"):
            for row in value:
                yield from _case(row, language)


def _case(row: list, language: str) -> Iterator[Case]:
    text, expected = row[0], row[1]
    options = dict(row[2]) if len(row) > 2 else {}
    marks = dict(options.get("typeform", ()))
    if "mode" in options or not marks.keys() <= _BITS.keys():
        return
    typeforms = [0] * len(text)
    for name, places in marks.items():
        for place, mark in enumerate(places):
            if mark == "+" and place < len(text):
                typeforms[place] |= _BITS[name]
    if not any(typeform & UNDERLINE for typeform in typeforms):
        yield Case(text=text, cells=_unicode(expected), typeforms=tuple(typeforms), language=language)


def _unicode(expected: str) -> str:
    if all("\u2800" <= cell <= "\u28ff" or cell == " " for cell in expected):
        return expected.replace(" ", "\u2800")
    lower = expected.lower().translate(_UPPER_TO_LOWER)
    return "".join(chr(0x2800 + _LOWER_CASE_SET.index(sign)) for sign in lower)
