"""The signs that a list shows before its items.

In: an ordered list of XHTML or DTBook. Out: item -> sign. Law: what the eye reads there is part of the text: "3" is not
"c", and a list that counts down is another list.
"""

from collections.abc import Mapping

from pipeline.verify.markup import Element

_PLAIN = frozenset({"", "ol", "1"})
"""What `type` says of a list with plain numbers; a DTBook names the kind of list there."""
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def signs_of_items(element: Element) -> Mapping[Element, str]:
    """Give the sign of each item of an ordered list; nothing for other lists."""
    if element.name != "ol" and element.get("type") != "ol":
        return {}
    items = [child for child in element.children if child.name == "li"]
    backwards = "reversed" in element.attributes
    number = _number(element.get("start"), len(items) if backwards else 1)
    kind = element.get("enum") or element.get("type")
    signs = {}
    for item in items:
        number = _number(item.get("value"), number)
        signs[item] = _sign(number, kind)
        number += -1 if backwards else 1
    return signs


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() else otherwise


def _sign(number: int, kind: str) -> str:
    if kind in _PLAIN:
        return str(number)
    if kind in {"a", "A"} and 0 < number <= len(_ALPHABET):
        return _ALPHABET[number - 1] if kind == "a" else _ALPHABET[number - 1].upper()
    return f"{kind}{number}"  # another alphabet: another sign, whatever it is
