"""Style sheets: whether what stands in the text can be seen.

In: the edition. Out: findings about rules that hide words, make them too small, or set letters on a ground from which
they do not stand out. Laws: CSS of the simple kind that these editions hold (rules, at most inside one @media); print
is left out, where players and links have no place.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from pipeline.model.source import Notice
from pipeline.verify.edition import Edition
from pipeline.verify.findings import finding
from pipeline.verify.markup import descendants

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PRINT = re.compile(r"@media\s+print\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_MEDIA = re.compile(r"@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_HIDES = {
    "display": re.compile("none"),
    "visibility": re.compile("hidden|collapse"),
    "opacity": re.compile(r"0|0?\.[0-4]\d*"),
    "font-size": re.compile(r"0|0?\.[0-6]\d*r?em|[0-6]?\d%"),
    "text-indent": re.compile(r"-\d{3,}.*"),
    "content-visibility": re.compile("hidden"),
    "height": re.compile(r"0(\D.*)?"),
    "max-height": re.compile(r"0(\D.*)?"),
    "color": re.compile("transparent|rgba?\\(.*[,/ ]0(%|\\.0*)?\\)"),
    "letter-spacing": re.compile("-.*"),
    "word-spacing": re.compile("-.*"),
    "line-height": re.compile(r"0?\.\d+([a-z]+)?|0|\d?\d%"),
    "clip": re.compile(r"rect.*"),
    "clip-path": re.compile(r"(?!none).+"),
    "transform": re.compile(r".*(scale|rotate|translate|matrix|skew).*"),
    "font": re.compile(r".*(?<![\d.])(0|[0-9])(px|pt)\b.*"),
    "list-style": re.compile("none"),
    "list-style-type": re.compile("none"),
    "left": re.compile(r"-\d{3,}px|-\d{3,}em"),
    "top": re.compile(r"-\d{3,}px|-\d{3,}em"),
}
_FOCUS = {
    "outline": re.compile(r"(none|0([a-z]+)?)(\s.*)?"),
    "outline-style": re.compile("none"),
    "outline-width": re.compile(r"0([a-z]+)?"),
    "user-select": re.compile("none"),
    "-webkit-user-select": re.compile("none"),
}
"""Who moves by keyboard must see where; who reads with a program must be able to point at the words."""
_WHOLE = frozenset({"html", "body", ":root", "*", "p"})
"""What sets the colours of the text itself: readers choose these."""
_SAID_ELSEWHERE = frozenset({"head", "doctitle", "docauthor"})
"""What a DTBook says before the text says it."""
_SYSTEM = re.compile(r"canvas(text)?|inherit|currentcolor|initial|unset", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\b", re.IGNORECASE)
_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""


def check_styles(edition: Edition) -> Iterator[Notice]:
    """Check every style sheet and every style element."""
    for path, content in edition.files.items():
        if path.endswith(".css"):
            yield from _check(path, content.decode("utf-8", "replace"))
    for path, markup in edition.documents.items():
        for style in descendants(markup.root, "style"):
            yield from _check(path, style.text)
        for element in descendants(markup.root):
            if element.get("style"):
                yield from _check(path, f"{element.name} {{{element.get('style')}}}")


def declarations_of(sheet: str, selector: str) -> Mapping[str, str]:
    """Give all that a sheet says of one selector in every medium, property by property."""
    found: dict[str, str] = {}
    for selectors, declarations in _rules(_MEDIA.sub("", sheet)):
        if selector in selectors:
            found |= declarations
    return found


def names_class(sheet: str, name: str) -> bool:
    """Tell whether a selector of a sheet, in any medium, names a class."""
    selector = re.compile(rf"\.{re.escape(name)}(?![\w-])")
    return any(selector.search(each) for selectors, _ in _rules(sheet) for each in selectors)


def _check(path: str, sheet: str) -> Iterator[Notice]:
    for selectors, declarations in _rules(_PRINT.sub("", sheet)):
        for name, value in declarations.items():
            if name in _HIDES and _HIDES[name].fullmatch(value) and not _may_hide(name, selectors):
                yield finding("E-140", path, 1, f"{', '.join(selectors)}: {name} {value}")
            if name in _FOCUS and _FOCUS[name].fullmatch(value):
                yield finding("E-149", path, 1, f"{', '.join(selectors)}: {name} {value}")
            if name == "text-transform" and value != "none" and _WHOLE & set(selectors):
                yield finding("E-147", path, 1, f"{', '.join(selectors)}: {name} {value}")
            if name == "content" and any(sign.isalnum() for sign in value.strip("\"'")) and '"' in value:
                yield finding("E-147", path, 1, f"{', '.join(selectors)}: {name} {value}")
        colour = declarations.get("color", "")
        ground = declarations.get("background-color", declarations.get("background", ""))
        if _contrast(colour, ground) < _CONTRAST:
            yield finding("E-140", path, 1, f"{', '.join(selectors)}: {colour} on {ground}")
        alone = [value for value in (colour, ground) if value and not _SYSTEM.fullmatch(value)]
        if len(alone) == 1 and _WHOLE & set(selectors):
            yield finding("E-140", path, 1, f"{', '.join(selectors)}: {alone[0]}")


def _may_hide(name: str, selectors: Collection[str]) -> bool:
    """Whether these selectors name only what says something again, or lists of links, whose numbers are not printed."""
    links = name.startswith("list-style") and all(each.startswith("nav") for each in selectors)
    return links or set(selectors) <= _SAID_ELSEWHERE


def _rules(sheet: str) -> Iterator[tuple[tuple[str, ...], Mapping[str, str]]]:
    for selectors, body in _RULE.findall(_COMMENT.sub("", sheet)):
        pairs = (each.partition(":") for each in body.split(";") if ":" in each)
        names = tuple(each.rpartition(";")[2].strip() for each in selectors.split(","))
        yield names, {name.strip().lower(): value.split("!")[0].strip().lower() for name, _, value in pairs}


def _contrast(colour: str, ground: str) -> float:
    """Give the contrast of two colours (WCAG 2.2, "contrast ratio"); of what is no such pair, enough."""
    one, other = _HEX.search(colour), _HEX.search(ground)
    if not one or not other:
        return _CONTRAST
    lighter, darker = sorted((_luminance(one[1]), _luminance(other[1])), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(digits: str) -> float:
    whole = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(whole[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
